"""Trees: what spaCy's greedy dependency parser decides, with all blocks of a batch parsed side by side.

Read it beside ``spacy/pipeline/transition_parser.pyx``, ``arc_eager.pyx`` and ``_state.pxd``. The parser's own loop
acquires the GIL for each row it adds up, eight for each state; that is most of its time. Here the states and the actions
are spaCy's, which ``transition_states`` takes, but the scores of a step are a few matrix operations over all states. They
pay with many states only, and there is one for each block of the layout, since a block can be parsed by itself:

- Nothing is shifted or attached over a preset start of a sentence while the stack holds anything. So every block begins
  with an empty stack and its first token next, whatever was decided before it.
- A state's score depends on eight tokens (``nF == 8``): the next two, the upper three of the stack, and children of the
  first of each. The last decisions of a block look at the first two tokens behind it, and no further.
- So each state has a Doc of its own, as long as its block and those two tokens, and is done when its stack is empty and
  the first token behind its block comes next. A state reads nothing of a Doc but its length and its sentence starts.
- One action reaches into the next block: Break, which makes the second token behind the block start a sentence. It alone
  leaves stack and buffer as they are, which gives it away; that block is then parsed again, in two parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.engine.unknown import require
from extractor.engine.vectors import Vectors

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Tokens = NDArray[np.int32]
"""Indices of tokens; -1 for none."""

_NEXT, _TOP = 0, 2
"""Where a state's context has the next token and the top of the stack."""
_SIDE_BY_SIDE = 4
"""How many blocks as long as the longest a batch must hold; with fewer, the stock parser's steps cost less."""
_GROUP = 2_000
"""Tokens of the blocks that are parsed side by side: their tables, 4 kB for each, stay in the cache."""
_ROUNDS = 8
"""How often blocks are parted and parsed again before the stock parser takes the batch; news took four at most."""
_BLANKS = 128
"""Docs of different outlines kept, 13 kB for each; more would still be filling after ten thousand articles."""
_AHEAD = 2
_NONE = -1


class _Block(NamedTuple):
    """A stretch of a batch's tokens that is parsed by itself.

    Attributes:
        start: Index of its first token in the batch.
        end: Index of the token behind it.
        ahead: How many tokens behind it, of the same Doc, its states see.
        starts_twice: Whether a sentence must start at both of these.
    """

    start: int
    end: int
    ahead: int
    starts_twice: bool

    @property
    def outline(self) -> tuple[int, int, bool]:
        """All that a state reads of a Doc: the block's length, and what stands behind it."""
        return self.end - self.start, self.ahead, self.starts_twice


