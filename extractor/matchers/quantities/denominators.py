"""What an amount is for one of: "an hour", "per share", "per 100,000 people"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractor.rules import alternation

_BRACKET = re.compile(r"[^\S\n]\([^()\n]{1,24}\)")
"""An amount in another currency between amount and denominator: "€9m ($10m) a year"."""
_OF = r"[^\S\n]+(?:of[^\S\n]+(?:(?!(?:in|at|for|within|on|by|over|than|once)\b)[a-z]+[^\S\n]+){1,3}?)?"
"""What is measured may stand before the denominator: "barrels of oil a day"."""
_ANY = re.compile(r"[^\S\n]per[^\S\n]()((?:\d[\d,]*[^\S\n]|(?:square|cubic)[^\S\n])?[a-zA-Z]+)\b")


class DenominatorReader:
    """Finds the denominator behind an amount."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        any_of, one_of = alternation(words["denominators"]), alternation(words["article_denominators"])
        later = alternation(words["not_denominators"])
        self._listed = re.compile(
            rf"(?:(?:{_OF}(?:each|every|per)[^\S\n-]|/)({any_of})|(?:{_OF}|-)an?(?:[^\S\n]|-)({one_of}))\b"
            rf"(?![^\S\n](?:{later})\b)",
            re.IGNORECASE,
        )

    def __call__(self, text: str, end: int) -> tuple[str, int, bool] | None:
        """The denominator of an amount that ends at ``end``: singular, its end, whether a bracket stands between."""
        start = end
        if bracket := _BRACKET.match(text, end):
            start = bracket.end()
        found = self._listed.match(text, start) or _ANY.match(text, start)
        return (_singular(found[1] or found[2]), found.end(), start > end) if found else None


def _singular(word: str) -> str:
    word = " ".join(word.lower().split()).replace("feet", "foot")
    return {"annum": "year", "people": "people"}.get(word, word.removesuffix("s"))
