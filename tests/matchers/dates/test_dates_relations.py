"""Time expressions: since, until, by, before, after, for, ago."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "It has been shut since 2019.",
        ["2019 | DATE 2019 relation=since begin=2019-01-01 end=2024-03-06"],
    ),
    (
        "2024-03-06",
        "It will be shut until Friday.",
        ["Friday | DATE 2024-03-08 relation=until begin=none end=2024-03-08"],
    ),
    (
        "2024-03-06",
        "It must shut by June 30.",
        ["June 30 | DATE 2024-06-30 relation=by begin=none end=2024-06-30"],
    ),
    (
        "2024-03-06",
        "It was shut before 2000.",
        ["2000 | DATE 2000 relation=before begin=none end=1999-12-31"],
    ),
    (
        "2024-02-29",
        "It was shut after February 2023.",
        ["February 2023 | DATE 2023-02 relation=after begin=2023-03-01 end=none"],
    ),
    (
        "2024-03-06",
        "It was shut in October.",
        ["October | DATE 2023-10 relation=on begin=2023-10-01 end=2023-10-31"],
    ),
    (
        "2024-03-06",
        "It was shut for three weeks.",
        ["three weeks | DURATION P3W relation=for begin=none end=none"],
    ),
    (
        "2024-03-06",
        "It was shut two weeks ago.",
        ["two weeks ago | DATE 2024-W08 relation=ago begin=2024-02-19 end=2024-02-25"],
    ),
    (
        "2024-03-06",
        "Since late 2021 it has been shut.",
        ["late 2021 | DATE 2021 mod=END relation=since end=2024-03-06"],
    ),
    (
        "2024-03-06",
        "Prior to May 2022 it was open.",
        ["May 2022 | DATE 2022-05 relation=before end=2022-04-30"],
    ),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
