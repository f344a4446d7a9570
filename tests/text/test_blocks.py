from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.language.resources import Resources
from extractor.markup import Mark, parse, render
from extractor.text.layout import Structure

STRUCTURE = Structure(Resources("en"))

LAYOUTS = {
    "headline and story": """<headline>Bridge opens after six years</headline>

<paragraph>The bridge opened on Tuesday.</paragraph>

<paragraph>Cars crossed it.</paragraph>
""",
    "a headline may run over two lines": """<headline>Bridge opens</headline>
<headline>Six years late and far over budget</headline>

<paragraph>The bridge opened on Tuesday.</paragraph>""",
    "head fields": """<head>Title: Bridge opens</head>
<head>Date: 26 February 2025</head>

<paragraph>The bridge opened on Tuesday.</paragraph>""",
    "front matter": """<head>---</head>
<head>title: Bridge opens</head>
<head>date: 2025-02-26</head>
<head>---</head>
<paragraph>The bridge opened on Tuesday.</paragraph>""",
    "one-line head": " <head>date 2023-07-31</head> <paragraph>In the quiet that followed, talks began.</paragraph>",
    "one-line head above lines": """<head>date 2023-07-31</head> <paragraph>In the quiet, talks began.</paragraph>

<subhead>Ships wait outside the port</subhead>

<paragraph>The narrows stayed shut.</paragraph>""",
    "byline and date line": """<headline>Bridge opens</headline>

<byline>By Jo Smith, Roads Correspondent</byline>
<head>Tuesday 9 January 2025</head>

<paragraph>The bridge opened on Tuesday.</paragraph>""",
    "dateline with year": (
        "<dateline>GENEVA, Feb. 5, 2022 (Agency) -</dateline> <paragraph>The talks ended.</paragraph>"
    ),
    "dateline without year": (
        "<dateline>ALDER FORK, Aug. 13 (Meridian Wire) —</dateline> <paragraph>A fire spread.</paragraph>"
    ),
    "dateline without date": "<dateline>FERROW (NPA) --</dateline> <paragraph>A fire spread.</paragraph>",
    "dateline with two spaces": "<dateline>FERROW  (NPA) -</dateline> <paragraph>Norbank fell.</paragraph>",
    "no dateline": "<paragraph>WHO staff - all of them - left Geneva (on foot) before the talks.</paragraph>",
    "after a dateline nothing is a headline": """<dateline>FERROW, May 5 (NPA) —</dateline>
<subhead>Bridge opens</subhead>

<paragraph>Cars crossed it.</paragraph>""",
    "furniture": """<paragraph>The bridge opened on Tuesday.</paragraph>

<furniture>READ MORE: Mayor 'fell off bridge'</furniture>
<furniture>Related: Why bridges sway</furniture>

<paragraph>Related parties said nothing. Read more books, she said.</paragraph>

<paragraph>Watch the bridge, he said: it sways.</paragraph>

<correction>This article was amended on 5 June. An earlier version said that the bridge was closed.</correction>""",
    "subhead": """<paragraph>The bridge opened on Tuesday.</paragraph>

<subhead>What the auditors say</subhead>

<paragraph>They say little.</paragraph>""",
    "a long line without a full stop is prose": (
        "<paragraph>The bridge opened.</paragraph>\n\n<paragraph>The auditors say that the bridge, which"
        " was meant to open in 2021, has cost too much and carries too little</paragraph>"
    ),
    "captions": """<headline>Bridge opens</headline>

<caption>Photo: Jo Smith</caption>

<paragraph>The bridge opened.</paragraph>

<caption>The western pylon in September (Photograph: Lena Ostrow)</caption>

<caption>PICTURED: the first car</caption>""",
    "bullets": """<paragraph>The main decisions are:</paragraph>
<bullet>- Tax up 4.99%</bullet>
<bullet>• Fares frozen until March</bullet>
<bullet>1. Libraries stay open</bullet>
<bullet>(b) Parks close at dusk.</bullet>
<paragraph>-5 degrees at night is no bullet.</paragraph>
<paragraph>1.5 million people live here.</paragraph>""",
    "hard-wrapped prose": """<headline>Bridge opens</headline>

<paragraph>The bridge that was meant to carry the ring road across the
harbour has opened to traffic, six years after the first pile was
driven into the mud.</paragraph>

<paragraph>Cars crossed it.</paragraph>""",
    "a line that breaks off within a sentence goes on": """<paragraph>“We will reopen
in May,” she told reporters.</paragraph>
<byline>by Jo Smith</byline>""",
    "lines of a list are not wrapped prose": """<paragraph>The bridge opened and the mayor spoke for a long hour.</paragraph>
<paragraph>The old ferry was sold to a farmer in the next county.</paragraph>
<paragraph>Nobody was hurt.</paragraph>""",
    "live blog": """<headline>Trams stop across the city</headline>

<bullet>• No trams before 7 pm</bullet>

<subhead>07.30 Good morning and welcome</subhead>

<paragraph>The union says 94% have joined.</paragraph>

<subhead>10:15 am Counting the cost</subhead>

<paragraph>“Nine hundred are out today.”</paragraph>

<paragraph>15.30 What about Friday?</paragraph>""",
    "white space only": " \n\t\r\n\u2003 ",
    "nothing": "",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    text, _ = parse(LAYOUTS[name])
    marks = [Mark(block.kind, block.span.start, block.span.end) for block in STRUCTURE.blocks(text)]
    assert render(text, marks) == LAYOUTS[name].replace("&", "&amp;")


LINES = [
    *(
        "Bridge opens",
        "The bridge opened on Tuesday.",
        "date 2023-07-31 In the quiet",
        "Title: A bridge",
        "---",
        "-",
    ),
    *(
        "By Jo Smith",
        "By: Jo Smith",
        "GENEVA, Feb. 5 (Agency) -",
        "GENEVA, Feb. 5, 2022 (A) - It rained.",
        "Photo: Jo",
    ),
    *(
        "- one",
        "• two",
        "3. three",
        "Tuesday 9 January 2025",
        "2023-02-30",
        "Updated: now",
        "Published: 18 May 2024",
    ),
    *(
        "and the harbour has opened to traffic, six years after it began,",
        "",
        " ",
        "\t",
        "\r",
        "\u2028",
        "\0",
        "\ud800",
    ),
]
LAID_OUT = st.lists(st.sampled_from(LINES), max_size=16).map("\n".join)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.one_of(LAID_OUT, st.text(st.characters(exclude_categories=()), max_size=200)))
@example(" date 2023-07-31 In\u2028the quiet\n\x1c\n-")
def test_blocks_never_overlap_and_leave_out_only_white_space(text: str) -> None:
    position = 0
    for block in STRUCTURE.blocks(text):
        start, end = block.span.start, block.span.end
        assert position <= start
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


def test_endless_lines_are_blocks_like_others() -> None:
    text = "\n".join(["word " * 20_000, "A" * 100_000, "(" * 100_000, "By " + "J" * 100_000])
    assert len(STRUCTURE.blocks(text)) == 4
