from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.text.columns import heads_of, offsets_of, strings_of, text_of
from tests.conftest import MakeDoc

TEXTS = ["", " ", "No.", "Ana said: “No!”  She\n\nleft.", "Ana  said\u00a0no \ufffd👍🏽", "can't gonna U.S."]


@pytest.mark.parametrize("text", TEXTS)
def test_columns_are_what_tokens_tell(make_doc: MakeDoc, text: str) -> None:
    doc = make_doc(text)
    words, lower = strings_of(doc, "ORTH", "LOWER")
    assert (words, lower) == ([token.text for token in doc], [token.lower_ for token in doc])
    assert offsets_of(doc) == [token.idx for token in doc]
    assert text_of(doc) == doc.text == text
    assert heads_of(doc) == [token.head.i for token in doc]


def test_annotations_by_hand(make_doc: MakeDoc) -> None:
    doc = make_doc(
        ["Ana", "Rivas", "said", "no"],
        heads=[1, 2, 2, 2],
        deps=["compound", "nsubj", "ROOT", "dobj"],
        pos=["PROPN", "PROPN", "VERB", "INTJ"],
        ents=["B-PERSON", "I-PERSON", "O", "O"],
        lemmas=["Ana", "Rivas", "say", "no"],
    )
    assert heads_of(doc) == [1, 2, 2, 2]
    assert strings_of(doc, "DEP", "POS", "ENT_TYPE", "LEMMA") == [
        ["compound", "nsubj", "ROOT", "dobj"],
        ["PROPN", "PROPN", "VERB", "INTJ"],
        ["PERSON", "PERSON", "", ""],
        ["Ana", "Rivas", "say", "no"],
    ]


@settings(deadline=None, derandomize=True, database=None)
@given(st.text(max_size=80))
def test_any_text_comes_back(make_doc: MakeDoc, text: str) -> None:
    assert text_of(make_doc(text)) == text
