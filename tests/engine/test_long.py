from __future__ import annotations

from collections.abc import Sequence

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor.engine.long import Bordered, annotate_in_pieces

NLP = spacy.blank("en")


def annotated(texts: Sequence[Bordered]) -> list[Doc]:
    """Docs with a sentence start at each border, and whatever was annotated together in `TOGETHER`."""
    TOGETHER.append(sum(len(text) for text, _ in texts))
    docs = [NLP.make_doc(text) for text, _ in texts]
    for doc, (_, starts) in zip(docs, texts, strict=True):
        for token in doc:
            token.is_sent_start = token.idx in starts
            token.lemma_ = token.lower_
    return docs


TOGETHER: list[int] = []


@pytest.mark.parametrize("piece", [20, 25, 60, 10_000])
def test_a_long_text_comes_back_whole(piece: int) -> None:
    TOGETHER.clear()
    text = "\n\n".join(f"Paragraph {number} has words." for number in range(10))
    starts = [0, *(n + 2 for n in range(len(text)) if text.startswith("\n\n", n))]
    (doc,) = annotate_in_pieces(annotated, [(text, starts)], piece)
    assert doc.text == text
    whole = NLP.make_doc(text)
    assert [(token.idx, token.text) for token in doc] == [(token.idx, token.text) for token in whole]
    assert [token.idx for token in doc if token.is_sent_start] == starts
    assert [token.lemma_ for token in doc] == [token.lower_ for token in whole]
    assert max(TOGETHER) <= max(piece, 25)


def test_a_block_that_is_too_long_is_cut_after_a_sentence() -> None:
    TOGETHER.clear()
    (doc,) = annotate_in_pieces(annotated, [("He said no. She said yes, he said. " * 20, [0])], 50)
    assert doc.text == "He said no. She said yes, he said. " * 20
    assert max(TOGETHER) <= 50


def test_short_texts_stay_together() -> None:
    TOGETHER.clear()
    docs = annotate_in_pieces(annotated, [("One.", [0]), ("", []), ("Three.", [0])])
    assert [doc.text for doc in docs] == ["One.", "", "Three."]
    assert TOGETHER == [10]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.text("ab .\n“é👍", max_size=200), st.sets(st.integers(0, 199)), st.integers(1, 40))
def test_no_cut_moves_an_offset(text: str, borders: set[int], piece: int) -> None:
    starts = sorted(border for border in borders if border < len(text))
    (doc,) = annotate_in_pieces(annotated, [(text, starts)], piece)
    assert doc.text == text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Monday, " * 2_000, 8),
        ("He said no. " * 1_000, 1),
        ('"No!" she said? (Never.) ' * 400, 1),
        ("word " * 300 + "end. " + "word " * 300, 1),
    ],
)
def test_what_has_no_end_for_very_long_is_given_one(text: str, sentences: int) -> None:
    (doc,) = annotate_in_pieces(annotated, [(text, [0])])
    starts = [token.idx for token in doc if token.is_sent_start]
    assert doc.text == text
    assert len(starts) >= min(sentences, len(doc))
    assert sentences > 1 or starts == [0]
    assert all(text[start - 1] == " " for start in starts[1:])
