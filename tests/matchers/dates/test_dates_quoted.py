"""Time expressions: dates inside quotations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from extractor.annotations import Cue, Quotation, Span
from extractor.language.resources import Resources
from extractor.matchers.dates.lexicon import read_lexicon
from extractor.matchers.dates.quoted import quoted_day_reader

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


DAYS = [
    ("[“We sail today,”] she {said} on Monday.", ["2024-03-04"]),
    ("On Tuesday he {said}: [“It was yesterday.”]", [None]),
    ("He {said} on Tuesday: [“It was yesterday.”]", ["2024-03-05"]),
    ("[“We sail today,”] she {said} on Monday. [“Yesterday we packed.”]", ["2024-03-04", "2024-03-04"]),
    ("[“We sail today.”] He {left} on Monday.", [None]),
    ("[“We sail today,”] she {said} of Monday's plan.", [None]),
    ("[“We sail today,”] she {said} last Monday.", [None]),
    ("[“We sail today,”] she {said}.\n[“No,”] he {said} on Tuesday.", [None, "2024-03-05"]),
]


@pytest.mark.parametrize(("marked", "expected"), DAYS)
def test_day_of_a_quotation(marked: str, expected: list[str | None]) -> None:
    text = marked.translate(str.maketrans("", "", "[]{}"))
    spans: dict[str, list[Span]] = {mark: [] for mark in "[{"}
    for place, mark in enumerate(marked):
        if mark in "[{":
            end = marked.index("]" if mark == "[" else "}", place)
            before = [sum(marked.count(sign, 0, at) for sign in "[]{}") for at in (place, end)]
            spans[mark].append(Span(place - before[0], end - before[1]))
    quotations = [Quotation(span, Span(span.start + 1, span.end - 1)) for span in spans["["]]
    cues = [Cue(span, 0, "say", "say", "verb") for span in spans["{"]]
    reader = quoted_day_reader(read_lexicon(Resources("en")))
    days = reader.read(text, quotations, cues, dt.date(2024, 3, 6))
    assert [days.at(q.inner.start) for q in quotations] == [d and dt.date.fromisoformat(d) for d in expected]
