"""The columns of the parsed article against spaCy's own tokens, and stretches of it."""

from __future__ import annotations

import pytest

from extractor.annotations import Block, Quotation, Span
from extractor.text.parsed import Parsed
from tests.conftest import MakeDoc

WORDS = [
    *("Rates", "may", "rise", "\n"),
    *("Ana", "Kask", "said", ":", "“", "We", "lost", "it", ".", "”", "Bo", "left", "."),
]


@pytest.fixture
def parsed(make_doc: MakeDoc) -> Parsed:
    """Two blocks, three sentences and a quotation; every word hangs on the one before it."""
    starts = (0, 4, 14)
    doc = make_doc(
        WORDS,
        spaces=[word not in ("rise", "\n") for word in WORDS],
        heads=[number if number in starts else number - 1 for number in range(len(WORDS))],
        deps=["ROOT" if number in starts else "dep" for number in range(len(WORDS))],
        sent_starts=[number in starts for number in range(len(WORDS))],
    )
    text = doc.text
    border, mark = text.index("Ana"), Span(text.index("“"), text.index("”") + 1)
    blocks = (Block(Span(0, border - 1), "headline"), Block(Span(border, len(text)), "paragraph"))
    return Parsed(doc, blocks, (Quotation(mark, Span(mark.start + 1, mark.end - 1)),))


def test_columns_are_those_of_the_tokens(parsed: Parsed) -> None:
    for token in parsed.doc:
        i = token.i
        assert (parsed.word[i], parsed.lower[i], parsed.dep[i]) == (token.text, token.lower_, token.dep_)
        assert (parsed.start[i], parsed.end[i]) == (token.idx, token.idx + len(token))
        assert parsed.head[i] == token.head.i
        assert list(parsed.children[i]) == [child.i for child in token.children]
        assert parsed.subtree(i) == (token.left_edge.i, token.right_edge.i + 1)
        assert parsed.sentence[i] == (token.sent.start, token.sent.end)
        assert parsed.is_word[i] == any(map(str.isalnum, token.text))


def test_blocks_and_quotations_are_told_by_token(parsed: Parsed) -> None:
    shown = [
        f"{parsed.block_of[t]}{'q' if parsed.quoted(t) else '-'}{'h' if parsed.in_headline[t] else '-'}"
        for t in range(parsed.size)
    ]
    assert shown == ["0-h"] * 4 + ["1--"] * 4 + ["1q-"] * 6 + ["1--"] * 3
    assert parsed.unquoted(4, parsed.size) == 5
    assert parsed.marked_before[-1] == 6
    assert parsed.quotes_in_block == [[], [0]]


def test_stretches_slice_back(parsed: Parsed) -> None:
    assert parsed.words_of(2, 5) == "rise Ana"
    assert parsed.text_of((2, 5)) == "rise\nAna"
    span = parsed.span(4, 7)
    assert parsed.text[span.start : span.end] == "Ana Kask said"
    assert parsed.tokens_in(span) == (4, 7)
    assert parsed.trimmed(((6, 9), (14, 17))) == ((6, 9), (14, 16))
    assert parsed.trimmed(((7, 8),)) == ()
    assert parsed.with_marks(((9, 13),)) == ((8, 14),)
    assert parsed.with_marks(((9, 11),)) == ((9, 11),)


def test_capitals_that_tell_nothing(parsed: Parsed) -> None:
    assert [t for t in range(parsed.size) if parsed.opens_sentence(t)] == [0, 4, 14]


def test_an_empty_article(make_doc: MakeDoc) -> None:
    empty = Parsed(make_doc([]))
    assert (empty.size, empty.text, empty.sentence, empty.words_before) == (0, "", [], [0])
