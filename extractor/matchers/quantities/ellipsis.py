"""Elliptic numbers: "370 cars … compared with 58", "41,300 men and 52,700 who …", "310 hp … its old 295"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.annotations import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LOOK_BACK = 16
_LINK = re.compile(
    r"(?i)\b(?:compared (?:with|to)|against|from|versus|vs\.?|and|or|by|(?<!more )(?<!less )(?<!fewer )than)\s"
    r"(?:about\s|just\s|only\s)?\Z"
)
_OF_THE = re.compile(
    r"(?i)\bof[^\S\n](?:the|these|those|its|their|his|her|all|some|about|nearly|over|more than)[^\S\n]\Z"
)
_THEM = frozenset({"them", "whom", "those", "these", "which"})
_COMPARED = frozenset({"more", "fewer", "less"})
_NEAR = 1.5
_STANDS_AT = re.compile(r"(?i)\b(?:at|with|to|has|had|got|won)[^\S\n](?:about|just|only)?[^\S\n]?\Z")
_REACH = 90
"""How far behind a quantity a linked number may stand and still mean the same thing."""


def completed(doc: Doc, text: str, last: int, quantity: Quantity, earlier: Sequence[Quantity]) -> Quantity:
    """The bare quantity that ends in token ``last``, with what one of the ``earlier`` of its sentence lends."""
    lenders = [
        other
        for other in reversed(earlier)
        if (other.unit or other.counted) and not _is_attribute(text, other)
    ]
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
    if last + 1 < len(doc):
        following = doc[last + 1].lower_
        if following in _COMPARED:
            return lenders[-1] if lenders else None
        of_them = following == "of" and doc[last + 2 : last + 3].text.lower() in _THEM
        if following == "who" or of_them or _ends_object(doc, last):
            return next((other for other in lenders if other.counted), None)
        if doc[last + 1].pos_ in {"AUX", "VERB"} and (whole := _whole(text, lenders)):
            return whole
    begin = max(0, quantity.span.start - _LOOK_BACK)
    linked = _LINK.search(text, begin, quantity.span.start)
    if lenders and lenders[0].unit_kind == "percent" and (quantity.value or 101) <= 100:
        linked = linked or _STANDS_AT.search(text, begin, quantity.span.start)
    near = next((other for other in lenders if _is_near(quantity, other)), None)
    if near and (linked or near.unit_kind != "currency"):
        return near
    beside = lenders and quantity.span.start - lenders[0].span.end < _REACH
    return lenders[0] if linked and beside else None


def _is_attribute(text: str, quantity: Quantity) -> bool:
    """Whether it is a duration that only describes a noun: "the seven-day average fell from 121,000"."""
    return quantity.unit_kind == "time" and "-" in text[quantity.span.start : quantity.span.end]


def _ends_object(doc: Doc, last: int) -> bool:
    """Whether the number is all there is of a verb's object: "it won 12 seats and lost three."."""
    number = doc[last]
    return number.dep_ == "dobj" and number.head.i < last and doc[last + 1].pos_ in {"PUNCT", "CCONJ", "ADP"}


def _whole(text: str, lenders: Sequence[Quantity]) -> Quantity | None:
    """The counted whole an earlier "of the" names: "Of the 120 drivers, 77 were fined"."""
    counted = (other for other in lenders if other.counted)
    return next(
        (one for one in counted if _OF_THE.search(text, max(0, one.span.start - 24), one.span.start)), None
    )


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
