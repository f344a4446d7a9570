"""Shares told as two numbers: "one in five", "3 in 10", "nine out of ten patients", "two of every three"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.matchers.quantities.measure import Measure
from extractor.matchers.quantities.units import Unit

_LINK = re.compile(
    r"[^\S\n](?:in|out[^\S\n]of)[^\S\n](?:every[^\S\n])?|-in-|-of-|[^\S\n]of[^\S\n](?:every|each)[^\S\n]",
    re.IGNORECASE,
)
_INNINGS = re.compile(r"\d[^\S\n]for[^\S\n]\Z")
"""Before the wickets of an innings, which are no share: "287 for 6 in 50 overs"."""
_OF = re.compile(r"[^\S\n]of[^\S\n]", re.IGNORECASE)
_ROUND = frozenset({10.0, 100.0, 1000.0})
"""Wholes that make a share of a plain "of": "nine of 10 doctors", but not "two of three brothers"."""


def share(before: str, link: str, left: Measure, right: Measure) -> Measure | None:
    """The share two neighbouring measures make behind ``before``, as a fraction; None when they make none.

    The whole must be larger than the part and bare or spelled, so that "3 in 2019" and "two in $5" are none.
    """
    linked = _LINK.fullmatch(link) or (_OF.fullmatch(link) and right.low in _ROUND)
    if _INNINGS.search(before):
        return None
    recurs = link == "-in-" and right.unit and right.unit.kind == "time"  # "a 1-in-100-year flood"
    if not linked or left.first or right.first or left.unit or (right.unit and not recurs):
        return None
    if "vague" in {left.numeral.form, right.numeral.form} or not 0 < left.low < right.low:
        return None
    if left.low % 1 or right.low % 1 or ("out" not in link and 1900 <= right.low <= 2050):
        return None
    value = left.low / right.low
    per = right.unit.name if right.unit else right.per
    return replace(
        right, start=left.start, low=value, high=value, unit=Unit("", "ratio"), per=per, rule="share"
    )
