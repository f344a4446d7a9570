from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.markup import Mark, parse, render

READINGS = {
    "no tag": ("no tag", []),
    "": ("", []),
    "<cue>said</cue>": ("said", [Mark("cue", 0, 4)]),
    "Ana <cue 1>said</cue 1> no": ("Ana said no", [Mark("cue", 4, 8, "1")]),
    "<q value=3 unit=day>3 days</q>": ("3 days", [Mark("q", 0, 6, "", {"value": "3", "unit": "day"})]),
    '<source 1 claimant="Ana Kask">She</source 1>': (
        "She",
        [Mark("source", 0, 3, "1", {"claimant": "Ana Kask"})],
    ),
    '<a x="">b</a>': ("b", [Mark("a", 0, 1, "", {"x": ""})]),
    '<a x="1 &lt; 2 &quot;so&quot;">b</a>': ("b", [Mark("a", 0, 1, "", {"x": '1 < 2 "so"'})]),
    "a &lt; b &amp;lt; c &amp; d": ("a < b &lt; c & d", []),
    "2 < 3 and <3 and <Cue> and </>": ("2 < 3 and <3 and <Cue> and </>", []),
    # nesting and crossing
    "<a><b>x</b></a>": ("x", [Mark("a", 0, 1), Mark("b", 0, 1)]),
    "<a 1>x<a 2>y</a 1>z</a 2>": ("xyz", [Mark("a", 0, 2, "1"), Mark("a", 1, 3, "2")]),
    "<a>x<a>y</a>z</a>": ("xyz", [Mark("a", 0, 3), Mark("a", 1, 2)]),
    "<a>x<b>y</a>z</b>": ("xyz", [Mark("a", 0, 2), Mark("b", 1, 3)]),
    # pieces of one attribution share a key
    "<c 1>x</c 1> y <c 1>z</c 1>": ("x y z", [Mark("c", 0, 1, "1"), Mark("c", 4, 5, "1")]),
}


@pytest.mark.parametrize("annotated", READINGS)
def test_parse(annotated: str) -> None:
    text, marks = parse(annotated)
    expected_text, expected = READINGS[annotated]
    assert text == expected_text
    assert sorted(marks, key=repr) == sorted(expected, key=repr)
    assert marks == sorted(marks, key=lambda mark: (mark.start, -mark.end))


ERRORS = {
    "<cue>said": r"<cue > at character 0 of the plain text is never closed",
    "Ana <cue 1>said</cue 2>": r"</cue 2> closes nothing, at character 15",
    "said</cue>": r"</cue> closes nothing, at character 4",
    "<cue>said</source></cue>": r"</source> closes nothing",
    "<a><a>x</a>": r"<a > at character 0 of the plain text is never closed",
}


@pytest.mark.parametrize("annotated", ERRORS)
def test_a_tag_that_is_not_closed_or_closes_nothing_is_an_error(annotated: str) -> None:
    with pytest.raises(ValueError, match=ERRORS[annotated]):
        parse(annotated)


PLAIN = st.text(st.sampled_from("ab \n<>&\"'=/lt;ampquo“é😀\ud800"), max_size=30)
VALUES = st.dictionaries(st.sampled_from(["kind", "value", "of_what", "a-b"]), PLAIN, max_size=2)


@st.composite
def annotated_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(PLAIN.filter(bool))
    marks = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        label = draw(st.sampled_from(["source", "cue", "content"]))
        marks.append(Mark(label, start, end, str(number), draw(VALUES)))
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(annotated_texts())
@example(("a&lt;b", [Mark("cue", 1, 5, "1", {"kind": "&quot;"})]))
@example(("<cue>a</cue>", [Mark("cue", 0, 12, "1", {"value": ">"})]))
def test_render_and_parse_are_inverse(annotated: tuple[str, list[Mark]]) -> None:
    text, marks = annotated
    plain, found = parse(render(text, marks))
    assert plain == text
    assert sorted(found, key=repr) == sorted(marks, key=repr)


def test_rendering_is_readable() -> None:
    marks = [
        Mark("content", 4, 8, "1"),
        Mark("source", 0, 3, "1", {"claimant": 'Ana "A" Kask'}),
        Mark("quantity", 4, 5),
    ]
    assert render("Ana 1<2&", marks) == (
        '<source 1 claimant="Ana &quot;A&quot; Kask">Ana</source 1> <content 1><quantity>1</quantity>&lt;2&amp;</content 1>'
    )
