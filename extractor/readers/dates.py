"""The publication date of an article, from the many shapes that metadata writes it in."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}\b")
_ISO_WEEK = re.compile(r"\d{4}-?W\d\d")


def parse_date(written: str) -> dt.date:
    """The day that a metadata field or an option states, as written there, whatever its time zone.

    Accepts ISO 8601 dates and times, the dates of mails and feeds (RFC 2822), and absolute English dates with
    day, month and year. Digits such as 03/04/2023, which two countries read differently, are refused.

    Raises:
        ValueError: When the text is no such date, or no such day exists.
    """
    text = written.strip()
    if _ISO_WEEK.match(text):
        raise ValueError("it names a week, not a day")
    for standard in (dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return standard(text).date()
        except (ValueError, TypeError, IndexError):
            continue
    if _ambiguous(text):
        raise ValueError("day and month cannot be told apart")
    return _english_date(text)


def _ambiguous(text: str) -> bool:
    digits = _NUMERIC.match(text)
    return digits is not None and digits[1] != digits[3] and int(digits[1]) <= 12 and int(digits[3]) <= 12


def _english_date(text: str) -> dt.date:
    found: dt.datetime | None = _dateparser().get_date_data(text).date_obj if len(text) <= 60 else None
    if found is None:
        raise ValueError("it is not a date with day, month and year")
    return found.date()


@cache
def _dateparser() -> DateDataParser:
    from dateparser.date import DateDataParser  # a tenth of a second, needed for few files

    required = {
        "PARSERS": ["absolute-time"],
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
    }
    return DateDataParser(languages=["en"], settings=required)
