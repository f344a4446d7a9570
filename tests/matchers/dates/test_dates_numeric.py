"""Time expressions: numeric dates follow the article’s other dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "Filed 25/12/2023, amended 3/1/2024.",
        ["25/12/2023 | DATE 2023-12-25", "3/1/2024 | DATE 2024-01-03"],
    ),
    (
        "2024-03-06",
        "Filed 12/25/2023, amended 3/1/2024.",
        ["12/25/2023 | DATE 2023-12-25", "3/1/2024 | DATE 2024-03-01"],
    ),
    (
        "2024-03-06",
        "Filed 4/5/2023 in court.",
        ["4/5/2023 | DATE 2023-XX-XX begin=2023-01-01 end=2023-12-31"],
    ),
    ("2024-03-06", "Issued 6/3/2024 by the desk.", ["6/3/2024 | DATE 2024-03-06"]),
    ("2024-03-06", "Stamped 5/5/19.", ["5/5/19 | DATE 2019-05-05"]),
    ("2024-03-06", "Dated 31.12.2023 and sealed.", ["31.12.2023 | DATE 2023-12-31"]),
    ("2024-03-06", "Seen 2023/07/31 in port.", ["2023/07/31 | DATE 2023-07-31"]),
    ("2024-03-06", "Open 24/7, they won 3-1 and ate 1/2 of the 9/11 pie at 10/10.", []),
    ("2024-03-06", "Version 10.4.2 and host 192.168.1.10 failed on route 66/7/8.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
