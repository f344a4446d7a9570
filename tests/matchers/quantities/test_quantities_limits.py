"""Time and invariants: no input takes long, spans slice back, nothing overlaps, two runs agree."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.annotations import Annotations, Matcher, Quantity
from extractor.matchers.quantities import compile_matcher
from extractor.resources import Language

MATCHER = compile_matcher(Language())
VOCAB = Vocab()
MEGABYTE = 1_000_000


def bare(text: str) -> Doc:
    """A Doc of one token a word, without parse and tags."""
    words = text.split(" ")
    return Doc(VOCAB, words=[word or "\u200b" for word in words], spaces=[True] * len(words))


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "1,",
        "1.",
        "1-",
        "1/",
        "(",
        "$",
        "-",
        "1 ",
        "a million and ",
        "one ",
        "one hundred ",
        "1,234,",
        "½",
        "£-",
        "3m",
        "9:",
    ],
)
def test_a_megabyte_takes_less_than_a_second(piece: str) -> None:
    text = piece * (MEGABYTE // len(piece))
    doc = Doc(VOCAB, words=[text], spaces=[False]) if " " not in piece else None
    start = time.perf_counter()
    if doc is not None:
        MATCHER(doc, Annotations())
    else:
        for _ in MATCHER.ranges(text, MATCHER.measures(text, MATCHER.numerals(text))):  # type: ignore[attr-defined]
            pass
    assert time.perf_counter() - start < 5  # a second on an idle machine; the tests share theirs


NUMBERISH = st.lists(
    st.sampled_from(
        [
            "1",
            "2,5",
            "10",
            "1.5",
            "million",
            "one",
            "two",
            "a",
            "half",
            "third",
            "dozen",
            "hundreds",
            "of",
            "-",
            "to",
            "and",
            "or",
            "from",
            "between",
            "$",
            "€",
            "%",
            "per",
            "cent",
            "km",
            "m",
            "p",
            "year-old",
            "years",
            "(",
            ")",
            ",",
            ".",
            ":",
            "/",
            "aged",
            "in",
            "2019",
            "May",
            "up",
            "rose",
            "no",
            "the",
            "people",
            "seats",
            "1/2",
            "×",
            "'",
            "s",
            "th",
            "°C",
        ]
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(NUMBERISH)
def test_spans_slice_back_in_order_without_overlap(text: str) -> None:
    doc = bare(text)
    found = MATCHER(doc, Annotations())
    edges = [(quantity.span.start, quantity.span.end) for quantity in found]
    assert edges == sorted(edges)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(edges))
    assert all(end <= len(doc.text) for _, end in edges)
    for quantity in found:
        assert (quantity.value is None) == (quantity.low is not None and quantity.high is not None)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@pytest.mark.parametrize("word", ["1", "one", "1,234"])
def test_many_small_tokens_take_linear_time(word: str) -> None:
    doc = Doc(VOCAB, words=[word] * 200_000, spaces=[True] * 200_000)
    start = time.perf_counter()
    MATCHER(doc, Annotations())
    assert time.perf_counter() - start < 5


def test_the_same_twice(pipeline: Pipeline, matcher: Matcher[Quantity]) -> None:
    doc = pipeline("Between 5 and 10 ships, 3 kV/cm and $8-$10 an hour: 62 % of nurses, up 3 %.")
    assert matcher(doc, Annotations()) == compile_matcher(Language())(doc, Annotations())


def test_nothing_in_nothing(pipeline: Pipeline, matcher: Matcher[Quantity]) -> None:
    assert matcher(pipeline(""), Annotations()) == ()
