"""Named days: fixed, the nth weekday of a month, or counted from Easter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.language.calendar import NamedDays
from extractor.language.resources import Resources
from extractor.matchers.dates.periods import nth_weekday

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """How one named day is computed; the fields are those of ``lexicons/holidays.toml``."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    orthodox_easter: int | None = None
    after: int = 0
    open: bool = False
    every: int = 1
    phase: int = 0

    @property
    def open_value(self) -> str:
        """Its TIMEX3 value when nothing tells the year."""
        return (
            f"XXXX-{self.month:02}-{self.day:02}"
            if self.month and self.day and not self.after
            else "XXXX-XX-XX"
        )

    def in_year(self, year: int) -> dt.date:
        """Its date in that year, or in the next year that has it.

        Raises:
            ValueError: Outside the years 1 to 9999.
        """
        while year % self.every != self.phase:
            year += 1
        return self._date(year) + self.after * _DAY

    def _date(self, year: int) -> dt.date:
        if self.easter is not None:
            return western_easter(year) + self.easter * _DAY
        if self.orthodox_easter is not None:
            return orthodox_easter(year) + self.orthodox_easter * _DAY
        month = self.month or 1
        if self.weekday is not None:
            return nth_weekday(year, month, self.weekday, self.nth or 1)
        return dt.date(year, month, self.day or 1)


def read_holidays(language: Resources) -> Mapping[str, Holiday]:
    """Surface words, lower case, to their computation."""
    return {
        name: Holiday(**row.model_dump(exclude={"names"}))
        for row in language.lexicon(NamedDays).holiday
        for name in row.names
    }


def western_easter(year: int) -> dt.date:
    """Gregorian Easter Sunday (the anonymous algorithm, Meeus 1991, chapter 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, leap_rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * leap_rest + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Julian Easter Sunday as a Gregorian date (Meeus 1991, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    lag = year // 100 - year // 400 - 2
    return dt.date(year, month, day + 1) + lag * _DAY
