"""What workers are given, and what happens to it when a worker is lost over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractor.batch.outcome import Cause, Outcome, quarantined

_TRIES = 2
_TRIES_IF_KILLED = 5
"""SIGKILL comes from outside (an operator, a system short of memory), so it says little about the article."""


class Batch:
    """The outcomes of some items, which may arrive in any order."""

    def __init__(self, items: Sequence[Any]) -> None:
        self._outcomes: list[Outcome | None] = [None] * len(items)
        self._missing = len(items)

    @property
    def is_done(self) -> bool:
        """Whether every item has its outcome."""
        return not self._missing

    @property
    def outcomes(self) -> list[Outcome]:
        """The outcomes, in the order of the items."""
        return [outcome for outcome in self._outcomes if outcome]

    def settle(self, place: int, outcome: Outcome) -> None:
        """Note the outcome of an item."""
        self._missing -= self._outcomes[place] is None
        self._outcomes[place] = outcome


@dataclass(slots=True)
class Task:
    """Items of a batch for one worker, those that have no outcome yet.

    Attributes:
        batch: Where outcomes go.
        items: In order; workers answer in the same order.
        places: Their places in the batch.
        losses: How many workers were lost over it.
    """

    batch: Batch
    items: Sequence[Any]
    places: Sequence[int]
    losses: int = 0

    def settle(self, outcome: Outcome) -> None:
        """Note the outcome of the first item, which then is no longer part of the task."""
        self.batch.settle(self.places[0], outcome)
        self.items, self.places = self.items[1:], self.places[1:]

    def after_loss(self, reason: str, cause: Cause, *, killed: bool) -> list[Task]:
        """What remains to be done after a worker was lost: each article is tried again alone, and given up after that.

        Args:
            reason: What happened to the worker.
            cause: The same for programs.
            killed: Whether it was killed from outside, which no article is to blame for.
        """
        self.losses += 1
        if killed and self.losses < _TRIES_IF_KILLED:
            return [self]
        if len(self.items) > 1:
            return [
                Task(self.batch, [item], [place], losses=1)
                for item, place in zip(self.items, self.places, strict=True)
            ]
        if self.losses < _TRIES:
            return [self]
        self.settle(quarantined(f"{reason}, twice; look at the article", cause=cause))
        return []
