from __future__ import annotations

import pytest

from extractor.annotations import Block, Span
from extractor.article import Article
from extractor.language.resources import Resources
from extractor.pipeline import Extractor
from extractor.text.layout import Structure
from extractor.text.layout.boilerplate import NO_ARTICLE, PARAGRAPHS_LOST, remarks

LINES = {
    "furniture": [
        "Read more: Why bridges sway",
        "Follow us on Instagram and X.",
        "Click here to see the pictures",
        "Advertisement",
        "Story continues below advertisement",
        "Email us at tips@o.example",
        "[Share this article]",
    ],
    "notice": [
        "We and our 842 partners store and access information on a device. Data is kept for 13 months.",
        "This website uses cookies to improve your experience. 3 of them are needed.",
        "Subscribe now for £1 a week",
        "Already a subscriber? Sign in",
        "Sign up to our daily newsletter and read it with 40,000 others.",
        "To continue reading, create a free account.",
        "You have 3 free articles remaining this month.",
        "Get the latest news, 5 days a week, straight to your inbox.",
        "Before you continue to Ferrow Post",
    ],
    "correction": [
        "Correction: an earlier version gave 40 as 14.",
        "This story has been updated to say that 12 people died.",
        "Editor’s note: 3 names were changed.",
    ],
    "rights": [
        "Copyright 2024 Ferrow Newspapers. All rights reserved.",
        "© 2024 Ferrow Post",
        "(c) 2024 NPA",
        "This material may not be published, broadcast, rewritten or redistributed.",
    ],
    "credit": [
        "Additional reporting by Tom Rudd in Lund",
        "(Reporting by Jo Smith in Lund; Editing by Ana Kask)",
        "Reporting by Jo Smith; Editing by Ana Kask",
        "Jo Smith contributed to this report from Lund.",
    ],
}
STORY = [
    "Copyright law changed 12 years ago, the ministry said.",
    "Already a member of the pact, Norland spent 3 percent.",
    "Reporting by the Post found that 40 people died.",
    "By signing up to the accord, Norland agreed to cut 4 percent.",
    "The company uses cookies to follow 5 million users, she said.",
    "“We use cookies,” the company told the court, which fined it £3m.",
    "Advertisement spending rose 4 percent.",
    "Gene editing by three firms cost 40 million pounds.",
    "Netflix lets users cancel at any time, the regulator said.",
    "The constitution was amended on 5 June.",
    "Most read poorly in the test of 900 children.",
    "Agencies spent 4 million pounds.",
    "Share prices fell 4 percent.",
]


@pytest.fixture(scope="module")
def structure() -> Structure:
    return Structure(Resources("en"))


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in LINES.items() for line in lines])
def test_lines_around_a_story(structure: Structure, kind: str, line: str) -> None:
    text = f"The bridge opened on Tuesday.\n\n{line}"
    start = text.index(line)
    assert structure.blocks(text)[1] == Block(Span(start, len(text)), kind)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", STORY)
def test_prose_that_speaks_of_such_things(structure: Structure, line: str) -> None:
    assert [block.kind for block in structure.blocks(f"The bridge opened.\n\n{line}")][1] == "paragraph"


def test_a_page_of_notices_is_no_article(structure: Structure) -> None:
    text = f"We value your privacy\n\n{LINES['notice'][0]}\n\nAccept all"
    assert remarks(text, structure.blocks(text)) == [NO_ARTICLE]
    told = f"{text}\n\nThe bridge opened on Tuesday."
    assert remarks(told, structure.blocks(told)) == []
    assert remarks("Words", structure.blocks("Words")) == []


def test_a_text_without_borders_of_paragraphs_is_remarked(structure: Structure) -> None:
    sentence = "The mayor said that 40 cars had crossed the bridge on Tuesday. "
    flat = sentence * 40
    assert remarks(flat, structure.blocks(flat)) == [PARAGRAPHS_LOST]
    whole = "\n\n".join([sentence * 4] * 10)
    assert remarks(whole, structure.blocks(whole)) == []


def test_nothing_around_a_story_is_claimed(extractor_: Extractor) -> None:
    around = [line for lines in LINES.values() for line in lines]
    around += [
        "Photo: The mayor said that 40 cars crossed.",
        "Read more: Minister says taxes will rise 4 percent",
    ]
    text = "\n\n".join(["Mayor Ana Kask said that 40 cars had crossed the bridge.", *around])
    record = extractor_.extract(Article(text))
    assert [claim.text for claim in record.claims] == ["that 40 cars had crossed the bridge"]
    assert NO_ARTICLE in extractor_.extract(Article("\n\n".join(around))).flags
