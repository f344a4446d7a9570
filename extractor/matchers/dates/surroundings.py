"""The words around an expression, as ``lexicons/calendar_context.toml`` lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.language.resources import Resources
from extractor.language.rules import alternation

_NEAR = 20
_OPENING, _QUOTES = "([\"“'‘—–…", "\"“'‘"


@dataclass(frozen=True)
class Surroundings:
    """Asks whether listed words stand before, after or around a place; offsets are those of the article text.

    Attributes:
        verbs: Lists of verb forms and lemmas by what they tell of time.
        amounts: Words of figures that are compared.
    """

    verbs: Mapping[str, frozenset[str]]
    amounts: Sequence[str]
    _before: Mapping[str, frozenset[str]]
    _after: Mapping[str, re.Pattern[str]]
    _told_before: Mapping[str, tuple[re.Pattern[str], int]]
    _around: Mapping[str, tuple[re.Pattern[str], int]]

    def before(self, name: str, text: str, start: int) -> bool:
        """Whether a word of the list stands right before the offset."""
        return stands_before(self._before[name], text, start)

    def told_before(self, name: str, text: str, start: int) -> bool:
        """Whether a word of the list stands in the same sentence before the offset, within the list's reach."""
        pattern, reach = self._told_before[name]
        return bool(pattern.search(text[max(0, start - reach) : start]))

    def after(self, name: str, text: str, end: int) -> bool:
        """Whether a word of the list follows the offset."""
        return bool(self._after[name].match(text, end))

    def around(self, name: str, text: str, start: int, end: int) -> bool:
        """Whether a word of the list stands within the list's reach of the stretch."""
        pattern, reach = self._around[name]
        return bool(pattern.search(text[max(0, start - reach) : end + reach]))


def read_surroundings(language: Resources) -> Surroundings:
    """The context lexicon of the language.

    Raises:
        ResourceError: When the file is missing or is not TOML.
    """
    tables = language.toml("lexicons/calendar_context")
    return Surroundings(
        {name: frozenset(words) for name, words in tables["verbs"].items()},
        tables["amounts"]["words"],
        {name: frozenset(table["words"]) for name, table in tables["before"].items()},
        {name: _any_of(table, r"\s{1,2}(?:%s)\b") for name, table in tables["after"].items()},
        _within(tables["told_before"], r"\b(?:%s)(?!\w)[^.\n]*$"),
        _within(tables["around"], r"\b(?:%s)\b"),
    )


def stands_before(words: frozenset[str], text: str, start: int) -> bool:
    """Whether one of the words or pairs of words, lower case, stands right before the offset."""
    return not words.isdisjoint(words_before(text, start))


def words_before(text: str, start: int) -> tuple[str, ...]:
    """The last word and the last pair of words before the offset, lower case; none where no gap divides them from it.

    Args:
        text: The article text.
        start: Offset of an expression; a quotation mark may stand before it.
    """
    before = text[start - _NEAR if start > _NEAR else 0 : start].lower().rstrip(_QUOTES).replace("-", " ")
    words = before.rsplit(None, 2)
    if not words or not before[-1].isspace():
        return ()
    last = words[-1].lstrip(_OPENING)
    return (last, f"{words[-2]} {last}") if len(words) > 1 else (last,)


def _within(tables: Mapping[str, Any], frame: str) -> dict[str, tuple[re.Pattern[str], int]]:
    return {name: (_any_of(table, frame), table["within"]) for name, table in tables.items()}


def _any_of(table: Mapping[str, Any], frame: str) -> re.Pattern[str]:
    return re.compile(frame % alternation(table["words"]), re.IGNORECASE)
