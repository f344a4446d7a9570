"""Time expressions: recurring times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "They meet every Monday and Thursday, each morning and most Sundays.",
        [
            "every Monday | SET XXXX-WXX-1",
            "Thursday | SET XXXX-WXX-4",
            "each morning | SET XXXX-XX-XXTMO",
            "most Sundays | SET XXXX-WXX-7",
        ],
    ),
    (
        "2024-03-06",
        "The flu kills each winter, every January.",
        ["each winter | SET XXXX-WI", "every January | SET XXXX-01"],
    ),
    ("2024-03-06", "They pray every day.", ["every day | SET P1D"]),
    ("2024-03-06", "They pray every Friday.", ["every Friday | SET XXXX-WXX-5"]),
    ("2024-03-06", "They pray twice a week.", ["twice a week | SET P1W"]),
    ("2024-03-06", "They pray every other month.", ["every other month | SET P2M"]),
    ("2024-03-06", "They pray weekly at the annual fair.", ["weekly | SET P1W", "annual | SET P1Y"]),
    ("2024-03-06", "They earn $1 million a year.", ["a year | SET P1Y"]),
    ("2024-03-06", "They pray on Sundays.", ["Sundays | SET XXXX-WXX-7"]),
    ("2024-03-06", "They pray every two weeks.", ["every two weeks | SET P2W"]),
    ("2024-03-06", "The Daily Telegraph and Washington Monthly differ; every man counts.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
