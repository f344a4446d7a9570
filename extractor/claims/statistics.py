"""Statistics: sentences in the article's own voice that state a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

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


def statistic_sentences(
    text: str, sentences: Sequence[Span], found: Annotations, contents: Sequence[Span]
) -> Iterator[Span]:
    """The sentences outside headlines that hold a stating quantity which lies in no attributed content and in no source."""
    prose = Lookup(block.span for block in found.blocks if block.kind in _STATING_BLOCKS)
    attributed = merged([*contents, *_sources(found, frozenset(contents))])
    stating = Lookup(
        q.span for q in found.quantities if _states(text, q) and not _touches(attributed, q.span)
    )
    for sentence in sentences:
        block = prose.last_before(sentence.start)
        if block and block.contains(sentence) and stating.inside(sentence):
            yield sentence


def _sources(found: Annotations, contents: frozenset[Span]) -> Iterator[Span]:
    """The sources of the contents; "two officials said" states no number of officials."""
    kept = (a for a in found.attributions if not contents.isdisjoint(a.content))
    return chain.from_iterable(attribution.source for attribution in kept)


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
