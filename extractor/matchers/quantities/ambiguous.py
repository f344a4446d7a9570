"""Letters and marks behind a number that mean several things: m, ', in, 40s, B, penny."""

from __future__ import annotations

import re

from extractor.matchers.quantities.numerals import Numeral

_METRE_AFTER = re.compile(
    r"[^\S\n]*(?:$|[.,;:)\]–-]|(?:long|wide|tall|high|deep|above|below|away|from|in|to|of|by|and|or|at|on|off|per|"
    r"sprint|race|freestyle|butterfly|backstroke|hurdles|relay|final|x|×|is|was|are)\b)"
)
_INCH = re.compile(r"[^\S\n]?in\b\.?(?=[^\S\n]*(?:$|[,;)]|(?:tall|long|wide|high|thick|deep|by|x)\b))")
_FEET = re.compile(r"'(?=[^\S\n]|[.,;)]|$)")
_OPENED = re.compile(r"(?<!\w)['‘]")
_DECADES = frozenset({20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0})
_PLURAL = re.compile(r"s\b")
_IN_HER = re.compile(
    r"\bin[^\S\n](?:his|her|their|my|our|your)[^\S\n](?:early|mid|late|mid-|early-|late-)?[^\S\n]?\Z"
)
_SPACED_SCALE = re.compile(r"[^\S\n]([MBT])(?![\w.-])(?:(?=[^\S\n](people|[a-z]{3,40}s)\b))?")
_SCALES = {"M": 1e6, "B": 1e9, "T": 1e12}
_BRITISH = re.compile(r"£|\bpence\b|\d ?p\b|\b(?:British|Britain|London|UK)\b")
_NEARBY = 600
"""Characters around a number in which an opening mark or a country may decide."""


def is_unit(text: str, numeral: Numeral) -> bool:
    """Whether a glued letter is a unit, not a scale: "100m" is metres, "2.5m jobs" and "$5m" are millions."""
    if numeral.suffix == "mm":
        return True
    return numeral.suffix == "m" and bool(_METRE_AFTER.match(text, numeral.end))


def inch_end(text: str, end: int) -> int | None:
    """The end of "in" as inch: at the end of a phrase or before "tall"; None when it is a preposition."""
    found = _INCH.match(text, end)
    return found.end() if found else None


def is_feet(text: str, numeral: Numeral) -> bool:
    """Whether an apostrophe behind digits says feet: none may be closing a quotation."""
    if numeral.form != "digits" or not _FEET.match(text, numeral.end):
        return False
    return not _OPENED.search(text, max(0, numeral.start - _NEARBY), numeral.start)


def is_age_decade(text: str, numeral: Numeral) -> bool:
    """Whether a round number with a plural s is an age: "in her late 40s"."""
    if not numeral.bare or numeral.low not in _DECADES or not _PLURAL.match(text, numeral.end):
        return False
    return bool(_IN_HER.search(text, max(0, numeral.start - 24), numeral.start))


def spaced_scale(text: str, end: int, signed: bool) -> float:
    """What a capital letter behind a space multiplies by ("$6 B", "6 B people"); 0 when it is no scale."""
    found = _SPACED_SCALE.match(text, end)
    return _SCALES[found[1]] if found and (signed or found[2]) else 0


def is_british(text: str, start: int, end: int) -> bool:
    """Whether pence rather than cents are in the air around a number."""
    return bool(_BRITISH.search(text, max(0, start - _NEARBY), end + _NEARBY))
