"""Parts parsed side by side have the trees of the stock parser, also where a guess is wrong or a block decides on the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

from extractor.engine import Engine
from extractor.engine.trees import TreeBuilder, _blocks

HEADLINES = [
    "Ferrow bridge closes\n\nOn Monday the mayor said it would. No one knew.",
    "LIVE: Ana Rivas\n\nSays she: no.\n\nNo\n\nMore than 12 bridges closed, the council said",
    "By Ana Rivas\n\nFERROW\n\n-- The mayor, who had\n\nspoken of it before, left",
]
SENTENCES = [
    "Ferrow bridge closes. On Monday the mayor said it would. No one knew.",
    "“It is unsafe.” So said Ana Rivas, mayor of St. Ives, U.S. Senator J. P. Lind and Mr. Kask. “We knew!” he said. Why?  Who?",
    "The council, which had met at 9 p.m. Monday, voted (seven to two. It was close.) to close it. Then it left...",
    f"It {'and the mayor who saw it ' * 40}fell. {'Rivas left. ' * 30}",
]
Tree = list[list[int]]


def trees(engine: Engine, texts: Sequence[str], parser: Any) -> list[Tree]:
    """Heads, labels and sentence starts by a parser, blocks being what lies between empty lines."""
    docs = [_bordered(engine, text) for text in texts]
    parser(docs)
    return [doc.to_array(["HEAD", "DEP", "SENT_START"]).tolist() for doc in docs]


def _bordered(engine: Engine, text: str) -> Doc:
    starts = [0, *(place + 2 for place in range(len(text)) if text[place : place + 2] == "\n\n")]
    doc = engine._tokenized(text, starts)
    for name in ("tok2vec", "tagger"):
        engine._nlp.get_pipe(name)(doc)
    return doc


def _stock(component: Any) -> Any:
    return lambda docs: component.set_annotations(docs, component.predict(docs))


@pytest.fixture(scope="module")
def component(fast: Engine) -> DependencyParser:
    component = fast._nlp.get_pipe("parser")
    assert isinstance(component, DependencyParser)
    return component


@pytest.mark.parametrize("repeated", [1, 7])
def test_trees_of_blocks(fast: Engine, component: Any, repeated: int) -> None:
    texts = [*HEADLINES, "", "\n\n", "No", *("\n\n".join(HEADLINES * n) for n in range(1, repeated))]
    assert trees(fast, texts, TreeBuilder(component)) == trees(fast, texts, _stock(component))


def test_a_block_that_breaks_the_next_one_is_seen(
    fast: Engine, component: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = TreeBuilder(component)
    parts, rounds = builder._parts, []

    def watched(*arguments: Any) -> Any:
        rounds.append(arguments)
        return parts(*arguments)

    monkeypatch.setattr(builder, "_parts", watched)
    trees(fast, ["\n\n".join(HEADLINES * 4)], builder)
    assert len(rounds) > 1


def test_blocks_that_go_on_breaking_each_other_are_left_to_stock(
    fast: Engine, component: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["\n\n".join(HEADLINES * 4)]
    monkeypatch.setattr("extractor.engine.trees._ROUNDS", 1)
    builder = TreeBuilder(component)
    docs = [_bordered(fast, text) for text in texts]
    assert builder._parsed(docs, list(_blocks(docs, frozenset())), builder._guesses(docs)) is None
    assert trees(fast, texts, builder) == trees(fast, texts, _stock(component))


def test_trees_of_sentences(fast: Engine, component: Any) -> None:
    texts = [*SENTENCES, " ".join(SENTENCES), "\n\n".join(SENTENCES * 2), SENTENCES[0] * 40]
    assert trees(fast, texts, TreeBuilder(component)) == trees(fast, texts, _stock(component))


def test_full_stops_are_guesses(fast: Engine, component: Any) -> None:
    doc = _bordered(fast, SENTENCES[0])
    assert [doc[guess].text for guess in TreeBuilder(component)._guesses([doc])] == ["On", "No"]


@pytest.mark.parametrize("every", [1, 2, 5, 13])
def test_guesses_need_not_be_right(
    fast: Engine, component: Any, monkeypatch: pytest.MonkeyPatch, every: int
) -> None:
    builder = TreeBuilder(component)
    monkeypatch.setattr(builder, "_guesses", lambda docs: list(range(0, sum(map(len, docs)), every)))
    texts = [*SENTENCES, *HEADLINES, " ".join(SENTENCES), "\n\n".join(HEADLINES + SENTENCES)]
    assert trees(fast, texts, builder) == trees(fast, texts, _stock(component))
