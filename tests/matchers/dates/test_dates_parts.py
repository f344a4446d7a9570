"""Time expressions: parts of years, months, weeks and days."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    ("2024-03-06", "It closed in early 2022.", ["early 2022 | DATE 2022 mod=START begin=none end=none"]),
    ("2024-03-06", "It closed in mid-July.", ["mid-July | DATE 2023-07 mod=MID"]),
    ("2024-03-06", "It closed in late 2019.", ["late 2019 | DATE 2019 mod=END begin=none end=none"]),
    ("2024-03-06", "It closed at the end of October.", ["the end of October | DATE 2023-10 mod=END"]),
    (
        "2024-02-29",
        "It closed early this month.",
        ["early this month | DATE 2024-02 mod=START begin=none end=none"],
    ),
    ("2024-03-06", "It closed at the start of 2020.", ["the start of 2020 | DATE 2020 mod=START"]),
    ("2024-03-06", "It closed in the middle of last year.", ["the middle of last year | DATE 2023 mod=MID"]),
    (
        "2024-03-06",
        "It closed yesterday morning and last night.",
        ["yesterday morning | TIME 2024-03-05TMO", "last night | TIME 2024-03-05TNI"],
    ),
    (
        "2024-03-01",
        "It closed this afternoon and late Thursday.",
        ["this afternoon | TIME 2024-03-01TAF", "late Thursday | DATE 2024-02-29 mod=END"],
    ),
    ("2024-03-06", "The early bird, a late bus and mid-table sides met half way.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
