"""What stands before an expression: its relation, and with it the interval that both denote together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.annotations import Span, Timex
from extractor.matchers.dates.lexicon import Lexicon, normal
from extractor.matchers.dates.periods import DAY, third
from extractor.matchers.dates.reading import Reading
from extractor.rules import alternation

_LINK = re.compile(r"\s{0,2}(?:(and)|(to|until|till|through)|([-–—]))\s{0,2}(?:the\s)?$", re.IGNORECASE)
_BETWEEN = r"(?:\s{1,2}(?:the|about|around|early|late|at\sleast|nearly|almost))?\s{1,2}[\"“'‘]?$"
_WINDOW = 24
_LINK_LENGTH = 12
_PARTS = frozenset({"START", "MID", "END"})

Interval = tuple[dt.date | None, dt.date | None]
Read = tuple[Reading, str]
"""A reading and the id of the rule that made it."""


@dataclass(frozen=True)
class Relations:
    """Reads the words before an expression.

    Attributes:
        words: Surface, lower case, to relation.
        before: Matches text that ends in one of them.
    """

    words: Mapping[str, str]
    before: re.Pattern[str]

    def timexes(self, readings: Sequence[Read], text: str, published: dt.date | None) -> tuple[Timex, ...]:
        """The readings as timexes with relation and interval, the ends of a range joined."""
        words = [self._word(reading, text) for reading, _ in readings]
        return tuple(
            _timex(
                *read, _of_range(readings, words, index, text) or _of_one(read[0], words[index], published)
            )
            for index, read in enumerate(readings)
        )

    def _word(self, reading: Reading, text: str) -> str | None:
        found = self.before.search(text[max(0, reading.start - _WINDOW) : reading.start])
        return self.words[normal(found[1])] if found else None


def compile_relations(lexicon: Lexicon) -> Relations:
    """The prepositions of the calendar lexicon, compiled."""
    words = lexicon.names["relation"]
    return Relations(words, re.compile(rf"(?<!\w)({alternation(words)}){_BETWEEN}", re.IGNORECASE))


def _timex(reading: Reading, rule: str, related: tuple[str | None, Interval]) -> Timex:
    relation, (begin, end) = related
    span = Span(reading.start, reading.end)
    return Timex(span, reading.type, reading.value, reading.mod, begin, end, relation, reading.anchor, rule)


def _of_range(
    readings: Sequence[Read], words: Sequence[str | None], index: int, text: str
) -> tuple[str, Interval] | None:
    """Relation and whole interval of either end of "between A and B", "from A to B", "A-B"."""
    for first in (index, index - 1):
        if not 0 <= first < len(readings) - 1:
            continue
        a, b = readings[first][0], readings[first + 1][0]
        relation = _link(a, b, words[first], text)
        if relation and a.first and b.last and a.first <= b.last:
            return relation, (_edges(a)[0], _edges(b)[1])
    return None


def _link(a: Reading, b: Reading, word: str | None, text: str) -> str | None:
    if not 0 <= b.start - a.end <= _LINK_LENGTH:
        return None
    link = _LINK.match(text[a.end : b.start])
    if not link:
        return None
    if link[1]:
        return "between" if word == "between" else None
    return "from-to"


def _of_one(reading: Reading, word: str | None, published: dt.date | None) -> tuple[str | None, Interval]:
    if reading.relation:
        return reading.relation, (reading.first, reading.last)
    if reading.type in {"DURATION", "SET"}:
        return ("for" if word == "for" and reading.type == "DURATION" else None), (None, None)
    relation = {"from": "since", "between": None, "for": "on"}.get(word or "", word)
    return relation, _interval(reading, relation, published if word != "from" else None)


def _interval(reading: Reading, relation: str | None, published: dt.date | None) -> Interval:
    """First and last day of what relation and expression denote together."""
    begins, ends = _bounds(reading)
    if relation == "since":
        return begins, (published if begins and published and begins <= published else None)
    if relation in {"until", "by"}:
        return None, ends
    if relation == "before":
        return None, _moved(begins, -DAY)
    if relation == "after":
        return _moved(ends, DAY), None
    return _edges(reading)


def _edges(reading: Reading) -> Interval:
    """First and last day, narrowed to a third of the unit for early, mid and late."""
    period = reading.period
    if period is None or reading.mod not in _PARTS or reading.first == reading.last:
        return reading.first, reading.last
    return third(period, reading.mod)


def _bounds(reading: Reading) -> Interval:
    """First and last day as a bound: what ends "by the end of 2021" ends on the year's last day."""
    first, last = _edges(reading)
    if reading.mod == "END":
        return first, reading.last
    return first, last


def _moved(date: dt.date | None, step: dt.timedelta) -> dt.date | None:
    try:
        return date + step if date else None
    except OverflowError:
        return None
