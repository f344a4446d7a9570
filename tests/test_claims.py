"""From annotations to claims: no model, sentences by full stops, annotations in the inline notation."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.annotations import (
    Annotations,
    Attribution,
    Block,
    BlockKind,
    Change,
    Claimant,
    Counted,
    Quantity,
    Span,
    Timex,
)
from extractor.article import Article
from extractor.claims import ClaimBuilder, Readings
from extractor.claims.lookup import Lookup, merged
from extractor.language.resources import Resources
from extractor.markup import Mark, parse
from extractor.records import Claim
from extractor.text.parsed import Parsed

READINGS = Readings.read(Resources())
NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")


def builder(annotated: str, article_id: str = "a", confidence: float = 0.9) -> ClaimBuilder:
    """A builder for a text with marked blocks, quantities, time expressions, sources, cues and contents."""
    text, marks = parse(annotated)
    blocks = tuple(
        Block(span(mark), mark.label)  # type: ignore[arg-type]
        for mark in marks
        if mark.label in get_args(BlockKind)
    )
    found = Annotations(
        blocks=blocks or (Block(Span(0, len(text)), "paragraph"),),
        quantities=tuple(quantity(text, mark) for mark in marks if mark.label == "quantity"),
        timexes=tuple(Timex(span(mark), "DATE", "2024") for mark in marks if mark.label == "timex"),
        attributions=tuple(
            attribution(key, marks, confidence)
            for key in dict.fromkeys(mark.key for mark in marks if mark.label == "content")
        ),
    )
    return ClaimBuilder(Article(text, id=article_id), Parsed(NLP(text), found.blocks), found, READINGS)


def span(mark: Mark) -> Span:
    return Span(mark.start, mark.end)


def quantity(text: str, mark: Mark) -> Quantity:
    """A quantity of ``kind``, with ``counted`` and ``change`` when the tag names them."""
    counted = (
        Counted(span(mark), mark.values["counted"], mark.values["counted"])
        if "counted" in mark.values
        else None
    )
    change = Change(direction="up") if "change" in mark.values else None
    kind = mark.values.get("kind", "count")
    value = float(mark.values.get("value", 1))
    return Quantity(span(mark), value=value, unit_kind=kind, counted=counted, change=change)  # type: ignore[arg-type]


def attribution(key: str, marks: list[Mark], confidence: float) -> Attribution:
    def spans(label: str) -> tuple[Span, ...]:
        return tuple(span(mark) for mark in marks if (mark.label, mark.key) == (label, key))

    source, carried = spans("source"), not spans("cue")
    return Attribution(
        source=source,
        cue=spans("cue"),
        content=spans("content"),
        cue_lemma="say",
        cue_class="say",
        kind="indirect",
        claimant=Claimant("Ana", source[0], "person", None, None, "name") if source else None,
        scope="carried" if carried else "explicit",
        rule="verb:clause_after",
        confidence=confidence,
    )


def claims(annotated: str, min_confidence: float = 0.3) -> list[Claim]:
    return builder(annotated).claims(min_confidence)


def statistics(annotated: str) -> list[str]:
    return [claim.text for claim in claims(annotated) if claim.kind == "statistic"]


STATES = {
    "a counted number": "He left. <quantity counted=ships>12</quantity> ships were stopped. He came.",
    "money": "It cost <quantity kind=currency>$5</quantity>.",
    "a percentage": "Rent is <quantity kind=percent>5%</quantity> of pay.",
    "a score": "Rovers won <quantity kind=ratio>3-1</quantity>.",
    "a duration that changed": "Waits rose to <quantity kind=time change=up>3 hours</quantity>.",
    "a bare number that changed": "It rose to <quantity change=up>12</quantity>.",
    "background beside a statement": (
        "Bo, <quantity kind=age>45</quantity>, sold <quantity counted=boats>3</quantity> boats."
    ),
    "a count too large to point back": "The <quantity value=340 counted=ships>340</quantity> ships left.",
    "a definite percentage": "The <quantity value=5 kind=percent>5%</quantity> rise holds.",
    "one that counts": "<quantity counted=person>One</quantity> person died.",
    "one that is bounded": "Just <quantity counted=boat>one</quantity> boat left.",
    "more than one names": "Bo's <quantity value=40 counted=boats>40</quantity> boats left.",
    "in a bullet": "<bullet>- <quantity kind=percent>5%</quantity> more pay</bullet>",
}
SENTENCES = {
    "a counted number": "12 ships were stopped.",
    "in a bullet": "- 5% more pay",
}
STATES_NOTHING = {
    "no number": "Ships were stopped.",
    "a bare number": "He lives at <quantity>12</quantity>.",
    "an age": "Bo, <quantity kind=age>45</quantity>, left.",
    "a duration": "He left <quantity kind=time>3 weeks</quantity> later.",
    "a definite count that points back": "The <quantity value=2 counted=navies>two</quantity> navies met.",
    "a definite count behind an ordinal": "The last <quantity value=2 counted=navies>two</quantity> navies met.",
    "a count possessed by somebody named": "Bo’s <quantity value=2 counted=boats>two</quantity> boats sank.",
    "one that introduces": "<quantity counted=critic>One</quantity> critic left.",
    "one that picks out": 'It is <quantity counted="best boats">one</quantity> of the best boats.',
    "several": "It has <quantity counted=sails>several</quantity> sails.",
    "the number of a source": (
        "<source 1><quantity value=2 counted=men>Two</quantity> men</source 1> <cue 1>said</cue 1>"
        " <content 1>taxes rose</content 1>."
    ),
    "a possessed count": "Both left their <quantity value=3 counted=boats>three</quantity> boats.",
    "inside attributed content": (
        "<source 1>Ana</source 1> <cue 1>said</cue 1> <content 1>it cost <quantity kind=currency>$5</quantity></content 1>."
    ),
    "a headline": "<headline><quantity counted=ships>12</quantity> ships stopped</headline>",
    "a subhead": "<subhead><quantity counted=ships>12</quantity> ships stopped</subhead>",
    "a caption": "<caption>Photo: <quantity counted=boats>12</quantity> boats</caption>",
    "a head": "<head>Tags: <quantity counted=ships>12</quantity> ships</head>",
}


@pytest.mark.parametrize("name", STATES)
def test_a_sentence_that_states_a_number_is_a_statistic(name: str) -> None:
    whole = parse(STATES[name])[0]
    assert statistics(STATES[name]) == [SENTENCES.get(name, whole)]


@pytest.mark.parametrize("name", STATES_NOTHING)
def test_a_sentence_that_states_none_is_not(name: str) -> None:
    assert statistics(STATES_NOTHING[name]) == []


def test_a_sentence_in_which_somebody_is_cited_is_no_statistic() -> None:
    found = claims(
        "All <quantity counted=men>12</quantity> men left, <source 1>Ana</source 1> <cue 1>said</cue 1>"
        " <content 1>it cost <quantity kind=currency>$5</quantity></content 1>."
    )
    assert [claim.kind for claim in found] == ["indirect"]


def test_a_sentence_is_one_statistic_however_many_numbers_it_holds() -> None:
    annotated = "<quantity counted=men>12</quantity> men and <quantity counted=boats>3</quantity> boats left."
    (claim,) = claims(annotated)
    assert [quantity.text for quantity in claim.quantities] == ["12", "3"]
    assert claim.attribution is None


SAID = (
    "He left. <content 1>Taxes</content 1>, <source 1>Ana</source 1> <cue 1>said</cue 1> in <timex>2023</timex>,"
    " <content 1>rose in <timex>2024</timex> by <quantity kind=percent>5%</quantity></content 1>. He came."
)


def test_the_pieces_of_a_content_are_one_claim() -> None:
    (claim,) = claims(SAID)
    assert claim.text == "Taxes … rose in 2024 by 5%"
    assert [piece.text for piece in claim.content] == ["Taxes", "rose in 2024 by 5%"]
    assert claim.sentences.text == "Taxes, Ana said in 2023, rose in 2024 by 5%."
    assert [timex.text for timex in claim.timexes] == ["2024"]
    assert claim.attribution and [piece.text for piece in claim.attribution.source] == ["Ana"]
    assert claim.flags == []


def test_sentences_reach_from_the_source_to_the_end_of_the_content() -> None:
    (claim,) = claims(
        "Ho. <source 1>Ana</source 1> left. She <cue 1>said</cue 1> <content 1>no. And no</content 1>. Ho."
    )
    assert claim.sentences.text == "Ana left. She said no. And no."


def test_every_span_slices_back() -> None:
    for annotated in (SAID, *STATES.values(), *STATES_NOTHING.values()):
        text, _ = parse(annotated)
        for claim in claims(annotated):
            spans = [claim.sentences, *claim.content, *claim.quantities, *claim.timexes]
            for one in spans:
                assert text[one.start : one.end] == one.text


def test_claims_come_in_text_order() -> None:
    annotated = "<quantity counted=men>12</quantity> men left. " + SAID
    starts = [claim.content[0].start for claim in claims(annotated)]
    assert len(starts) == 2
    assert starts == sorted(starts)


def test_ids_are_stable_and_apart() -> None:
    annotated = "<quantity counted=men>12</quantity> men left. " + SAID
    ids = [claim.id for claim in claims(annotated)]
    assert ids == [claim.id for claim in claims(annotated)]
    assert len(set(ids)) == 2
    others = [claim.id for claim in builder(annotated, article_id="b").claims(0.3)]
    assert not set(ids) & set(others)


def test_ids_do_not_hang_on_confidence_or_neighbours() -> None:
    one = {claim.id for claim in builder(SAID, confidence=0.4).claims(0.3)}
    other = {
        claim.id for claim in builder(SAID + " <quantity counted=men>12</quantity> men left.").claims(0.3)
    }
    assert one < other


def test_an_attribution_below_the_confidence_is_left_out_and_is_no_statistic() -> None:
    unsure = builder(SAID, confidence=0.2)
    assert [claim.kind for claim in unsure.claims(0.2)] == ["indirect"]
    assert unsure.claims(0.21) == []  # somebody said it, whoever it was


FLAGS = {
    "<cue 1>It is said</cue 1> <content 1>that taxes rose</content 1>.": ["no-source"],
    "<content 1>Taxes rose</content 1>.": ["claimant-unresolved", "carried"],
    SAID: [],
}


@pytest.mark.parametrize("annotated", FLAGS)
def test_flags(annotated: str) -> None:
    (claim,) = claims(annotated)
    assert claim.flags == FLAGS[annotated]


SPANS = st.lists(
    st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 9))
)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    SPANS,
    st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 20)),
)
def test_a_lookup_finds_what_a_search_finds(spans: list[Span], span: Span) -> None:
    lookup = Lookup(spans)
    assert lookup.inside(span) == sorted(one for one in spans if span.contains(one))
    before = [one for one in spans if one.start <= span.start]
    assert lookup.last_before(span.start) == max(before, default=None)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(SPANS)
def test_merged_spans_hold_the_same_characters_apart(spans: list[Span]) -> None:
    found = merged(spans).items
    assert {place for span in found for place in range(span.start, span.end)} == {
        place for span in spans for place in range(span.start, span.end)
    }
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_long_article_costs_what_its_sentences_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    contains = Span.contains

    def counting(self: Span, other: Span) -> bool:
        nonlocal compared
        compared += 1
        return contains(self, other)

    monkeypatch.setattr(Span, "contains", counting)
    content = "<content {0}>it cost <quantity kind=currency>$5</quantity></content {0}>"
    said = f"<source {{0}}>Ana</source {{0}}> <cue {{0}}>said</cue {{0}}> {content}. "
    annotated = "".join(f"<paragraph>{said.format(number)}</paragraph>" for number in range(300))
    assert len(claims(annotated)) == 300
    assert compared <= 3 * 300


def test_an_empty_article_claims_nothing() -> None:
    empty = ClaimBuilder(Article("", id="a"), Parsed(NLP("")), Annotations(), READINGS)
    assert empty.claims(0.0) == []
    assert not (empty.quantities or empty.timexes or empty.mentions)