class TreeBuilder:
    """Sets heads and labels of Docs as the component does.

    Args:
        component: The parser of a pipeline.

    Raises:
        UnknownComponentError: When the model is laid out in another way.
    """

    def __init__(self, component: DependencyParser) -> None:
        model: Any = component.model
        require(component.cfg["beam_width"] == 1, "it searches with a beam")
        require(model.name == "parser_model" and model.attrs["has_upper"], "it has no upper layer")
        require(not model.attrs["unseen_classes"], "it has labels it was not trained on")
        self._component: Any = component
        self._scorer = _Scorer(model)
        self._root = component.vocab.strings.add("ROOT")

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the trees of Docs that have none yet; sentences start where some already do, and elsewhere."""
        blocks = list(_blocks(docs, frozenset()))
        longest = max((block.end - block.start for block in blocks), default=0)
        alone = sum(map(len, docs)) < _SIDE_BY_SIDE * longest
        parsed = None if alone else self._parsed(docs, blocks)
        if parsed is None:
            self._component.set_annotations(docs, self._component.predict(docs))
        else:
            self._set(docs, parsed)

    def _parsed(self, docs: Sequence[Doc], blocks: Sequence[_Block]) -> dict[_Block, Any] | None:
        """The final state of each block, those that a block before them breaks in two parsed again.

        None where each part goes on to break the next, as in a list of thousands of addresses.
        """
        vectors = self._scorer.vectors(docs)
        parsed: dict[_Block, Any] = {}
        broken: frozenset[int] = frozenset()
        breaking: set[_Block] = set()
        for _ in range(_ROUNDS):
            for group in _groups(block for block in blocks if block not in parsed):
                states = self._component.moves.init_batch([_blank(*block.outline) for block in group])
                parsed.update(zip(group, states, strict=True))
                breaking.update(self._move(group, states, self._scorer.table(group, vectors)))
            found = frozenset(block.end + 1 for block in blocks if block in breaking)
            if found == broken:
                return {block: parsed[block] for block in blocks}
            broken, blocks = found, list(_blocks(docs, found))
        return None

    def _move(self, blocks: Sequence[_Block], states: list[Any], table: Vectors) -> Iterator[_Block]:
        """Move states to the ends of their blocks; gives the blocks that break the next one."""
        lengths = np.array([block.end - block.start for block in blocks])
        ahead = np.array([block.ahead for block in blocks])
        ends = np.where(ahead, np.cumsum(lengths + ahead) - ahead, _NONE)
        numbers, tops = np.arange(len(blocks)), np.full(len(blocks), _NONE)
        while states:
            context = self._scorer.context(states)
            at_end, top = context[:, _NEXT] == ends, context[:, _TOP]
            done = at_end & (top == _NONE)
            for number in numbers[at_end & (top == tops) & ~done].tolist():
                yield blocks[number]
            if done.any():
                left = ~done
                states = [state for state, stays in zip(states, left.tolist(), strict=True) if stays]
                context, ends, top, numbers = context[left], ends[left], top[left], numbers[left]
            scores = self._scorer.scores(context, table)
            following = self._component.transition_states(states, scores) if states else []
            if len(following) < len(states):
                left = np.array([not state.is_final() for state in states])
                ends, top, numbers = ends[left], top[left], numbers[left]
            states, tops = following, top

    def _set(self, docs: Sequence[Doc], parsed: dict[_Block, Any]) -> None:
        count = sum(map(len, docs))
        heads, labels = [0] * count, [self._root] * count
        for block, state in parsed.items():
            for arc in state.arcs:
                child = block.start + arc["child"]
                heads[child] = arc["head"] - arc["child"]
                labels[child] = arc["label"]
        columns: Any = np.array([np.array(heads).view(np.uint64), np.array(labels, np.uint64)]).T
        first = 0
        for doc in docs:
            if len(doc):
                doc.from_array(["HEAD", "DEP"], columns[first : first + len(doc)])
            for hook in self._component.postprocesses:
                hook(doc)
            first += len(doc)


class _Scorer:
    """The layers of the parser model (``spacy/ml/parser_model.pyx``)."""

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

    def table(self, blocks: Sequence[_Block], vectors: Vectors) -> Vectors:
        """What the tokens of blocks add to the hidden layer in each place of a context; at the end, what a missing one adds."""
        tokens = np.concatenate([np.arange(block.start, block.end + block.ahead) for block in blocks])
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


def _blocks(docs: Sequence[Doc], broken: frozenset[int]) -> Iterator[_Block]:
    """The blocks of a batch, further parted before the tokens of ``broken``."""
    first = 0
    for doc in docs:
        presets = {first + start for start in np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()}
        last = first + len(doc)
        inner = presets | {token for token in broken if first < token < last}
        for start, end in pairwise(sorted({first, *inner, last})):
            ahead = min(_AHEAD, last - end)
            yield _Block(start, end, ahead, ahead == _AHEAD and end + 1 in presets)
        first = last


def _groups(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    """Blocks of like length, which are parsed side by side."""
    group: list[_Block] = []
    size = 0
    for block in sorted(blocks, key=lambda block: block.start - block.end):
        size += block.end - block.start
        group.append(block)
        if size > _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


@lru_cache(maxsize=_BLANKS)
def _blank(length: int, ahead: int, starts_twice: bool) -> Doc:
    """A Doc of a block's length, with nothing in it but the sentence starts behind the block."""
    from spacy.tokens import Doc

    starts = [False] * (length + ahead)
    starts[length:] = [True, starts_twice][:ahead]
    starts[0] = True
    doc = Doc(_no_words(), words=["_"] * len(starts))
    marks: Any = np.array(starts, np.uint64)
    doc.from_array("SENT_START", marks)
    return doc


@lru_cache(maxsize=1)
def _no_words() -> Vocab:
    """A vocabulary outside any memory zone, so that its Docs outlive the batch."""
    from spacy.vocab import Vocab

    return Vocab()
