"""Numbers with signs inside that nobody sees: soft hyphens, zero-width spaces, marks of direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.resources import Resources
from extractor.matchers.quantities import compile_matcher
from extractor.matchers.quantities.invisible import seen_through
from extractor.matchers.quantities.measure import Measure

SIGNS = "\u00ad\u200b\u200d\u200e\u2060\ufeff"
PLAIN = "It cost £4 million, or 12,500 kronor a head, for 30 kg."

INSIDE = [
    "The yard cost <quantity value=4000000 currency=GBP>£4 mil\u00adlion</quantity>.",
    "The yard cost <quantity value=4000000 currency=GBP>4\u00admillion pounds</quantity>.",
    "Some <quantity value=12500 counted=people modifier=~>12\u200b500</quantity> people came.",
    "A fee of <quantity value=1200 currency=GBP>£1\u200b,200</quantity> was paid.",
    "Some <quantity value=12500 counted=birds modifier=~>12\u202f500</quantity> birds came.",
    "Some <quantity value=12500 counted=birds modifier=~>12\u00a0500</quantity> birds came.",
    "He had <quantity value=3 counted=boats>three</quantity>\u200b boats.",
    "The co\u00adop has no boats.",
]


@pytest.mark.parametrize("annotated", INSIDE)
def test_inside(check: Callable[[str], None], annotated: str) -> None:
    check(annotated)


MATCHER = compile_matcher(Resources())


def _seen(text: str) -> list[Measure]:

    return list(seen_through(text, lambda read: MATCHER.measures(read, MATCHER.numerals(read))))


READ = _seen(PLAIN)


@given(st.lists(st.tuples(st.integers(0, len(PLAIN)), st.sampled_from(SIGNS)), max_size=6))
def test_signs_change_no_number_and_every_place_slices_back(inserted: list[tuple[int, str]]) -> None:
    text = PLAIN
    for place, sign in sorted(inserted, reverse=True):
        text = text[:place] + sign + text[place:]
    seen = _seen(text)
    assert [(m.low, m.unit, m.per) for m in seen] == [(m.low, m.unit, m.per) for m in READ]
    bare = str.maketrans("", "", SIGNS)
    for found, plain in zip(seen, READ, strict=True):
        assert text[found.start : found.end].translate(bare) == PLAIN[plain.start : plain.end]
        assert text[found.start] not in SIGNS and text[found.end - 1] not in SIGNS
