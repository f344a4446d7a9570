"""Statistics: sentences in the article's own voice that state a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.annotations import Annotations, Quantity, Span
from extractor.claims.lookup import Lookup, merged

_STATING_BLOCKS = frozenset({"paragraph", "bullet", "caption"})
_BACKGROUND_KINDS = frozenset({"time", "age"})
"""A duration or an age alone ("the 45-year-old", "three weeks later") is background; with a change it states something."""
_FEW = 12
"""Up to here a definite number takes up a count; beyond it even "the 340 ships" tells one."""
_DEFINITE = re.compile(r"(?i)\b(?:the|these|those|both|its|their|his|her|our)\s$")
_LONGEST_DETERMINER = 7


def statistic_sentences(
    text: str, sentences: Sequence[Span], found: Annotations, contents: Sequence[Span]
) -> Iterator[Span]:
    """The sentences outside headlines that hold a stating quantity which lies in no attributed content."""
    prose = Lookup(block.span for block in found.blocks if block.kind in _STATING_BLOCKS)
    attributed = merged(contents)
    stating = Lookup(
        q.span for q in found.quantities if _states(text, q) and not _touches(attributed, q.span)
    )
    for sentence in sentences:
        block = prose.last_before(sentence.start)
        if block and block.contains(sentence) and stating.inside(sentence):
            yield sentence


def _touches(attributed: Lookup[Span], span: Span) -> bool:
    nearest = attributed.last_before(span.end - 1)
    return nearest is not None and nearest.overlaps(span)


def _states(text: str, quantity: Quantity) -> bool:
    if quantity.change is not None:
        return True
    if _points_back(text, quantity):
        return False
    if quantity.unit_kind in _BACKGROUND_KINDS:
        return False
    return quantity.unit_kind != "count" or quantity.counted is not None


def _points_back(text: str, quantity: Quantity) -> bool:
    """A small definite count takes up what was counted before ("the two sides") and states nothing itself."""
    if quantity.unit_kind != "count" or quantity.value is None or quantity.value > _FEW:
        return False
    before = text[max(0, quantity.span.start - _LONGEST_DETERMINER) : quantity.span.start]
    return _DEFINITE.search(before) is not None
