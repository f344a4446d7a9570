"""Time expressions: ago, earlier, later, from now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "They wed three days ago.",
        ["three days ago | DATE 2024-03-03 relation=ago anchor=2024-03-06"],
    ),
    ("2024-03-01", "They wed a day ago.", ["a day ago | DATE 2024-02-29"]),
    ("2024-03-31", "They wed a month ago.", ["a month ago | DATE 2024-02 begin=2024-02-01 end=2024-02-29"]),
    ("2024-01-03", "They wed two weeks ago.", ["two weeks ago | DATE 2023-W51"]),
    ("2024-02-29", "They wed four years ago.", ["four years ago | DATE 2020"]),
    ("2024-03-06", "They wed more than a decade ago.", ["more than a decade ago | DATE 2014 mod=BEFORE"]),
    ("2024-03-06", "They wed about 20 years ago.", ["20 years ago | DATE 2004 mod=APPROX"]),
    ("2024-03-06", "They will wed six months from now.", ["six months from now | DATE 2024-09"]),
    (
        "2024-03-06",
        "They wed in 2011 and split two years later.",
        ["2011 | DATE 2011", "two years later | DATE 2013 anchor=2011-01-01"],
    ),
    (
        "2024-03-06",
        "They wed on Jan. 30, 2012 and split a month later.",
        ["Jan. 30, 2012 | DATE 2012-01-30", "a month later | DATE 2012-02"],
    ),
    ("2024-03-06", "They wed hours ago.", ["hours ago | DATE PAST_REF"]),
    (None, "They wed two weeks ago.", ["two weeks ago | DATE XXXX-WXX"]),
    ("2024-03-06", "Not so long before that, he had gone back in a hurry.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
