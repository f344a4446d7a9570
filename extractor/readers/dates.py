"""The day that a piece of metadata states, from the many shapes in which it is written; all of dateparser is behind this file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from email.utils import parsedate_to_datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_ISO_WEEK = re.compile(r"\d{4}-?W\d\d")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b")
_DIGITS = re.compile(r"(\d{8})(?:\d{4}|\d{6})")
"""A day, hour and minute without signs between them, as GDELT writes it."""
_EPOCH = re.compile(r"(\d{9,19})(?:\.\d*)?")
_EPOCH_SCALES = (1, 1_000, 1_000_000, 1_000_000_000)
_EPOCH_YEARS = range(1990, 2100)
_YEAR = re.compile(r"\b[12]\d{3}\b|[’']\d\d\b|\b\d{1,2}[ -][A-Za-z]{3,9}[ -]\d\d\b")
_LONGEST = 80
_NO_DAY = re.compile(r"(?i)\b(?:\d+|an?|one|few)\s*(?:w|wks?|weeks?|mos?|months?|y|yrs?|years?|decades?)\b")
"""Rounded to so much that no day is named: "6 YEARS AGO"."""


class DateOrder(StrEnum):
    """Which of day and month comes first in 03/04/2024."""

    DMY = "dmy"
    MDY = "mdy"


class AmbiguousDateError(ValueError):
    """Digits that two countries read differently."""


def parse_date(written: str, order: DateOrder | None = None) -> dt.date:
    """The day that a metadata field or an option states, as written there, whatever its time zone.

    Args:
        written: ISO 8601, a date of mails and feeds (RFC 2822), digits such as 20240305081500, or an absolute English date
            with day, month and year.
        order: How 03/04/2023 is read, which is refused without it.

    Raises:
        AmbiguousDateError: When day and month cannot be told apart.
        ValueError: When the text is no such date, or no such day exists.
    """
    text = written.strip()
    if _ISO_WEEK.match(text):
        raise ValueError("it names a week, not a day")
    if digits := _DIGITS.fullmatch(text):
        text = digits[1]
    for standard in (dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return standard(text).date()
        except (ValueError, TypeError, IndexError):
            continue
    if numeric := _NUMERIC.match(text):
        return _numeric_date(numeric, order)
    if not _YEAR.search(text):
        raise ValueError("it is not a date with day, month and year")
    return _english(text, ("absolute-time",), ("day", "month", "year"))


def parse_epoch(written: str) -> dt.date | None:
    """The day, in UTC, of seconds, milliseconds, micro- or nanoseconds since 1970; None for other numbers and words.

    Args:
        written: Digits, with or without a fraction.
    """
    digits = _EPOCH.fullmatch(written.strip())
    if not digits or _DIGITS.fullmatch(digits[1]):
        return None
    for scale in _EPOCH_SCALES:
        seconds = int(digits[1]) // scale
        if seconds < 4_200_000_000 and (day := _day_of(seconds)).year in _EPOCH_YEARS:
            return day
    return None


def parse_relative(written: str, seen: dt.datetime) -> dt.date:
    """The day of "4 days ago", "21 hrs ago", "yesterday", seen at that time.

    Raises:
        ValueError: When it is no such phrase, or one that leaves the day open, as "6 years ago" does.
    """
    if _NO_DAY.search(written):
        raise ValueError("it names no day")
    day = _english(written, ("relative-time",), (), seen)
    if day > seen.date():
        raise ValueError("it lies ahead")
    return day


def parse_yearless(written: str, seen: dt.date) -> dt.date:
    """The last "September 16", or "Wed May 1", up to the day on which it was seen.

    Raises:
        ValueError: When it names no day and month, or states a year that cannot be read.
    """
    if _NUMERIC.match(written.strip()):
        raise ValueError("it is not a day and the name of a month")
    at_night = dt.datetime.combine(seen, dt.time(23, 59))
    day = _english(written, ("absolute-time",), ("day", "month"), at_night)
    found = next((day for day in _same_days(day, seen) if _fits_weekday(written, day)), None)
    if found is None:
        raise ValueError("it was another day of the week")
    return found


def could_be(written: str) -> tuple[dt.date, ...]:
    """The days that digits such as 03/04/2023 may stand for."""
    numeric = _NUMERIC.match(written.strip())
    found = []
    for order in DateOrder if numeric else ():
        try:
            found.append(_numeric_date(numeric, order))  # type: ignore[arg-type]
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def _numeric_date(numeric: re.Match[str], order: DateOrder | None) -> dt.date:
    first, second = int(numeric[1]), int(numeric[3])
    year = int(numeric[4]) if len(numeric[4]) == 4 else 2000 + int(numeric[4])
    if first <= 12 and second <= 12 and first != second and order is None:
        raise AmbiguousDateError("day and month cannot be told apart")
    day, month = (first, second) if order is DateOrder.DMY else (second, first)
    return dt.date(year, month, day) if month <= 12 else dt.date(year, day, month)


def _day_of(seconds: int) -> dt.date:
    return (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)).date()


def _same_days(day: dt.date, latest: dt.date) -> Iterator[dt.date]:
    """The same day of the month in each year, backwards as far as a page may be older than its crawl."""
    for year in range(latest.year, latest.year - 7, -1):
        with suppress(ValueError):  # no 29 February
            if (found := day.replace(year=year)) <= latest:
                yield found


def _fits_weekday(written: str, day: dt.date) -> bool:
    named = re.search(r"(?i)\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", written)
    return named is None or day.strftime("%a").lower() == named[1].lower()


def _english(
    text: str, parsers: tuple[str, ...], parts: tuple[str, ...], seen: dt.datetime | None = None
) -> dt.date:
    found: dt.datetime | None = None
    if len(text) <= _LONGEST:
        found = _dateparser(parsers, parts, seen).get_date_data(text).date_obj
    if found is None:
        raise ValueError("it is not a date with day, month and year")
    return found.date()


@lru_cache(64)
def _dateparser(parsers: tuple[str, ...], parts: tuple[str, ...], seen: dt.datetime | None) -> DateDataParser:
    from dateparser.date import DateDataParser  # a tenth of a second, needed for few files

    settings: dict[str, Any] = {"PARSERS": list(parsers), "REQUIRE_PARTS": list(parts)}
    if seen:
        settings |= {"RELATIVE_BASE": seen, "PREFER_DATES_FROM": "past"}
    return DateDataParser(languages=["en"], settings=settings)
