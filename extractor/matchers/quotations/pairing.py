"""Pairing quotation marks: the cheapest reading of all marks of a paragraph as opening, closing, reopening or stray.

Marks of real text are mixed, doubled, glued to the next sentence, and never closed where a feed has run paragraphs together
(`He said: "It was a shock. "All you see is rubble."`). No mark can be read alone, so every reading of a mark has a price by its
neighbours, and the sequence of readings with the lowest sum is found by dynamic programming (Viterbi), in time linear in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import NamedTuple, Protocol

_MOST = 10_000
"""Marks of a paragraph that are paired: noise has more of them."""
IMPOSSIBLE = float("inf")


class Mark(NamedTuple):
    """A quotation mark: its stretch of the text, and its form."""

    start: int
    end: int
    glyph: str


class Pair(NamedTuple):
    """A quotation by its first mark and its last; None where it runs to the end of the paragraph."""

    opening: Mark
    closing: Mark | None


class Reading(NamedTuple):
    """One way to read a mark.

    Attributes:
        state: The glyphs of the quotations that are open behind the mark, outer ones first.
        price: How unlikely it is; 0 for what a textbook would print.
        opens: Whether the mark opens a quotation or opens it again.
    """

    state: str
    price: float
    opens: bool = False


class Prices(Protocol):
    """What the readings of marks cost in one paragraph."""

    def readings(self, mark: Mark, state: str, opened: Mark | None) -> Iterable[Reading]:
        """The readings of a mark, given what is open before it and the mark that last opened something."""

    def unclosed(self, state: str, opened: Mark) -> float:
        """The price of leaving a quotation open at the end of the paragraph."""


class _Step(NamedTuple):
    """The cheapest way to a state."""

    cost: float
    state: str = ""
    opened: Mark | None = None
    mark: Mark | None = None
    before: _Step | None = None


def pairs(marks: Iterable[Mark], prices: Prices) -> list[Pair]:
    """The outermost quotations of a paragraph, given its marks in order; of equally cheap readings the first."""
    best = [_Step(0.0)]
    for mark in islice(marks, _MOST):
        best = _after(mark, best, prices)
    cheapest = min(best, key=lambda step: step.cost + _at_end(step, prices))
    return _outermost(_way(cheapest))


def _after(mark: Mark, best: Sequence[_Step], prices: Prices) -> list[_Step]:
    found: dict[str, _Step] = {}
    for step in best:
        for reading in prices.readings(mark, step.state, step.opened):
            cost = step.cost + reading.price
            rival = found.get(reading.state)
            if cost < IMPOSSIBLE and (rival is None or cost < rival.cost):
                opened = mark if reading.opens else step.opened
                found[reading.state] = _Step(cost, reading.state, opened, mark, step)
    return list(found.values())


def _at_end(step: _Step, prices: Prices) -> float:
    return prices.unclosed(step.state, step.opened) if step.state and step.opened else 0.0


def _way(step: _Step) -> list[_Step]:
    steps = [step]
    while step.before:
        step = step.before
        steps.append(step)
    return steps[::-1]


def _outermost(steps: Sequence[_Step]) -> list[Pair]:
    found: list[Pair] = []
    opened: Mark | None = None
    for before, after in pairwise(steps):
        if after.state and not before.state:
            opened = after.mark
        elif before.state and not after.state and opened:
            found.append(Pair(opened, after.mark))
            opened = None
    return [*found, Pair(opened, None)] if opened else found
