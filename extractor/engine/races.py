"""States of spaCy's parser that move side by side, from one guessed start of a sentence to the next; why, `trees` says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from extractor.engine.tree_scores import Scorer, Tokens
from extractor.engine.vectors import Vectors

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_NEXT, _TOP, _CHILD_OF_NEXT = 0, 2, 5
"""Where a state's context has the next token, the top of the stack, and the last left child of the next token."""
_ORIGIN, _GOAL, _BOUND, _EDGE, _LAST_TOP = range(5)
"""What a race keeps of a state: the places where it started and where it goes, the row of its goal or that of the last token
it may come to, whichever is first, this last token, and the top of its stack a step ago."""
_SEEN = 128
"""Tokens that a state sees of a long block; few sentences have more. One that comes near their end starts anew and sees all."""
_BLANKS = 256
"""Docs of different outlines kept, 6 kB for each."""
_NONE = -1
_FAR = np.iinfo(np.int32).max


class Block(NamedTuple):
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

    def starts(self, guesses: Sequence[int]) -> list[int]:
        """Where parts of the block may start, and its end."""
        inside = guesses[bisect_right(guesses, self.start) : bisect_left(guesses, self.end)]
        return [self.start, *inside, self.end]


class Part(NamedTuple):
    """Some sentences of a block, parsed.

    Attributes:
        start: Index of their first token in the batch.
        state: The state at their end; its tokens count from ``start``.
        breaks: Whether it makes the second token behind the block start a sentence.
        goal: The place where the next part starts.
    """

    start: int
    state: Any
    breaks: bool
    goal: int


class Places:
    """Where the states of some blocks may start and end: at the start of each block, the guesses in it, its end.

    Attributes:
        tokens: What the states see, as indices in the batch.
        rows: Of each place its row among these tokens.
        starting: All places but the ends.
        firsts: The places where blocks start.
    """

    def __init__(self, blocks: Sequence[Block], guesses: Sequence[int]) -> None:
        self.tokens = np.concatenate([np.arange(block.start, block.end + block.ahead) for block in blocks])
        self.firsts: list[int] = []
        self._blocks: list[Block] = []
        self._starts: list[int] = []
        rows: list[int] = []
        base = 0
        for block in blocks:
            self.firsts.append(len(rows))
            starts = block.starts(guesses)
            self._starts += starts
            self._blocks += [block] * len(starts)
            rows += [base + start - block.start for start in starts[:-1]]
            rows.append(base + block.end - block.start if block.ahead else _FAR)
            base += block.end - block.start + block.ahead
        self.rows = np.array(rows)
        self.starting = [place for place in range(len(rows)) if not self.is_end(place)]

    def start(self, place: int) -> int:
        """The token at a place, as its index in the batch."""
        return self._starts[place]

    def is_end(self, place: int) -> bool:
        """Whether a block ends there."""
        return self._starts[place] == self._blocks[place].end

    def end(self, place: int) -> int:
        """The end of a place's block."""
        return next(end for end in range(place, len(self._starts)) if self.is_end(end))

    def is_seen_whole(self, place: int) -> bool:
        """Whether a state that starts there sees the rest of its block."""
        start, end = self._starts[place], self._blocks[place].end
        return end - start <= _SEEN or self._starts[place + 1] - start > _SEEN // 2

    def doc(self, place: int, whole: bool) -> Doc:
        """All that a state which starts there reads of a Doc."""
        block = self._blocks[place]
        length = block.end - self._starts[place]
        if length > _SEEN and not whole:
            return _blank(_SEEN, 0, False)
        blank = _blank if length <= _SEEN else _blank.__wrapped__
        return blank(length, block.ahead, block.starts_twice)

    def missing(self, parts: Mapping[int, Part]) -> Iterator[int]:
        """Of each block the first place that is reached, but from which no part is parsed."""
        for place in self.firsts:
            while place in parts:
                place = parts[place].goal
            if not self.is_end(place):
                yield place

    def chains(self, parts: Mapping[int, Part]) -> Iterator[list[Part]]:
        """Of each block its parts, one after the other."""
        for place in self.firsts:
            chain = [parts[place]]
            while not self.is_end(chain[-1].goal):
                chain.append(parts[chain[-1].goal])
            yield chain


