"""A text in stretches: nothing lost, every mark where it belongs, inner before outer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.present.marks import Kind, Mark, Stretch, stretches

KINDS: tuple[Kind, ...] = ("content", "source", "cue", "number", "date")
marks = st.builds(
    lambda start, length, kind, claim: Mark(start, start + length, kind, claim),
    st.integers(0, 25),
    st.integers(0, 12),
    st.sampled_from(KINDS),
    st.integers(0, 4),
)


def words(item: Stretch | str) -> str:
    return item if isinstance(item, str) else item["text"]


def shown(text: str, *given: Mark) -> str:
    """The stretches in one line: [1 …] for contents, the innermost kind and claims of each marked stretch."""
    out = ""
    for item in stretches(text, given):
        if isinstance(item, str):
            out += item
            continue
        out += "".join(f"[{claim} " for claim in item.get("opens", []))
        out += f"<{item['kinds'][0]} {' '.join(map(str, item.get('claims', [])))}>{item['text']}"
        out += "]" * item.get("closes", 0)
    return out


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], "one two three"),
        ([Mark(4, 7, "content", 1)], "one [1 <content 1>two] three"),
        ([Mark(4, 7, "number")], "one <number >two three"),
        # nested: the inner claim comes first, the outer one opens first
        (
            [Mark(0, 13, "content", 1), Mark(4, 7, "content", 2)],
            "[1 <content 1>one [2 <content 2 1>two]<content 1> three]",
        ),
        # crossing
        (
            [Mark(0, 7, "content", 1), Mark(4, 13, "content", 2)],
            "[1 <content 1>one [2 <content 1 2>two]<content 2> three]",
        ),
        # the same span twice, and both begin and end at once
        ([Mark(4, 7, "content", 1), Mark(4, 7, "content", 2)], "one [2 [1 <content 1 2>two]] three"),
        # a source inside another claim's content leads to its own claim
        (
            [Mark(0, 13, "content", 1), Mark(4, 7, "source", 2)],
            "[1 <content 1>one <source 2 1>two<content 1> three]",
        ),
        # a mark that runs out of the text is cut, an empty one and one outside are nothing
        ([Mark(8, 99, "content", 1)], "one two [1 <content 1>three]"),
        ([Mark(4, 4, "content", 1), Mark(20, 22, "cue", 1)], "one two three"),
    ],
)
def test_stretches(given: list[Mark], expected: str) -> None:
    assert shown("one two three", *given) == expected


def test_a_passage_keeps_the_offsets_of_its_article() -> None:
    (before, marked, after) = stretches("two three", [Mark(106, 109, "date", reading="now")], start=102)
    assert (before, words(marked), after) == ("two ", "thr", "ee")
    assert isinstance(marked, dict)
    assert marked["readings"] == ["now"]


@given(st.text(min_size=0, max_size=30), st.lists(marks, max_size=12))
def test_joined_they_are_the_text_and_each_stands_in_its_marks(text: str, given: list[Mark]) -> None:
    at = 0
    opened = closed = 0
    for item in stretches(text, given):
        end = at + len(words(item))
        around = [mark for mark in given if mark.start <= at and end <= mark.end and mark.start < mark.end]
        if isinstance(item, str):
            assert not around
        else:
            assert set(item["kinds"]) == {mark.kind for mark in around}
            assert set(item["claims"]) == {mark.claim for mark in around}
            opened += len(item.get("opens", []))
            closed += item.get("closes", 0)
        at = end
    assert "".join(map(words, stretches(text, given))) == text
    assert opened == closed
