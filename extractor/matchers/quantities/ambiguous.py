"""Letters and marks behind a number that mean several things: m, ', ", in, 40s, B, penny.

The words that decide are listed under ``[ambiguous]`` in lexicons/quantity_contexts.toml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.language.rules import alternation
from extractor.matchers.quantities.numerals import Numeral

_FEET = re.compile(r"['′’](?=[^\S\n]|[.,;)]|$|\d{1,2}[\"″”])")
_OPENED = re.compile(r"(?<!\w)['‘]")
_AFTER_FEET = re.compile(r"\d['′’][^\S\n]?\d{1,2}\Z")
_DECADES = frozenset({20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0})
_PLURAL = re.compile(r"s\b")
_MONEY_RANGE = re.compile(r"[$€£₹]\d[\d.,]{0,8}m?(?:[-–]|[^\S\n](?:to|and)[^\S\n])\Z")
"""Before the upper end of a range of money: "€5-6m"."""
_SOMETHING = re.compile(r"-?somethings?\b")
_SCALES = {"M": 1e6, "B": 1e9, "T": 1e12}
_SPACED_SCALE = re.compile(r"[^\S\n]([MBT])(?![\w.-])(?:(?=[^\S\n](people|[a-z]{3,40}s)\b))?")
_SENTENCE = 40
"""Characters before a number in which a word of weather may decide."""
_NEARBY = 600
"""Characters around a number in which an opening mark or a country may decide."""


class Ambiguities:
    """Decides from what stands around a number."""

    def __init__(self, words: Mapping[str, Sequence[str]], owners: Sequence[str]) -> None:
        self._metre_after = re.compile(
            rf"[^\S\n]*(?:$|[.,;:)\]–-]|(?:{alternation(words['after_metres'])})\b|[x×]"
            r"|[^\S\n]\([\d.,]{1,8}[^\S\n]?(?:ft|feet|yd|yards)\b)"
        )
        self._inch = re.compile(
            r"ins?\b|[^\S\n]in\.(?=[^\S\n]of\b)"
            rf"|[^\S\n]in\b\.?(?=[^\S\n]*(?:$|[,;)]|(?:{alternation(words['after_inches'])})\b))"
        )
        self._in_her = re.compile(
            rf"\bin[^\S\n](?:{alternation(owners)})[^\S\n](?:(?:early|mid)-to-)?(?:(?:early|mid|late)[^\S\n-])?\Z",
            re.IGNORECASE,
        )
        self._rated = re.compile(rf"[^\S\n](?:{alternation(words['rated'])})\b")
        self._weather = re.compile(rf"(?i)\b(?:{alternation(words['weather'])})\b")
        self._british = re.compile(rf"£|\d ?p\b|\b(?:{alternation(words['british'])})\b")

    def is_unit(self, text: str, numeral: Numeral) -> bool:
        """Whether a glued letter is a unit, not a scale: "100m" is metres, "2.5m jobs" and "$5m" are millions."""
        if numeral.suffix == "mm":
            return True
        if _MONEY_RANGE.search(text, max(0, numeral.start - 16), numeral.start):
            return False
        return numeral.suffix == "m" and bool(self._metre_after.match(text, numeral.end))

    def is_rated(self, text: str, end: int) -> bool:
        """Whether something electrical follows a letter: "a 5 W charger"."""
        return bool(self._rated.match(text, end))

    def is_weather(self, text: str, start: int) -> bool:
        """Whether temperatures are spoken of right before a number."""
        return bool(self._weather.search(text, max(0, start - _SENTENCE), start))

    def inch_end(self, text: str, numeral: Numeral) -> int | None:
        """The end of "in" or a double mark that says inches; None when it is a preposition or quotation mark."""
        if found := self._inch.match(text, numeral.end):
            return found.end()
        end = numeral.end
        if text[numeral.start - 1 : numeral.start] in {'"', "“"}:
            return None  # a number in quotation marks: the "301" investigation
        if numeral.form != "digits" or text[end : end + 1] not in {'"', "″", "”"}:
            return None
        near = text[max(0, end - _NEARBY, text.rfind("\n", 0, end) + 1) : end]
        inside = near.count('"') % 2 if text[end] == '"' else near.rfind("“") > near.rfind("”")
        return end + 1 if _AFTER_FEET.search(near) or not inside else None

    def is_feet(self, text: str, numeral: Numeral) -> bool:
        """Whether an apostrophe behind digits says feet: none may be closing a quotation."""
        if numeral.form != "digits" or not _FEET.match(text, numeral.end):
            return False
        return not _OPENED.search(text, max(0, numeral.start - _NEARBY), numeral.start)

    def age_decade_end(self, text: str, numeral: Numeral) -> int | None:
        """The end of a decade of somebody's age: "in her late 40s", "in his fifties", "a 30-something"."""
        if numeral.form == "decade":
            return numeral.end
        if not numeral.bare or numeral.low not in _DECADES:
            return None
        if something := _SOMETHING.match(text, numeral.end):
            return something.end()
        owned = _PLURAL.match(text, numeral.end) and self._in_her.search(
            text, max(0, numeral.start - 24), numeral.start
        )
        return numeral.end + 1 if owned else None

    def is_british(self, text: str, start: int, end: int) -> bool:
        """Whether pence rather than cents are in the air around a number."""
        return bool(self._british.search(text, max(0, start - _NEARBY), end + _NEARBY))


def spaced_scale(text: str, end: int, signed: bool) -> float:
    """What a capital letter behind a space multiplies by ("$6 B", "6 B people"); 0 when it is no scale."""
    found = _SPACED_SCALE.match(text, end)
    return _SCALES[found[1]] if found and (signed or found[2]) else 0
