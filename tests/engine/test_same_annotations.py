"""Fast and stock engine give the same annotations: the claim on which everything in `extractor.engine` rests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor.engine import Engine
from extractor.language.resources import Resources
from extractor.text.layout import Structure

ANNOTATIONS: list[int | str] = [
    "ORTH", "HEAD", "DEP", "TAG", "POS", "MORPH", "LEMMA",
    "ENT_IOB", "ENT_TYPE", "ENT_ID", "ENT_KB_ID", "SENT_START", "NORM", "SPACY",
]  # fmt: skip
ARTICLES = sorted((Path(__file__).parents[2] / "corpus" / "articles").glob("*.txt"))
Text = tuple[str, Sequence[int]]


def annotated(doc: Doc) -> list[tuple[object, ...]]:
    """All annotations of a Doc in readable form, a row for each token."""
    strings = doc.vocab.strings
    named = ("DEP", "TAG", "LEMMA", "ENT_TYPE", "MORPH")
    return [
        tuple(
            strings[value] if name in named else value for name, value in zip(ANNOTATIONS, row, strict=True)
        )
        for row in doc.to_array(ANNOTATIONS).tolist()
    ]


def assert_same(fast: Engine, stock: Engine, texts: Sequence[Text]) -> None:
    triples = [(text, starts, None) for text, starts in texts]
    for (one, _), (other, _) in zip(fast.parse(triples), stock.parse(triples), strict=True):
        assert annotated(one) == annotated(other)
        assert [(e.text, e.label_) for e in one.ents] == [(e.text, e.label_) for e in other.ents]
        assert [s.text for s in one.sents] == [s.text for s in other.sents]


def laid_out(text: str) -> Text:
    """A text with the sentence borders that the layout of an article forces."""
    return text, [block.span.start for block in Structure(Resources()).blocks(text)]


def test_every_component_of_the_default_model_is_fast(fast: Engine, stock: Engine) -> None:
    assert [(step.name, step.why_stock) for step in fast.steps] == [
        (name, "") for name in ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
    ]
    assert not stock.steps


def test_corpus_articles_with_borders_of_the_layout(fast: Engine, stock: Engine) -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    assert len(texts) > 20
    assert_same(fast, stock, [laid_out(text) for text in texts])


def test_corpus_articles_without_borders_in_another_order(fast: Engine, stock: Engine) -> None:
    assert_same(fast, stock, [(path.read_text(encoding="utf-8"), []) for path in reversed(ARTICLES[:20])])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "No.",
        "Y'all gonna say there's gotta be a way; let's go, c'mon, ain't it so?",
        "They gonna go. There are gon na be many, and there were.\n\nThere 's Ana.",
        "Ana Rivas",
        "Ana\n\nRivas",
        "Ana  \n Rivas of the Ferrow Bridge Company",
        "On Tuesday, Jan. 5, 2021, Ana Rivas paid $1.5 million in New York City to the Bank of Ferrow.",
        "the 1990s 5% three-quarters of the Lake Harbour Fishing Council on Monday and 2021",
        "\u00a0\u2003Ana\u200bRivas\ufffd said 👍🏽 “no” —but… (she) [left]",
        "AAAA BBBB CCCC DDDD EEEE Inc. " * 40,
        "said " * 700,
    ],
)
def test_odd_texts(fast: Engine, stock: Engine, text: str) -> None:
    middle = len(text) // 2
    assert_same(fast, stock, [(text, []), (text, [0, middle]), ("", []), (text[:middle], [0])])


def test_a_stretch_of_a_long_pattern_reaches_over_the_end(fast: Engine, stock: Engine) -> None:
    assert_same(
        fast, stock, [(text, []) for text in ("I let", "gon", "gon gon na", "there there is", "There")]
    )


NEWS_WORDS = (
    "Ana Rivas Ferrow Bridge Company the a of in on by with to that who said says told asked would will has is are was 's n't not"
    " gon na got ta let y' all there here it she they We I you 5 12 2021 1990s $ € 3.5 million percent % Monday July New York"
    " City U.S. Dr. president mayor report claims taxes rose fell higher better best mice ran running went leaves , . ; : ! ? —"
    " ( ) “ ” \" ' … and but or if because"
)
WORDS = st.sampled_from(NEWS_WORDS.split(" "))
GAPS = st.sampled_from([" "] * 12 + ["", "  ", "\n", "\n\n", "\t", "\u00a0"])


@st.composite
def texts_with_borders(draw: st.DrawFn) -> Text:
    """News words and odd characters in any order, with sentence borders at any offset."""
    pieces = draw(st.lists(st.tuples(WORDS | st.text(max_size=4), GAPS), max_size=60))
    text = "".join(word + gap for word, gap in pieces)
    return text, sorted(draw(st.lists(st.integers(0, max(len(text), 1)), max_size=4)))


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(texts_with_borders())
def test_any_text_with_any_borders(fast: Engine, stock: Engine, text: Text) -> None:
    assert_same(fast, stock, [text])
