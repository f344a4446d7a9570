from __future__ import annotations

import datetime as dt

import pytest

from extractor.article import Article
from extractor.language.calendar import Calendar
from extractor.language.layout import LayoutWords
from extractor.language.resources import Resources
from extractor.text.layout import Structure
from extractor.text.layout.heads import HeadReader

LANGUAGE = Resources("en")
STRUCTURE = Structure(LANGUAGE)
READER = HeadReader(LANGUAGE.lexicon(LayoutWords), LANGUAGE.lexicon(Calendar))
STORY = "\n\nThe mayor of Ferrow opened the new bridge to traffic on Tuesday morning after years of delay.\n"

DATES = {
    # one-line heads, which run into the first sentence
    " date 2023-07-31 In the quiet that followed, talks began.": ("2023-07-31", "head"),
    "Date: 5 May 2021 The river rose.": ("2021-05-05", "head"),
    "published 2023-07-31T08:15 The river rose.": ("2023-07-31", "head"),
    # fields
    f"Title: Bridge opens\nDate: 26 February 2025{STORY}": ("2025-02-26", "head"),
    f"Bridge opens\nPublished: 22:41, 18 May 2024{STORY}": ("2024-05-18", "head"),
    f"Updated: May 5, 2022, 10:30 am{STORY}": ("2022-05-05", "head"),
    # date lines
    f"Bridge opens\n\nThursday 9 January 2025{STORY}": ("2025-01-09", "date line"),
    f"Bridge opens\n\nThursday, Jan. 9th, 2025, 09:30 GMT{STORY}": ("2025-01-09", "date line"),
    f"Bridge opens\nPublished 19 March 2026{STORY}": ("2026-03-19", "date line"),
    f"2024-02-29\nBridge opens{STORY}": ("2024-02-29", "date line"),
    f"Bridge opens\nPublished on March 5, 2024 at 8:00 AM{STORY}": ("2024-03-05", "date line"),
    f"Bridge opens\nPosted: 2024/03/05 08:00{STORY}": ("2024-03-05", "head"),
    f"Bridge opens\nBy Jo Smith | March 5, 2024{STORY}": ("2024-03-05", "date line"),
    f"Bridge opens\n2024-06-20 | The Quay Post | Science desk{STORY}": ("2024-06-20", "date line"),
    f"Bridge opens\nTransport | Mia Osei | 2024-06-20{STORY}": ("2024-06-20", "date line"),
    f"Bridge opens\nOur transport correspondent, Tarn, Friday 21 June 2024{STORY}": (
        "2024-06-21",
        "date line",
    ),
    f"Bridge opens\nBy Jo Smith, Ferrow\nThe Quay Post, 3 October 2024{STORY}": ("2024-10-03", "date line"),
    f"Bridge opens\nThe Quay Post · 20 June 2024 · 5 min read{STORY}": ("2024-06-20", "date line"),
    f"Bridge opens\nBy Jo Smith, Tuesday, 5 March 2024 8:00 GMT{STORY}": ("2024-03-05", "date line"),
    f"Bridge opens\nBy Jo Smith – 5 March{STORY}": (None, None),
    # datelines
    "GENEVA, Feb. 5, 2022 (Agency) - The talks ended.": ("2022-02-05", "dateline"),
    "Bridge opens\n\nFERROW, 21 May 2024 (NPA) — The bridge opened.": ("2024-05-21", "dateline"),
    # no publication date
    "GENEVA, Feb. 5 (Agency) - The talks ended.": (None, None),
    "GENEVA (Agency) - The talks ended.": (None, None),
    f"Bridge opens\n\nThursday 9 January{STORY}": (None, None),
    "The law of 9 January 2025 forbids it.": (None, None),
    "On 5 May 2021 the river rose.": (None, None),
    "": (None, None),
    # impossible days
    f"Date: 31 February 2025{STORY}": (None, None),
    f"Bridge opens\n2023-02-29{STORY}": (None, None),
    " date 2023-13-01 In the quiet that followed, talks began.": (None, None),
}


@pytest.mark.parametrize("text", DATES)
def test_the_head_tells_the_publication_date(text: str) -> None:
    day, origin = DATES[text]
    read = STRUCTURE.describe(Article(text))
    assert (read.published, read.published_from) == (dt.date.fromisoformat(day) if day else None, origin)


