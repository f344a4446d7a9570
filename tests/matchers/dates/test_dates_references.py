"""Time expressions: now, recently, in the future, and today as the present."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "He is now in Mexico, and currently free.",
        ["now | DATE PRESENT_REF", "currently | DATE PRESENT_REF begin=none end=none"],
    ),
    (
        "2024-03-06",
        "It was sold recently; until recently it thrived.",
        ["recently | DATE PAST_REF", "recently | DATE PAST_REF relation=until"],
    ),
    (
        "2024-03-06",
        "In the near future and in the future it may grow.",
        ["the near future | DATE FUTURE_REF", "the future | DATE FUTURE_REF"],
    ),
    (
        "2024-03-06",
        "The recent loss, the current crisis and future plans.",
        [],
    ),
    (
        "2024-03-06",
        "These days nobody writes; at the moment, she does.",
        ["These days | DATE PRESENT_REF", "at the moment | DATE PRESENT_REF"],
    ),
    (
        "2024-03-06",
        "A struggle for today's youth was held today.",
        ["today | DATE PRESENT_REF", "today | DATE 2024-03-06"],
    ),
    (
        "2024-03-06",
        "For the time being he stays, as in recent times.",
        ["the time being | DATE PRESENT_REF", "recent times | DATE PAST_REF"],
    ),
    ("2024-03-06", "Stay in the moment, past the present, dear; the now-defunct firm is no more.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
