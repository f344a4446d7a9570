"""Resolvers of years and centuries counted from or before the birth of Christ: 27 BC, AD 410, the 6th century B.C.

Before Christ the value has "BC" before the number ("BC0027") and no days: the calendar of the intervals begins with the year 1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.matchers.dates import periods
from extractor.matchers.dates.reading import Reading, Scene, dated, group


def era(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """44 BC, about 1,750 BCE, AD 410, 321 A.D.; of "3300 to 3100 BC" both years."""
    before = is_before_christ(group(match, "era"))
    number = group(match, "ad") or match["year"]
    if not before or not match["low"]:
        return _year(match, number, before, match.span())
    behind = match.start("year"), match.end()
    return [*_year(match, match["low"], True, match.span("low")), *_year(match, number, True, behind)]


def before_christ(match: re.Match[str], value: str, mod: str | None) -> list[Reading]:
    """A century before Christ: BC05."""
    return [Reading(*match.span(), "DATE", f"BC{value}", mod)]


def is_before_christ(written: str | None) -> bool:
    """Whether the letters count backwards."""
    return (written or "").startswith("B")


def _year(match: re.Match[str], written: str, before: bool, span: tuple[int, int]) -> list[Reading]:
    number = int(written.replace(",", ""))
    if before:
        return [Reading(*span, "DATE", f"BC{number:04}")]
    return dated(match, periods.safely(lambda: periods.year(number)), span=span)
