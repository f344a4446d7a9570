"""Time expressions: counted, vague and anchored durations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "He was jailed for two years and three months.",
        ["two years and three months | DURATION P2Y3M"],
    ),
    (
        "2024-03-06",
        "She took 2 hours 14 minutes 9 seconds.",
        ["2 hours 14 minutes 9 seconds | DURATION PT2H14M9S"],
    ),
    ("2024-03-06", "The fund was cut by £2m over two years.", ["two years | DURATION P2Y"]),
    ("2024-03-06", "They waited for over two years.", ["over two years | DURATION P2Y mod=MORE_THAN"]),
    ("2024-03-06", "He reigned a quarter of a century.", ["a quarter of a century | DURATION P25Y"]),
    ("2024-03-06", "It stood 60-odd years.", ["60-odd years | DURATION P60Y mod=APPROX"]),
    ("2024-03-06", "They waited half a day.", ["half a day | DURATION PT12H"]),
    ("2024-03-06", "The trial is expected to last six weeks.", ["six weeks | DURATION P6W"]),
    (
        "2024-03-19",
        "From 12 to 18 March it rose, up on the previous seven days.",
        [
            "12 | DATE 2024-03-12",
            "18 March | DATE 2024-03-18",
            "the previous seven days | DURATION P7D begin=none end=none",
        ],
    ),
    ("2024-03-06", "Wait a minute: a night-watch had a good day.", []),
    ("2024-03-06", "The siege lasted two and a half years.", ["two and a half years | DURATION P2.5Y"]),
    ("2024-03-06", "The siege lasted 36 hours.", ["36 hours | DURATION PT36H"]),
    ("2024-03-06", "The siege lasted half an hour.", ["half an hour | DURATION PT30M"]),
    ("2024-03-06", "The siege lasted several months.", ["several months | DURATION PXM"]),
    ("2024-03-06", "The siege lasted about ten days.", ["ten days | DURATION P10D mod=APPROX"]),
    (
        "2024-03-06",
        "The siege lasted at least three weeks.",
        ["at least three weeks | DURATION P3W mod=EQUAL_OR_MORE"],
    ),
    (
        "2024-03-06",
        "The siege lasted nearly two decades.",
        ["nearly two decades | DURATION P20Y mod=LESS_THAN"],
    ),
    (
        "2024-03-06",
        "The siege, the worst in 3,000 years, cost $1.5 million.",
        ["3,000 years | DURATION P3000Y"],
    ),
    (
        "2024-03-06",
        "A twenty-five-year lease was signed for 60 days.",
        ["twenty-five-year | DURATION P25Y", "60 days | DURATION P60D relation=for"],
    ),
    (
        "2024-02-29",
        "Over the past two years it has doubled.",
        ["the past two years | DURATION P2Y begin=2022-02-28 end=2024-02-29 relation=for"],
    ),
    ("2024-01-31", "In the next month it will double.", ["the next month | DATE 2024-02"]),
    (
        "2024-01-31",
        "Within the next three months it will double.",
        ["the next three months | DURATION P3M begin=2024-01-31 end=2024-04-30"],
    ),
    (
        "2023-12-31",
        "During the last six weeks it fell.",
        ["the last six weeks | DURATION P6W begin=2023-11-19 end=2023-12-31"],
    ),
    (None, "Over the past two years it has doubled.", ["the past two years | DURATION P2Y"]),
    (
        "2024-03-06",
        "A 6-year-old boy and a man of 45 years of age, in a moment of rage, lost a second chance.",
        [],
    ),
    ("2024-03-06", "She is 31 years old and came second.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
