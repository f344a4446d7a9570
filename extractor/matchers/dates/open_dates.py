"""Absolute dates in an order the grammar does not read itself: the one place that asks dateparser.

dateparser is never handed running text: it reads "We" as Wednesday and "$48" as 2048. It sees spans whose
shape the rule ``open-date`` has proved, in English only, with a fixed base: the clock plays no part.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from extractor.matchers.dates import periods
from extractor.matchers.dates.guards import written_as_name
from extractor.matchers.dates.reading import Reading, Scene, dated

_BASE = dt.datetime(2000, 1, 1)
_LONGEST = 40


def open_date(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """2024 March 5, 2024-Mar-05, March 5 '24."""
    if not written_as_name(match, "month", scene) or len(match[0]) > _LONGEST:
        return []
    date = _parsed(" ".join(match[0].replace("’", "'").split()))
    return dated(match, periods.day(date)) if date else []


@lru_cache(maxsize=1024)
def _parsed(written: str) -> dt.date | None:
    found = _parser().get_date_data(written)
    if found is None or found.date_obj is None or found.period != "day":
        return None
    day: dt.date = found.date_obj.date()
    return day


@lru_cache(maxsize=1)
def _parser() -> Any:
    from dateparser.date import DateDataParser  # costs 0.2 s, and few articles need it

    return DateDataParser(languages=["en"], settings={"RELATIVE_BASE": _BASE, "STRICT_PARSING": True})
