"""Days of months: Feb. 28, the twenty-first of May, 12 to 18 March."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.yearless import InYear, SameYear, Yearless
from extractor.matchers.dates.expressions.years import Year
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.scene import Reading, Scene, Value, choose

_WEEK = 7
_COME_ROUND = 300  # days from an event until its first anniversary is spoken of


@dataclass(frozen=True, slots=True)
class MonthDay(Yearless):
    """Feb. 28, 11 December, Monday, March 4, the twenty-first of May."""

    month: Word
    day: Word
    weekday: Word | None = None
    direction: Word | None = None

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The day of that year."""
        return periods.month_day(year, self.month.number, self.day.number)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The nearest such day on the side it points to; a weekday beside it outweighs the tense."""
        if (known := scene.years.get((self.month.number, self.day.number))) and not self.direction:
            return self.in_year(known, scene)
        if scene.lexicon.context.told_before("anniversary", scene.text, scene.start):
            return self._come_round(published, scene)
        if scene.tenses.names_unplanned(self.month.start) and self._is_of_this_week(published, scene):
            return self._come_round(published, scene)
        reach = 8 if (self.month.number, self.day.number) == (2, 29) else 1
        span = range(published.year - reach, published.year + reach + 1)
        dates = [found.first for year in span if (found := self.in_year(year, scene))]
        past = max((date for date in dates if date <= published), default=None)
        future = min((date for date in dates if date >= published), default=None)
        if past is None or future is None:
            only = past or future
            return periods.day(only) if only else None
        if self.direction and self.direction.number:
            return periods.day(past if self.direction.number < 0 else future)
        pointing = scene.pointing(self.month.start if self.month.start < self.day.start else scene.start)
        fitting = [
            date for date in (past, future) if self.weekday and date.isoweekday() == self.weekday.number
        ]
        return periods.day(fitting[0] if len(fitting) == 1 else choose(past, future, published, pointing))

    def settled(self, reading: Reading | None, year: int, scene: Scene) -> Reading | None:
        """Told with its year once, it is that day further down, too."""
        scene.years.setdefault((self.month.number, self.day.number), year)
        return reading

    def _is_of_this_week(self, published: dt.date, scene: Scene) -> bool:
        """Whether it was within the last days, of which a writer says "Monday's attack", not "the 7 October attack"."""
        this = self.in_year(published.year, scene)
        return this is not None and 0 <= (published - this.first).days < _WEEK

    def _come_round(self, published: dt.date, scene: Scene) -> Period | None:
        """The last such day that may have an anniversary by now or soon."""
        this = self.in_year(published.year, scene)
        back = this is None or (published - this.first).days < _COME_ROUND
        return self.in_year(published.year - back, scene)

    def is_named(self, scene: Scene) -> bool:
        """Not "you may 5 times"."""
        return scene.as_name(self.month)

    def read(self, scene: Scene) -> Reading | None:
        """The day, which a year brings again."""
        reading = Yearless.read(self, scene)
        return reading and reading._replace(recurs="year")

    def open_value(self, scene: Scene) -> str:
        """XXXX-12-24, if there is such a day."""
        return f"XXXX-{self.month.number:02}-{self.day.number:02}" if self.in_year(2024, scene) else ""


def day_range(first: Word, last: Value) -> tuple[Value, Value] | None:
    """12 to 18 March, 2-5 May 2019: two days of one month."""
    inner = last.inner if isinstance(last, InYear) else last
    if not isinstance(inner, MonthDay) or not first.number < inner.day.number:
        return None
    return SameYear(replace(inner, day=first, weekday=None), last), last


def days_on(first: MonthDay, day: Word, year: Value | None = None) -> tuple[Value, Value] | None:
    """Nov. 8 to 10; June 4 to 6, 2021: the month holds for both, and the year."""
    if first.day.number >= day.number:
        return None
    second = replace(first, day=day, weekday=None)
    if isinstance(year, Year):
        return InYear(first, year), InYear(second, year)
    return first, SameYear(second, first)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The 15th of this month."""

    day: Word
    month: Value

    def read(self, scene: Scene) -> Reading | None:
        """That day of the month."""
        month = self.month.read(scene)
        if month is None or month.period is None or month.period.unit != "month":
            return None
        first = month.period.first
        return scene.dated(
            periods.month_day(first.year, first.month, self.day.number), anchor=scene.published
        )
