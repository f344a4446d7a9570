from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers.jsonl import FIELDS, read_jsonl
from extractor.readers.source import Source


def read(*lines: bytes | dict[str, Any], name: str = "a.jsonl") -> list[Article | InputError]:
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(read_jsonl(Source(name, [line + b"\n" for line in encoded])))


def article(**row: Any) -> Article:
    (found,) = read({"text": "Words.", **row})
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("name", FIELDS["text"])
def test_every_name_of_the_text_is_known(name: str) -> None:
    assert read({name: "Words.", "id": "1"}) == [Article("Words.", id="1", path="a.jsonl")]


@pytest.mark.parametrize("name", FIELDS["published"])
def test_every_name_of_the_date_is_known(name: str) -> None:
    found = article(**{name: "2023-07-31T10:00:00Z"})
    assert (found.published, found.published_from) == (dt.date(2023, 7, 31), "metadata")


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"uid": 17}, "id", "17"),
        ({"article_id": " x "}, "id", "x"),
        ({"headline": "A day"}, "title", "A day"),
        ({"authors": ["Ana", "Bo"]}, "author", "Ana, Bo"),
        ({"author": {"name": "Ana"}}, "author", "Ana"),
        ({"author": [{"name": "Ana"}, {"name": "Bo"}]}, "author", "Ana, Bo"),
        ({"source_domain": "example.org"}, "outlet", "example.org"),
        ({"source": {"id": None, "name": "The Gazette"}}, "outlet", "The Gazette"),
        ({"source": "https://example.org/a"}, "outlet", None),
        ({"source": "https://example.org/a"}, "url", "https://example.org/a"),
        ({"link": "https://example.org/b"}, "url", "https://example.org/b"),
        ({"lang": "EN-us"}, "language", "en"),
        ({}, "language", "en"),
        ({"published": None}, "published", None),
        ({"published": "", "date": "2020-01-02"}, "published", dt.date(2020, 1, 2)),
        ({}, "published_from", None),
    ],
)
def test_fields_of_crawlers_and_archives(row: dict[str, Any], field: str, value: object) -> None:
    assert getattr(article(**row), field) == value


def test_an_article_without_id_is_called_after_its_line() -> None:
    found = read({"text": "One."}, b"", {"text": "Three."})
    assert [item.id for item in found if isinstance(item, Article)] == ["a.jsonl:1", "a.jsonl:3"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"{bad", "not JSON"),
        (b'"words"', "not a JSON object"),
        (b"[1]", "not a JSON object"),
        (b"{}", "no text"),
        (b'{"text": null}', "no text"),
        (b'{"text": " \\n"}', "no text"),
        (b'{"text": ["a"]}', "no text"),
        (b'{"text": "a", "published": "2023-02-30"}', "impossible date '2023-02-30'"),
        (b'{"text": "caf\xe9"}', "not UTF-8 text (byte 0xe9 at position 13)"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_loses_no_other(line: bytes, what: str) -> None:
    first, error, last = read({"text": "One."}, line, {"text": "Three."})
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(error, InputError)
    assert error.what.startswith(what)
    assert error.where == "a.jsonl:2"
    assert error.remedy


def test_lone_surrogates_and_newlines_of_a_text_are_kept() -> None:
    assert article(text="a\ud800b\r\nc").text == "a\ud800b\r\nc"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(encoding: str) -> None:
    data = '{"text": "Ä"}\n{"text": "Ö"}\n'.encode(encoding)
    found = list(read_jsonl(Source("a.jsonl", data.splitlines(keepends=True))))
    assert [item.text for item in found if isinstance(item, Article)] == ["Ä", "Ö"]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xff\xd8\xff\xe0\n{}", b"a\0b\n"])
def test_an_empty_or_binary_file_is_one_error(data: bytes) -> None:
    with pytest.raises(InputError):
        list(read_jsonl(Source("a.jsonl", data.splitlines(keepends=True))))
