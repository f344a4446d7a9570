"""Modifiers: "about", "more than", "or so", told apart from the movement a quantity states."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

from extractor.annotations import Modifier
from extractor.language.rules import alternation

_LOOK_BACK = 32
_ADDED = r"[^\S\n](?:an?|the|another|some|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
"""Behind a plus that adds something: "97 months plus three years"."""
_LINK = r"(?:[^\S\n]*(?:(?:from|between|an?|the|just|only)[^\S\n]+)?)"


class ModifierReader:
    """Reads the modifier before or behind a quantity."""

    def __init__(self, before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> None:
        self._signs = {
            phrase.lower(): cast(Modifier, sign) for sign, phrases in before.items() for phrase in phrases
        }
        self._signs_after = {
            phrase: cast(Modifier, sign) for sign, phrases in after.items() for phrase in phrases
        }
        self._before = re.compile(
            rf"(?:(?<![\w-])|(?=[<>≤≥]))({alternation(self._signs)}){_LINK}\Z", re.IGNORECASE
        )
        self._after = re.compile(
            rf"[^\S\n]?({alternation(self._signs_after)})(?!\w|[^\S\n]than\b|[^\S\n][\d$€£])"
            rf"(?!(?<=plus){_ADDED})",
            re.IGNORECASE,
        )

    def __call__(self, text: str, start: int, end: int) -> Modifier:
        """The modifier of the quantity ``text[start:end]``; "=" when the text has none."""
        if after := self._after.match(text, end):
            return self._signs_after[_plain(after[1])]
        if before := self._before.search(text, max(0, start - _LOOK_BACK), start):
            return self._signs[_plain(before[1])]
        return "="


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().split())
