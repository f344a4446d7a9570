"""Time expressions: ranges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROWS: list[tuple[str | None, str, list[str]]] = [
    (
        "2024-03-06",
        "Between 12 and 18 March it will close.",
        [
            "12 | DATE 2024-03-12 relation=between begin=2024-03-12 end=2024-03-18",
            "18 March | DATE 2024-03-18 relation=between begin=2024-03-12 end=2024-03-18",
        ],
    ),
    (
        "2024-03-06",
        "In 2018-2022 it grew.",
        [
            "2018 | DATE 2018 relation=from-to begin=2018-01-01 end=2022-12-31",
            "2022 | DATE 2022 relation=from-to begin=2018-01-01 end=2022-12-31",
        ],
    ),
    (
        "2024-03-08",
        "It was shut from Monday to Thursday.",
        [
            "Monday | DATE 2024-03-04 relation=from-to begin=2024-03-04 end=2024-03-07",
            "Thursday | DATE 2024-03-07 relation=from-to begin=2024-03-04 end=2024-03-07",
        ],
    ),
    (
        "2024-03-06",
        "It grew from 1991 to 1997.",
        [
            "1991 | DATE 1991 relation=from-to begin=1991-01-01 end=1997-12-31",
            "1997 | DATE 1997 relation=from-to",
        ],
    ),
    (
        "2024-03-06",
        "It shrank between April and June 2008.",
        ["April | DATE 2008-04 relation=between begin=2008-04-01 end=2008-06-30", "June 2008 | DATE 2008-06"],
    ),
    (
        "2024-03-06",
        "It shrank between November 2019 and February 2020.",
        [
            "November 2019 | DATE 2019-11 relation=between begin=2019-11-01 end=2020-02-29",
            "February 2020 | DATE 2020-02",
        ],
    ),
    (
        "2024-03-06",
        "It ran June 4 to 6, 2021.",
        [
            "June 4 | DATE 2021-06-04 relation=from-to begin=2021-06-04 end=2021-06-06",
            "6, 2021 | DATE 2021-06-06",
        ],
    ),
    (
        "2024-03-06",
        "It is open Monday through Friday.",
        [
            "Monday | DATE 2024-03-11 relation=from-to begin=2024-03-11 end=2024-03-15",
            "Friday | DATE 2024-03-15 relation=from-to",
        ],
    ),
    (
        "1998-02-07",
        "They worked from dawn on Monday until late on Tuesday.",
        ["dawn on Monday | TIME 1998-02-02TMO", "late on Tuesday | DATE 1998-02-03 mod=END"],
    ),
    (
        "2024-03-06",
        "It will run Nov. 5 to Jan. 2.",
        ["Nov. 5 | DATE 2024-11-05", "Jan. 2 | DATE 2025-01-02 relation=from-to begin=2024-11-05"],
    ),
    (
        "2024-03-06",
        "It takes two to three weeks, or between 60 and 90 days.",
        ["two to three weeks | DURATION PXW", "60 | DURATION P60D", "90 days | DURATION P90D"],
    ),
    (
        "2024-03-06",
        "It is open from 2 to 4 p.m. and 11:30 a.m. to 1 p.m.",
        [
            "2 | TIME 2024-03-06T14:00 relation=from-to",
            "4 p.m. | TIME 2024-03-06T16:00 relation=from-to",
            "11:30 a.m. | TIME 2024-03-06T11:30",
            "1 p.m. | TIME 2024-03-06T13:00",
        ],
    ),
    ("2024-03-06", "Held on 5-7 May 2019 in Kyiv.", ["5 | DATE 2019-05-05", "7 May 2019 | DATE 2019-05-07"]),
    ("2024-03-06", "Pages 1998-2 and 12 to 18 of the report, and a 2-1 win between two and five.", []),
]


@pytest.mark.parametrize(("published", "sentence", "expected"), ROWS)
def test_reads(
    misread: Callable[..., list[str]], published: str | None, sentence: str, expected: list[str]
) -> None:
    assert misread(published, sentence, expected) == []
