"""The calendar lexicon, typed: surface words to what they are and mean, and the words around that decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractor.language.calendar import Calendar, CalendarContext, Nearby, Within
from extractor.language.resources import Resources
from extractor.language.rules import alternation
from extractor.language.tense import TenseWords
from extractor.matchers.dates.holidays import Holiday, read_holidays

_TOKEN = re.compile(r"[A-Za-z]+|\d+|[^\sA-Za-z\d]")
_NEAR = 20
_OPENING, _QUOTES = "([\"“'‘—–…", "\"“'‘"

Entry = tuple[tuple[str, ...], str, "int | str"]
"""The words behind the first one, the symbol, and what it means."""


class Word(NamedTuple):
    """A word or figure of the calendar in the text.

    Attributes:
        key: What it means: the number of a month, the name of a unit, the TIMEX3 code of a part of the day.
        start: Offset of its first character in the article text.
        end: Offset behind its last character.
        text: Its surface.
        parts: The pieces of a notation with figures.
    """

    key: int | float | str
    start: int
    end: int
    text: str
    parts: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The meaning of words that count."""
        return int(self.key)

    @property
    def name(self) -> str:
        """The meaning of words that name."""
        return str(self.key)

    @property
    def lower(self) -> str:
        """The surface as the lexicon writes it: lower case, single spaces."""
        return " ".join(self.text.lower().split())


@dataclass(frozen=True)
class Lexicon:
    """Words of the calendar and of what stands around them; every key is lower case.

    Attributes:
        tables: Symbol of each table to its words and what they mean.
        entries: First word to all that can begin with it, the longest first.
        weights: Each word that can take part in an expression; True where one may be told by it alone.
        numbers: Single number words to their numbers.
        numerals: Words a number in words can begin with.
        holidays: Name to its computation.
        relations: Prepositions before an expression to the relation they tell.
        lists: Words of the section ``[lists]``, by what they have in common.
        context: Asks for the words around a place.
        tenses: Verb forms by what they tell of time.
    """

    tables: Mapping[str, Mapping[str, int | str]]
    entries: Mapping[str, tuple[Entry, ...]]
    weights: dict[str, bool]
    numbers: Mapping[str, int]
    numerals: frozenset[str]
    holidays: Mapping[str, Holiday]
    relations: Mapping[str, int | str]
    lists: Mapping[str, frozenset[str]]
    context: Surroundings
    tenses: TenseWords


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
        return not self._before[name].isdisjoint(words_before(text, start))

    def told_before(self, name: str, text: str, start: int) -> bool:
        """Whether a word of the list stands in the same sentence before the offset, within the list's reach."""
        pattern, reach = self._told_before[name]
        before = text[max(0, start - reach) : start]
        return any(
            "." not in before[found.end() :] and "\n" not in before[found.end() :]
            for found in pattern.finditer(before)
        )

    def after(self, name: str, text: str, end: int) -> bool:
        """Whether a word of the list follows the offset."""
        return bool(self._after[name].match(text, end))

    def around(self, name: str, text: str, start: int, end: int) -> bool:
        """Whether a word of the list stands within the list's reach of the stretch."""
        pattern, reach = self._around[name]
        return bool(pattern.search(text[max(0, start - reach) : end + reach]))


def read_lexicon(language: Resources) -> Lexicon:
    """The calendar, context and holiday lexicons of the language.

    Raises:
        ResourceError: When a file is missing, or is not what its schema says.
    """
    calendar = language.lexicon(Calendar)
    holidays = read_holidays(language)
    tables = {name.upper(): _meanings(dict(table)) for name, table in calendar.words}
    tables["HOLIDAY"] = dict.fromkeys(holidays, "")
    numbers = {word: int(number) for word, number in tables["NUMBER"].items()}
    lists: dict[str, frozenset[str]] = dict(calendar.lists)
    weak = {name.upper() for name in lists["weak_tables"]}
    return Lexicon(
        tables=tables,
        entries=_entries(tables),
        weights=_weights(tables, weak, lists),
        numbers={word: number for word, number in numbers.items() if " " not in word},
        numerals=frozenset(word.split()[0] for word in numbers),
        holidays=holidays,
        relations=_meanings(calendar.relation.model_dump(by_alias=True)),
        lists=lists,
        context=_read_surroundings(language),
        tenses=language.lexicon(TenseWords),
    )


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


def _meanings(table: Mapping[Any, Iterable[str]]) -> dict[str, int | str]:
    return {word.lower(): key for key, words in table.items() for word in words}


def tokens_of(phrase: str) -> tuple[str, ...]:
    """A phrase of the lexicon in the tokens of `lex`."""
    return tuple(_TOKEN.findall(phrase.lower().replace("’", "'")))


def _entries(tables: Mapping[str, Mapping[str, int | str]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[Entry, None]] = {}
    for symbol, words in tables.items():
        for phrase, key in words.items():
            first, *rest = tokens_of(phrase)
            found.setdefault(first, {})[tuple(rest), symbol, phrase if symbol == "HOLIDAY" else key] = None
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()
    }


def _weights(
    tables: Mapping[str, Mapping[str, int | str]], weak: Iterable[str], lists: Mapping[str, Iterable[str]]
) -> dict[str, bool]:
    """Every word of an expression; of a longer phrase the last one tells that an expression may stand here."""
    weights = dict.fromkeys(lists["suffixes"], False)
    for symbol, words in tables.items():
        for phrase in words:
            *others, last = (token for token in tokens_of(phrase) if token.isalpha())
            for word in others:
                weights.setdefault(word, False)
            weights[last] = weights.get(last, False) or symbol not in weak
    return {**weights, **dict.fromkeys(lists["telling"], True)}


def _read_surroundings(language: Resources) -> Surroundings:
    context = language.lexicon(CalendarContext)
    return Surroundings(
        dict(context.verbs),
        sorted(context.amounts.words),
        {name: table.words for name, table in context.before},
        {name: _any_of(table, r"\s{1,2}(?:%s)\b") for name, table in context.after},
        _within(context.told_before, r"\b(?:%s)(?!\w)"),
        _within(context.around, r"\b(?:%s)\b"),
    )


def _within(tables: Iterable[tuple[str, Within]], frame: str) -> dict[str, tuple[re.Pattern[str], int]]:
    return {name: (_any_of(table, frame), table.within) for name, table in tables}


def _any_of(table: Nearby, frame: str) -> re.Pattern[str]:
    return re.compile(frame % alternation(table.words), re.IGNORECASE)
