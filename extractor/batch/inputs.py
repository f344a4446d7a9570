"""The inputs of a run: numbered, dealt out to shards, and cut into batches for workers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from extractor.batch.outcome import Outcome, State, quarantined, storable
from extractor.engine.settings import BATCH
from extractor.errors import EmptyInputError, ExtractorError, InputError, PassedOver
from extractor.readers import Item


@dataclass(frozen=True, slots=True)
class Entry:
    """One input.

    Attributes:
        position: Among all inputs of all shards, from 0.
        found: What there is to read, or why there is nothing.
    """

    position: int
    found: Item | InputError

    @property
    def name(self) -> str:
        """What the ledger calls it."""
        return storable(self.found.name if isinstance(self.found, Item) else self.found.where)

    @property
    def outcome(self) -> Outcome | None:
        """What has become of it before any worker saw it."""
        if isinstance(self.found, Item):
            return None
        if isinstance(self.found, PassedOver):
            return Outcome(State.PASSED, self.found.what)
        empty = isinstance(self.found, EmptyInputError)
        return Outcome(State.EMPTY, self.found.reason) if empty else quarantined(self.found.reason)


@dataclass(frozen=True, slots=True)
class Shard:
    """A share of the inputs: those whose name's hash falls on it, so that every machine finds its own without a list.

    Attributes:
        number: From 1.
        of: How many shards there are.
    """

    number: int
    of: int

    @classmethod
    def parse(cls, written: str) -> Shard:
        """The shard that ``I/N`` names.

        Raises:
            ExtractorError: When it names none.
        """
        number, _, of = written.partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
            what = f"not a shard: {written!r}"
            raise ExtractorError(what, where="--shard", remedy="write I/N with I from 1 to N, such as 2/8")
        return cls(int(number), int(of))

    def holds(self, name: str) -> bool:
        """Whether an input of this name belongs to it."""
        digest = hashlib.sha256(name.encode()).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


def entries(found: Iterable[Item | InputError], shard: Shard | None = None) -> Iterator[Entry]:
    """The inputs with their positions; those of other shards are counted and left out."""
    for position, item in zip(count(), found, strict=False):
        entry = Entry(position, item)
        if shard is None or shard.holds(entry.name):
            yield entry


def batches(inputs: Iterable[Entry], part_size: int) -> Iterator[list[Entry]]:
    """Batches for workers. None crosses the border of a part, so that a resumed run makes the same ones."""
    batch: list[Entry] = []
    for number, entry in enumerate(inputs, 1):
        batch.append(entry)
        if len(batch) == BATCH or number % part_size == 0:
            yield batch
            batch = []
    if batch:
        yield batch
