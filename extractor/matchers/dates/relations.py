"""What stands before an expression: its relation, and with it the interval that both denote together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.annotations import Span, Timex
from extractor.language.rules import alternation
from extractor.matchers.dates.lexicon import Lexicon, words_before
from extractor.matchers.dates.periods import DAY
from extractor.matchers.dates.scene import Reading

_LINK = re.compile(r"\s{0,2}(?:(and)|(to|until|till|through)|([-–—/]))\s{0,2}(?:the\s)?$", re.IGNORECASE)
_FILLERS = ("the", "about", "around", "early", "late", "at least", "nearly", "almost")
_BETWEEN = rf"(?:\s{{1,2}}(?:{alternation(_FILLERS)}))?\s{{1,2}}[\"“'‘]?$"
_OF_THING = ("the ", "The ")
_THING = re.compile(r"[^\S\n][a-z]")
_WINDOW = 24
_LINK_LENGTH = 12
_COMPARED = frozenset(
    {"ago", "vague-ago", "year-ago", "same-unit", "same-shifted", "year-period", "unit-before"}
)
"""Rules of what figures are compared with: "up from a year earlier" is no beginning."""
_PARTS = frozenset({"START", "MID", "END"})

Interval = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class Relations:
    """Reads the words before an expression.

    Attributes:
        words: Surface, lower case, to relation.
        before: Matches text that ends in one of them.
        last: The last words of such text, a quick look at which spares most searches.
        compared: Matches text that ends in an amount and "from": "up 3 percent from".
        approximate: "About" and its like.
        not_approximate: Those of them that make only clock times approximate.
    """

    words: Mapping[str, int | str]
    before: re.Pattern[str]
    last: frozenset[str]
    compared: re.Pattern[str]
    approximate: frozenset[str]
    not_approximate: frozenset[str]

    def timexes(self, readings: Sequence[Reading], text: str, published: dt.date | None) -> tuple[Timex, ...]:
        """The readings as timexes with relation and interval, the ends of a range joined."""
        led = [self._led(reading, text) for reading in readings]
        ranges = [_of_range(*first, second[0], text) for first, second in pairwise(led)]
        return tuple(
            _timex(
                reading,
                first or second or _of_one(reading, word, published, dates=_dates_a_thing(reading, text)),
            )
            for (reading, word), first, second in zip(led, [*ranges, None], [None, *ranges], strict=False)
        )

    def _led(self, reading: Reading, text: str) -> tuple[Reading, str | None]:
        """The reading and its relation; a date or a time behind "about" is approximate, the word itself stays outside."""
        before = words_before(text, reading.start)
        if not reading.mod and self._is_about(reading, before):
            reading = reading._replace(mod="APPROX")
        return reading, None if self.last.isdisjoint(before) else self._word(reading, text)

    def _is_about(self, reading: Reading, before: tuple[str, ...]) -> bool:
        if self.approximate.isdisjoint(before) or reading.type not in {"DATE", "TIME"}:
            return False
        return reading.type == "TIME" or self.not_approximate.isdisjoint(before)

    def _word(self, reading: Reading, text: str) -> str | None:
        before = text[max(0, reading.start - _WINDOW) : reading.start]
        found = self.before.search(before)
        if found is None or (
            found[1].lower() == "from" and (reading.rule in _COMPARED or self.compared.search(before))
        ):
            return None
        return str(self.words[" ".join(found[1].lower().split())])


def compile_relations(lexicon: Lexicon) -> Relations:
    """The prepositions of the calendar lexicon, compiled."""
    words = lexicon.relations
    approximate = list(lexicon.tables["ABOUT"])
    return Relations(
        words,
        re.compile(rf"(?<!\w)({alternation(words)}){_BETWEEN}", re.IGNORECASE),
        frozenset(phrase.split()[-1] for phrase in (*words, *_FILLERS)),
        re.compile(
            rf"(?:\d|%|\b(?:{alternation(lexicon.context.amounts)}))\s{{1,2}}from{_BETWEEN}",
            re.IGNORECASE,
        ),
        frozenset(approximate),
        lexicon.lists["not_approximate"],
    )


def _timex(reading: Reading, related: tuple[str | None, Interval]) -> Timex:
    relation, (begin, end) = related
    span = Span(reading.start, reading.end)
    return Timex(
        span, reading.type, reading.value, reading.mod, begin, end, relation, reading.anchor, reading.rule
    )


def _of_range(a: Reading, word: str | None, b: Reading, text: str) -> tuple[str, Interval] | None:
    """Relation and whole interval that both ends of "between A and B", "from A to B", "A-B" share."""
    relation = _link(a, b, word, text)
    if relation and a.first and b.last and a.first <= b.last:
        return relation, (_bounds(a)[0], _bounds(b)[1])
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


def _dates_a_thing(reading: Reading, text: str) -> bool:
    """Whether it tells when a thing was: "before the 2024 election" is before a day in that year."""
    if reading.type != "DATE" or reading.first == reading.last:
        return False
    return text[max(0, reading.start - 4) : reading.start] in _OF_THING and bool(
        _THING.match(text, reading.end)
    )


def _of_one(
    reading: Reading, word: str | None, published: dt.date | None, *, dates: bool
) -> tuple[str | None, Interval]:
    if reading.relation:
        return reading.relation, (reading.first, reading.last)
    if reading.type in {"DURATION", "SET"}:
        bounded = reading.first is not None or (word == "for" and reading.type == "DURATION")
        return ("for" if bounded else None), (reading.first, reading.last)
    if word == "through":
        word = "on" if _is_over(reading, published) else "until"
    relation = {"from": "since", "between": None, "for": "on"}.get(word or "", word)
    if dates and relation in {"before", "after"}:
        return relation, (None, reading.last) if relation == "before" else (reading.first, None)
    return relation, _interval(reading, relation, published if word != "from" else None)


def _is_over(reading: Reading, published: dt.date | None) -> bool:
    """Whether it is a stretch that has passed: "through the 1780s" is during, "through Friday" until."""
    longer = reading.period is not None and reading.period.unit != "day"
    return longer and published is not None and reading.last is not None and reading.last <= published


def _interval(reading: Reading, relation: str | None, published: dt.date | None) -> Interval:
    """First and last day of what relation and expression denote together."""
    begins, ends = _bounds(reading)
    if relation == "since":
        begun = reading.first is not None and published is not None and reading.first <= published
        return begins, (published if begun else None)
    if relation in {"until", "by"}:
        return None, ends
    if relation in {"before", "after"} and reading.type == "TIME":
        return (None if relation == "before" else reading.first), reading.last
    if relation == "before":
        return None, _moved(begins, -DAY)
    if relation == "after":
        return _moved(ends, DAY), None
    return _edges(reading)


def _edges(reading: Reading) -> Interval:
    """First and last day; early, mid and late leave open which days of the unit they are."""
    return (None, None) if _is_part(reading) else (reading.first, reading.last)


def _bounds(reading: Reading) -> Interval:
    """First and last day as bounds: what ends "by the end of 2021" ends on the year's last day."""
    if not _is_part(reading):
        return reading.first, reading.last
    return (reading.first if reading.mod == "START" else None), (
        reading.last if reading.mod == "END" else None
    )


def _is_part(reading: Reading) -> bool:
    return reading.mod in _PARTS and reading.first != reading.last


def _moved(date: dt.date | None, step: dt.timedelta) -> dt.date | None:
    try:
        return date + step if date else None
    except OverflowError:
        return None
