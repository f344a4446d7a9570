"""Time expressions: publication on the borders of weeks, months and years, and on leap days."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-01",
        "Yesterday was Feb. 29, and the day before yesterday a Wednesday.",
        [
            "Yesterday | DATE 2024-02-29",
            "Feb. 29 | DATE 2024-02-29",
            "the day before yesterday | DATE 2024-02-28",
            "Wednesday | DATE 2024-02-28",
        ],
    ),
    (
        "2024-03-01",
        "Sales rose last month and fell this quarter.",
        ["last month | DATE 2024-02 end=2024-02-29", "this quarter | DATE 2024-Q1"],
    ),
    (
        "2024-01-01",
        "It closed yesterday, last week and last month.",
        [
            "yesterday | DATE 2023-12-31",
            "last week | DATE 2023-W52 begin=2023-12-25 end=2023-12-31",
            "last month | DATE 2023-12",
        ],
    ),
    (
        "2024-01-01",
        "It will open tomorrow and next quarter.",
        ["tomorrow | DATE 2024-01-02", "next quarter | DATE 2024-Q2"],
    ),
    (
        "2024-01-01",
        "The fourth quarter was good; the first quarter will be better.",
        ["The fourth quarter | DATE 2023-Q4", "the first quarter | DATE 2024-Q1"],
    ),
    (
        "2024-12-31",
        "It will open tomorrow, next week and next year; in January it may close.",
        [
            "tomorrow | DATE 2025-01-01",
            "next week | DATE 2025-W02",
            "next year | DATE 2025",
            "January | DATE 2025-01",
        ],
    ),
    ("2024-12-31", "He will be sworn in on Jan. 2.", ["Jan. 2 | DATE 2025-01-02"]),
    (
        "2025-01-02",
        "He was sworn in on Dec. 31 and on Wednesday.",
        ["Dec. 31 | DATE 2024-12-31", "Wednesday | DATE 2025-01-01"],
    ),
    (
        "2021-01-03",
        "It rained this week and last week.",
        ["this week | DATE 2020-W53 begin=2020-12-28 end=2021-01-03", "last week | DATE 2020-W52"],
    ),
    (
        "2021-01-04",
        "It rained this week and last week.",
        ["this week | DATE 2021-W01", "last week | DATE 2020-W53"],
    ),
    (
        "2024-02-29",
        "A year from today he retires; four years ago he came; a year ago she left.",
        ["A year from today | DATE 2025-02-28", "four years ago | DATE 2020", "a year ago | DATE 2023"],
    ),
    ("2024-02-29", "They will meet on Feb. 29.", ["Feb. 29 | DATE 2024-02-29"]),
    (
        "2023-03-01",
        "They met on Feb. 29, four years ago to the day.",
        ["Feb. 29 | DATE 2020-02-29", "four years ago | DATE 2019"],
    ),
    (
        "2024-03-10",
        "This weekend it snowed; next weekend it will rain; last weekend it was dry.",
        [
            "This weekend | DATE 2024-W10-WE",
            "next weekend | DATE 2024-W11-WE",
            "last weekend | DATE 2024-W09-WE",
        ],
    ),
    (
        "2024-03-11",
        "Over the weekend, two men were held.",
        ["the weekend | DATE 2024-W10-WE begin=2024-03-09 end=2024-03-10"],
    ),
    (
        "2024-03-31",
        "Rents rose a month ago and will rise next month.",
        ["a month ago | DATE 2024-02", "next month | DATE 2024-04"],
    ),
    (
        "2024-12-31",
        "Snow fell overnight and last night.",
        ["overnight | TIME 2024-12-30TNI begin=2024-12-30 end=2024-12-31", "last night | TIME 2024-12-30TNI"],
    ),
    (
        "2001-01-01",
        "He was born last century, last year and last decade.",
        ["last century | DATE 19", "last year | DATE 2000", "last decade | DATE 199X"],
    ),
    ("2024-12-31", "The new dawn, next door, was the last straw.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
