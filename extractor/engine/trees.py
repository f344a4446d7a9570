"""Trees: what spaCy's greedy dependency parser decides, with the sentences of a batch parsed side by side.

Read it beside ``spacy/pipeline/transition_parser.pyx``, ``arc_eager.pyx`` and ``_state.pxd``. The parser's own loop
acquires the GIL for each row it adds up, eight for each state; that is most of its time. Here the states and the actions
are spaCy's, which ``transition_states`` takes, but the scores of a step are a few matrix operations over all states. They
pay with many states only, so there is one for each part of a text that can be parsed by itself.

Blocks of the layout. Nothing is shifted or attached over a preset start of a sentence while the stack holds anything. So
every block begins with an empty stack and its first token next, whatever was decided before it:

- A state's score depends on eight tokens (``nF == 8``): the next two, the upper three of the stack, and children of the
  first of each. The last decisions of a block look at the first two tokens behind it, and no further.
- So each state has a Doc of its own, that ends with those two tokens, and is done when its stack is empty and the first
  token behind its block comes next. A state reads nothing of a Doc but its length and its sentence starts.
- One action reaches into the next block: Break, which makes the second token behind the block start a sentence. It alone
  leaves stack and buffer as they are, which gives it away; that block is then parsed again, in two parts.

Sentences of a block. Where they start is for the parser to say, but most can be guessed, from a full stop before them. A
state starts at each guess, too, and goes on to the next guess at which it is clear, that is as good as one that starts
there. Those parts count that are reached from the start of the block, from one clear state to the next, and they are what
a single state would have parsed; a wrong guess costs a few steps and changes nothing. A state is clear when

- its stack is empty, the guess comes next, and neither this token nor a later one has been on the stack (``_b_i``),
- this token has no child yet, and Break has not made the one behind it start a sentence.

Whether it starts a sentence itself (Break may have made it so) is only asked while there is something below it on the
stack, where nothing can be any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.engine.races import Block, Part, Places, Race
from extractor.engine.tree_scores import Scorer
from extractor.engine.unknown import require
from extractor.engine.vectors import Vectors

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser
    from spacy.tokens import Doc

_SIDE_BY_SIDE = 4
"""How many sentences as long as the longest a batch must hold; with fewer, the stock parser's steps cost less."""
_GROUP = 2_000
"""Tokens of the blocks that are parsed side by side: their tables, 4 kB for each, stay in the cache."""
_ROUNDS = 8
"""How often blocks are parted and parsed again before the stock parser takes the batch; news took four at most."""
_AHEAD = 2
_FULL_STOP, _AFTER_IT = ".", ("''", "_SP")
"""Tags (Penn Treebank) of what ends a sentence, and of what may stand between it and the next one."""


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
        self._scorer = Scorer(model)
        strings = component.vocab.strings
        self._root = strings.add("ROOT")
        self._full_stop, self._after_it = strings.add(_FULL_STOP), [strings.add(tag) for tag in _AFTER_IT]

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the trees of Docs that have none yet; sentences start where some already do, and elsewhere."""
        blocks, guesses = list(_blocks(docs, frozenset())), self._guesses(docs)
        longest = max((_longest(block, guesses) for block in blocks), default=0)
        alone = sum(map(len, docs)) < _SIDE_BY_SIDE * longest
        parsed = None if alone else self._parsed(docs, blocks, guesses)
        if parsed is None:
            self._component.set_annotations(docs, self._component.predict(docs))
        else:
            self._set(docs, parsed)

    def _guesses(self, docs: Sequence[Doc]) -> list[int]:
        """The tokens, counted through the batch, that probably start a sentence."""
        tags, lower = np.concatenate([doc.to_array(["TAG", "IS_LOWER"]) for doc in docs]).T
        stops, after = tags == self._full_stop, np.isin(tags, self._after_it)
        ended = np.zeros(len(tags), bool)
        ended[1:] = stops[:-1]
        ended[2:] |= stops[:-2] & after[1:-1]
        return np.flatnonzero(ended & ~stops & ~after & (lower == 0)).tolist()

    def _parsed(
        self, docs: Sequence[Doc], blocks: Sequence[Block], guesses: Sequence[int]
    ) -> dict[Block, list[Part]] | None:
        """The parts of each block, those that a block before them breaks in two parsed again.

        None where each part goes on to break the next, as in a list of thousands of addresses.
        """
        vectors = self._scorer.vectors(docs)
        parsed: dict[Block, list[Part]] = {}
        broken: frozenset[int] = frozenset()
        for _ in range(_ROUNDS):
            for group in _groups([block for block in blocks if block not in parsed], guesses):
                parsed.update(zip(group, self._parts(group, guesses, vectors), strict=True))
            found = frozenset(block.end + 1 for block in blocks if parsed[block][-1].breaks)
            if found == broken:
                return {block: parsed[block] for block in blocks}
            broken, blocks = found, list(_blocks(docs, found))
        return None

    def _parts(
        self, blocks: Sequence[Block], guesses: Sequence[int], vectors: Vectors
    ) -> Iterator[list[Part]]:
        places = Places(blocks, guesses)
        table = self._scorer.table(places.tokens, vectors)
        parts: dict[int, Part] = {}
        starting, again = places.starting, False
        while starting:
            race = Race(places, starting, again)
            race.run(self._scorer, table, self._component.transition_states)
            parts |= race.parts
            starting, again = list(places.missing(parts)), True
        return places.chains(parts)

    def _set(self, docs: Sequence[Doc], parsed: dict[Block, list[Part]]) -> None:
        count = sum(map(len, docs))
        heads, labels = [0] * count, [self._root] * count
        for parts in parsed.values():
            for start, state, _, _ in parts:
                for arc in state.arcs:
                    child = arc["child"]
                    heads[start + child] = arc["head"] - child
                    labels[start + child] = arc["label"]
        columns: Any = np.array([np.array(heads).view(np.uint64), np.array(labels, np.uint64)]).T
        first = 0
        for doc in docs:
            if len(doc):
                doc.from_array(["HEAD", "DEP"], columns[first : first + len(doc)])
            for hook in self._component.postprocesses:
                hook(doc)
            first += len(doc)


def _blocks(docs: Sequence[Doc], broken: frozenset[int]) -> Iterator[Block]:
    """The blocks of a batch, further parted before the tokens of ``broken``."""
    first = 0
    for doc in docs:
        presets = {first + start for start in np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()}
        last = first + len(doc)
        inner = presets | {token for token in broken if first < token < last}
        for start, end in pairwise(sorted({first, *inner, last})):
            ahead = min(_AHEAD, last - end)
            yield Block(start, end, ahead, ahead == _AHEAD and end + 1 in presets)
        first = last


def _longest(block: Block, guesses: Sequence[int]) -> int:
    """Tokens of the longest sentence, if the guesses are right."""
    return max(end - start for start, end in pairwise(block.starts(guesses)))


def _groups(blocks: Iterable[Block], guesses: Sequence[int]) -> Iterator[list[Block]]:
    """Blocks of sentences of like length, which are parsed side by side."""
    group: list[Block] = []
    size = 0
    for block in sorted(blocks, key=lambda block: -_longest(block, guesses)):
        size += block.end - block.start
        group.append(block)
        if size > _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group
