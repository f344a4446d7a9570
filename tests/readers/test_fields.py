from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers import Item, Reading, article_of
from extractor.readers.names import FIELDS


def article(reading: Reading | None = None, **row: Any) -> Article:
    line = json.dumps({"text": "Words.", **row}).encode()
    return article_of(Item("a.jsonl:1", "jsonl", line, "a.jsonl"), reading or Reading())


@pytest.mark.parametrize("name", FIELDS["text"])
def test_every_name_of_the_text_is_known(name: str) -> None:
    item = Item("a.jsonl:1", "jsonl", json.dumps({name: "Words.", "id": "1"}).encode(), "a.jsonl")
    assert article_of(item) == Article("Words.", id="1", path="a.jsonl", encoding="utf-8")


@pytest.mark.parametrize("name", FIELDS["published"])
def test_every_name_of_the_date_is_known(name: str) -> None:
    row: dict[str, Any] = {name: "2023-07-31T10:00:00Z"}
    found = article(**row)
    assert (found.published, found.published_from) == (dt.date(2023, 7, 31), "metadata")


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"uid": 17}, "id", "17"),
        ({"article_id": " x "}, "id", "x"),
        ({"id": True}, "id", "a.jsonl:1"),
        ({"headline": "A day"}, "title", "A day"),
        ({"Title": "A day"}, "title", "A day"),
        ({"authors": ["Ana", "Bo"]}, "author", "Ana, Bo"),
        ({"author": {"name": "Ana"}}, "author", "Ana"),
        ({"author": [{"name": "Ana"}, {"name": "Bo"}]}, "author", "Ana, Bo"),
        ({"byline": "By Ana Kask"}, "author", "Ana Kask"),
        ({"author": "BY: Ana Kask"}, "author", "Ana Kask"),
        ({"author": "Byron Lee"}, "author", "Byron Lee"),
        ({"source_domain": "example.org"}, "outlet", "example.org"),
        ({"source": {"id": None, "name": "The Gazette"}}, "outlet", "The Gazette"),
        ({"source": "https://example.org/a"}, "outlet", None),
        ({"source": "https://example.org/a"}, "url", "https://example.org/a"),
        ({"link": "https://example.org/b"}, "url", "https://example.org/b"),
        ({"lang": "EN-us"}, "language", "en"),
        ({}, "language", "en"),
        ({"published": None}, "published", None),
        ({"published": "", "date": "2020-01-02"}, "published", dt.date(2020, 1, 2)),
        ({"published": "last week", "date": "2020-01-02"}, "published", dt.date(2020, 1, 2)),
        ({"published": "last week"}, "published_raw", "last week"),
        ({"published": "2020-02-30"}, "flags", ("published-unreadable",)),
        ({"published": float("nan")}, "flags", ()),
        ({"published": 1709600000}, "published", dt.date(2024, 3, 5)),
        ({"published": {"$date": "2024-03-05T10:00:00Z"}}, "published", dt.date(2024, 3, 5)),
        ({"Date": "4 days ago", "Timestamp": "2024-10-15 01:00:00"}, "published", dt.date(2024, 10, 11)),
        ({"Date": "4 days ago", "date_download": "2024-10-15"}, "flags", ("published-inferred",)),
        ({"timestamp": "2024-10-15"}, "published", None),
        ({"author": "Unknown", "byline": "By Ana Kask"}, "author", "Ana Kask"),
        ({"title": {"rendered": "Rain &#8211; again"}}, "title", "Rain – again"),
        ({"headline": {"main": "A day"}}, "title", "A day"),
        ({"byline": {"original": "By Ana Kask"}}, "author", "Ana Kask"),
        ({"source": {"uri": "o.example", "title": "The Gazette"}}, "outlet", "The Gazette"),
        ({"html": {"requested_url": "u", "source_info": {"publisher": "P"}}}, "outlet", "P"),
        ({"fields": {"byline": "Ana Kask"}}, "author", "Ana Kask"),
        ({"Publication Date": "2020-01-02"}, "published", dt.date(2020, 1, 2)),
        ({}, "published_from", None),
    ],
)
def test_fields_of_crawlers_and_archives(row: dict[str, Any], field: str, value: object) -> None:
    assert getattr(article(**row), field) == value


