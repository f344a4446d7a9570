"""Time expressions: dates counted from the date just mentioned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "He was shot on May 6, 2021; that day she fled.",
        ["May 6, 2021 | DATE 2021-05-06", "that day | DATE 2021-05-06 anchor=2021-05-06"],
    ),
    (
        "2024-03-06",
        "He won in June 2020 and lost later that year.",
        ["June 2020 | DATE 2020-06", "later that year | DATE 2020"],
    ),
    (
        "2024-03-06",
        "Sales rose in January from the same month a year earlier.",
        ["January | DATE 2024-01", "the same month a year earlier | DATE 2023-01"],
    ),
    (
        "2024-03-06",
        "Profit doubled in the third quarter of 2022 from a year earlier.",
        ["the third quarter of 2022 | DATE 2022-Q3", "a year earlier | DATE 2021-Q3"],
    ),
    (
        "2024-03-06",
        "He won in 2008; that day she fled.",
        ["2008 | DATE 2008", "that day | DATE 2008-XX-XX begin=2008-01-01 end=2008-12-31"],
    ),
    (
        "2024-03-06",
        "He won in 2010 and lost the year before.",
        ["2010 | DATE 2010", "the year before | DATE 2009"],
    ),
    (
        "2024-03-06",
        "He fell on Dec. 31, 2020 and died the following day.",
        ["Dec. 31, 2020 | DATE 2020-12-31", "the following day | DATE 2021-01-01"],
    ),
    (
        "2024-03-06",
        "He fell on Dec. 31, 2020 and died the next day.",
        ["Dec. 31, 2020 | DATE 2020-12-31", "the next day | DATE 2021-01-01"],
    ),
    (
        "2024-03-06",
        "He fell on Feb. 28, 2020 and died the next morning.",
        ["Feb. 28, 2020 | DATE 2020-02-28", "the next morning | TIME 2020-02-29TMO"],
    ),
    (
        "2024-03-06",
        "He was hired in 1999, and by that time she had gone.",
        ["1999 | DATE 1999", "that time | DATE 1999"],
    ),
    (
        "2024-03-06",
        "He left in 2015 and was back three years later.",
        ["2015 | DATE 2015", "three years later | DATE 2018 anchor=2015-01-01"],
    ),
    ("2024-03-06", "At that point the same man spoke for that time of need.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
