"""Time expressions: what is never a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    ("2024-03-06", "You may march on, said Theresa May.", []),
    ("2024-03-06", "Jun Aldous and Jan Smit walked in Winter Park.", []),
    ("2024-03-06", "What a Super Bowl Sunday, what a high noon for Project H2.", []),
    ("2024-03-06", "The sun rose and the cat sat.", []),
    ("2024-03-06", "Prices may fall and clocks spring forward.", []),
    ("2024-03-06", "He came second, in a second-hand car.", []),
    ("2024-03-06", "They won 3-1, 7/10 of them.", []),
    ("2024-03-06", "A shop open 24/7 sells it.", []),
    ("2024-03-06", "The 6-year-old, aged 6, is 7 years old.", []),
    ("2024-03-06", "He turned 45 years of age.", []),
    ("2024-03-06", "The Boeing 747 and the Airbus A350 landed as Flight 1549.", []),
    ("2024-03-06", "It costs $1999, or 2,024 euros.", []),
    ("2024-03-06", "Up 20.24 percent, or 1.5 points.", []),
    ("2024-03-06", "Ms. April Jones met Gen. August Smith.", []),
    ("2024-03-06", "He was in a moment of doubt.", []),
    ("2024-03-06", "Some 2000 people, 1900 of them children.", []),
    ("2024-03-06", "Room 2012 is on page 1984.", []),
    ("2024-03-06", "She is in her 70s; it is in the low 80s.", []),
    ("2024-03-06", "Half of a quarter of the mayonnaise.", []),
    ("2024-03-06", "The 9/11 attacks shook them.", []),
    ("2024-03-06", "Call 555-2019 or write to box 1999.", []),
    ("2024-03-06", "The fall of Rome, the spring in his step.", []),
    ("2024-03-06", "Man City beat Sheffield Wednesday.", []),
    ("2024-03-06", "The Sunday Times said so.", []),
    ("2024-03-06", "Saturday Night Live aired.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
