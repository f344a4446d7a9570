"""Time expressions: articles without a publication date, whose relative expressions stay open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        None,
        "He left on Monday, last year, two weeks ago and in May.",
        [
            "Monday | DATE XXXX-WXX-1 begin=none end=none anchor=none",
            "last year | DATE XXXX begin=none end=none",
            "two weeks ago | DATE XXXX-WXX begin=none end=none",
            "May | DATE XXXX-05 begin=none end=none",
        ],
    ),
    (
        None,
        "She will return tomorrow, next month or in 2030.",
        [
            "tomorrow | DATE XXXX-XX-XX",
            "next month | DATE XXXX-XX",
            "2030 | DATE 2030 begin=2030-01-01 end=2030-12-31",
        ],
    ),
    (
        None,
        "They meet every Tuesday, for two hours, until Christmas.",
        ["every Tuesday | SET XXXX-WXX-2", "two hours | DURATION PT2H", "Christmas | DATE XXXX-12-25"],
    ),
    (
        None,
        "It rained on 12 March, this quarter, at noon and tonight.",
        [
            "12 March | DATE XXXX-03-12",
            "this quarter | DATE XXXX-QX",
            "noon | TIME XXXX-XX-XXT12:00",
            "tonight | TIME XXXX-XX-XXTNI",
        ],
    ),
    (
        None,
        "On March 12, 2021, in early 2020 and in the 1990s it did not rain.",
        [
            "March 12, 2021 | DATE 2021-03-12 begin=2021-03-12 end=2021-03-12",
            "early 2020 | DATE 2020 mod=START",
            "1990s | DATE 199X",
        ],
    ),
    (
        None,
        "In 2015 he fled; later that year he returned.",
        ["2015 | DATE 2015", "later that year | DATE 2015"],
    ),
    (None, "At the last minute the next man sat down.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
