"""Time expressions: weekdays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "The minister resigned on Tuesday.",
        ["Tuesday | DATE 2024-03-05 relation=on anchor=2024-03-06"],
    ),
    ("2024-03-06", "The minister resigned on Wednesday.", ["Wednesday | DATE 2024-03-06"]),
    ("2024-03-06", "The minister will resign on Tuesday.", ["Tuesday | DATE 2024-03-12"]),
    ("2024-03-06", "Lawmakers are expected to vote Friday.", ["Friday | DATE 2024-03-08"]),
    ("2024-03-01", "Rebels shelled the port Thursday.", ["Thursday | DATE 2024-02-29"]),
    ("2024-01-01", "Rebels shelled the port on Sunday.", ["Sunday | DATE 2023-12-31"]),
    ("2023-12-31", "The court will sit on Monday.", ["Monday | DATE 2024-01-01"]),
    (
        "2024-03-04",
        "She spoke last Friday and will speak next Friday.",
        ["last Friday | DATE 2024-03-01", "next Friday | DATE 2024-03-08"],
    ),
    (
        "2024-03-06",
        "It has been shut since Monday.",
        ["Monday | DATE 2024-03-04 relation=since begin=2024-03-04 end=2024-03-06"],
    ),
    ("2024-03-06", "He died Tuesday night at home.", ["Tuesday night | TIME 2024-03-05TNI"]),
    ("2024-03-06", "Shops will open early Saturday.", ["early Saturday | DATE 2024-03-09 mod=START"]),
    (None, "He spoke on Monday.", ["Monday | DATE XXXX-WXX-1"]),
    ("2024-03-06", "The cat sat in the sun while two friends were wed.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
