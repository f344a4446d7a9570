"""What an article's own dates tell of the others: day or month first, its fiscal years, the year of a day, its own day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from extractor.language.rules import alternation
from extractor.matchers.dates.lexicon import Lexicon
from extractor.matchers.dates.periods import day_of

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/.-]*\d)")
_SAMPLE = 50
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class DateOrder:
    """Whether an article writes 3/12/2024 with the day or the month first; None when its dates do not tell."""

    day_first: bool | None

    def read(self, first: int, second: int) -> tuple[int, int] | None:
        """Month and day of two numbers; None when neither they nor the article tell which is which."""
        if first > 12 and 1 <= second <= 12:
            return second, first
        if second > 12 and 1 <= first <= 12:
            return first, second
        if first == second and 1 <= first <= 12:
            return first, second
        if self.day_first is None or not (1 <= first <= 12 and 1 <= second <= 12):
            return None
        return (second, first) if self.day_first else (first, second)


def date_order(text: str) -> DateOrder:
    """The habit that the article's unambiguous numeric dates prove.

    Args:
        text: The article text; its first fifty numeric dates are looked at.
    """
    votes = 0
    for found in islice(_NUMERIC.finditer(text), _SAMPLE):
        votes += (int(found[1]) > 12) - (int(found[3]) > 12)
    return DateOrder(votes > 0 if votes else None)


@dataclass(frozen=True)
class Evidence:
    """Looks for what an article tells by the way."""

    months: Mapping[str, int | str]
    _fiscal: re.Pattern[str]
    _closing: re.Pattern[str]
    _full: re.Pattern[str]

    def closing_day(self, text: str) -> tuple[int, int] | None:
        """Month and day on which its fiscal years end: "the fiscal year that ended Sept. 30"."""
        told = self._closing.search(text) if "iscal" in text or "inancial" in text else None
        if told is None:
            return None
        written = told["after"] or told["before"]
        return int(self.months[told["month"].lower()]), int(written) if written else 31

    def fiscal_years(self, text: str) -> list[tuple[int, int]]:
        """Where it names fiscal years by their number, and the numbers."""
        return [(found.start(), int(found[1])) for found in self._fiscal.finditer(text)]

    def full_days(self, text: str) -> list[dt.date]:
        """The days that it writes in full: December 11, 2018; 11 December 2018."""
        found = islice(self._full.finditer(text), _SAMPLE)
        days = (
            day_of(
                int(day["year"]), int(self.months[day["month"].lower()]), int(day["before"] or day["after"])
            )
            for day in found
            if (day["before"] or day["after"]) and day["month"].lower() in self.months
        )
        return [day for day in days if day]

    def own_day(self, text: str, days: list[dt.date]) -> dt.date | None:
        """The day of an article without a date: its latest date in full, where it also speaks of that day by its weekday.

        A caption of "December 11, 2018", a Tuesday, and "two sources said on Tuesday" were written within a week.
        """
        latest, named = max(days, default=None), _WEEKDAY.findall(text)
        told = latest and named.count(f"{latest:%A}")
        return latest if told and 2 * told >= len(named) else None


def read_evidence(lexicon: Lexicon) -> Evidence:
    """The patterns of an article's own dates, with the lexicon's months."""
    months = lexicon.tables["MONTH"]
    month = rf"(?P<month>{alternation(months)})"
    ending = r"(?:which\s|that\s)?(?:end(?:ed|s|ing)|will\send)\s(?:on\s|in\s)?"
    fiscal = alternation(lexicon.tables["FISCALWORD"])
    return Evidence(
        months,
        re.compile(rf"\b(?:{fiscal})\s(?:year\s)?((?:19|20)\d\d)\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:fiscal|financial)(?:\syear)?(?:\s\d{{4}})?,?\s{ending}(?:(?P<before>\d{{1,2}})\s)?{month}"
            r"(?!\w)(?:\s(?P<after>\d{1,2})(?!\d))?",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?:\b(?P<before>\d{1,2})\s)?\b(?P<month>[A-Z][a-z]{2,8}\.?)\s(?:(?P<after>\d{1,2}),?\s)?"
            r"(?P<year>(?:19|20)\d\d)\b"
        ),
    )
