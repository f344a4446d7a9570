"""Time expressions: today, tonight, yesterday, now, recently."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    ("2024-03-06", "He quit today.", ["today | DATE 2024-03-06 anchor=2024-03-06"]),
    ("2024-03-01", "He quit yesterday.", ["yesterday | DATE 2024-02-29"]),
    ("2023-12-31", "He will quit tomorrow.", ["tomorrow | DATE 2024-01-01"]),
    ("2024-01-01", "He quit the day before yesterday.", ["the day before yesterday | DATE 2023-12-30"]),
    ("2024-03-06", "He speaks tonight.", ["tonight | TIME 2024-03-06TNI"]),
    ("2024-03-06", "He is now free.", ["now | DATE PRESENT_REF"]),
    ("2024-03-06", "He was recently freed.", ["recently | DATE PAST_REF"]),
    ("2024-03-06", "He may be freed in the near future.", ["the near future | DATE FUTURE_REF"]),
    (
        "2024-03-06",
        "The current mood is dark in recent weeks.",
        ["recent weeks | DATE PAST_REF"],
    ),
    (
        None,
        "He quit yesterday and speaks tonight.",
        ["yesterday | DATE XXXX-XX-XX", "tonight | TIME XXXX-XX-XXTNI"],
    ),
    ("2024-03-06", "USA Today praised the now-defunct firm, a present to investors in a second.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
