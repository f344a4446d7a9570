"""Shares told as two numbers: "one in five", "3 in 10", "nine out of ten patients", "two of every three"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.matchers.quantities.measures import Measure
from extractor.matchers.quantities.vocabulary import Unit

_LINK = re.compile(
    r"[^\S\n](?:in|out[^\S\n]of)[^\S\n](?:every[^\S\n])?|-in-|[^\S\n]of[^\S\n](?:every|each)[^\S\n]",
    re.IGNORECASE,
)
_OF = re.compile(r"[^\S\n]of[^\S\n]", re.IGNORECASE)
_ROUND = frozenset({10.0, 100.0, 1000.0})
"""Wholes that make a share of a plain "of": "nine of 10 doctors", but not "two of three brothers"."""


def share(link: str, left: Measure, right: Measure) -> Measure | None:
    """The share two neighbouring measures make, as a fraction; None when they make none.

    The whole must be larger than the part and bare or spelled, so that "3 in 2019" and "two in $5" are none.
    """
    linked = _LINK.fullmatch(link) or (_OF.fullmatch(link) and right.low in _ROUND)
    if not linked or left.first or right.first or left.unit or right.unit:
        return None
    if "vague" in {left.numeral.form, right.numeral.form} or not 0 < left.low < right.low:
        return None
    if left.low % 1 or right.low % 1 or ("out" not in link and 1900 <= right.low <= 2050):
        return None
    value = left.low / right.low
    return replace(right, start=left.start, low=value, high=value, unit=Unit("", "ratio"), rule="share")
