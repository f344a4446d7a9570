"""Counts by their order of size."""

from __future__ import annotations

_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 35, 60)


def bucket(number: int) -> str:
    """A count by its order of size."""
    return next((str(bound) for bound in _LENGTHS if number <= bound), "more")
