"""Blocks parsed side by side have the trees of the stock parser, also where one block decides on the next."""

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
Tree = list[list[int]]


def trees(engine: Engine, texts: Sequence[str], parser: Any) -> list[Tree]:
    """Heads, labels and sentence starts by a parser, blocks being what lies between empty lines."""
    docs = [_bordered(engine, text) for text in texts]
    parser(docs)
    return [doc.to_array(["HEAD", "DEP", "SENT_START"]).tolist() for doc in docs]


def _bordered(engine: Engine, text: str) -> Doc:
    starts = [0, *(place + 2 for place in range(len(text)) if text[place : place + 2] == "\n\n")]
    doc = engine._tokenized(text, starts)
    engine._nlp.get_pipe("tok2vec")(doc)
    return doc


@pytest.fixture(scope="module")
def component(fast: Engine) -> DependencyParser:
    component = fast._nlp.get_pipe("parser")
    assert isinstance(component, DependencyParser)
    return component


@pytest.mark.parametrize("repeated", [1, 7])
def test_trees_of_blocks(fast: Engine, component: Any, repeated: int) -> None:
    def stock(docs: Sequence[Doc]) -> None:
        component.set_annotations(docs, component.predict(docs))

    texts = [*HEADLINES, "", "\n\n", "No", *("\n\n".join(HEADLINES * n) for n in range(1, repeated))]
    assert trees(fast, texts, TreeBuilder(component)) == trees(fast, texts, stock)


def test_a_block_that_breaks_the_next_one_is_seen(
    fast: Engine, component: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = TreeBuilder(component)
    move, rounds = builder._move, []

    def watched(*arguments: Any) -> Any:
        rounds.append(arguments)
        return move(*arguments)

    monkeypatch.setattr(builder, "_move", watched)
    trees(fast, ["\n\n".join(HEADLINES * 4)], builder)
    assert len(rounds) > 1


def test_blocks_that_go_on_breaking_each_other_are_left_to_stock(
    fast: Engine, component: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stock(docs: Sequence[Doc]) -> None:
        component.set_annotations(docs, component.predict(docs))

    texts = ["\n\n".join(HEADLINES * 4)]
    monkeypatch.setattr("extractor.engine.trees._ROUNDS", 1)
    builder = TreeBuilder(component)
    docs = [_bordered(fast, text) for text in texts]
    assert builder._parsed(docs, list(_blocks(docs, frozenset()))) is None
    assert trees(fast, texts, builder) == trees(fast, texts, stock)
