"""The words around an expression, as ``lexicons/calendar_context.toml`` lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.resources import Language
from extractor.rules import alternation

_NEAR = 20


@dataclass(frozen=True)
class Surroundings:
    """Asks whether listed words stand before, after or around a place; offsets are those of the article text.

    Attributes:
        verbs: Lists of verb forms and lemmas by what they tell of time.
        amounts: Words of figures that are compared.
    """

    verbs: Mapping[str, frozenset[str]]
    amounts: Sequence[str]
    _before: Mapping[str, tuple[re.Pattern[str], int]]
    _after: Mapping[str, tuple[re.Pattern[str], int]]
    _around: Mapping[str, tuple[re.Pattern[str], int]]

    def before(self, name: str, text: str, start: int) -> bool:
        """Whether a word of the list stands right before the offset, or within the list's reach."""
        pattern, reach = self._before[name]
        return bool(pattern.search(text[max(0, start - reach) : start]))

    def after(self, name: str, text: str, end: int) -> bool:
        """Whether a word of the list follows the offset."""
        return bool(self._after[name][0].match(text, end))

    def around(self, name: str, text: str, start: int, end: int) -> bool:
        """Whether a word of the list stands within the list's reach of the stretch."""
        pattern, reach = self._around[name]
        return bool(pattern.search(text[max(0, start - reach) : end + reach]))


def read_surroundings(language: Language) -> Surroundings:
    """The context lexicon of the language.

    Raises:
        ResourceError: When the file is missing or is not TOML.
    """
    tables = language.toml("lexicons/calendar_context")
    return Surroundings(
        {name: frozenset(words) for name, words in tables["verbs"].items()},
        tables["amounts"]["words"],
        {name: _before(table) for name, table in tables["before"].items()},
        {name: _compiled(table, r"\s{1,2}(?:%s)\b") for name, table in tables["after"].items()},
        {name: _compiled(table, r"\b(?:%s)\b") for name, table in tables["around"].items()},
    )


def _before(table: Mapping[str, Any]) -> tuple[re.Pattern[str], int]:
    return _compiled(table, r"\b(?:%s)(?!\w)[^.\n]*$" if "within" in table else r"(?<!\w)(?:%s)[\s-]{1,3}$")


def _compiled(table: Mapping[str, Any], frame: str) -> tuple[re.Pattern[str], int]:
    flags = 0 if table.get("case") else re.IGNORECASE
    return re.compile(frame % alternation(table["words"]), flags), table.get("within", _NEAR)
