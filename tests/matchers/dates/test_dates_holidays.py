"""Time expressions: holidays, fixed and movable."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    ("2024-03-06", "It began after Ramadan.", ["Ramadan | DATE XXXX-XX-XX begin=none end=none"]),
    (
        "2024-03-06",
        "It began on Eid al-Fitr 2022.",
        ["Eid al-Fitr 2022 | DATE 2022-XX-XX begin=2022-01-01 end=2022-12-31"],
    ),
    ("2024-03-06", "It began on New Year's.", ["New Year's | DATE 2024-01-01"]),
    ("2024-03-06", "They met on Christmas Day.", ["Christmas Day | DATE 2023-12-25"]),
    (
        "2024-03-06",
        "They met over Labor Day weekend.",
        ["Labor Day weekend | DATE 2023-W35-WE begin=2023-09-02 end=2023-09-03"],
    ),
    ("2024-01-01", "They met on New Year’s Eve.", ["New Year’s Eve | DATE 2023-12-31"]),
    ("2024-03-06", "They will meet on Good Friday.", ["Good Friday | DATE 2024-03-29"]),
    ("2024-03-06", "They met on Labor Day.", ["Labor Day | DATE 2023-09-04"]),
    ("2024-11-06", "They voted on Election Day.", ["Election Day | DATE 2024-11-05"]),
    ("2024-03-06", "They met on Memorial Day 2019.", ["Memorial Day 2019 | DATE 2019-05-27"]),
    ("2024-12-01", "They met on Thanksgiving.", ["Thanksgiving | DATE 2024-11-28"]),
    ("2024-12-20", "They will meet next Easter.", ["next Easter | DATE 2025-04-20"]),
    (None, "They met on Halloween.", ["Halloween | DATE XXXX-10-31"]),
    ("2024-03-06", "She wore an Easter bonnet and a thanksgiving smile.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
