"""Time expressions: full and partial dates in British, American and ISO order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "The bill was signed on April 9, 1866 in Washington.",
        ["April 9, 1866 | DATE 1866-04-09 relation=on begin=1866-04-09 end=1866-04-09"],
    ),
    ("2024-03-06", "The bill was signed on 9 April 1866 in Washington.", ["9 April 1866 | DATE 1866-04-09"]),
    (
        "2024-03-06",
        "It was posted Sunday, Feb. 29, 2004 by mistake.",
        ["Sunday, Feb. 29, 2004 | DATE 2004-02-29"],
    ),
    ("2024-02-29", "The audit ended on 2023-12-31.", ["2023-12-31 | DATE 2023-12-31"]),
    (
        "2024-03-06",
        "Log entry 2022-11-05T09:15Z shows the fault.",
        ["2022-11-05T09:15Z | TIME 2022-11-05T09:15Z"],
    ),
    ("2024-01-01", "Her term ran out on Dec. 31.", ["Dec. 31 | DATE 2023-12-31"]),
    (
        "2023-12-31",
        "The rules will apply from Jan. 1.",
        ["Jan. 1 | DATE 2024-01-01 relation=since begin=2024-01-01"],
    ),
    ("2024-02-29", "A leap-day child, he turned four on Feb. 29.", ["Feb. 29 | DATE 2024-02-29"]),
    ("2023-03-01", "She was born on Feb. 29, a rare day.", ["Feb. 29 | DATE 2020-02-29"]),
    (
        "2024-03-06",
        "Workers struck in May 1968.",
        ["May 1968 | DATE 1968-05 begin=1968-05-01 end=1968-05-31"],
    ),
    ("2024-03-06", "They met on the 4th of March in Bonn.", ["the 4th of March | DATE 2024-03-04"]),
    ("2024-03-06", "The Feb. 30 claim and Section 12.3 are nonsense.", []),
    ("2024-03-06", "Her room is 1204 and his badge says 31-4.", []),
    (
        None,
        "He arrived on June 3 and left in July 2019.",
        ["June 3 | DATE XXXX-06-03", "July 2019 | DATE 2019-07"],
    ),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
