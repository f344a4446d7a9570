"""Pairs that say the same → groups, the surest pairs first; a group takes in what at least half of its members agree with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

_ASKED = 8
"""Members of each side that are asked; more would cost the square."""

Scored = tuple[float, int, int]


def clusters(
    size: int,
    pairs: Iterable[Scored],
    agree: Callable[[int, int], bool],
    joined: Sequence[Sequence[int]] = (),
) -> list[list[int]]:
    """Groups of indices, each in ascending order; those of one member too.

    Args:
        size: How many there are.
        pairs: Score and indices of pairs that say the same.
        agree: Whether two of them say the same.
        joined: Groups that exist already and stay whole.
    """
    group_of = list(range(size))
    members = {number: [number] for number in range(size)}
    for group in joined:
        for index in group[1:]:
            group_of[index] = group[0]
            members[group[0]] += members.pop(index)
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        first, second = sorted((group_of[one], group_of[other]))
        if first != second and _fit(members[first], members[second], agree):
            for index in members[second]:
                group_of[index] = first
            members[first] += members.pop(second)
    return [sorted(group) for _, group in sorted(members.items())]


def _fit(one: Sequence[int], other: Sequence[int], agree: Callable[[int, int], bool]) -> bool:
    if len(one) == len(other) == 1:
        return True
    asked = [(a, b) for a in one[:_ASKED] for b in other[:_ASKED]]
    return 2 * sum(agree(a, b) for a, b in asked) >= len(asked)
