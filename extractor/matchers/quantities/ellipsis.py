"""Elliptic numbers: "370 cars … compared with 58", "41,300 men and 52,700 who …", "310 hp … its old 295"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.annotations import Quantity

_LOOK_BACK = 16
_LINK = re.compile(
    r"(?i)\b(?:compared (?:with|to)|against|from|versus|vs\.?|and|or|than|by)\s(?:about\s|just\s|only\s)?\Z"
)
_NEAR = 1.5
_REACH = 90
"""How far behind a quantity a linked number may stand and still mean the same thing."""


def completed(doc: Doc, text: str, last: int, quantity: Quantity, earlier: Sequence[Quantity]) -> Quantity:
    """The bare quantity that ends in token ``last``, with what one of the ``earlier`` of its sentence lends."""
    lenders = [other for other in reversed(earlier) if other.unit_kind != "ratio"]
    lender = _lender(doc, text, last, quantity, lenders)
    if lender is None:
        return quantity
    return replace(
        quantity,
        unit=lender.unit,
        unit_kind=lender.unit_kind,
        currency=lender.currency,
        counted=lender.counted,
        rule="ellipsis",
    )


def _lender(
    doc: Doc, text: str, last: int, quantity: Quantity, lenders: Sequence[Quantity]
) -> Quantity | None:
    if last + 1 < len(doc) and doc[last + 1].lower_ == "who":
        return next((other for other in lenders if other.counted), None)
    linked = _LINK.search(text, max(0, quantity.span.start - _LOOK_BACK), quantity.span.start)
    near = next((other for other in lenders if _is_near(quantity, other)), None)
    if near and (linked or near.unit_kind != "currency"):
        return near
    beside = lenders and quantity.span.start - lenders[0].span.end < _REACH
    return lenders[0] if linked and beside else None


def _is_near(quantity: Quantity, other: Quantity) -> bool:
    """Whether two numbers are of one magnitude and written alike, as levels of one index are."""
    if (
        not quantity.value
        or not other.value
        or not (other.unit or other.counted)
        or min(quantity.value, other.value) < 10
    ):
        return False
    ratio = quantity.value / other.value
    return 1 / _NEAR < ratio < _NEAR and (quantity.value % 1 == 0) == (other.value % 1 == 0)
