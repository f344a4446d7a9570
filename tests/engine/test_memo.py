from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.engine.memo import Memo, Rows


def squares(memo: Memo[int], keys: list[int], asked: list[int]) -> list[int]:
    def compute(new: list[int]) -> Rows:
        asked.extend(keys[index] for index in new)
        return np.array([[keys[index] ** 2] for index in new], np.uint64)

    return [int(row[0]) for row in memo.rows(keys, compute)]


def empty() -> Rows:
    return np.empty((0, 1), np.uint64)


def test_each_key_is_computed_once() -> None:
    memo: Memo[int] = Memo(empty())
    asked: list[int] = []
    assert squares(memo, [3, 1, 3], asked) == [9, 1, 9]
    assert squares(memo, [1, 2, 3, 2], asked) == [1, 4, 9, 4]
    assert asked == [3, 1, 2]


def test_no_keys_no_rows() -> None:
    assert squares(Memo(empty()), [], []) == []


@given(st.lists(st.lists(st.integers(0, 20), max_size=12), max_size=12))
def test_a_full_memo_is_emptied_and_never_wrong(batches: list[list[int]]) -> None:
    memo: Memo[int] = Memo(empty(), limit=5)
    for keys in batches:
        assert squares(memo, keys, []) == [key**2 for key in keys]
        assert len(memo) <= max(5, *(len(set(batch)) for batch in batches))


@pytest.mark.parametrize("limit", [1, 4])
def test_a_batch_larger_than_the_bound_still_has_its_rows(limit: int) -> None:
    memo: Memo[int] = Memo(empty(), limit=limit)
    squares(memo, [1, 2], [])
    assert squares(memo, list(range(9)), []) == [n**2 for n in range(9)]
    asked: list[int] = []
    assert squares(memo, [1], asked) == [1]
    assert not asked