FIELDS = {
    "Title: Bridge opens\nBy: Jo Smith\nSource: Ferrow Post\nURL: https://ferrow.example/1": {
        "title": "Bridge opens",
        "author": "Jo Smith",
        "outlet": "Ferrow Post",
        "url": "https://ferrow.example/1",
    },
    "---\nheadline: Bridge opens\nreporter: Jo Smith\ntags: roads\n---": {
        "title": "Bridge opens",
        "author": "Jo Smith",
    },
    "PUBLISHER :  Ferrow Post  ": {"outlet": "Ferrow Post"},
    "---\ntitle: \"Bridge: opens\"\nauthor: 'Jo Smith'\n---": {
        "title": "Bridge: opens",
        "author": "Jo Smith",
    },
    'Title: "It opens," she says': {"title": '"It opens," she says'},
    "Byline: By Jo Smith": {"author": "Jo Smith"},
    "Bridge opens\nBy Jo Smith • 5 March 2024": {"author": "Jo Smith"},
    "Title: First\nTitle: Second": {"title": "First"},
    "Title:": {},
    "Weather: rain": {},
}


@pytest.mark.parametrize("head", FIELDS)
def test_fields_are_read_as_written(head: str) -> None:
    fields = {name: value for name, value in READER.read(head + STORY).fields.items() if name != "other"}
    assert fields == FIELDS[head]


@pytest.mark.parametrize(
    "text",
    [
        "FERROW, May 5 (NPA) — The vote was close.\n\nREPORTER: Will you go?\n\nBRANDT: No.",
        f"Bridge opens{STORY}\nSource: it pays to be told.",
        "\n".join([*(f"Line {number}" for number in range(20)), "Source: Ferrow Post"]),
    ],
    ids=["after a dateline", "after a sentence of the story", "far below"],
)
def test_speakers_in_the_story_are_no_fields(text: str) -> None:
    read = STRUCTURE.describe(Article(text))
    assert (read.author, read.outlet) == (None, None)


AUTHORS = {
    f"Bridge opens\n\nBy Jo Smith{STORY}": "Jo Smith",
    f"Bridge opens\n\nby Tessa Wray{STORY}": "Tessa Wray",
    f"Bridge opens\nBy Jo Smith, Roads Correspondent{STORY}": "Jo Smith, Roads Correspondent",
    f"Bridge opens\nBy DANNY ORME at Gantry Park{STORY}": "DANNY ORME",
    f"Bridge opens\nBy Jo Smith and Ana Kask in Tallinn{STORY}": "Jo Smith and Ana Kask",
    f"By: Ana Kask\nBridge opens\nBy Jo Smith{STORY}": "Ana Kask",
    f"Bridge opens{STORY}": None,
    f"Bridge opens\nby the old town{STORY}": None,
    f"By the time it opened, the bridge was old.{STORY}": None,
}


@pytest.mark.parametrize("text", AUTHORS)
def test_the_byline_names_the_author(text: str) -> None:
    assert STRUCTURE.describe(Article(text)).author == AUTHORS[text]


def test_metadata_goes_before_the_head() -> None:
    text = f"Title: Bridge opens\nDate: 26 February 2025\nBy: Jo Smith{STORY}"
    given = Article(text, title="A bridge", published=dt.date(2025, 2, 27), author="Ana Kask", outlet="Post")
    read = STRUCTURE.describe(given)
    assert (read.title, read.author, read.outlet) == ("A bridge", "Ana Kask", "Post")
    assert (read.published, read.published_from) == (dt.date(2025, 2, 27), "metadata")


HEADLINES = {
    f"Bridge opens{STORY}": "Bridge opens",
    f"Title: A bridge\nBridge opens{STORY}": "A bridge",
    f"PRESS RELEASE\n\nBridge opens{STORY}": "Bridge opens",
    f"For immediate release\n5 May 2024\n\nBridge opens{STORY}": "Bridge opens",
    f"PRESS RELEASE{STORY}": None,
    "Bridge opens": None,
    STORY: None,
}


@pytest.mark.parametrize("text", HEADLINES)
def test_the_title_is_the_headline_above_a_story(text: str) -> None:
    assert STRUCTURE.describe(Article(text)).title == HEADLINES[text]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-07-31", "2023-07-31"),
        ("July 31, 2023", "2023-07-31"),
        ("31st of July, 2023", "2023-07-31"),
        ("Mon. 31 July 2023", "2023-07-31"),
        (" Sept. 1 2023 ", "2023-09-01"),
        ("July 2023", None),
        ("31 July", None),
        ("July 32, 2023", None),
        ("on July 31, 2023", None),
        ("0000-01-01", None),
    ],
)
def test_full_dates(written: str, day: str | None) -> None:
    assert READER.date(written) == (dt.date.fromisoformat(day) if day else None)
