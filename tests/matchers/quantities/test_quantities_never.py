"""Numbers that are no quantities: years, dates, names, positions, pronouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language as Pipeline

from extractor.annotations import Annotations, Matcher, Quantity, Span, Timex

NEVER = [
    "The firm was founded in 1987.",
    "The 2015 accord failed.",
    "In May 2021 she left.",
    "On July 4 she left.",
    "On 17 October she left.",
    "It ran Oct. 3-7.",
    "The accord of March 3, 2021 failed.",
    "It starts at 9:30 a.m. sharp.",
    "It starts at 7 pm.",
    "Bands of the 1990s returned.",
    "She came in third place.",
    "He is the ninth justice.",
    "It was the 22nd visit.",
    "She is the No. 1 seed.",
    "The S&P 500 slid.",
    "The G20 met again.",
    "An A380 landed.",
    "They took Route 66.",
    "He drives in Formula 1.",
    "It aired on Channel 4.",
    "It aired on BBC One.",
    "After 9/11 everything changed.",
    "The shop is open 24/7.",
    "Call 020-7946-0018 today.",
    "Police searched 48 Elm Street.",
    "Under Article 12 of the treaty it is banned.",
    "See Section 230 of the act.",
    "No one answered.",
    "Which one is it?",
    "One should listen.",
    "They help one another.",
    "The two had met before.",
    "On second thought, he left.",
    "Version 2.4.1 was recalled.",
    "Fans posted #2020vision again.",
    "Cases of Covid-19 fell.",
    "The iPhone 14 sold well.",
    "He flew a 767 Freighter.",
    "She is, for one, unhappy.",
    "They met one by one.",
]


@pytest.mark.parametrize("text", NEVER)
def test_never(check: Callable[[str], None], text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "timex", "kind", "count"),
    [
        ("She left on the 5 of that month.", "the 5", "DATE", 0),
        ("She stayed for 12 days.", "12 days", "DURATION", 1),
        ("She comes 3 times a week.", "3 times a week", "SET", 0),
        ("She left at 20 past.", "20 past", "TIME", 0),
        ("She left two years ago.", "two years ago", "DATE", 0),
        ("It blooms every 29 years.", "every 29 years", "SET", 1),
        ("The flat has 1480 sq m in all.", "1480", "DATE", 1),
    ],
)
def test_timexes_decide(
    pipeline: Pipeline, matcher: Matcher[Quantity], text: str, timex: str, kind: str, count: int
) -> None:
    start = text.index(timex)
    found = Annotations(timexes=(Timex(Span(start, start + len(timex)), kind, ""),))  # type: ignore[arg-type]
    assert len(matcher(pipeline(text), found)) == count
