from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.annotations import Block, Quotation, Span
from extractor.language.resources import Resources
from extractor.markup import Mark, parse, render
from extractor.matchers.quotations import compile_matcher

MATCHER = compile_matcher(Resources("en"))


def label(quotation: Quotation) -> str:
    """``q``; ``s`` for single marks, ``c`` for a quotation that the next paragraph goes on with."""
    return "s" if quotation.single else "c" if quotation.continued else "q"


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text whose paragraphs are its lines."""
    blocks, position = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(Span(position, position + len(line)), "paragraph"))
        position += len(line) + 1
    return list(MATCHER(text, tuple(blocks)))


MARKS = {
    "straight": '<q>"No,"</q> she said. <q>"Not now."</q>',
    "curly": "<q>“No,”</q> she said. <q>“Not now.”</q>",
    "curly closed by straight": 'He calls it <q>“the puffin"</q> and laughs.',
    "straight closed by curly": '<q>"They knew,”</q> said Harkaway. <q>“They waited.”</q>',
    "backticks": "<q>``No,''</q> she said.",
    "two single curly marks": "<q>‘‘No,’’</q> she said.",
    "two single straight marks": "<q>''No,''</q> she said.",
    "guillemets": "<q>«Non»</q>, said the inspector.",
    "low opening marks": "<q>„Nein“</q>, she said. <q>„Nie”</q>, he said.",
    "fullwidth": "<q>＂No,＂</q> she said.",
    "after brackets and dashes": 'The plan (<q>"a joke"</q>) fell—<q>"at last"</q>—through.',
    "double marks inside single ones": '<s>\'He said, "You are done." I cried.\'</s> She <q>"left"</q>.',
    "an apostrophe before double marks": "The players' list of <q>\"No\"</q> and the coaches' list.",
    "single straight": "The <s>'secret'</s> plan failed.",
    "single curly": "The <s>‘secret’</s> plan failed.",
    "single guillemets": "The <s>‹secret›</s> plan failed.",
    "headline in single marks": "Bridge <s>‘will not open before 2027’</s>, auditors find",
}
NESTED = {
    "singles inside doubles are part of them": "<q>“He said ‘never’ twice,”</q> she said.",
    "straight singles inside doubles": """<q>"He said 'never' twice,"</q> she said.""",
    "singles outside stay": "<s>‘Never’</s>, she said, <q>“is a ‘long’ time”</q>, or <s>‘ever’</s>.",
    "doubles inside singles win": "It is ‘the <q>“old”</q> way’ here.",
}
APOSTROPHES = {
    "possessives": "The club's owner and the players' union met at St James' Park.",
    "contractions": "It's late, don't you think? They’ve gone.",
    "elisions": "Rock 'n' roll; 'til dawn; get 'em; ’twas so.",
    "years": "The summer of '68 and the '90s ended.",
    "a possessive in single marks": "<s>'The players' union has lost'</s>, he said.",
    "a curly possessive in single marks": "<s>‘The players’ union has lost’</s>, he said.",
    "a possessive for want of another mark": "He said <s>'the players'</s> and stopped there.",
    "a contraction in single marks": "<s>‘We don’t know’</s>, he said.",
}
MEASURES = {
    "feet and inches": """Through 6'4" striker Bo Lindgren; Trish screamed <q>"That's my baby!"</q> then.""",
    "inches in a quotation": """<q>"He's 6'4" tall,"</q> Kask said.""",
    "curly feet": """At 5’11" she is no <q>"giant"</q>, he said.""",
    "inches alone": """A 40" screen and a 12" pizza, <q>"both cold"</q>.""",
}
ODD = {
    "a mark that never closes runs to the end of its paragraph": '<q>"No one wants this, she said.</q>\nHe left.',
    "a mark that never closes after a pair": '<q>"No,"</q> he said. <q>"Not now.</q>',
    "a closing mark alone": "No one wants this,” she said.",
    "an opening mark that opens twice": 'He said "maybe and then <q>"no"</q>.',
    "nothing between the marks": 'He wrote "" and “”.',
    "nothing after the mark": 'He left."',
    "marks only": '"""',
    "one mark": '"',
    "an unclosed single": "The ‘secret plan failed.",
}
REOPENED = {
    "a speech over three paragraphs": "She said: <c>“One.</c>\n<c>“Two.</c>\n<q>“Three.”</q>\nShe sat down.",
    "with straight marks": 'She said: <c>"One.</c>\n<q>"Two."</q>',
    "not reopened": 'She said: <q>"One.</q>\nShe said: <q>"Two."</q>',
    "closed before": 'She said: <q>"One."</q>\n<q>"Two."</q>',
    "at the end of the text": 'She said: <q>"One.</q>',
    "marks of one paragraph do not close those of another": 'A <q>"b c.</q>\nD e" f.',
}
CASES = {**MARKS, **NESTED, **APOSTROPHES, **MEASURES, **ODD, **REOPENED}


@pytest.mark.parametrize("name", CASES)
def test_quotation_marks(name: str) -> None:
    text, _ = parse(CASES[name])
    marks = [Mark(label(q), q.span.start, q.span.end) for q in quotations(text)]
    assert render(text, marks) == CASES[name]


def test_the_inner_span_leaves_out_the_marks() -> None:
    text = "``No,'' she said, and ‘why’ and “never"
    inner = [text[q.inner.start : q.inner.end] for q in quotations(text)]
    assert inner == ["No,", "why", "never"]


def test_without_blocks_the_text_is_one() -> None:
    (found,) = MATCHER('"No," she said.', ())
    assert found == Quotation(Span(0, 5), Span(1, 4))
    assert MATCHER("", ()) == ()


SIGNS = st.text(st.sampled_from("ab s.,\n\"'“”‘’„«»`(—6"), max_size=80)


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(SIGNS)
def test_quotations_are_in_order_apart_and_within_their_paragraph(text: str) -> None:
    found = quotations(text)
    for quotation in found:
        assert quotation.span.contains(quotation.inner)
        assert "\n" not in text[quotation.span.start : quotation.span.end]
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


ENDLESS = {
    "straight": '"',
    "opened only": "“a ",
    "pairs": '"a" ',
    "curly pairs": "“a” ",
    "single pairs": "'a' ",
    "doubles and singles": "\"a\" 'b' ",
    "singles never closed": "‘a ",
    "possessives": "'as' c ",
    "curly possessives": "‘as’ c ",
    "closed by the wrong kind": "‘a' b' ",
    "inches": "6'4\" ",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_two_hundred_thousand_marks(name: str) -> None:
    unit = ENDLESS[name]
    times = 200_000 // sum(unit.count(mark) for mark in "\"'“”‘’")
    started = time.process_time()
    found = MATCHER(unit * times, ())
    assert time.process_time() - started < 4  # seconds; a quadratic matcher takes minutes
    assert list(found) == sorted(found, key=lambda quotation: quotation.span)
