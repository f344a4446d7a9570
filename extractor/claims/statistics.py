"""Statistics: sentences in the article's own voice that state a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.annotations import Annotations, Quantity, Span
from extractor.claims.lookup import Lookup, merged

_STATING_BLOCKS = frozenset({"paragraph", "bullet"})
_BACKGROUND_KINDS = frozenset({"time", "age"})
"""A duration or an age alone ("the 45-year-old", "three weeks later") is background; with a change it states something."""
_FEW = 12
"""Up to here a definite number takes up a count; beyond it even "the 340 ships" tells one."""
_DEFINITE = re.compile(
    r"(?i)(?:\b(?:the|these|those|both|its|their|his|her|our|my|your)\s"
    r"(?:(?:first|last|past|next|other|remaining|same|final|top|latter)\s)?|\w[’']s?\s)$"
)
_LONGEST_DETERMINER = 16
_ONES_THAT_COUNT = frozenset(
    {"person", "death", "vote", "seat", "goal", "point", "case", "victim", "casualty", "fatality"}
)
"""What "one" counts; elsewhere it introduces or picks out ("one critic", "one of the best", "one area that …")."""
_BOUNDED = re.compile(r"(?i)\b(?:only|just|a single|exactly)\s$")


class Statistic(NamedTuple):
    """A sentence in the article's own voice.

    Attributes:
        maybe_attributed: Whether an attribution of it was considered, and left for want of confidence.
    """

    sentence: Span
    maybe_attributed: bool


def statistics(text: str, sentences: Sequence[Span], found: Annotations, least: float) -> Iterator[Statistic]:
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
    stating = Lookup(q.span for q in found.quantities if _states(text, q) and not _touches(voices, q.span))
    for sentence in sentences:
        block = prose.last_before(sentence.start)
        if not (block and block.contains(sentence) and stating.inside(sentence)):
            continue
        if not (_touches(said, sentence) or _touches(likely, sentence)):
            yield Statistic(sentence, _touches(possible, sentence))


def _touches(attributed: Lookup[Span], span: Span) -> bool:
    nearest = attributed.last_before(span.end - 1)
    return nearest is not None and nearest.overlaps(span)


def _states(text: str, quantity: Quantity) -> bool:
    change = quantity.change
    if change is not None and (change.direction or change.multiplier):
        return True
    if _points_back(text, quantity) or _introduces(text, quantity):
        return False
    if quantity.unit_kind in _BACKGROUND_KINDS:
        return False
    return quantity.unit_kind != "count" or quantity.counted is not None


def _points_back(text: str, quantity: Quantity) -> bool:
    """A small definite count takes up what was counted before ("the two sides") and states nothing itself."""
    if quantity.unit_kind != "count" or quantity.value is None or quantity.value > _FEW:
        return False
    return _DEFINITE.search(_before(text, quantity)) is not None


def _introduces(text: str, quantity: Quantity) -> bool:
    """ "One" as some, and "several", say that there is something, not how much of it."""
    if quantity.unit_kind != "count" or quantity.modifier != "=":
        return False
    surface = text[quantity.span.start : quantity.span.end].lower()
    if surface == "several":
        return True
    counted = quantity.counted
    if surface != "one" or (counted and counted.text.lower() in _ONES_THAT_COUNT):
        return False
    return _BOUNDED.search(_before(text, quantity)) is None


def _before(text: str, quantity: Quantity) -> str:
    return text[max(0, quantity.span.start - _LONGEST_DETERMINER) : quantity.span.start]
