"""Compose: the chart that applies productions to the typed words of a run.

Whatever a production makes can take part in others: ``PART PERIOD`` is any part of any period.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractor.language.resources import Resources
from extractor.matchers.dates.lex import Found, Tokens, terminals
from extractor.matchers.dates.lexicon import Lexicon
from extractor.matchers.dates.productions import (
    Compose,
    Node,
    Production,
    Step,
    closing,
    plant,
    standing_alone,
)

_MOST = 160
"""More readings than this begin at no word of the news; at those of noise they are cut."""


class Candidate(NamedTuple):
    """A reading of a stretch: the token behind it, its rule, and its expressions with the tokens they span."""

    end: int
    production: Production
    pieces: tuple[tuple[int, int, Any], ...]


@dataclass(frozen=True)
class Grammar:
    """All productions as one tree of rows.

    Attributes:
        root: Where every row begins.
        alone: The symbols that need nothing beside them.
        closing: Those that can be the last of an expression.
    """

    root: Node
    alone: frozenset[str]
    closing: frozenset[str]

    def candidates(self, text: str, run: Tokens, lexicon: Lexicon) -> list[list[Candidate]]:
        """The expressions that can begin at each token, the longest first."""
        return _Chart(self, text, run, lexicon).fill()


class _Chart:
    """Everything that can be composed in one run, from right to left: what begins further right is complete."""

    def __init__(self, grammar: Grammar, text: str, run: Tokens, lexicon: Lexicon) -> None:
        self._grammar, self._text, self._run, self._lexicon = grammar, text, run, lexicon
        self._size = len(run.words)
        self._at: list[list[Found]] = [[] for _ in range(self._size + 1)]
        self._candidates: list[list[Candidate]] = [[] for _ in range(self._size)]
        self._agenda: list[Found] = []
        self._start, self._last = 0, grammar.alone
        self._end = _end_of(run)

    def fill(self) -> list[list[Candidate]]:
        """The candidates of every token."""
        for start in range(self._size - 1, -1, -1):
            self._begin(start)
            self._candidates[start].sort(key=lambda found: (-found.end, found.production.order))
        return self._candidates

    def _begin(self, start: int) -> None:
        root, here = self._grammar.root, self._at[start]
        last = self._grammar.closing if start else self._grammar.alone
        self._start, self._last = start, last
        self._agenda = terminals(self._text, self._run, start, self._lexicon, (self._end, last))
        if (node := root.following.get(self._run.words[start])) is not None:
            self._go_on(node, start + 1, (), (start,))
        agenda = self._agenda
        while agenda and len(here) < _MOST:
            found = agenda.pop()
            here.append(found)
            for node in root.accepts.get(found.symbol, ()):
                self._go_on(node, found.end, (found.value,), (start,))

    def _go_on(self, node: Node, at: int, values: tuple[Any, ...], bounds: tuple[int, ...]) -> None:
        """All rows that go on from a place reached at a token."""
        for step in node.complete:
            self._complete(step, at, values, (*bounds, at))
        if at >= self._size or not node.following or not self._run.joined[at]:
            return
        bounds = (*bounds, at)
        if (following := node.following.get(self._run.words[at])) is not None:
            self._go_on(following, at + 1, values, bounds)
        accepts = node.accepts
        for found in self._at[at]:
            for following in accepts.get(found.symbol, ()):
                self._go_on(following, found.end, (*values, found.value), bounds)

    def _complete(self, step: Step, end: int, values: tuple[Any, ...], bounds: tuple[int, ...]) -> None:
        production = step.production
        named = {name: values[place] for place, name in step.named}
        try:
            value = production.compose(**named, **production.fixed)
        except (OverflowError, ValueError):
            return
        if value is None:
            return
        if end < self._end or production.makes in self._last:
            self._agenda.append(Found(production.makes, end, value))
        if production.whole:
            spans = [(bounds[first], bounds[last]) for first, last in step.marked] or [(self._start, end)]
            pieces = value if type(value) is tuple else (value,)
            self._candidates[self._start].append(
                Candidate(
                    end, production, tuple((*span, piece) for span, piece in zip(spans, pieces, strict=True))
                )
            )


def _end_of(run: Tokens) -> int:
    """The token behind the last one that an expression can go on to: marks behind the last word close nothing but brackets."""
    end = len(run.words)
    while end and not run.words[end - 1].isalnum() and run.words[end - 1] not in ")½":
        end -= 1
    return end


def compile_grammar(language: Resources, lexicon: Lexicon, values: Mapping[str, Compose]) -> Grammar:
    """Reads and compiles the productions.

    Raises:
        ResourceError: When a production names what does not exist, or its form is broken.
    """
    root = plant(language, lexicon, values)
    return Grammar(root, standing_alone(root), closing(root))
