"""Sets of tokens as sorted, disjoint, half-open ranges: contents of many sentences stay cheap to cut, join and compare."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

Range = tuple[int, int]
Ranges = tuple[Range, ...]

_INFINITY = 1 << 62


def union(ranges: Iterable[Range]) -> Ranges:
    """The tokens of any of the ranges."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            if end > joined[-1][1]:
                joined[-1] = (joined[-1][0], end)
        elif start < end:
            joined.append((start, end))
    return tuple(joined)


def without(ranges: Ranges, holes: Iterable[Range]) -> Ranges:
    """The tokens of the ranges that lie in no hole."""
    left = list(ranges)
    for low, high in holes:
        if low >= high:
            continue
        cut: list[Range] = []
        for start, end in left:
            if high <= start or end <= low:
                cut.append((start, end))
                continue
            if start < low:
                cut.append((start, low))
            if high < end:
                cut.append((high, end))
        left = cut
    return tuple(left)


def meet(one: Ranges, other: Ranges) -> bool:
    """Whether two stretches overlap, taken from their first to their last token."""
    return bool(one and other) and one[0][0] < other[-1][1] and other[0][0] < one[-1][1]


def sums(flags: Iterable[bool]) -> list[int]:
    """How many tokens before each index have a property, and how many of all."""
    return list(accumulate(flags, initial=0))


def count(before: Sequence[int], ranges: Ranges) -> int:
    """How many tokens of the ranges have a property, given its prefix sums."""
    total = 0
    for start, end in ranges:
        total += before[end] - before[start]
    return total


def shared(before: Sequence[int], one: Ranges, other: Ranges) -> int:
    """How many tokens with the property both have; what lies before the first of either is not walked through."""
    if not one or not other:
        return 0
    total, i, j = 0, _first(one, other[0][0]), _first(other, one[0][0])
    while i < len(one) and j < len(other):
        start, end = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if start < end:
            total += before[end] - before[start]
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return total


def _first(ranges: Ranges, token: int) -> int:
    """Which range is the first that may hold a token."""
    return max(0, bisect_right(ranges, (token, _INFINITY)) - 1)


def holds(ranges: Ranges, token: int) -> bool:
    """Whether a token is among them."""
    return bool(ranges) and ranges[place := _first(ranges, token)][0] <= token < ranges[place][1]
