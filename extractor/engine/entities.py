"""Entities: what spaCy's greedy entity recogniser decides, with all tokens scored at once.

Read it beside ``spacy/pipeline/_parser_internals/ner.pyx`` and ``StateC.set_context_tokens``. The transition system
goes through a Doc token by token and takes the best of the actions O, U-x (a whole entity), and, to open one, B-x;
inside one, I-x or L-x. A state's score depends on three tokens (``nF == 3``): the next one, and, if an entity is
open, its first token and the last one read.

- With no entity open, those three are (i, none, none): the score of token i depends on no earlier decision. One
  matrix product scores all tokens of a batch.
- With an entity open since s, they are (i, s, i - 1), and the label stays: only I-x and L-x of that label are
  allowed. So where an entity opened at s would end depends on s and its label alone. It is worked out for every token
  whose best action is B-x, all of them side by side, also for those that turn out to lie inside another entity.
- One walk from left to right then keeps the entities that are really reached.

The rules of what is allowed are those of ``Begin``, ``In``, ``Last``, ``Unit`` and ``Out`` for a Doc without preset
entities (the engine's Docs have none): none opens on white space, and none goes on past the end of the text or over
the start of a sentence. Ties go to the action that comes first, as in ``arg_max_if_valid``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from extractor.engine.unknown import require
from extractor.engine.vectors import Vectors

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Flags = NDArray[np.bool_]
Indices = NDArray[np.intp]


class EntityDecoder:
    """Finds the entities of Docs as the component does.

    Args:
        component: The entity recogniser of a pipeline.
        vectors: Computes what the model's own tok2vec layer computes.

    Raises:
        UnknownComponentError: When the model is laid out in another way.
    """

    def __init__(
        self, component: EntityRecognizer, vectors: Callable[[Sequence[Doc]], Sequence[Vectors]]
    ) -> None:
        model: Any = component.model
        require(component.cfg["beam_width"] == 1, "it searches with a beam")
        require(model.name == "parser_model" and model.attrs["has_upper"], "it has no upper layer")
        require(not model.attrs["unseen_classes"], "it has labels it was not trained on")
        self._vectors = vectors
        self._actions = _Actions(component)
        self._scorer = _Scorer(model, self._actions)

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the entities of Docs that have none yet."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return
        states = self._scorer.of_tokens(np.concatenate(self._vectors(docs)))
        ends = np.cumsum(lengths)
        space, must_end = _borders(docs, ends)
        best = self._scorer.opening(states, ~(space | must_end), ~space)
        last = self._lasts(states, best, must_end)
        first = 0
        for doc, end in zip(docs, ends.tolist(), strict=True):
            self._set(doc, best[first:end], last[first:end] - first)
            first = end

    def _lasts(self, states: _States, best: Indices, must_end: Flags) -> Indices:
        """Of each token that opens or is an entity, the last token of it."""
        last = np.arange(len(best))
        opened = np.flatnonzero(self._actions.is_begin[best])
        at = opened + 1
        while len(opened):
            goes_on = self._scorer.continues(states, at, opened, best[opened]) & ~must_end[at]
            last[opened[~goes_on]] = at[~goes_on]
            opened, at = opened[goes_on], at[goes_on] + 1
        return last

    def _set(self, doc: Doc, best: Indices, last: Indices) -> None:
        from spacy.tokens import Span

        found, free = [], 0
        for first in np.flatnonzero(best != self._actions.out).tolist():
            if first >= free:
                free = int(last[first]) + 1
                found.append(Span(doc, first, free, label=self._actions.labels[best[first]]))
        doc.set_ents(found, default="outside")


class _Actions:
    """The transition system's actions, by class number.

    Attributes:
        opening: The classes allowed when no entity is open, in their order.
        out: Class of O.
        is_begin: Whether a class is B-x.
        inside: For B-x the class of I-x.
        final: For B-x the class of L-x.
        labels: The entity label of each class, as a string's hash.
    """

    def __init__(self, component: EntityRecognizer) -> None:
        names = [component.moves.get_class_name(number) for number in range(component.moves.n_moves)]
        number = {name: index for index, name in enumerate(names)}
        require("O" in number and names.count("O") == 1, "it has no action for tokens outside entities")
        self.opening = np.array([i for i, name in enumerate(names) if _opens(name)])
        self.out = number["O"]
        self.is_begin = np.array([name.startswith("B-") for name in names])
        self.inside = np.array([number.get(f"I{name[1:]}", 0) for name in names])
        self.final = np.array([number.get(f"L{name[1:]}", 0) for name in names])
        self.labels = [component.vocab.strings.add(name[2:]) for name in names]
        begins = [name for name in names if name.startswith("B-")]
        require(
            all(f"I{b[1:]}" in number and f"L{b[1:]}" in number for b in begins), "a label lacks an action"
        )


def _opens(name: str) -> bool:
    return name == "O" or (name[:2] in ("B-", "U-") and len(name) > 2)  # "U-" alone is for blocked tokens


class _States:
    """What tokens contribute to the hidden layer of a state.

    Attributes:
        next: As the next token of a state.
        vectors: The tokens' vectors, for the other two places.
    """

    def __init__(self, following: Vectors, vectors: Vectors) -> None:
        self.next = following
        self.vectors = vectors


class _Scorer:
    """The lower and upper layer of the parser model (``spacy/ml/parser_model.pyx``)."""

    def __init__(self, model: Any, actions: _Actions) -> None:
        lower, upper, linear = (
            model.get_ref("lower"),
            model.get_ref("upper"),
            model.get_ref("tok2vec").layers[-1],
        )
        require(lower.name == "precomputable_affine" and upper.name == "linear", "its layers are others")
        places, self._width, self._pieces, inputs = lower.get_param("W").shape
        require(places == 3, f"its states look at {places} tokens")
        require(self._pieces >= 2 and linear.name == "linear", "its layers are others")
        hidden = self._pieces * self._width
        by_piece = lower.get_param("W").transpose(0, 3, 2, 1).reshape(places, inputs, hidden)
        self._next, self._first, self._previous = (np.ascontiguousarray(place) for place in by_piece)
        self._bias = lower.get_param("b").T.reshape(hidden)
        padding = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(places, hidden)
        self._no_entity = self._bias + padding[1] + padding[2]
        self._projection, self._projection_bias = linear.get_param("W").T, linear.get_param("b")
        self._upper, self._upper_bias = upper.get_param("W"), upper.get_param("b")
        require(len(self._upper) == len(actions.is_begin), "its scores are not its actions")
        self._actions = actions
        self._opening = np.ascontiguousarray(self._upper[actions.opening].T)

    def of_tokens(self, vectors: Vectors) -> _States:
        projected = vectors @ self._projection + self._projection_bias
        return _States(projected @ self._next, projected)

    def opening(self, states: _States, may_begin: Flags, may_be: Flags) -> Indices:
        """The best class of each token when no entity is open."""
        actions = self._actions
        scores = self._maxout(states.next + self._no_entity) @ self._opening
        scores += self._upper_bias[actions.opening]
        is_begin = actions.is_begin[actions.opening]
        is_out = actions.opening == actions.out
        scores[np.ix_(~may_begin, is_begin)] = -np.inf
        scores[np.ix_(~may_be, ~is_begin & ~is_out)] = -np.inf
        best: Indices = actions.opening[scores.argmax(axis=1)]
        return best

    def continues(self, states: _States, at: Indices, first: Indices, begin: Indices) -> Flags:
        """Whether I-x beats L-x at tokens, given the entities' first tokens and the classes that opened them."""
        hidden = self._maxout(
            states.next[at]
            + states.vectors[first] @ self._first
            + states.vectors[at - 1] @ self._previous
            + self._bias
        )
        inside, final = self._actions.inside[begin], self._actions.final[begin]
        score_inside = np.einsum("ij,ij->i", hidden, self._upper[inside]) + self._upper_bias[inside]
        score_final = np.einsum("ij,ij->i", hidden, self._upper[final]) + self._upper_bias[final]
        better: Flags = (score_inside > score_final) | ((score_inside == score_final) & (inside < final))
        return better

    def _maxout(self, pieces: Vectors) -> Vectors:
        width = self._width
        best = pieces[:, :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, pieces[:, piece * width : (piece + 1) * width])
        return best


def _borders(docs: Sequence[Doc], ends: NDArray[Any]) -> tuple[Flags, Flags]:
    """Of the tokens of all Docs: which are white space, and which end a Doc or stand before the start of a sentence."""
    columns = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
    must_end = np.zeros(len(columns), bool)
    must_end[:-1] = columns[1:, 0] == 1
    must_end[ends[ends > 0] - 1] = True
    return columns[:, 1] == 1, must_end
