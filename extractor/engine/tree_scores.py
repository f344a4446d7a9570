"""What the parser's states score: the layers of its model (``spacy/ml/parser_model.pyx``), for many states at once."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from extractor.engine.unknown import require
from extractor.engine.vectors import Vectors

if TYPE_CHECKING:
    from spacy.tokens import Doc

Tokens = NDArray[np.int32]
"""Indices of tokens; -1 for none."""


class Scorer:
    """The layers of a parser model.

    Args:
        model: The model of a ``DependencyParser``.

    Raises:
        UnknownComponentError: When its layers are others.
    """

    def __init__(self, model: Any) -> None:
        from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]

        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        require(lower.name == "precomputable_affine" and upper.name == "linear", "its layers are others")
        self._places, self._width, pieces, inputs = lower.get_param("W").shape
        require(self._places == 8, f"its states look at {self._places} tokens")
        require(pieces == 2, "its layers are others")
        self._hidden = pieces * self._width
        self._tokens_to_vectors = model.get_ref("tok2vec")
        by_piece = lower.get_param("W").transpose(3, 0, 2, 1).reshape(inputs, self._places * self._hidden)
        self._lower = np.ascontiguousarray(by_piece)
        self._missing = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(self._places, self._hidden)
        self._bias = lower.get_param("b").T.reshape(self._hidden)
        self._upper, self._upper_bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        self._ids = ParserStepModel.get_token_ids
        self._size = SimpleNamespace(state2vec=SimpleNamespace(nF=self._places))
        self._offsets = np.arange(self._places)

    def vectors(self, docs: Sequence[Doc]) -> Vectors:
        """A row for each token of a batch."""
        vectors: Vectors = self._tokens_to_vectors.predict(list(docs))
        return vectors

    def table(self, tokens: NDArray[np.intp], vectors: Vectors) -> Vectors:
        """What tokens add to the hidden layer in each place of a context; at the end, what a missing one adds."""
        table = np.empty(((len(tokens) + 1) * self._places, self._hidden), np.float32)
        np.dot(vectors[tokens], self._lower, out=table[: -self._places].reshape(len(tokens), -1))
        table[-self._places :] = self._missing
        return table

    def context(self, states: Sequence[Any]) -> Tokens:
        """The tokens that each state's scores depend on."""
        context: Tokens = self._ids(self._size, states)
        return context

    def scores(self, context: Tokens, table: Vectors) -> Vectors:
        """The scores of all actions, a row for each state."""
        rows = context * self._places + self._offsets  # of a missing token negative: a row at the end
        hidden = np.add.reduce(table.take(rows, axis=0), axis=1)
        hidden += self._bias
        scores: Vectors = np.maximum(hidden[:, : self._width], hidden[:, self._width :]) @ self._upper
        scores += self._upper_bias
        return scores
