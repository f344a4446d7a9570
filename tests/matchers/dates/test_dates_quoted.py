"""Time expressions: dates inside quotations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "“We will meet on Friday,” he said Tuesday.",
        ["Friday | DATE 2024-03-08", "Tuesday | DATE 2024-03-05"],
    ),
    ("2024-03-06", '"In 2019 we lost," she said.', ["2019 | DATE 2019"]),
    ("2024-03-06", "He said: “It was yesterday.”", ["yesterday | DATE 2024-03-05"]),
    ("2024-03-06", '"Today is a sad day," he said.', ["Today | DATE 2024-03-06"]),
    ("2024-03-06", "‘We open on May 3’, it said.", ["May 3 | DATE 2024-05-03"]),
    ("2024-03-06", "“Last year we lost,” she said.", ["Last year | DATE 2023"]),
    ("2024-03-06", '"It took three days," he said.', ["three days | DURATION P3D"]),
    ("2024-03-06", "He wrote “Paris, June 4, 1944” on it.", ["June 4, 1944 | DATE 1944-06-04"]),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
