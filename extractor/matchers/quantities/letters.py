"""Capital letters that stand for a currency: "N2.3bn" in Lagos, "R450,000" in Pretoria, "P5.8 trillion" in Manila.

A letter before digits names roads, masks and bonds too, so it is money only in a text that has a sure amount with it: with a
scale, groups of thousands or two decimals. "The R61" is a road even there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.language.rules import alternation
from extractor.matchers.quantities.numerals import Numeral

_THE = re.compile(r"\b[Tt]he[^\S\n]\Z")
_LOOK_BACK = 5


class CurrencyLetters:
    """Tells money from names."""

    def __init__(self, letters: Iterable[str], scales: Iterable[str], paying: Iterable[str]) -> None:
        self._letter = re.compile(rf"(?<![\w.$-])({alternation(letters)})\Z")
        thousands = r"\d{1,3}, 000(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)"
        self._sure = re.compile(
            rf"(?<![\w.$-])({alternation(letters)})"
            rf"(?:{thousands}|\d+[.,]\d\d(?!\d)|\d+(?:[.,]\d+)?[ \u00a0-]?(?:{alternation(scales)})\b)"
        )

        self._paid = re.compile(
            rf"(?i:\b(?:{alternation(paying)})(?:s|d|r|ed|ing)?)[^\S\n](?:[a-z]{{1,12}}[^\S\n]){{0,2}}({alternation(letters)})\d"
        )

    def used(self, text: str) -> frozenset[str]:
        """The letters that stand for money somewhere in the text: "N2.3bn", "paid R150"."""
        sure = {match[1] for match in self._sure.finditer(text)}
        return frozenset(sure | {match[1] for match in self._paid.finditer(text)})

    def before(self, text: str, numeral: Numeral, used: frozenset[str]) -> str | None:
        """The letter for money before a number, of those ``used`` in the text."""
        start = numeral.start
        if not used or not (found := self._letter.search(text, max(0, start - 2), start)):
            return None
        named = numeral.bare and _THE.search(text, max(0, start - 1 - _LOOK_BACK), start - 1)
        return found[1] if found[1] in used and not named else None
