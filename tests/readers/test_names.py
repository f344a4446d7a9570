from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers import Item, article_of
from extractor.readers.json import _Cutter
from extractor.readers.names import FIELDS, names_for, words_of
from tests.readers.samples import PARAGRAPHS, article, articles, everything

PROSE = " ".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Article_Content", "text"),
        ("contentText", "text"),
        ("story_text", "text"),
        ("full article", "text"),
        ("newsContent", "text"),
        ("Headline", "title"),
        ("news_title", "title"),
        ("Timestamp", "crawled"),
        ("date_crawled", "crawled"),
        ("Publish Date", "published"),
        ("dateTime", "published"),
        ("Author Name", "author"),
        ("responded_url", "url"),
    ],
)
def test_names_are_read_as_words(name: str, field: str) -> None:
    assert [each for each in FIELDS if names_for(each, [name])] == [field]


@pytest.mark.parametrize(
    "name",
    [
        "content_type",
        "text_length",
        "image_url",
        "url_hash",
        "date_modify",
        "article_count",
        "Region",
        "subtitle",
        "source_id",
    ],
)
def test_a_word_too_many_means_something_else(name: str) -> None:
    assert not [field for field in FIELDS if names_for(field, [name])]


@given(
    st.sampled_from(FIELDS["text"] + FIELDS["title"]), st.sampled_from(["_", "-", " ", "."]), st.booleans()
)
def test_case_and_what_stands_between_words_do_not_matter(name: str, between: str, upper: bool) -> None:
    words = words_of(name)
    written = between.join(word.upper() if upper else word.title() for word in words)
    assert words_of(written) == words


@given(
    st.dictionaries(
        st.text(max_size=12),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
            ),
            max_leaves=8,
        ),
        max_size=6,
    )
)
def test_whatever_else_a_record_holds_the_article_is_read(row: dict[str, Any]) -> None:
    line = json.dumps(
        {"text": PROSE, **{name: value for name, value in row.items() if not names_for("text", [name])}}
    )
    assert article_of(Item("a.jsonl:1", "jsonl", line.encode(), "a.jsonl")).text == PROSE


def test_the_one_long_column_is_taken_and_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'nr,blah,notes\n1,"{PROSE}",short\n2,"{PROSE} More.",\n')
    found = articles(path)
    assert [each.text for each in found] == [PROSE, f"{PROSE} More."]
    assert {each.flags for each in found} == {("text-guessed",)}
    assert [record.message for record in caplog.records] == [
        f"{path}: no column is named as a text; 'blah' is taken, which holds long ones"
    ]
    path.with_suffix(".jsonl").write_text(json.dumps({"nr": 1, "blah": PROSE, "notes": "short"}))
    assert article(path.with_suffix(".jsonl")).flags == ("text-guessed",)


def test_of_two_long_columns_none_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'nr,blah,bleh\n1,"{PROSE}","{PROSE}"\n')
    (found,) = everything(path)
    assert "no column with the text of articles, only nr, blah, bleh" in str(found)


def test_a_file_without_names_of_columns_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gkg.csv"
    path.write_text("20251112080000-1\t20251112080000\to.example\thttps://o.example/1\nx\ty\tz\tz\n")
    assert "the first line names no columns" in str(everything(path)[0])


def test_what_is_only_a_teaser_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps(
            [
                {"headline": {"main": "A"}, "abstract": "Short.", "lead_paragraph": "It is longer."},
                {"title": "B", "content": "It rained… [+123 chars]", "description": "It rained all day."},
            ]
        )
    )
    first, second = articles(path)
    assert (first.text, first.flags) == ("It is longer.", ("excerpt",))
    assert (second.text, second.flags) == ("It rained all day.", ("excerpt",))


WRAPPED: dict[str, Any] = {
    "NewsAPI": {
        "status": "ok",
        "totalResults": 2,
        "articles": [
            {"source": {"id": None, "name": "P"}, "title": "T", "content": "One."},
            {"content": "Two."},
        ],
    },
    "Guardian": {
        "response": {
            "status": "ok",
            "results": [
                {"webTitle": "T", "fields": {"bodyText": "One."}},
                {"fields": {"body": "<p>Two.</p>"}},
            ],
        }
    },
    "The New York Times": {
        "status": "OK",
        "response": {
            "docs": [{"headline": {"main": "T"}, "lead_paragraph": "One."}, {"abstract": "Two."}],
            "meta": {"hits": 2},
        },
    },
    "Event Registry": {
        "articles": {
            "results": [{"uri": "1", "title": "T", "body": "One."}, {"uri": "2", "body": "Two."}],
            "page": 1,
        }
    },
    "Ghost": {"posts": [{"title": "T", "html": "<p>One.</p>"}, {"html": "<p>Two.</p>"}], "meta": {}},
    "WordPress": [
        {"title": {"rendered": "T"}, "content": {"rendered": "<p>One.</p>", "protected": False}},
        {"content": {"rendered": "<p>Two.</p>"}},
    ],
    "JSON Feed": {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "F",
        "items": [
            {"id": "1", "title": "T", "content_html": "<p>One.</p>"},
            {"id": "2", "content_text": "Two."},
        ],
    },
    "Elasticsearch": {
        "took": 1,
        "hits": {
            "total": {"value": 2},
            "hits": [
                {"_id": "1", "_source": {"title": "T", "text": "One."}},
                {"_id": "2", "_source": {"text": "Two."}},
            ],
        },
    },
}


@pytest.mark.parametrize("tool", WRAPPED)
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
@pytest.mark.parametrize("indent", [None, 1])
def test_lists_inside_of_objects(tmp_path: Path, tool: str, suffix: str, indent: int | None) -> None:
    if suffix == "jsonl" and tool == "WordPress":
        return
    path = tmp_path / f"a.{suffix}"
    path.write_text(json.dumps(WRAPPED[tool], indent=indent))
    first, second = articles(path)
    assert (first.text, first.title, second.text) == ("One.", "T", "Two.")
    assert first.id in ("1", f"{path}:1")


def test_every_list_of_every_object_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps({"articles": [{"text": "One."}], "posts": [{"text": "Two."}]})
        + json.dumps({"docs": [{"text": "Three."}]})
    )
    assert [each.text for each in articles(path)] == ["One.", "Two.", "Three."]


def test_the_lists_of_an_article_are_no_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps([{"text": "One.", "news": [{"title": "Other"}]}])
        + json.dumps({"text": "Two.", "items": [{"a": 1}]})
    )
    assert [each.text for each in articles(path)] == ["One.", "Two."]


def test_lists_are_found_wherever_the_stream_is_cut() -> None:
    data = json.dumps({"a": ["x"], "articles": {"results": [{"t": "[{,"}, {"t": "b"}], "n": 1}}).encode()
    name = data.index(b'"results"')
    for cut in (*range(name), *range(name + 9, len(data))):
        found = list(_Cutter(1000).cut(iter((data[:cut], data[cut:]))))
        assert found == [b'{"t": "[{,"}', b'{"t": "b"}']
