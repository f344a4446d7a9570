"""Statistics: sentences in the article's own voice that state a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.annotations import Annotations, Quantity, Span
from extractor.claims.lookup import Lookup, merged
from extractor.language.rules import alternation
from extractor.language.statistics import StatisticWords

_STATING_BLOCKS = frozenset({"paragraph", "bullet"})
_BACKGROUND_KINDS = frozenset({"time", "age"})
"""A duration or an age alone ("the 45-year-old", "three weeks later") is background; with a change it states something."""
_FEW = 12
"""Up to here a definite number takes up a count; beyond it even "the 340 ships" tells one."""
_LONGEST_DETERMINER = 16


class Statistic(NamedTuple):
    """A sentence in the article's own voice.

    Attributes:
        maybe_attributed: Whether an attribution of it was considered, and left for want of confidence.
    """

    sentence: Span
    maybe_attributed: bool


class Stating:
    """Whether a number states something."""

    def __init__(self, words: StatisticWords) -> None:
        self._words = words
        owners = rf"\b(?:{alternation(words.determiners)})\s(?:(?:{alternation(words.orders)})\s)?"
        self._definite = re.compile(rf"(?i)(?:{owners}|\w[’']s?\s)$")
        self._bounded = re.compile(rf"(?i)\b(?:{alternation(words.bounds)})\s$")

    def __call__(self, text: str, quantity: Quantity) -> bool:
        """Whether the number says how much or how many of something there is, or how it changed."""
        change = quantity.change
        if change is not None and (change.direction or change.multiplier):
            return True
        if self._points_back(text, quantity) or self._introduces(text, quantity):
            return False
        if quantity.unit_kind in _BACKGROUND_KINDS:
            return False
        return quantity.unit_kind != "count" or quantity.counted is not None

    def _points_back(self, text: str, quantity: Quantity) -> bool:
        """A small definite count takes up what was counted before ("the two sides") and states nothing itself."""
        if quantity.unit_kind != "count" or quantity.value is None or quantity.value > _FEW:
            return False
        return self._definite.search(_before(text, quantity)) is not None

    def _introduces(self, text: str, quantity: Quantity) -> bool:
        """ "One" as some, and "several", say that there is something, not how much of it."""
        if quantity.unit_kind != "count" or quantity.modifier != "=":
            return False
        surface, counted = text[quantity.span.start : quantity.span.end].lower(), quantity.counted
        if surface != self._words.one:
            return surface in self._words.introducing
        if counted and counted.text.lower() in self._words.counted_by_one:
            return False
        return self._bounded.search(_before(text, quantity)) is None


def statistics(
    text: str, sentences: Sequence[Span], found: Annotations, least: float, stating: Stating
) -> Iterator[Statistic]:
    """The sentences outside headlines that state a quantity in the outlet's own words.

    Nothing of such a sentence is what somebody says: not at the least confidence, not between quotation marks, and not behind a
    verb of saying that was only thought likely to attribute it.
    """
    prose = Lookup(block.span for block in found.blocks if block.kind in _STATING_BLOCKS)
    kept = [a for a in found.attributions if a.confidence >= least]
    left = [a for a in found.attributions if a.confidence < least]
    said = merged(piece for a in kept for piece in a.content)
    likely = merged(piece for a in left if a.cue_class == "say" for piece in (*a.content, *a.cue))
    possible = merged(piece for a in left for piece in a.content)
    voices = merged([*(q.span for q in found.quotations), *(piece for a in kept for piece in a.source)])
    figures = Lookup(q.span for q in found.quantities if stating(text, q) and not _touches(voices, q.span))
    for sentence in sentences:
        block = prose.last_before(sentence.start)
        if not (block and block.contains(sentence) and figures.inside(sentence)):
            continue
        if not (_touches(said, sentence) or _touches(likely, sentence)):
            yield Statistic(sentence, _touches(possible, sentence))


def _touches(attributed: Lookup[Span], span: Span) -> bool:
    nearest = attributed.last_before(span.end - 1)
    return nearest is not None and nearest.overlaps(span)


def _before(text: str, quantity: Quantity) -> str:
    return text[max(0, quantity.span.start - _LONGEST_DETERMINER) : quantity.span.start]
