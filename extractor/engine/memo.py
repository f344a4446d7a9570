"""Results kept per distinct input, within a bound.

A newspaper writes the same words again and again: what depends on one word alone is computed once. Keys and values
are numbers only, never strings, lexemes or Docs, so a memo may outlive the memory zone in which it was filled.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)
Rows = NDArray[np.uint64] | NDArray[np.float32]

LIMIT = 8_192
"""Distinct inputs kept: those of 200,000 to 300,000 words of news, 3 MB of vectors and as much for their keys.

Four times as many save no time that can be measured, and fill for a million words and more: memory would not be flat.
"""


class Memo(Generic[Key]):
    """Rows of numbers by key, emptied when full.

    Args:
        empty: No rows, of the width and type of those to come.
        limit: Rows kept; a single batch may go beyond it.
    """

    def __init__(self, empty: Rows, limit: int = LIMIT) -> None:
        self._empty = self._rows = empty
        self._place: dict[Key, int] = {}
        self._limit = limit

    def __len__(self) -> int:
        return len(self._place)

    def rows(self, keys: Sequence[Key], compute: Callable[[list[int]], Rows]) -> Rows:
        """The rows of the keys, one for each.

        Args:
            keys: What each row depends on, and on nothing else.
            compute: Given positions in ``keys`` of all different and new keys, computes their rows.
        """
        self._learn(keys, compute)
        place = self._place
        return self._rows[[place[key] for key in keys]]

    def _learn(self, keys: Sequence[Key], compute: Callable[[list[int]], Rows]) -> None:
        new = self._new(keys)
        if new and len(self._place) + len(new) > self._limit:
            self._place.clear()
            new = self._new(keys)
        if not new:
            return
        computed = compute(list(new.values()))
        first = len(self._place)
        self._make_room(first + len(new))
        self._rows[first : first + len(new)] = computed
        self._place.update(zip(new, range(first, first + len(new)), strict=True))

    def _new(self, keys: Sequence[Key]) -> dict[Key, int]:
        place = self._place
        return {key: index for index, key in enumerate(keys) if key not in place}

    def _make_room(self, needed: int) -> None:
        if needed > len(self._rows):
            room = np.empty((max(needed, 2 * len(self._rows)), *self._empty.shape[1:]), self._empty.dtype)
            room[: len(self._place)] = self._rows[: len(self._place)]
            self._rows = room
