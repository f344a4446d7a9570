"""Time expressions: quarters, halves, fiscal years, decades, centuries, seasons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    ("2024-03-06", "Art of the 19th and 20th centuries.", ["the 19th | DATE 18", "20th centuries | DATE 19"]),
    ("2024-03-06", "Songs of the nineteen sixties.", ["nineteen sixties | DATE 196X"]),
    (
        "2024-03-06",
        "It was parked until the summer.",
        ["the summer | DATE 2024-SU relation=until begin=none end=2024-08-31"],
    ),
    (
        "2024-03-06",
        "Profit rose in the first quarter of 2023.",
        ["the first quarter of 2023 | DATE 2023-Q1 begin=2023-01-01 end=2023-03-31"],
    ),
    (
        "2024-01-15",
        "Profit rose in the fourth quarter.",
        ["the fourth quarter | DATE 2023-Q4 anchor=2024-01-15"],
    ),
    ("2024-03-31", "Profit fell in the second half of 2023.", ["the second half of 2023 | DATE 2023-H2"]),
    ("2024-03-06", "Profit rose in Q3 2021.", ["Q3 2021 | DATE 2021-Q3"]),
    ("2024-03-06", "The budget for fiscal 2025 passed.", ["fiscal 2025 | DATE FY2025"]),
    (
        "2024-03-06",
        "Trade grew in the 19th century.",
        ["the 19th century | DATE 18 begin=1801-01-01 end=1900-12-31"],
    ),
    (
        "2024-03-06",
        "Trade grew in the 1970s and the late 1980s.",
        ["1970s | DATE 197X begin=1970-01-01 end=1979-12-31", "late 1980s | DATE 198X mod=END"],
    ),
    ("2024-03-06", "Trade grew last summer.", ["last summer | DATE 2023-SU"]),
    ("2024-03-06", "It was 2020's worst storm.", ["2020 | DATE 2020"]),
    (
        "2024-03-06",
        "Trade grew in the 1800s and the 2000s.",
        ["1800s | DATE 18 begin=1800-01-01 end=1899-12-31", "2000s | DATE 200X"],
    ),
    (
        "2024-09-14",
        "Trade grew this summer and will grow this fall.",
        ["this summer | DATE 2024-SU", "this fall | DATE 2024-FA"],
    ),
    ("2024-01-15", "Trade grew this winter.", ["this winter | DATE 2023-WI begin=2023-12-01 end=2024-02-29"]),
    ("2024-03-06", "Trade will grow next spring.", ["next spring | DATE 2025-SP"]),
    ("2024-03-06", "Trade grew in the autumn of 2019.", ["the autumn of 2019 | DATE 2019-FA"]),
    (
        "2024-03-06",
        "The fall of the wall, a hot spring and men in their 40s: clocks spring forward and fall back.",
        [],
    ),
    ("2024-03-06", "A third of the first half was played; she is in her late twenties.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
