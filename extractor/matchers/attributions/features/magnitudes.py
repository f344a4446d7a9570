"""Counts by their order of size."""

from __future__ import annotations

from bisect import bisect_left

_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 35, 60)
_NAMES = (*map(str, _LENGTHS), "more")


def bucket(number: int) -> str:
    """A count by its order of size."""
    return _NAMES[bisect_left(_LENGTHS, number)]
