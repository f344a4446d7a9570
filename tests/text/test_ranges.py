from __future__ import annotations

from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.text.ranges import Range, Ranges, count, holds, shared, union, without

SIZE = 24
RANGE = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).map(lambda ends: (min(ends), max(ends)))
LOOSE = st.lists(RANGE, max_size=6)
DISJOINT = LOOSE.map(union)
FLAGS = st.lists(st.booleans(), min_size=SIZE, max_size=SIZE)

alike = settings(max_examples=200, deadline=None, derandomize=True, database=None)


def tokens(ranges: Ranges | list[Range]) -> set[int]:
    return {token for start, end in ranges for token in range(start, end)}


def sums(flags: list[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


def sound(ranges: Ranges) -> bool:
    """Sorted, none empty, none touching another."""
    ends = [end for piece in ranges for end in piece]
    return ends == sorted(ends) and all(start < end for start, end in ranges)


@alike
@given(LOOSE)
def test_union_is_that_of_the_sets(ranges: list[Range]) -> None:
    joined = union(ranges)
    assert tokens(joined) == tokens(ranges)
    assert sound(joined)
    assert len(set(joined)) == len(joined) == len({start for start, _ in joined})


@alike
@given(DISJOINT, LOOSE)
def test_without_is_the_difference(ranges: Ranges, holes: list[Range]) -> None:
    left = without(ranges, holes)
    assert tokens(left) == tokens(ranges) - tokens(holes)
    assert sound(left)


@alike
@given(DISJOINT, FLAGS)
def test_count_counts_the_flagged_tokens(ranges: Ranges, flags: list[bool]) -> None:
    assert count(sums(flags), ranges) == sum(flags[token] for token in tokens(ranges))


@alike
@given(DISJOINT, DISJOINT, FLAGS)
def test_shared_counts_the_intersection(one: Ranges, other: Ranges, flags: list[bool]) -> None:
    common = tokens(one) & tokens(other)
    assert shared(sums(flags), one, other) == shared(sums(flags), other, one) == sum(flags[t] for t in common)


@alike
@given(DISJOINT, st.integers(-1, SIZE + 1))
def test_holds_is_membership(ranges: Ranges, token: int) -> None:
    assert holds(ranges, token) == (token in tokens(ranges))


def test_touching_ranges_become_one() -> None:
    assert union([(3, 5), (0, 3), (7, 7), (9, 8)]) == ((0, 5),)
    assert without(((0, 5),), [(2, 3), (4, 4)]) == ((0, 2), (3, 5))
