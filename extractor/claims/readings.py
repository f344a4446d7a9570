"""What a reader without the article needs beside a date or a number: "on July 27 [2023-07-27]", "2.5m [2,500,000] jobs"."""

from __future__ import annotations

import datetime as dt
import math
import re
from calendar import monthrange

from extractor.annotations import Quantity, Timex
from extractor.language.standalone import ReadDates, ShortNumbers

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_WEEK = re.compile(r"\d{4}-W\d\d")
_PART_OF_YEAR = re.compile(r"\d{4}-[QH]\d")
_REPORTED = 100
"""Days within which a firm reports a quarter or half, or looks ahead to it; what is farther is of a year of the firm's own."""
_DASHES = frozenset("-–")
_SUNDAY = 6
_MORE = re.compile(r"[.,]{0,2} ?\d")
_NEAR = 24
"""Characters before a date that may hold "a normal"."""
_OPEN = frozenset({"since", "for"})
"""Relations whose interval runs from the date to the day of publication."""
_PARTS = frozenset({"from-to", "between"})
"""Relations of which each date is one end."""
_LONG_WORDS = 3
"""Numbers of fewer words ("one million") read well."""


class DateReadings:
    """Reads dates that only the day of publication tells.

    Args:
        words: The table ``dates`` of ``lexicons/standalone.toml``.
    """

    def __init__(self, words: ReadDates) -> None:
        self._unsure_rules = words.unsure_rules
        self._unsure_words = words.unsure_words
        self._prepositional = words.prepositional_rules
        self._possessed = words.unsure_possessives
        self._present, self._owners = words.present, words.owners
        self._not_in_speech = words.spoken
        self._bare_units = words.bare_units
        self._by_name = words.by_name
        self._indefinite = words.indefinite
        self._loose = re.compile(rf"(?i)\s(?:{'|'.join(words.loose)})\b")
        self._by_tense = words.rules_by_tense
        self._directed = words.directions

    def read(self, text: str, timex: Timex, published: dt.date | None, *, quoted: bool) -> str | None:
        """The day or days in ISO dates; None for what reads well, is vague or hangs on another date of the text.

        Args:
            text: The article text.
            timex: A time expression of it.
            published: The day of publication.
            quoted: Whether it stands in a quotation.
        """
        words = text[timex.span.start : timex.span.end].lower().split()
        if published is None or timex.anchor != published or not self._is_sure(words, timex, quoted):
            return None
        possesses = text.startswith(("'", "’"), timex.span.end)
        if possesses and (timex.rule in self._possessed or " ".join(words) in self._present):
            return None  # "Monday's debate" may be over or to come, "today's prices" are those of our time
        if _MORE.match(text, timex.span.end) or self._loose.match(text, timex.span.end):
            return None  # "Sept, 14, 2019", "the next week or so"
        if published.weekday() == _SUNDAY and _WEEK.fullmatch(timex.value):
            return None  # on a Sunday "last week" may be the one that ends
        if _PART_OF_YEAR.fullmatch(timex.value) and _is_far(timex, published):
            return None  # "forecast fourth-quarter sales" in May
        if not _DASHES.isdisjoint(
            (text[timex.span.start - 1 : timex.span.start], text[timex.span.end : timex.span.end + 1])
        ):
            return None  # an end of "April-September"
        before = text[max(0, timex.span.start - _NEAR) : timex.span.start].lower().split()[-2:]
        owned = before and (before[-1] in self._owners or before[-1].endswith(("'s", "’s")))
        return None if owned or self._indefinite & {*before, *words[:1]} else _days(timex)

    def may_be_our_time(self, text: str, timex: Timex) -> bool:
        """Whether a word names the day of publication or our time: "today"."""
        return text[timex.span.start : timex.span.end].lower() in self._present

    def hangs_on_tense(self, text: str, timex: Timex) -> bool:
        """Whether only the tense of a verb tells which one is meant: "Tuesday", but not "last Tuesday"."""
        words = text[timex.span.start : timex.span.end].lower().split()
        return timex.rule in self._by_tense and not self._directed & set(words)

    def _is_sure(self, words: list[str], timex: Timex, quoted: bool) -> bool:
        phrase = " ".join(words)
        if timex.rule in self._unsure_rules or self._unsure_words & set(words):
            return False
        if phrase in self._bare_units or phrase in self._by_name:
            return False
        if timex.rule in self._prepositional and timex.relation is None:
            return False
        return not (quoted and phrase in self._not_in_speech)