class Race:
    """States that move side by side, each until it is clear at a place behind its own.

    Args:
        places: Of a few blocks.
        starting: Where the states start.
        again: Whether states started there before and did not get through.

    Attributes:
        parts: What the states parsed, by the places where they started.
    """

    def __init__(self, places: Places, starting: Sequence[int], again: bool) -> None:
        from spacy.pipeline._parser_internals.stateclass import StateClass  # type: ignore[import-not-found]

        self.parts: dict[int, Part] = {}
        self._places = places
        whole = [again or places.is_seen_whole(place) for place in starting]
        origins = np.array(starting)
        rows = places.rows[origins]
        edges = np.where(whole, _FAR, rows + _SEEN - 3)  # the next token but one is still seen
        bounds = np.minimum(places.rows[origins + 1], edges)
        self._lanes = np.stack([origins, origins + 1, bounds, edges, np.full(len(rows), _NONE)], axis=1)
        self._states = [
            StateClass(places.doc(place, seen), offset=row)
            for place, seen, row in zip(starting, whole, rows.tolist(), strict=True)
        ]
        self._breaking: set[int] = set()

    def run(self, scorer: Scorer, table: Vectors, move: Callable[[list[Any], Vectors], list[Any]]) -> None:
        """Move all states to where they are clear.

        Args:
            scorer: Scores the actions.
            table: What the tokens of the places add to a score.
            move: Takes the best action of each state, and gives those that are not final.
        """
        while self._states:
            context = self._without_clear(scorer.context(self._states))
            if not self._states:
                return
            left = move(self._states, scorer.scores(context, table))
            self._lanes[:, _LAST_TOP] = context[:, _TOP]
            if len(left) < len(self._states):
                self._finish()

    def _without_clear(self, context: Tokens) -> Tokens:
        """Takes out the states that are clear or need not go on; gives the context of the others."""
        following, top, bound = context[:, _NEXT], context[:, _TOP], self._lanes[:, _BOUND]
        at_stop = (top == _NONE) | (top == self._lanes[:, _LAST_TOP]) | (following > bound)
        leaving: set[int] = set()
        for row in np.flatnonzero((following >= bound) & at_stop).tolist():
            leaving.update(self._stopped(row, context[row]))
        return context[self._keep(leaving)] if leaving else context

    def _stopped(self, row: int, context: Tokens) -> Iterator[int]:
        """The rows that leave, as one state is clear, is not clear at its goal or behind it, or sees too little."""
        goal, edge = self._lanes[row, [_GOAL, _EDGE]].tolist()
        following = int(context[_NEXT])
        if following > edge:
            yield row
        elif following < self._places.rows[goal]:
            return
        elif self._is_clear(row, goal, context):
            self._arrive(row, goal)
            yield row
        elif self._places.is_end(goal):  # nothing but Break leaves a state as it was
            self._breaking.add(int(self._lanes[row, _ORIGIN]))
        else:
            yield from np.flatnonzero(self._lanes[:, _ORIGIN] == goal).tolist()  # it began within a sentence
            self._lanes[row, _GOAL] = goal + 1
            self._lanes[row, _BOUND] = min(self._places.rows[goal + 1], edge)

    def _is_clear(self, row: int, goal: int, context: Tokens) -> bool:
        if context[_TOP] != _NONE or self._places.is_end(goal):
            return bool(context[_TOP] == _NONE)
        origin, place = self._places.rows[[self._lanes[row, _ORIGIN], goal]].tolist()
        as_at_start = context[_NEXT] == place and context[_CHILD_OF_NEXT] == _NONE
        return bool(as_at_start and self._states[row]._b_i == place - origin)

    def _arrive(self, row: int, goal: int) -> None:
        origin = int(self._lanes[row, _ORIGIN])
        self.parts[origin] = Part(
            self._places.start(origin), self._states[row], origin in self._breaking, goal
        )

    def _finish(self) -> None:
        """Takes out the states that have come to the end of their Doc."""
        final = [row for row, state in enumerate(self._states) if state.is_final()]
        for row in final:
            self._arrive(row, self._places.end(int(self._lanes[row, _GOAL])))
        self._keep(final)

    def _keep(self, leaving: Collection[int]) -> list[int]:
        kept = [row for row in range(len(self._states)) if row not in leaving]
        self._states = [self._states[row] for row in kept]
        self._lanes = self._lanes[kept]
        return kept


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
