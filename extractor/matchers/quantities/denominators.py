"""What an amount is for one of: "an hour", "per share", "per 100,000 people"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractor.language.rules import alternation

_BRACKET = re.compile(r"[^\S\n]\([^()\n]{1,24}\)")
"""An amount in another currency between amount and denominator: "€9m ($10m) a year"."""
_OF = r"[^\S\n]+(?:of[^\S\n]+(?:(?!(?:in|at|for|within|on|by|over|than|once)\b)[a-zA-Z]+\d?[^\S\n]+){1,3}?)?"
"""What is measured may stand before the denominator: "barrels of oil a day"."""
_ANY = re.compile(
    r"[^\S\n]per[^\S\n]"
    r"((?:\d[\d,]*[^\S\n])?(?:(?:square|cubic|half|live|equity|ordinary|common)[^\S\n])?[a-zA-Z]+)\b"
)


class DenominatorReader:
    """Finds the denominator behind an amount."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        any_of, one_of = alternation(words["denominators"]), alternation(words["article_denominators"])
        times, reckoned = alternation(words["article_times"]), alternation(words["reckoned"])
        self._listed = re.compile(
            rf"(?:(?:{_OF}(?:each|every|per)[^\S\n-]|/)(?P<each>{any_of})\b"
            rf"|(?:{_OF}|-)an?(?:[^\S\n]|-)(?:(?P<one>{one_of})\b|(?P<time>{times})\b(?![^\S\n](?:{reckoned})\b)))",
            re.IGNORECASE,
        )
        self._letters: Mapping[str, str] = words["lettered_denominators"]
        self._lettered = re.compile(rf"[^\S\n]?({alternation(self._letters)})(?!\w)")

    def __call__(self, text: str, end: int) -> tuple[str, int, bool] | None:
        """The denominator of an amount that ends at ``end``: singular, its end, whether a bracket stands between."""
        start = end
        if bracket := _BRACKET.match(text, end):
            start = bracket.end()
        if found := self._listed.match(text, start) or _ANY.match(text, start):
            return _singular(found[found.lastgroup or 1]), found.end(), start > end
        lettered = self._lettered.match(text, end)
        return (self._letters[lettered[1]], lettered.end(), False) if lettered else None


def _singular(word: str) -> str:
    word = " ".join(word.lower().split()).replace("feet", "foot")
    return {"annum": "year", "people": "people"}.get(word, word.removesuffix("s"))
