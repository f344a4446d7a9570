"""Time expressions: what is counted inside a unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2012-02-29",
        "It passed on the last day of 2011 and takes effect on the first day of next month.",
        ["the last day of 2011 | DATE 2011-12-31", "the first day of next month | DATE 2012-03-01"],
    ),
    (
        "2012-02-29",
        "It rained in the first week of January.",
        ["the first week of January | DATE 2012-W01 begin=2012-01-02 end=2012-01-08"],
    ),
    (
        "2024-03-06",
        "It rained in the last week of December 2020.",
        ["the last week of December 2020 | DATE 2020-W53"],
    ),
    ("2024-03-06", "It rained on the last day of February.", ["the last day of February | DATE 2024-02-29"]),
    (
        "2024-03-06",
        "They voted on the second Tuesday in November 2020.",
        ["the second Tuesday in November 2020 | DATE 2020-11-10"],
    ),
    (
        "2024-03-06",
        "It closed on the last Friday of February.",
        ["the last Friday of February | DATE 2024-02-23"],
    ),
    (
        "2024-03-06",
        "They meet on the first Monday of every month, and pay on the first of each month.",
        ["the first Monday of every month | SET XXXX-XX-WXX-1", "the first of each month | SET P1M"],
    ),
    (
        "2025-10-23",
        "Free cash flow beat the dividend over the first nine months.",
        ["the first nine months | DURATION P9M begin=2025-01-01 end=2025-09-30"],
    ),
    (
        "2025-10-23",
        "Protection was strongest in the first six months.",
        ["the first six months | DURATION P6M begin=none end=none"],
    ),
    (
        "2024-03-06",
        "Output fell in the first nine months of 1990.",
        ["the first nine months | DURATION P9M begin=1990-01-01 end=1990-09-30", "1990 | DATE 1990"],
    ),
    (
        "2024-03-06",
        "Output fell in the final two weeks of 2023.",
        ["the final two weeks | DURATION P2W begin=2023-12-18 end=2023-12-31", "2023 | DATE 2023"],
    ),
    ("2024-03-06", "It will open the week of March 18.", ["the week of March 18 | DATE 2024-W12"]),
    (
        "2012-02-29",
        "It rained a week ago Friday and a year ago today.",
        ["a week ago Friday | DATE 2012-02-17", "a year ago today | DATE 2011-02-28"],
    ),
    ("2012-02-29", "It will rain a week from Tuesday.", ["a week from Tuesday | DATE 2012-03-13"]),
    ("2012-12-31", "The strike began two weeks ago today.", ["two weeks ago today | DATE 2012-12-17"]),
    ("2024-03-06", "The last man on the first floor was second to none.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
