"""Time and invariants: no input takes long, spans slice back, nothing overlaps, two runs agree."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.annotations import Annotations, Quantity
from extractor.language.resources import Resources
from extractor.matchers.quantities import compile_matcher
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed
from tests.growth import is_linear

MATCHER = compile_matcher(Resources())
VOCAB = Vocab()
MEGABYTE = 1_000_000


def bare(text: str) -> Doc:
    """A Doc of one token a word, without parse and tags."""
    words = text.split(" ")
    return Doc(VOCAB, words=[word or "\u200b" for word in words], spaces=[True] * len(words))


def reading(doc: Doc) -> Callable[[], object]:
    parsed = Parsed(doc)
    return lambda: MATCHER(parsed, Annotations())


def repeated(words: Sequence[str], length: int) -> Doc:
    """A Doc of `length` characters at most, these words again and again with a space between."""
    words = list(words) * (length // (len(" ".join(words)) + 1))
    return Doc(VOCAB, words=words, spaces=[True] * len(words))


GLUED = [
    "7",
    "1,",
    "1.",
    "1-",
    "1/",
    "5-5-5-",
    "(",
    "$",
    "%",
    "-",
    "½",
    "£-",
    "9:",
    "1,234,",
    "3m",
    "one-",
    "1" + " " * 20,
]
SPACED = [
    "1", "1,", "1 a", "(1)", "% %", "-1", "3m", "1 /", "$1", "1 %", "one", "one hundred", "million million", "a million and",
    "half a", "two thirds of", "hundreds of", "from 1 to", "between 1 and", "1 in 2", "5 or", "1 x 1", "1 1/2", "1 000",
    "5 ft 5 in", "1 kV/cm", "up 1", "more than 1", "No. 1", "Ann, 45,", "12 Mill Lane", "10 of the", "an hour and", "her",
]  # fmt: skip


@pytest.mark.parametrize("piece", GLUED)
def test_a_megabyte_without_spaces(piece: str) -> None:
    def glued(length: int) -> Callable[[], object]:
        return reading(Doc(VOCAB, words=[piece * (length // len(piece))], spaces=[False]))

    assert is_linear(glued, MEGABYTE)


@pytest.mark.parametrize("piece", SPACED)
def test_many_small_words(piece: str) -> None:
    assert is_linear(lambda length: reading(repeated(piece.split(), length)), MEGABYTE // 10)


@pytest.mark.parametrize("piece", ["1", "1 1/2"])
def test_a_megabyte_of_small_words(piece: str) -> None:
    assert is_linear(lambda length: reading(repeated(piece.split(), length)), MEGABYTE)


@pytest.mark.parametrize("far", [False, True])
def test_a_head_of_many_tokens(far: bool) -> None:
    def headed(length: int) -> Callable[[], object]:
        words = ["10", "of", "ships"] * length
        return reading(
            Doc(
                VOCAB,
                words=words,
                heads=[2 * length if far else 0] * len(words),
                deps=["pobj"] * len(words),
                pos=["NUM", "ADP", "NOUN"] * length,
            )
        )

    assert is_linear(headed, 10_000)


def numbers(text: str) -> list[float]:
    return [numeral.high for numeral in MATCHER.numerals(text)]


def test_prose_of_any_length_loses_nothing() -> None:
    text = (
        "Twelve men sailed 340 miles. "
        + "They were tired, and so they slept until the wind rose again over the bay. " * 7
    )
    assert len(numbers(text * 2_000)) == 4_000
    assert not MATCHER.leaves_out(text * 2_000)


def test_a_table_of_a_thousand_numbers_loses_nothing() -> None:
    assert numbers("12 " * 1_900) == [12] * 1_900


def test_what_follows_an_endless_table_is_read() -> None:
    text = "1 " * MEGABYTE + "They were tired. " * 20 + "They sold 60 cars."
    found = numbers(text)
    assert found[-1] == 60
    assert len(found) < 10_000
    assert MATCHER.leaves_out(text)


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
    found = MATCHER(Parsed(doc), Annotations())
    edges = [(quantity.span.start, quantity.span.end) for quantity in found]
    assert edges == sorted(edges)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(edges))
    assert all(end <= len(doc.text) for _, end in edges)
    for quantity in found:
        assert (quantity.value is None) == (quantity.low is not None and quantity.high is not None)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


def test_the_same_twice(pipeline: Pipeline, matcher: Matcher[Quantity]) -> None:
    doc = pipeline("Between 5 and 10 ships, 3 kV/cm and $8-$10 an hour: 62 % of nurses, up 3 %.")
    parsed = Parsed(doc)
    assert matcher(parsed, Annotations()) == compile_matcher(Resources())(parsed, Annotations())


def test_nothing_in_nothing(pipeline: Pipeline, matcher: Matcher[Quantity]) -> None:
    assert matcher(Parsed(pipeline("")), Annotations()) == ()