def _is_far(timex: Timex, published: dt.date) -> bool:
    """Whether a stretch of days ended long before the day of publication, or begins long after."""
    if timex.begin is None or timex.end is None:
        return False
    return (published - timex.end).days > _REPORTED or (timex.begin - published).days > _REPORTED


def _days(timex: Timex) -> str | None:
    """A day; a month or year where that says it all; otherwise the first and last day."""
    if day := _DAY.match(timex.value):
        return day[0]
    begin, end = timex.begin, timex.end
    calendar = timex.value if _MONTH_OR_YEAR.fullmatch(timex.value) else None
    if begin is None or end is None or timex.relation in _PARTS:
        return calendar if begin or end else None
    if calendar and timex.relation not in _OPEN and (timex.mod or _whole(calendar) == (begin, end)):
        return calendar  # "early May" has no first and last day
    return f"{begin} to {end}"


def _whole(value: str) -> tuple[dt.date, dt.date]:
    """First and last day of a year or month."""
    year, _, month = value.partition("-")
    first = dt.date(int(year), int(month or 1), 1)
    last = (
        dt.date(first.year, 12, 31)
        if not month
        else first.replace(day=monthrange(first.year, first.month)[1])
    )
    return first, last


class NumberReadings:
    """Reads numbers written short ("2.5m") or out in words ("two and a half million").

    Args:
        words: The table ``numbers`` of ``lexicons/standalone.toml``.
    """

    def __init__(self, words: ShortNumbers) -> None:
        self._factors: dict[str, float] = words.short
        short = "|".join(sorted(self._factors, key=len, reverse=True))
        self._short = re.compile(rf"(?i)(?<![\w.,])(?:[A-Z]*[^\w\s]?)(\d[\d,]*(?:\.\d+)?)\s?({short})\b")
        self._long = re.compile(rf"(?i).*\b(?:{'|'.join(words.long)})s?\b")

    def read(self, text: str, quantity: Quantity) -> tuple[int, str] | None:
        """Offset behind the numeral and the value in digits; None for what reads well or is vague."""
        surface = text[quantity.span.start : quantity.span.end]
        if quantity.vague:
            return None
        found = self._numeral(surface, quantity)
        return (quantity.span.start + found[0], found[1]) if found else None

    def _numeral(self, surface: str, quantity: Quantity) -> tuple[int, str] | None:
        short = list(self._short.finditer(surface))
        if short:
            read = [
                float(numeral[1].replace(",", "")) * self._factors[numeral[2].lower()] for numeral in short
            ]
            wanted = [quantity.value] if quantity.value is not None else [quantity.low, quantity.high]
            same = [
                math.isclose(one, abs(other or 0), rel_tol=1e-9)
                for one, other in zip(read, wanted[-len(read) :], strict=False)
            ]
            return (short[-1].end(), _written(quantity)) if len(short) <= len(wanted) and all(same) else None
        long = None if any(map(str.isdigit, surface)) else self._long.match(surface)
        if long and len(re.findall(r"\w+", long[0])) >= _LONG_WORDS and (quantity.value or 0) >= 1000:
            return long.end(), _written(quantity)
        return None


def _written(quantity: Quantity) -> str:
    ends = (quantity.low, quantity.high) if quantity.value is None else (quantity.value,)
    return " to ".join(f"{end:,.15g}" for end in ends if end is not None)
