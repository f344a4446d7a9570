"""Measures told in two units or more: "7 ft 10 in", "6-foot-4", "2 hours 10 minutes 30 seconds", "2 dollars and 50 cents".

They are told in the largest unit. A comma separates ("26 hours, 18 minutes" are two quantities), and years
are not joined with months.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from extractor.matchers.quantities.measure import Measure

_LINK = re.compile(r"-|[^\S\n]{0,2}(?:and[^\S\n])?")
_END = re.compile(r"[^\S\n]*(?:$|[.,;:!?)”\"\n]|more\b|each\b)")
_SMALLER: Mapping[str, Mapping[str, float]] = {
    "mile": {"yard": 1760, "foot": 5280},
    "yard": {"foot": 3, "inch": 36},
    "foot": {"inch": 12},
    "hour": {"minute": 60, "second": 3600},
    "minute": {"second": 60},
    "stone": {"pound-mass": 14},
    "pound-mass": {"ounce": 16},
    "kilogram": {"gram": 1000},
    "kilometre": {"metre": 1000},
    "metre": {"decimetre": 10, "centimetre": 100},
}
_CENTS = frozenset({"cent", "penny", "sen"})


def compound(text: str, link: str, left: Measure, right: Measure) -> Measure | None:
    """The one measure two neighbours make, in the unit of the left one; None when they make none."""
    if left.unit is None or not _LINK.fullmatch(link) or right.low < 0 or right.first:
        return None
    if left.low % 1 and left.rule != "compound":
        return None
    factor = _factor(text, left, right)
    if not factor or right.high >= factor:
        return None
    value = left.high + right.high / factor
    return replace(left, end=right.end, low=left.low if left.first else value, high=value, rule="compound")


def _factor(text: str, left: Measure, right: Measure) -> float:
    """How many of the right unit make one of the left; 0 when they are not of one kind."""
    assert left.unit is not None
    if left.unit.kind == "currency":
        return (
            100
            if left.unit.name not in _CENTS and left.numeral.scale == 1 and _is_cents(text, left, right)
            else 0
        )
    if right.unit is None:
        implied = left.unit.name == "foot" and right.numeral.bare and right.end == right.numeral.end
        return 12 if implied and left.first is None else 0
    return _SMALLER.get(left.unit.name, {}).get(right.unit.name, 0)


def _is_cents(text: str, left: Measure, right: Measure) -> bool:
    """Cents said or, behind a currency word and at the end of the phrase, understood ("15 dollars 50")."""
    if right.unit is not None:
        return right.unit.name in _CENTS
    two_digits = right.low >= 10 and right.low % 1 == 0 and right.numeral.form in {"digits", "spelled"}
    return two_digits and bool(_END.match(text, right.end))
