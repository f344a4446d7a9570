"""Time expressions: fiscal years, stretches told by their end, and what figures are compared with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "1990-10-17",
        "Net income for the fiscal year ended Sept. 30 rose 12%.",
        [
            "the fiscal year | DATE FY1990 begin=1989-10-01 end=1990-09-30 relation=on",
            "Sept. 30 | DATE 1990-09-30",
        ],
    ),
    (
        "2024-10-22",
        "Revenue for fiscal 2024, which ended September 30, beat fiscal 2023.",
        [
            "fiscal 2024 | DATE FY2024 begin=2023-10-01 end=2024-09-30",
            "September 30 | DATE 2024-09-30",
            "fiscal 2023 | DATE FY2023 begin=2022-10-01 end=2023-09-30",
        ],
    ),
    (
        "2024-10-22",
        "Revenue for fiscal 2024 beat fiscal 2023.",
        ["fiscal 2024 | DATE FY2024 begin=none end=none", "fiscal 2023 | DATE FY2023 begin=none end=none"],
    ),
    (
        "2024-10-22",
        "Its last fiscal year, which ended in June, was better than the prior year.",
        [
            "Its last fiscal year | DATE FY2024 begin=2023-07-01 end=2024-06-30",
            "June | DATE 2024-06",
            "the prior year | DATE FY2023 begin=2022-07-01 end=2023-06-30",
        ],
    ),
    (
        "2024-10-22",
        "Sales rose in the quarter ended Sept. 30.",
        [
            "the quarter | DATE 2024-Q3 begin=2024-07-01 end=2024-09-30 relation=on",
            "Sept. 30 | DATE 2024-09-30",
        ],
    ),
    (
        "2024-10-02",
        "Sales rose in the quarter ended Sept. 28.",
        ["the quarter | DATE 2024-Q3 begin=2024-07-01 end=2024-09-28", "Sept. 28 | DATE 2024-09-28"],
    ),
    (
        "2024-10-02",
        "Sales rose in the quarter that ended Aug. 31.",
        ["the quarter | DURATION P3M begin=2024-06-01 end=2024-08-31", "Aug. 31 | DATE 2024-08-31"],
    ),
    (
        "1990-10-17",
        "They met in the 12 months ended in September.",
        ["the 12 months | DURATION P12M begin=1989-10-01 end=1990-09-30", "September | DATE 1990-09"],
    ),
    (
        "2024-06-19",
        "Prices rose 3.2% in the year to May.",
        ["the year to May | DURATION P1Y begin=2023-06-01 end=2024-05-31"],
    ),
    (
        "2024-03-19",
        "Doses given in the week to 18 March doubled.",
        ["the week to 18 March | DURATION P1W begin=2024-03-12 end=2024-03-18"],
    ),
    (
        "2024-03-01",
        "Doses given in the week to 29 February doubled.",
        ["the week to 29 February | DURATION P1W begin=2024-02-23 end=2024-02-29"],
    ),
    (
        "1990-10-17",
        "Third-quarter profit rose 8% from the year-ago quarter.",
        [
            "Third-quarter | DATE 1990-Q3",
            "the year-ago quarter | DATE 1989-Q3 relation=none begin=1989-07-01 end=1989-09-30",
        ],
    ),
    (
        "2024-09-12",
        "Prices rose 2.9 percent in August from a year earlier.",
        [
            "August | DATE 2024-08",
            "a year earlier | DATE 2023-08 relation=none begin=2023-08-01 end=2023-08-31",
        ],
    ),
    (
        "2024-06-19",
        "A home costs €9,000 more than a year earlier.",
        ["a year earlier | DATE 2023 begin=2023-01-01 end=2023-12-31"],
    ),
    (
        "2024-10-22",
        "It made $74m in the third quarter and $60m in the same quarter of 2022.",
        ["the third quarter | DATE 2024-Q3", "the same quarter of 2022 | DATE 2022-Q3"],
    ),
    (
        "1990-10-17",
        "In the third quarter it lost $1 million, against $2 million in the 1989 quarter.",
        ["the third quarter | DATE 1990-Q3", "the 1989 quarter | DATE 1989-Q3 relation=on"],
    ),
    (
        "1990-10-17",
        "It earned 25 cents a share in the same period last year.",
        ["the same period last year | DATE 1989"],
    ),
    (
        "1990-10-17",
        "Sales fell 3% from 1988.",
        ["1988 | DATE 1988 relation=none begin=1988-01-01 end=1988-12-31"],
    ),
    ("1990-10-17", "From 1988 it was shut.", ["1988 | DATE 1988 relation=since begin=1988-01-01 end=none"]),
    (
        "1990-10-17",
        "By year-end, it will have cut 500 jobs.",
        ["year-end | DATE 1990 mod=END relation=by begin=none end=1990-12-31"],
    ),
    (
        "1990-10-17",
        "It had three plants at year's end and left at midyear.",
        ["year's end | DATE 1989 mod=END", "midyear | DATE 1990 mod=MID"],
    ),
    (
        "2024-10-22",
        "Output of mid-century is expected by the end of 2030.",
        [
            "mid-century | DATE 20 mod=MID",
            "the end of 2030 | DATE 2030 mod=END relation=by begin=none end=2030-12-31",
        ],
    ),
    (
        "1990-10-17",
        "The company expects a fourth-quarter loss and first-half earnings of $1 million.",
        ["fourth-quarter | DATE 1990-Q4", "first-half | DATE 1990-H1"],
    ),
    (
        "2011-11-02",
        "Profit rose in 1Q 2011 and in the last quarter of 2010.",
        ["1Q 2011 | DATE 2011-Q1", "the last quarter of 2010 | DATE 2010-Q4"],
    ),
    ("2025-02-26", "Councils object to the 2025-26 budget.", ["2025-26 | DATE FY2025 begin=none end=none"]),
    (
        "2024-03-06",
        "The fiscal second quarter was weak.",
        ["The fiscal second quarter | DATE 2023-Q2 begin=none end=none"],
    ),
    ("2024-03-06", "A quarter of the fiscal gap, a half-finished plan and no period.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
