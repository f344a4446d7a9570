"""Token vectors: what a ``spacy.Tok2Vec.v2`` model of hash embeddings and window convolutions computes.

Read it beside ``spacy/ml/models/tok2vec.py``. The model is ``chain(embed, encode)``, and the two halves allow
different savings.

``embed`` (MultiHashEmbed) sees each token by itself: the row of attributes that FeatureExtractor takes from the Doc
goes through the tables and one maxout layer. Equal attributes give an equal vector, so the vector is kept per row of
attributes; new rows go through the model's own layers.

``encode`` (MaxoutWindowEncoder) is ``with_array(residual(expand_window >> maxout >> layernorm) x depth, pad=depth)``:
the Docs lie in one array with `pad` empty rows before, between and after them. The same sums are done here in the
same array, in blocks that stay in the processor's cache, without a copy of every window for the whole batch.

Floating-point sums are taken in another order than BLIS takes them, as they are when spaCy itself batches Docs
differently: vectors agree to about six digits, and every annotation made of them is compared with stock spaCy's by
the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.engine.memo import Memo
from extractor.engine.unknown import require

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from thinc.api import Model

Vectors = NDArray[np.float32]

_BLOCK = 256
"""Rows a block: window and products of a block, 0.6 MB, stay in the second-level cache."""
_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
_VARIANCE_FLOOR = 1e-8  # of thinc's layernorm


class TokenVectors:
    """Computes the vectors of tokens as the model does.

    Args:
        model: The thinc model of a tok2vec component, or the one inside an entity recogniser.

    Raises:
        UnknownComponentError: When the model is laid out in another way.
    """

    def __init__(self, model: Model[Any, Any]) -> None:
        require(model.has_ref("embed") is True and model.has_ref("encode") is True, "no embed and encode")
        self._embedding = _Embedding(model.get_ref("embed"))
        self._encoder = _Encoder(model.get_ref("encode"))

    def __call__(self, docs: Sequence[Doc]) -> list[Vectors]:
        """The vectors of each Doc, a row for each token."""
        lengths = [len(doc) for doc in docs]
        return self._encoder(self._embedding(docs), lengths)


class _Embedding:
    """The embedding half; a token's vector depends on its attributes alone."""

    def __init__(self, model: Model[Any, Any]) -> None:
        tables = model.layers[2].name if len(model.layers) == 5 else ""
        columns = tables.count("ints-getitem>>hashembed")
        require(
            columns and model.name == _embedding_name(columns),
            "its embedding is not hash tables and a maxout",
        )
        extract, _, self._tables, self._mix, _ = model.layers
        self._attributes = extract.attrs["columns"]
        self._memo: Memo[bytes] = Memo(np.empty((0, model.layers[3].get_dim("nO")), np.float32))

    def __call__(self, docs: Sequence[Doc]) -> Vectors:
        features = np.concatenate(
            [doc.to_array(self._attributes).reshape(len(doc), len(self._attributes)) for doc in docs]
        ).astype(np.uint64, copy=False)
        keys = np.ascontiguousarray(features).view(f"V{8 * len(self._attributes)}").ravel().tolist()
        return self._memo.rows(keys, lambda new: self._embedded(features[new]))  # type: ignore[return-value]

    def _embedded(self, features: NDArray[np.uint64]) -> Vectors:
        vectors: Vectors = self._mix.predict(self._tables.predict(features))
        return vectors


def _embedding_name(columns: int) -> str:
    tables = "|".join(["ints-getitem>>hashembed"] * columns)
    return f"extract_features>>list2ragged>>with_array({tables})>>with_array(maxout>>layernorm>>dropout)>>ragged2list"


class _Layer(NamedTuple):
    """One residual convolution.

    Attributes:
        weights: Rows of a window and one row of biases; columns by piece, then by output.
        scale: The layer norm's G.
        shift: The layer norm's b.
    """

    weights: Vectors
    scale: Vectors
    shift: Vectors


class _Encoder:
    """The encoding half: convolutions over a window of one token to each side."""

    def __init__(self, model: Model[Any, Any]) -> None:
        nodes = list(model.walk())
        maxouts = [node for node in nodes if node.name == "maxout"]
        norms = [node for node in nodes if node.name == "layernorm"]
        windows = [node.attrs["window_size"] for node in nodes if node.name == "expand_window"]
        layers = ">>".join([_LAYER] * len(maxouts))
        require(
            maxouts and model.name == f"with_array({layers})", "its encoder is not a chain of convolutions"
        )
        require(set(windows) == {1}, "its windows are wider than one token to each side")
        self._width, self._pieces = maxouts[0].get_dim("nO"), maxouts[0].get_dim("nP")
        require(
            all(node.get_dim("nI") == 3 * self._width == 3 * node.get_dim("nO") for node in maxouts),
            "its layers differ in width",
        )
        self._pad: int = model.attrs["pad"]
        self._layers = [_layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True)]

    def __call__(self, embedded: Vectors, lengths: list[int]) -> list[Vectors]:
        """The encoded vectors of each Doc, out of the embedded ones of all Docs."""
        starts = np.cumsum([self._pad, *(length + self._pad for length in lengths)])[:-1].tolist()
        # Besides thinc's empty rows between Docs, one at each end: the window of the first and of the last row.
        state = np.zeros((sum(lengths) + self._pad * (len(lengths) + 1) + 2, self._width), np.float32)
        inside = [slice(start + 1, start + 1 + length) for start, length in zip(starts, lengths, strict=True)]
        first = 0
        for rows, length in zip(inside, lengths, strict=True):
            state[rows] = embedded[first : first + length]
            first += length
        for layer in self._layers:
            state = self._convolved(state, layer)
        return [state[rows] for rows in inside]

    def _convolved(self, state: Vectors, layer: _Layer) -> Vectors:
        width, count = self._width, len(state) - 2
        following = np.zeros_like(state)
        windows = np.empty((_BLOCK, 3 * width + 1), np.float32)
        windows[:, -1] = 1  # meets the row of biases
        products = np.empty((_BLOCK, self._pieces * width), np.float32)
        for start in range(0, count, _BLOCK):
            rows = min(_BLOCK, count - start)
            window, product = windows[:rows], products[:rows]
            for neighbour in range(3):
                window[:, neighbour * width : (neighbour + 1) * width] = state[
                    start + neighbour : start + neighbour + rows
                ]
            np.dot(window, layer.weights, out=product)
            result = following[start + 1 : start + 1 + rows]
            result[:] = product[:, :width]
            for piece in range(1, self._pieces):
                np.maximum(result, product[:, piece * width : (piece + 1) * width], out=result)
            _normalize(result, layer)
            result += state[start + 1 : start + 1 + rows]
        return following


def _layer(maxout: Any, norm: Any) -> _Layer:
    weights, biases = (
        maxout.get_param("W"),
        maxout.get_param("b"),
    )  # (outputs, pieces, inputs), (outputs, pieces)
    outputs, pieces, inputs = weights.shape
    by_piece = np.concatenate(
        [weights.transpose(2, 1, 0).reshape(inputs, pieces * outputs), biases.T.reshape(1, pieces * outputs)]
    )
    return _Layer(np.ascontiguousarray(by_piece), norm.get_param("G"), norm.get_param("b"))


def _normalize(rows: Vectors, layer: _Layer) -> None:
    """Layer normalization of each row, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + np.float32(_VARIANCE_FLOOR)
    rows *= (1 / np.sqrt(variance))[:, None]
    rows *= layer.scale
    rows += layer.shift
