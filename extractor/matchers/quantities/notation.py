"""How a text writes its digits: 1,234.5 as in London, 1.234,5 as in Berlin, 1 234,5 as in Pretoria."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_ENGLISH = r"""\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d) | \d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d|,\d)
             | \d{1,3},\ 000(?!\d) | \d{1,3},\d{1,2}(?=[^\S\n]?(?:%|per\ ?cent|million|billion|trillion|bn\b))
             | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?(?!\d) | \d{1,3}(?:\ \d{3}){2,4}(?![\ ]?\d)
             | \d{1,3}\ \d00(?=[^\S\n][a-z]) | \d{1,3}\ 000(?![\ ]?\d)
             | \d+(?:\.\d+)? | \.\d+"""
_SPACED = rf"\d{{1,3}}(?:[\ \u00a0]\d{{3}})+(?:[.,]\d{{1,2}})?(?![\d.,]?\d) | {_ENGLISH}"
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d|\.\d) | \d+,\d{1,2}(?!\d) | \d+"

_ENGLISH_MARK = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,3}\.\d{1,2}(?![\d.]))")
_EUROPEAN_MARK = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d.]))"
)
_SPACED_MARK = re.compile(r"(?<![\w.,])(?:[A-Z]|[$€£])\d{1,3}\ \d{3}(?:\ \d{3})*(?![\d.,]?\d)")
"""Money with its thousands set off by spaces, as South Africa writes it."""
_ENGLISH_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}\Z)")
_SEPARATOR = re.compile(r"[,\s]")


class Notation(NamedTuple):
    """A way of writing digits.

    Attributes:
        digits: Pattern of a number without sign, for a verbose expression.
        value: Of a number written so.
    """

    digits: str
    value: Callable[[str], float]


def _english(written: str) -> float:
    return float(_SEPARATOR.sub("", _DECIMAL_COMMA.sub(".", written)))


def _european(written: str) -> float:
    return float(written.replace(".", "").replace(",", "."))


ENGLISH, SPACED, EUROPEAN = (
    Notation(_ENGLISH, _english),
    Notation(_SPACED, _english),
    Notation(_EUROPEAN, _european),
)


def notation_of(text: str) -> Notation:
    """The notation of a text: another than the English one only if it has such numbers and none that says otherwise."""
    if _EUROPEAN_MARK.search(text) and not _ENGLISH_MARK.search(text):
        return EUROPEAN
    if _SPACED_MARK.search(text) and not _ENGLISH_THOUSANDS.search(text):
        return SPACED
    return ENGLISH
