"""What is inserted so that a claim stands alone: no model, mentions, dates and numbers in the inline notation."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import Article, Extractor
from extractor.annotations import (
    Annotations,
    Attribution,
    Claimant,
    ClaimantKind,
    Mention,
    Quantity,
    Quotation,
    Span,
    Timex,
)
from extractor.claims.standalone import BETWEEN_PIECES, Readings, Standalone
from extractor.language.resources import Resources
from extractor.markup import Mark, parse
from extractor.text.parsed import Parsed
from tests.golden import ARTICLES, CORPUS

NLP = spacy.blank("en")
READINGS = Readings.read(Resources())
NLP.add_pipe("sentencizer")
PUBLISHED = dt.date(2024, 3, 6)
NAMES = {
    "bo": "Bo Lind",
    "al": "Al Berg",
    "ana": "Ana Kask",
    "mills": "Orla Mills",
    "lins": "Bo Lins",
    "eva": "Eva Berg",
    "ray": "Ray B. Berg",
    "sam": "Sam Lind",
    "board": "Port Safety Board",
    "chief": "Port House Chief",
    "pac": "Bo Lind PAC",
    "year": "of the Year",
    "baker": "baker",
    "b": "Bo [B] Lind",
}
"""Clusters by the keys of their mentions."""
ORGANISATIONS = ("mills", "board", "chief")


def standalone(annotated: str) -> str:
    """The content of the annotated text with its insertions.

    Marks are ``m`` (mention, its key a cluster of NAMES, ``by`` how it was resolved), ``q`` (quotation), ``t`` (date), ``n``
    (number), ``x`` (a word with its part of speech) and ``c`` (piece of the content, ``by`` its claimant).
    """
    text, marks = parse(re.sub(r"='([^']*)'", r'="\1"', annotated))
    builder, pieces, attribution = _built(text, marks)
    return builder.of(pieces, attribution)


def _built(text: str, marks: list[Mark]) -> tuple[Standalone, list[Span], Attribution | None]:
    doc = NLP(text)
    for mark in marks:
        for token in doc.char_span(mark.start, mark.end) or ():
            token.tag_, token.pos_ = mark.values.get("tag", token.tag_), mark.values.get("pos", token.pos_)
    found = Annotations(
        published=PUBLISHED,
        mentions=tuple(_mention(text, doc, mark) for mark in marks if mark.label == "m"),
        timexes=tuple(_timex(mark) for mark in marks if mark.label == "t"),
        quantities=tuple(_quantity(mark) for mark in marks if mark.label == "n"),
        quotations=tuple(_quotation(mark) for mark in marks if mark.label == "q"),
    )
    sentences = [Span(s.start_char, s.end_char) for s in doc.sents]
    pieces = [_span(mark) for mark in marks if mark.label == "c"]
    said_by = next((mark.values["by"] for mark in marks if mark.label == "c" and "by" in mark.values), None)
    source = next((m for m in found.mentions if m.name == NAMES.get(said_by or "")), None)
    return Standalone(text, Parsed(doc), sentences, found, READINGS), pieces, _attribution(pieces, source)


def _span(mark: Mark) -> Span:
    return Span(mark.start, mark.end)


def _mention(text: str, doc: spacy.tokens.Doc, mark: Mark) -> Mention:
    surface = text[mark.start : mark.end]
    name = NAMES[mark.key]
    by = mark.values.get("by", "name" if name in surface else "pronoun")
    token = doc.char_span(mark.start, mark.end, alignment_mode="expand")
    assert token is not None
    kind: ClaimantKind = "organisation" if mark.key in ORGANISATIONS else "person"
    return Mention(
        _span(mark), token.end - 1, name, kind, mark.values.get("role"), None, list(NAMES).index(mark.key), by
    )


def _timex(mark: Mark) -> Timex:
    value = mark.values
    days = {
        end: dt.date.fromisoformat(value[end])
        for end in ("begin", "end", "anchor")
        if value.get(end, "none") != "none"
    }
    anchor = days.get("anchor", None if "anchor" in value else PUBLISHED)
    return Timex(
        _span(mark),
        value.get("type", "DATE"),  # type: ignore[arg-type]
        value["value"],
        value.get("mod"),
        begin=days.get("begin"),
        end=days.get("end"),
        relation=value.get("relation"),
        anchor=anchor,
        rule=value.get("rule", "r"),
    )


def _quantity(mark: Mark) -> Quantity:
    read = {end: float(mark.values[end]) for end in ("value", "low", "high") if end in mark.values}
    return Quantity(_span(mark), vague="vague" in mark.values, **read)  # type: ignore[arg-type]


def _quotation(mark: Mark) -> Quotation:
    return Quotation(_span(mark), Span(mark.start + 1, mark.end - 1), single=mark.key == "single")


def _attribution(pieces: list[Span], source: Mention | None) -> Attribution | None:
    if source is None:
        return None
    claimant = Claimant(source.name, source.span, source.kind, None, None, source.resolved_by)
    return Attribution((source.span,), (), tuple(pieces), "say", "say", "indirect", claimant=claimant)


REFERENTS = {
    "a possessive pronoun": (
        "<m ana>Ana Kask</m ana> said <c by=ana>that <m ana tag=PRP$>her</m ana> town is ready</c>.",
        "that her [Ana Kask's] town is ready",
    ),
    "an object": (
        "<m ana>Ana Kask</m ana> left. It <c>surprised <m ana tag=PRP>her</m ana></c>.",
        "surprised her [Ana Kask]",
    ),
    "a name in s": (
        "<m lins>Bo Lins</m lins> said <c by=lins><m lins>his</m lins> town is ready</c>.",
        "his [Bo Lins'] town is ready",
    ),
    "a contraction stays whole": (
        "<m bo>Bo Lind</m bo> said <c by=bo><m bo>he</m bo>'d go</c>.",
        "he'd [Bo Lind] go",
    ),
    "once in a claim": (
        "<m bo>Bo Lind</m bo> said <c by=bo><m bo>he</m bo> sold <m bo>his</m bo> boat</c>.",
        "he [Bo Lind] sold his boat",
    ),
    "not beside the name": (
        "<c><m bo>Bo Lind</m bo> sold <m bo>his</m bo> boat</c>.",
        "Bo Lind sold his boat",
    ),
    "not before the name": (
        "<c>When <m bo>he</m bo> came, <m bo>Bo Lind</m bo> sold the boat</c>.",
        "When he came, Bo Lind sold the boat",
    ),
    "not with a rival": (
        "<m bo>Bo Lind</m bo> told <m al>Al Berg</m al> <c by=bo><m bo>he</m bo> lost</c>.",
        "he lost",
    ),
    "a rival of the other gender": (
        "<m eva>Mrs Eva Berg</m eva> met <m bo>Bo Lind</m bo>. <m bo>He</m bo> said "
        "<c by=bo><m bo>he</m bo> lost</c>.",
        "he [Bo Lind] lost",
    ),
    "not where pronouns disagree": (
        "<m sam>Sam Lind</m sam> came. <m sam>She</m sam> said <c by=sam><m sam>he</m sam> lost</c>.",
        "he lost",
    ),
    "not what only a later name may explain": (
        "<m bo>Bo Lind</m bo> left. <c>What <m bo>he</m bo> sang, <m al>Al Berg</m al> knew</c>.",
        "What he sang, Al Berg knew",
    ),
    "a surname": (
        "<m bo>Bo Lind</m bo> left. <c>All of <m bo by=surname>Lind</m bo>'s boats leak</c>.",
        "All of Lind's [Bo Lind's] boats leak",
    ),
    "a surname before the name": (
        "<c><m bo by=surname>Lind</m bo> wins</c>\n\n<m bo>Bo Lind</m bo> won.",
        "Lind wins",
    ),
    "a surname of two": (
        "<m bo>Bo Lind</m bo> met <m sam>Sam Lind</m sam>. <c>All of <m bo by=surname>Lind</m bo>'s boats leak</c>.",
        "All of Lind's boats leak",
    ),
    "a surname of two with a title": (
        "<m bo>Bo Lind</m bo> met <m sam>Sam Lind</m sam>. <c><m sam by=surname>Mrs Lind</m sam>'s boats leak</c>.",
        "Mrs Lind's [Sam Lind's] boats leak",
    ),
    "a title that fits two of a surname": (
        "<m bo>Bo Lind</m bo> met <m sam>Sam Lind</m sam>. <m bo>He</m bo> left. "
        "<c>All of <m sam by=surname>Mr Lind</m sam>'s boats leak</c>.",
        "All of Mr Lind's boats leak",
    ),
    "a title of the other gender": (
        "<m bo>Bo Lind</m bo> left. <m bo>He</m bo> was ill. <c>All of <m bo by=surname>Mrs Lind</m bo>'s boats leak</c>.",
        "All of Mrs Lind's boats leak",
    ),
    "a name for a kind of people": (
        "<m bo>Bo Lind</m bo> left. <c>The town needs a <m bo by=surname>Lind</m bo> again</c>.",
        "The town needs a Lind again",
    ),
    "an abbreviation tells no more": (
        "<m ray>Ray B. Berg</m ray> left. <c>It was <m ray by=surname>Ray Berg</m ray>'s boat</c>.",
        "It was Ray Berg's boat",
    ),
    "a person in capitals": (
        "<m pac>Bo Lind PAC</m pac> paid. <c>It was the <m pac by=surname>PAC</m pac>'s boat</c>.",
        "It was the PAC's boat",
    ),
    "part of a name of several words": (
        "<m board>Port Safety Board</m board> met. <c>The <m board by=surname>Safety Board</m board> grew</c>.",
        "The Safety Board grew",
    ),
    "the last word of a name": (
        "<m board>Port Safety Board</m board> met. <c>The <m board by=surname>Board</m board> grew</c>.",
        "The Board [Port Safety Board] grew",
    ),
    "a body and a role": (
        "<m chief>Port House Chief</m chief> left. <c>The <m chief by=surname>Port House</m chief> grew</c>.",
        "The Port House grew",
    ),
    "what is no name": (
        "<m year>of the Year</m year> came. <c>It was the <m year by=surname>Year</m year> again</c>.",
        "It was the Year again",
    ),
    "a first name of somebody": (
        "<m bo>Bo Lind</m bo> left. <m bo>He</m bo> was ill. <c><m bo by=surname>Bo</m bo> sold the boat</c>.",
        "Bo [Bo Lind] sold the boat",
    ),
    "a first word that may be nobody": (
        "<m bo>Bo Lind</m bo> left. <c><m bo by=surname>Bo</m bo> sold the boat</c>.",
        "Bo sold the boat",
    ),
    "somebody called something": (
        "<m ana>Ana Kask</m ana> called <c by=ana><m ana tag=PRP>her</m ana> a fool</c>.",
        "her a fool",
    ),
    "himself": (
        "<m bo>Bo Lind</m bo> called <c by=bo><m bo>himself</m bo> a fool</c>.",
        "himself [Bo Lind] a fool",
    ),
    "a divine capital": (
        "<m bo>Bo Lind</m bo> asked <c>for <m bo>His</m bo> help</c>.",
        "for His help",
    ),
    "between brackets of the article's own": (
        "<m bo>Bo Lind</m bo> left. <c>We met [<m bo by=surname>Lind</m bo>] in May</c>.",
        "We met [Lind] in May",
    ),
    "an acronym": (
        "The <m board>Port Safety Board</m board> met. "
        "<c>The <m board by=acronym>PSB</m board> fined two ships</c>.",
        "The PSB [Port Safety Board] fined two ships",
    ),
    "a part of a word": (
        "<m board>Port Safety Board</m board> met. <c>The <m board by=acronym>PSB</m board>-led search goes on</c>.",
        "The PSB-led search goes on",
    ),
    "a title": (
        "<m bo>Mayor Bo Lind</m bo> left. <c>All trust the <m bo by=title role=Mayor>mayor</m bo></c>.",
        "All trust the mayor [Bo Lind]",
    ),
    "a title of two": (
        "<m al role=Mayor>Mayor Al Berg</m al> met <m bo>Mayor Bo Lind</m bo>. "
        "<c>All trust the <m bo by=title role=Mayor>mayor</m bo></c>.",
        "All trust the mayor",
    ),
    "a former title": (
        "<m bo>Bo Lind</m bo> left. <c>All trust the <m bo by=title role='former mayor'>mayor</m bo></c>.",
        "All trust the mayor",
    ),
    "an indefinite noun": (
        "<m bo>Mayor Bo Lind</m bo> left. <c>All trust a <m bo by=title role=Mayor>mayor</m bo></c>.",
        "All trust a mayor",
    ),
    "the organisation named last": (
        "<m board>Port Safety Board</m board> met <m mills>Orla Mills</m mills>. "
        "<c>The <m mills by=nominal>company</m mills> grew</c>.",
        "The company [Orla Mills] grew",
    ),
    "not one named long before": (
        "<m mills>Orla Mills</m mills> left. All was quiet. Nobody spoke. "
        "<c>The <m mills by=nominal>company</m mills> grew</c>.",
        "The company grew",
    ),
    "not where another name stands between": (
        "<m mills>Orla Mills</m mills> met <x pos=PROPN>Zentro</x>. "
        "<c>The <m mills by=nominal>company</m mills> grew</c>.",
        "The company grew",
    ),
    "not one named before another": (
        "<m mills>Orla Mills</m mills> met <m board>Port Safety Board</m board>. "
        "<c>The <m mills by=nominal>company</m mills> grew</c>.",
        "The company grew",
    ),
    "the organisation whose name holds the noun": (
        "<m board>Port Safety Board</m board> met <m mills>Orla Mills</m mills>. "
        "<c>The <m board by=nominal>board</m board> left</c>.",
        "The board [Port Safety Board] left",
    ),
    "a noun that takes up no organisation": (
        "<m mills>Orla Mills</m mills> left. <c>The <m mills by=nominal>business</m mills> grew</c>.",
        "The business grew",
    ),
    "a name that begins with a short one": (
        "<m mills>Orla Mills</m mills> left. <c>The <m mills by=surname>Orla</m mills> 30 index fell</c>.",
        "The Orla 30 index fell",
    ),
    "a surname that stands before somebody's full name": (
        "<m bo by=surname>Lind</m bo> spoke. <m bo>Bo Lind</m bo> left. <c>All like <m bo by=surname>Lind</m bo></c>.",
        "All like Lind",
    ),
    "an organisation of itself": (
        "<m mills>Orla Mills</m mills> said <c by=mills><m mills>it</m mills> expected growth</c>.",
        "it [Orla Mills] expected growth",
    ),
    "it after another noun": (
        "<m mills>Orla Mills</m mills> said <c by=mills>that <x pos=NOUN>growth</x> helped <m mills>it</m mills></c>.",
        "that growth helped it",
    ),
    "it that means nothing": (
        "<m mills>Orla Mills</m mills> said <c by=mills><m mills "
        "pos=PRON>it</m mills> was <x pos=ADV>too</x> <x pos=ADJ>early</x> to say</c>.",
        "it was too early to say",
    ),
    "nobody who is never named": (
        "<m baker by=nominal>A baker</m baker> said <c by=baker><m baker by=pronoun>he</m baker> lost</c>.",
        "he lost",
    ),
    "explained by the article": (
        "<m bo>Bo Lind</m bo> left. It <c>helped <m bo>him</m bo> [the mayor] a lot</c>.",
        "helped him [the mayor] a lot",
    ),
    "a name with brackets": (
        "<m b>Bo [B] Lind</m b> left. It <c>helped <m b>him</m b></c>.",
        "helped him",
    ),
}
SPOKEN = {
    "I": (
        '<c by=bo><q>"I will go"</q></c>, said <m bo>Bo Lind</m bo>.',
        '"I [Bo Lind] will go"',
    ),
    "my": (
        '<c by=bo><q>"We sold my boat"</q></c>, said <m bo>Bo Lind</m bo>.',
        '"We sold my [Bo Lind\'s] boat"',
    ),
    "we of an organisation": (
        '<c by=board><q>"We grow"</q></c>, said <m board>Port Safety Board</m board>.',
        '"We [Port Safety Board] grow"',
    ),
    "we of a name that may be somebody's": (
        '<c by=mills><q>"We grow"</q></c>, said <m mills>Orla Mills</m mills>.',
        '"We grow"',
    ),
    "I outside quotation marks": (
        "<m bo>Bo Lind</m bo> said <c by=bo>I will go</c>.",
        "I will go",
    ),
    "I between single marks where double ones quote": (
        'He said <q>"no"</q>, <q>"yes"</q>. <m bo>Bo Lind</m bo> said <c by=bo>they cry <q single>\'my boat\'</q single></c>.',
        "they cry 'my boat'",
    ),
    "I of somebody quoted": (
        "<c by=bo><q>\"She said <q single>'I will go'</q single> twice\"</q></c>, said <m bo>Bo Lind</m bo>.",
        "\"She said 'I will go' twice\"",
    ),
    "I of somebody quoted with straight marks": (
        "<c by=bo><q>\"She just says 'I will go' and stays\"</q></c>, said <m bo>Bo Lind</m bo>.",
        "\"She just says 'I will go' and stays\"",
    ),
    "I of somebody whose words follow": (
        '<m bo>Bo Lind</m bo> said <c by=bo>that she had said: <q>"I will go"</q></c>.',
        'that she had said: "I will go"',
    ),
    "an abbreviation": (
        '<c by=bo><q>"The F.B.I. was late"</q></c>, said <m bo>Bo Lind</m bo>.',
        '"The F.B.I. was late"',
    ),
    "a numeral": (
        '<c by=bo><q>"World War <x pos=PROPN>I</x> was long"</q></c>, said <m bo>Bo Lind</m bo>.',
        '"World War I was long"',
    ),
    "pieces are one claim": (
        '<c by=bo><q>"I go"</q></c>, said <m bo>Bo Lind</m bo>, <c><q>"I think"</q></c>.',
        '"I [Bo Lind] go" … "I think"',
    ),
}
DATES = {
    "a day": ("<c>on <t value=2024-03-05>Tuesday</t></c>", "on Tuesday [2024-03-05]"),
    "a possessive": (
        "<c><t value=2023 begin=2023-01-01 end=2023-12-31>last year</t>'s sum</c>",
        "last year's [2023] sum",
    ),
    "a possessed weekday": (
        "<c><t value=2024-03-05 rule=weekday>Tuesday</t>'s debate</c>",
        "Tuesday's debate",
    ),
    "our time": ("<c><t value=2024-03-06>today</t>'s prices</c>", "today's prices"),
    "somebody's year": (
        "<c>his <t value=2023 begin=2023-01-01 end=2023-12-31>last year</t> in office</c>",
        "his last year in office",
    ),
    "the year until now": (
        "<c>in <t value=2023 begin=2023-01-01 end=2023-12-31>the last year</t></c>",
        "in the last year",
    ),
    "a quarter of the calendar": (
        "<c>in <t value=2023-Q4 begin=2023-10-01 end=2023-12-31>the fourth quarter</t></c>",
        "in the fourth quarter [2023-10-01 to 2023-12-31]",
    ),
    "a quarter of the firm's own": (
        "<c>in <t value=2023-Q3 begin=2023-07-01 end=2023-09-30>the third quarter</t></c>",
        "in the third quarter",
    ),
    "a quarter far ahead": (
        "<c>in <t value=2025-Q1 begin=2025-01-01 end=2025-03-31>the first quarter</t></c>",
        "in the first quarter",
    ),
    "the start of a stretch": ("<c>for <t value=2023-04>April</t>-September</c>", "for April-September"),
    "the end of a stretch": ("<c>for April-<t value=2023-09>September</t></c>", "for April-September"),
    "somebody's day": (
        "<c>the worst of <t value=2024-03-05>the last day</t></c>",
        "the worst of the last day",
    ),
    "a loose stretch": (
        "<c>over <t value=P1W begin=2024-03-06 end=2024-03-13>the next week</t> or so</c>",
        "over the next week or so",
    ),
    "a weekend": (
        "<c><t value=2024-W10-WE begin=2024-03-09 end=2024-03-10>this weekend</t></c>",
        "this weekend",
    ),
    "a week": (
        "<c><t value=2024-W09 begin=2024-02-26 end=2024-03-03>last week</t></c>",
        "last week [2024-02-26 to 2024-03-03]",
    ),
    "a month": (
        "<c>in <t value=2023-12 begin=2023-12-01 end=2023-12-31>December</t></c>",
        "in December [2023-12]",
    ),
    "since": (
        "<c>since <t value=2024 mod=START begin=2024-01-01 end=2024-03-06 relation=since>the beginning of this year</t></c>",
        "since the beginning of this year [2024-01-01 to 2024-03-06]",
    ),
    "the start of a month": (
        "<c><t value=2024-02 mod=START begin=2024-02-01 end=2024-02-10>early February</t></c>",
        "early February [2024-02]",
    ),
    "until": ("<c>by <t value=2024-05 end=2024-05-31 relation=by>May</t></c>", "by May [2024-05]"),
    "absolute": ("<c>in <t value=2019 begin=2019-01-01 end=2019-12-31 anchor=none>2019</t></c>", "in 2019"),
    "from another day of the text": (
        "<c><t value=2023-06-02 anchor=2023-06-01>a day later</t></c>",
        "a day later",
    ),
    "vague": ("<c><t value=PAST_REF>recently</t></c>", "recently"),
    "a time of day": ("<c>at <t type=TIME value=2024-03-06TMO rule=daypart>dawn</t></c>", "at dawn"),
    "any such day": ("<c>on a normal <t value=2024-03-05>Tuesday</t></c>", "on a normal Tuesday"),
    "a day of speaking": ('<c><q>"It ends <t value=2024-03-06>today</t>"</q></c>', '"It ends today"'),
    "one such day": ("<c><t value=2024-03-05>one Tuesday</t></c>", "one Tuesday"),
    "a day that is a name": ("<c>after <t value=2023-09-11>Sept. 11</t></c>", "after Sept. 11"),
    "another day that is a name": ("<c>after <t value=2023-10-07>October 7</t></c>", "after October 7"),
    "a shouted name": (
        "<c>in the Harbour <t value=2024-03-06>TODAY</t> show</c>",
        "in the Harbour TODAY show",
    ),
    "a day told in brackets": ("<c>on <t value=2024-03-05>Tuesday</t> (5 March)</c>", "on Tuesday (5 March)"),
    "twice": (
        "<c><t value=2024-03-05>Tuesday</t> or <t value=2024-03-05>yesterday</t></c>",
        "Tuesday [2024-03-05] or yesterday",
    ),
}
NUMBERS = {
    "short": ("<c><n value=2500000>2.5m</n> jobs</c>", "2.5m [2,500,000] jobs"),
    "money": ("<c><n value=1100000000>£1.1bn</n></c>", "£1.1bn [1,100,000,000]"),
    "money with letters": ("<c><n value=40000>US$40k</n> a year</c>", "US$40k [40,000] a year"),
    "a range": (
        "<c><n low=1200000000 high=1900000000>€1.2bn to €1.9bn</n></c>",
        "€1.2bn to €1.9bn [1,200,000,000 to 1,900,000,000]",
    ),
    "a range with one unit": ("<c><n low=2000000 high=3000000>2-3m</n></c>", "2-3m [2,000,000 to 3,000,000]"),
    "spelled out": ("<c><n value=2500000>two and a half million</n> jobs</c>", "two and a half million [2,500,000] jobs"),
    "metres": ("<c><n value=5>5m</n> deep</c>", "5m deep"),
    "plain": ("<c><n value=340>340</n> ships and <n value=1500000>$1.5 million</n></c>", "340 ships and $1.5 million"),
    "small": ("<c><n value=12>twelve</n></c>", "twelve"),
    "vague": ("<c><n low=1000 vague=1>some several thousand</n></c>", "some several thousand"),
}  # fmt: skip


@pytest.mark.parametrize("name", [*REFERENTS, *SPOKEN, *DATES, *NUMBERS])
def test_a_reader_gets_what_he_needs_and_no_more(name: str) -> None:
    annotated, expected = {**REFERENTS, **SPOKEN, **DATES, **NUMBERS}[name]
    assert standalone(annotated) == expected


PLACES = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(1, 12))
TEXT = "He [Bo Lind] said “I'd sell his 2.5m ships” on Tuesday [sic]. She's 'my' friend. "


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(
    mentions=st.lists(
        st.tuples(
            PLACES,
            st.sampled_from(["Bo Lind", "Eva", "EU [x]"]),
            st.sampled_from(["name", "surname", "pronoun"]),
        )
    ),
    dates=st.lists(PLACES),
    pieces=st.lists(PLACES, min_size=1, max_size=3),
)
def test_without_the_insertions_the_text_is_as_before(
    mentions: list[tuple[Span, str, str]], dates: list[Span], pieces: list[Span]
) -> None:
    doc = NLP(TEXT)
    found = Annotations(
        published=PUBLISHED,
        mentions=tuple(
            Mention(span, 0, name, "person", None, None, len(name), by) for span, name, by in mentions
        ),
        timexes=tuple(Timex(span, "DATE", "2024-03-05", anchor=PUBLISHED) for span in dates),
    )
    whole = [Span(piece.start, min(piece.end, len(TEXT))) for piece in pieces]
    builder = Standalone(
        TEXT, Parsed(doc), [Span(s.start_char, s.end_char) for s in doc.sents], found, READINGS
    )
    for piece in whole:
        rest = builder.of([piece])
        for insertion in reversed(builder.insertions([piece])):
            place = rest.rindex(str(insertion))
            rest = rest[:place] + rest[place + len(str(insertion)) :]
        assert rest == TEXT[piece.start : piece.end]


@pytest.mark.parametrize("name", ARTICLES)
def test_a_claim_without_brackets_of_its_own_comes_back_by_taking_brackets_out(
    extractor_: Extractor, name: str
) -> None:
    record = extractor_.extract(Article((CORPUS / f"{name}.txt").read_text("utf-8"), id=name))
    explained = [claim for claim in record.claims if claim.standalone != claim.text]
    assert len(explained) >= 5
    for claim in record.claims:
        assert claim.standalone is not None and "[" not in claim.text
        assert re.sub(r" \[[^\]]*\]", "", claim.standalone) == claim.text
    assert all(
        BETWEEN_PIECES.join(piece.text for piece in claim.content) == claim.text for claim in record.claims
    )
