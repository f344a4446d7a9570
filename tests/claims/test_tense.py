"""Weekdays, months and days without a year: explained only where the verb bears the reading out."""

from __future__ import annotations

import pytest

from extractor import Extractor

PUBLISHED = "2024-03-06"  # a Wednesday

BORNE_OUT = [
    ("the mill was closed today.", "today [2024-03-06]"),
    ("the mill closed on Tuesday.", "Tuesday [2024-03-05]"),
    ("the mill was shut on Monday night.", "Monday night [2024-03-04]"),
    ("the mill will close on Friday.", "Friday [2024-03-08]"),
    ("the mill closed in November.", "November [2023-11]"),
    ("the mill will close in November.", "November [2024-11]"),
    ("the mill has lost 40 jobs since October.", "October [2023-10-01 to 2024-03-06]"),
    ("the letters released on Tuesday were short.", "Tuesday [2024-03-05]"),
    ("the mill closes on Friday.", "Friday [2024-03-08]"),
    ("the town votes before the fair opens on March 12.", "March 12 [2024-03-12]"),
    ("the mill closed on Jan. 12.", "Jan. 12 [2024-01-12]"),
    ("the mill closed last November.", "last November [2023-11]"),
]

LEFT_OPEN = [
    "Saturday would have been the day of the fair.",
    "a strong start need not bring a gain in November.",
    "the workers were likely to vote for the mill in November.",
    "the plan aims to win votes ahead of the Oct. 4 election.",
    "his address Sunday will be the talk of the town.",
    "the mill was busy before the March election.",
    "the mills that are open today are small.",
    "after a string of losses on Monday night the mill remains open.",
    "the owner is neutral on Friday and busy on Saturday.",
]


@pytest.mark.parametrize(("sentence", "expected"), BORNE_OUT)
def test_borne_out(extractor_: Extractor, sentence: str, expected: str) -> None:
    assert any(expected in standalone for standalone in _standalone(extractor_, sentence))


@pytest.mark.parametrize("sentence", LEFT_OPEN)
def test_left_open(extractor_: Extractor, sentence: str) -> None:
    assert not any("[20" in standalone for standalone in _standalone(extractor_, sentence))


def test_a_week_is_left_open_on_a_sunday(extractor_: Extractor) -> None:
    said = "Ana Ruiz said that the mill closed last week."
    sunday, monday = (
        extractor_.extract(said, published).claims[0].standalone for published in ("2024-03-10", "2024-03-11")
    )
    assert (sunday, monday) == (
        "that the mill closed last week",
        "that the mill closed last week [2024-03-04 to 2024-03-10]",
    )


def _standalone(extractor: Extractor, sentence: str) -> list[str]:
    said = f"Ana Ruiz noted that {sentence}"
    return [claim.standalone or "" for claim in extractor.extract(said, PUBLISHED).claims]
