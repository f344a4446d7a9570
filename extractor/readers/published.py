"""When an article was published, as its record states it; what cannot be read is kept and flagged, and costs no article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extractor.readers.dates import (
    DateOrder,
    could_be,
    parse_date,
    parse_epoch,
    parse_relative,
    parse_yearless,
)

UNREADABLE = "published-unreadable"
"""Flag: the record states a publication date that names no day; its words are in ``published_raw``."""
INFERRED = "published-inferred"
"""Flag: the day was worked out from the time of the crawl or from other dates of the file."""

_SILENT = re.compile(
    r"(?i)[\W_]*(?:nan|nat|none|null|nil|n/?a|unknown|undefined|undated|not available|no date|date|tb[ad])?[\W_]*"
    r"|0000-00-00.*|0001-01-01.*|9999-12-31.*|1970-01-01(?:[T ]00:00.*)?|0(?:\.0)?|-1"
)
"""What programs write where they know no date; years 1 and 9999 and the first second of 1970 among it."""
_LABEL = re.compile(
    r"(?i)[\W_]*(?:(?:last|first|originally)\s+)?(?:updated?|modified|published|publication|posted|created|edited|date)"
    r"(?:\s+(?:date|on|at))?\b\s*[:|•·–—-]*\s*"
)
_REST = re.compile(r"\s+[|•·–—-]\s.*$|\s*\([^)]*\)\s*$")
"""What some pages add to a date: "Oct 12, 2024 • 3 min read"."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a record says of the day of publication.

    Attributes:
        day: The day, where one is named.
        raw: As the record writes it; None where it says nothing.
        flags: UNREADABLE or INFERRED.
    """

    day: dt.date | None = None
    raw: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def as_fields(self) -> dict[str, Any]:
        """What an `Article` takes of it, besides the flags."""
        origin = "metadata" if self.day else None
        return {"published": self.day, "published_from": origin, "published_raw": self.raw}


def read_published(
    written: Iterable[str],
    crawled: dt.datetime | None = None,
    order: DateOrder | None = None,
    orders_of_file: Callable[[], DateOrder | None] = lambda: None,
) -> Published:
    """The first of the dates of a record that can be read, or else the first that cannot.

    Args:
        written: The dates, as the record writes them.
        crawled: When the record was made: "4 days ago" and "September 16" are read against it, and no date may lie behind it.
        order: How 03/04/2023 is read.
        orders_of_file: Asked, for want of ``order``, for what other dates of the file tell of it.
    """
    refused: Published | None = None
    for words in written:
        found = _read(words.strip(), crawled, order)
        if found.flags == (UNREADABLE,) and order is None and len(could_be(words)) > 1:
            found = _with_order(words, crawled, orders_of_file(), found)
        if found.day:
            return found
        refused = refused or (found if found.raw else None)
    return refused or Published()


def read_moment(written: str) -> dt.datetime | None:
    """The time of a crawl, without its zone; noon of a day without a time, and None for what is neither."""
    moment: dt.datetime | None
    try:
        moment = dt.datetime.fromisoformat(written.strip()).replace(tzinfo=None)
    except ValueError:
        day = _absolute(written, None)
        moment = dt.datetime.combine(day, dt.time()) if day else None
    if moment and moment.time() == dt.time():
        return moment.replace(hour=12)
    return moment


def _with_order(
    words: str, crawled: dt.datetime | None, order: DateOrder | None, refused: Published
) -> Published:
    found = _read(words.strip(), crawled, order) if order else refused
    return Published(found.day, found.raw, (INFERRED,)) if found.day else refused


@lru_cache(4096)
def _read(words: str, crawled: dt.datetime | None, order: DateOrder | None) -> Published:
    if _SILENT.fullmatch(words):
        return Published()
    bare = _REST.sub("", _LABEL.sub("", words, count=1)) if words[0].isalpha() else _REST.sub("", words)
    latest = crawled.date() + dt.timedelta(days=1) if crawled else dt.date.max  # a day more, for the zones
    if (day := _absolute(bare, order)) and day <= latest:
        return Published(day, words)
    if day is None and crawled and (day := _inferred(bare, crawled, latest)):
        return Published(day, words, (INFERRED,))
    return Published(None, words, (UNREADABLE,))


def _absolute(words: str, order: DateOrder | None) -> dt.date | None:
    try:
        return parse_epoch(words) or parse_date(words, order)
    except ValueError:
        return None


def _inferred(words: str, crawled: dt.datetime, latest: dt.date) -> dt.date | None:
    """The day by the time of the crawl: counted back from it, the last of its name before it, or the one not behind it."""
    could = could_be(words)
    if len(could) > 1:
        possible = [day for day in could if day <= latest]
        return possible[0] if len(possible) == 1 else None
    with suppress(ValueError):
        return parse_relative(words, crawled)
    with suppress(ValueError):
        return parse_yearless(words, crawled.date())
    return None