TOOLS: dict[str, dict[str, Any]] = {
    "CC-News": {"text": "W.", "title": "T", "domain": "o.example", "date": "2020-01-02 00:00:00", "url": "u"},
    "news-please": {
        **{"maintext": "W.", "title": "T", "authors": ["A"], "date_publish": "2020-01-02 03:04:05"},
        **{"source_domain": "o.example", "url": "u", "language": "en", "date_download": "2021-01-01"},
    },
    "Fundus": {
        **{
            "title": "T",
            "publishing_date": "2020-01-02 03:04:05+00:00",
            "authors": ["A"],
            "publisher": "o.example",
        },
        **{
            "body": {"summary": [], "sections": [{"headline": [], "paragraphs": ["W."]}]},
            "url": "u",
            "lang": "en",
        },
    },
    "newspaper4k": {
        **{"text": "W.", "title": "T", "authors": ["A"], "publish_date": "2020-01-02T00:00:00", "url": "u"},
        **{"meta_site_name": "o.example", "meta_lang": "en", "movies": []},
    },
    "NELA-GT": {
        **{
            "content": "W.",
            "title": "T",
            "author": "A",
            "date": "2020-01-02",
            "source": "o.example",
            "url": "u",
        },
        **{"published": "Thu, 02 Jan 2020 03:04:05 -0500", "published_utc": 1577952245},
    },
    "trafilatura": {
        **{
            "text": "W.",
            "raw_text": "W. W.",
            "title": "T",
            "author": "A",
            "date": "2020-01-02",
            "hostname": "o.example",
        },
        **{"source": "u", "source-hostname": "o.example", "id": None, "fingerprint": "f", "comments": ""},
    },
    "schema.org": {
        **{"articleBody": "W.", "headline": "T", "datePublished": "2020-01-02T03:04:05+01:00", "url": "u"},
        **{
            "author": [{"@type": "Person", "name": "A"}],
            "publisher": {"@type": "Organization", "name": "o.example"},
        },
    },
}


@pytest.mark.parametrize("tool", TOOLS)
def test_articles_as_tools_write_them(tool: str) -> None:
    found = article_of(Item("a.jsonl:1", "jsonl", json.dumps(TOOLS[tool]).encode(), "a.jsonl"))
    assert (found.text, found.title, found.published) == ("W.", "T", dt.date(2020, 1, 2))
    assert found.outlet == "o.example"
    assert found.author == ("A" if tool != "CC-News" else None)


def test_paragraphs_and_sections_are_put_under_each_other() -> None:
    assert article(text=["One.", "Two."]).text == "One.\n\nTwo."
    body = {"summary": ["S."], "sections": [{"headline": ["H"], "paragraphs": ["One.", "Two."]}]}
    assert article(text=None, body=body).text == "S.\n\nH\n\nOne.\n\nTwo."


@pytest.mark.parametrize(
    ("fields", "row", "text"),
    [
        ({"text": "story"}, {"story": "Mine.", "text": "Not mine."}, "Mine."),
        ({"text": "Story Text"}, {"story_text": "Mine."}, "Mine."),
        ({"text": "fields.bodyText"}, {"fields": {"bodyText": "Mine."}}, "Mine."),
        ({"text": "a.b"}, {"a.b": "Mine.", "a": {"b": "Not mine."}}, "Mine."),
    ],
)
def test_a_named_field_is_the_only_one(fields: dict[str, str], row: dict[str, Any], text: str) -> None:
    assert article(Reading(fields=fields), **row).text == text


@pytest.mark.parametrize("row", [{"text": "Words."}, {"a": "x"}, {"a": {"c": "x"}}, {"a": ["b"]}])
def test_no_other_field_stands_in_for_a_named_one(row: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="no text"):
        article(Reading(fields={"text": "a.b"}), **row)


def test_the_date_given_stands_below_metadata() -> None:
    reading = Reading(published=dt.date(2020, 1, 2))
    assert (article(reading).published, article(reading).published_from) == (dt.date(2020, 1, 2), "argument")
    assert article(reading, date="2021-03-04").published == dt.date(2021, 3, 4)


def test_a_field_may_be_left_out() -> None:
    found = article(Reading(fields={"id": "", "title": ""}), id="1", title="A day")
    assert (found.id, found.title) == ("a.jsonl:1", None)
