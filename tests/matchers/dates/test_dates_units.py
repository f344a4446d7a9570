"""Time expressions: last, this, next and the units of the calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "Rents rose last month.",
        ["last month | DATE 2024-02 begin=2024-02-01 end=2024-02-29 anchor=2024-03-06"],
    ),
    (
        "2024-01-01",
        "Rents rose last month and last year.",
        ["last month | DATE 2023-12", "last year | DATE 2023"],
    ),
    ("2024-01-01", "Rents rose last week.", ["last week | DATE 2023-W52 begin=2023-12-25 end=2023-12-31"]),
    ("2021-01-03", "Rents rose this week.", ["this week | DATE 2020-W53"]),
    ("2024-12-30", "Rents will rise this week.", ["this week | DATE 2025-W01"]),
    ("2024-02-29", "Rents will rise next year.", ["next year | DATE 2025"]),
    ("2024-03-06", "Rents will rise next quarter.", ["next quarter | DATE 2024-Q2"]),
    (
        "2023-07-31",
        "Since the beginning of this year rents have risen.",
        ["the beginning of this year | DATE 2023 mod=START relation=since begin=2023-01-01 end=2023-07-31"],
    ),
    (
        "2024-03-06",
        "By the end of next month rents will have risen.",
        ["the end of next month | DATE 2024-04 mod=END relation=by end=2024-04-30"],
    ),
    (
        "2024-03-06",
        "Rents rose late last week, fell earlier this week.",
        [
            "late last week | DATE 2024-W09 mod=END",
            "earlier this week | DATE 2024-W10 begin=2024-03-04 end=2024-03-06",
        ],
    ),
    ("2024-03-06", "Rents rose in the previous year.", ["the previous year | DATE 2023"]),
    (
        None,
        "Rents rose last week and will rise next week.",
        ["last week | DATE XXXX-WXX", "next week | DATE XXXX-WXX"],
    ),
    ("2024-03-06", "At the end of the day, the next man in line got the last word.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
