"""Records of either layout become the same view; what a text not given leaves to be seen."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extractor.report.view import View, view_of
from tests.report.newsroom import BRIDGE, QUIET, claim, newsroom, record, texts


def text_of(article: View) -> list[str]:
    return [
        "".join(item if isinstance(item, str) else item["text"] for item in passage)
        for passage in article["passages"]
    ]


def view(**info: Any) -> View:
    (article,) = view_of([record(QUIET, [], **info)], {})["articles"]
    return dict(article)


def test_articles_show_their_texts_with_claims_in_their_order() -> None:
    seen = view_of(newsroom(), texts())
    assert [text_of(article) for article in seen["articles"]] == [[text] for text in texts().values()]
    assert [(claim["article"], claim["number"]) for claim in seen["claims"]][:6] == [
        (0, n) for n in range(1, 6)
    ] + [(1, 1)]
    assert seen["title"] == "Claims of 3 articles"
    assert seen["madeBy"] == ["extractor 0.1 with m 3"]


def test_marks_lead_to_the_claims_of_the_page() -> None:
    seen = view_of(newsroom(), texts())
    marked = [
        (item["text"], [seen["claims"][index]["text"] for index in item["claims"]])
        for article in seen["articles"]
        for item in article["passages"][0]
        if isinstance(item, dict) and "claims" in item
    ]
    assert marked
    assert all(
        any(words in text for text in claims) or words in text_of_all(seen) for words, claims in marked
    )
    assert (
        "Tomas Brand, the minister",
        ["30 ferries", "that Tomas Brand, the minister, had promised 30 ferries"],
    ) in marked


def text_of_all(seen: View) -> str:
    return "\n".join(text for article in seen["articles"] for text in text_of(article))


def test_the_claim_layout_gives_the_same_page() -> None:
    by_article = view_of(newsroom(), texts())
    by_claim = view_of([claim for record in newsroom() for claim in record.claim_records()], texts())
    assert by_claim == by_article


def test_records_given_twice_are_shown_once() -> None:
    records = newsroom()
    assert view_of([*records, *records[0].claim_records(), *records], texts()) == view_of(records, texts())


def test_without_its_text_an_article_shows_the_sentences_of_its_claims() -> None:
    bridge, _, quiet = view_of(newsroom(), {})["articles"]
    assert not bridge["whole"]
    assert text_of(bridge) == [
        BRIDGE.replace("\n", " ")
    ]  # each line holds a claim; line breaks are not known
    assert text_of(quiet) == [QUIET]
    marks = [item["text"] for passage in quiet["passages"] for item in passage if isinstance(item, dict)]
    assert marks == [
        "Nobody said anything 😀 in numbers.",
        "The weather office",
        "reported",
        "31C",
        " on ",
        "3 June",
    ]


def test_sentences_far_apart_are_told_apart_and_broken_spans_left_out() -> None:
    text = "Ann spoke.\nNothing here.\nBo spoke.\nCy spoke."
    claims = [claim(text, words) for words in ("Ann spoke.", "Bo spoke.", "Cy spoke.")]
    claims[2]["sentences"] = {"start": 35, "end": 99, "text": "Cy spoke."}
    (article,) = view_of([record(text, claims)], {})["articles"]
    assert text_of(article) == ["Ann spoke.", "Bo spoke."]


def test_sentences_that_overlap_are_joined() -> None:
    text = "Ann spoke. Bo spoke."
    claims = [claim(text, "Ann spoke."), claim(text, "Bo spoke.")]
    claims[0]["sentences"] = {"start": 0, "end": 15, "text": text[:15]}
    claims[1]["sentences"] = {"start": 11, "end": 20, "text": text[11:]}
    (article,) = view_of([record(text, claims)], {})["articles"]
    assert text_of(article) == [text]


@pytest.mark.parametrize(
    ("info", "title"),
    [
        ({"title": "Rain"}, "Rain"),
        ({"path": "news/2024/rain.txt"}, "rain.txt"),
        ({"path": "C:\\news\\rain.txt"}, "rain.txt"),
        ({"id": "feed.jsonl:3"}, "feed.jsonl:3"),
    ],
)
def test_an_article_is_called_by_its_title_or_file(info: dict[str, str], title: str) -> None:
    assert view(**info)["title"] == title
    assert view_of([record(QUIET, [], **info)], {})["title"] == title


@pytest.mark.parametrize("url", ["https://a.example/1?x=1&y=2", "HTTP://a.example"])
def test_web_addresses_become_links(url: str) -> None:
    assert view(url=url)["link"] == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.example",
        "https:/a.example",
        "https://a.example\n.b",
        "https://a.example/\x00",
        "ftp://a.example",
        "a.example",
    ],
)
def test_other_addresses_stay_words(url: str) -> None:
    article = view(url=url)
    assert article["url"] == url
    assert "link" not in article


def test_a_view_is_plain_json_without_empty_fields() -> None:
    seen = view_of(newsroom(), texts())
    assert json.loads(json.dumps(seen)) == seen
    assert not [
        each for each in (*seen["articles"], *seen["claims"]) if any(v is None for v in each.values())
    ]
    assert "via" not in seen["claims"][0]
    assert seen["claims"][1]["via"] == [{"name": "Radio Quay", "kind": "outlet", "cue": "told"}]
