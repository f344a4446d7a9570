"""The calendar lexicon, typed: surface words to meanings, and the alternations that fill the patterns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.language.resources import Resources
from extractor.matchers.dates.branching import branching
from extractor.matchers.dates.holidays import Holiday, read_holidays
from extractor.matchers.dates.surroundings import Surroundings, read_surroundings

_NUMBERED = (
    "month",
    "weekday",
    "deictic",
    "article",
    "number",
    "ordinal",
    "edge",
    "spoken",
    "decade",
    "direction",
)
_NAMED = (
    "season",
    "daypart",
    "unit",
    "reference",
    "adjective",
    "frequency",
    "part",
    "amount",
    "relation",
    "recurring",
)
_LISTED = ("vague", "zone")


@dataclass(frozen=True)
class Lexicon:
    """Words of the calendar by meaning; every key is lower case with single spaces.

    Attributes:
        numbers: For month, weekday, deictic, number, ordinal, decade and direction: word to integer.
        names: For the other tables: word to TIMEX3 code, unit name or relation.
        holidays: Name to its computation.
        lists: Words of the section ``[lists]``, by what they have in common.
        ambiguous: Words that are dates only when written as names.
        surfaces: All words of each table, as written in the lexicon.
        surroundings: Words around an expression that decide what it is.
    """

    numbers: Mapping[str, Mapping[str, int]]
    names: Mapping[str, Mapping[str, str]]
    holidays: Mapping[str, Holiday]
    lists: Mapping[str, frozenset[str]]
    ambiguous: frozenset[str]
    surfaces: Mapping[str, tuple[str, ...]]
    surroundings: Surroundings

    def number(self, table: str, written: str) -> int:
        """The integer a word of a numbered table stands for."""
        return self.numbers[table][normal(written)]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Articles and number words to the number they stand for."""
        return {**self.numbers["article"], **self.numbers["number"]}

    def name(self, table: str, written: str) -> str:
        """The code a word of a named table stands for."""
        return self.names[table][normal(written)]

    def step(self, written: str) -> int:
        """-1 for "last" and "the previous", 1 for "next", 0 for "this", "that" and "the"."""
        return self.numbers["direction"].get(written.lower().split()[-1], 0)

    def phase(self, written: str | None) -> str | None:
        """START, MID or END for "early", "mid", "late"; None for any other word."""
        return self.names["part"].get(written.lower()) if written else None

    def vocabulary(self) -> dict[str, str]:
        """Each table as a regular expression that ends at a word's end, for `extractor.language.rules.fill`."""
        return {
            table: branching(word.lower() for word in words)
            + ("" if table == "part" else r"(?:(?!\w)|(?<=\.))")
            for table, words in self.surfaces.items()
        }


def read_lexicon(language: Resources) -> Lexicon:
    """The calendar and holiday lexicons of the language.

    Raises:
        ResourceError: When a file is missing or is not TOML.
    """
    tables = language.toml("lexicons/calendar")
    holidays = read_holidays(language)
    surfaces = {name: _words(tables[name]) for name in (*_NUMBERED, *_NAMED, *_LISTED)}
    return Lexicon(
        numbers={name: {word: int(key) for word, key in _pairs(tables[name])} for name in _NUMBERED},
        names={name: dict(_pairs(tables[name])) for name in _NAMED},
        holidays=holidays,
        lists={name: frozenset(words) for name, words in tables["lists"].items()},
        ambiguous=frozenset(tables["ambiguous"]["words"]),
        surfaces={**surfaces, "holiday": tuple(holidays)},
        surroundings=read_surroundings(language),
    )


def normal(written: str) -> str:
    """A surface as the lexicon writes it: lower case, single spaces."""
    return " ".join(written.lower().split())


def _pairs(table: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(word.lower(), key) for key, words in table.items() for word in words]


def _words(table: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(word for words in table.values() for word in words)
