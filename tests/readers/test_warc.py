from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers import Reading, find_items, warc
from extractor.readers.items import Page
from tests.readers.samples import (
    PAGE,
    PARAGRAPHS,
    articles,
    error,
    everything,
    gzip_,
    record,
    response,
    zstd_,
)

BODY = PAGE.encode()
TEXT = "\n".join(PARAGRAPHS)
INFO = record("warcinfo", b"software: crawler\r\n")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.warc"


def test_pages_are_articles_and_all_else_is_passed_over(file: Path) -> None:
    file.write_bytes(
        INFO
        + record(
            "request", b"GET / HTTP/1.1\r\nHost: ferrow.example\r\n\r\n", Content_Type="application/http"
        )
        + response(BODY)
        + response(b"GIF89a", kind="image/gif")
        + response(b"gone", status="404 Not Found")
        + record(
            "revisit", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", Content_Type="application/http"
        )
        + response(BODY, kind="application/xhtml+xml; charset=utf-8")
    )
    first, last = articles(file)
    assert (first.id, last.id) == (f"{file}:3", f"{file}:7")
    assert first.text == last.text == TEXT
    assert (first.title, first.outlet, first.published) == (
        "Bridge opens",
        "Ferrow Post",
        dt.date(2024, 3, 5),
    )


def test_the_address_of_the_record_stands_in_for_that_of_the_page(file: Path) -> None:
    page = BODY.replace(b'rel="canonical"', b'rel="x"')
    file.write_bytes(response(page, url="https://ferrow.example/other"))
    assert articles(file)[0].url == "https://ferrow.example/other"


def test_items_carry_the_page_as_it_was_sent(file: Path) -> None:
    file.write_bytes(response(b"caf\xe9", kind="text/html; charset=latin-2"))
    (item,) = find_items([str(file)], Reading())
    assert not isinstance(item, InputError)
    assert item.data == Page(b"caf\xe9", "https://ferrow.example/b", "2024-03-06T10:00:00Z", "latin-2")


def test_no_page_is_younger_than_its_capture(file: Path) -> None:
    file.write_bytes(response(BODY.replace(b"2024-03-05T08", b"2024-04-05T08")))
    assert articles(file)[0].published is None


@pytest.mark.parametrize("captured", ["soon", "2024-99-99T99:99:99Z", ""])
def test_a_broken_date_of_capture_costs_nothing(file: Path, captured: str) -> None:
    file.write_bytes(response(BODY).replace(b"2024-03-06T10:00:00Z", captured.encode()))
    assert articles(file)[0].published == dt.date(2024, 3, 5)


def test_the_servers_word_on_the_encoding_counts(file: Path) -> None:
    page = (
        PAGE.replace('<meta charset="utf-8">', "")
        .replace("Bridge opens", "Škoda")
        .encode("latin2", "replace")
    )
    file.write_bytes(response(page, kind="text/html; charset=iso-8859-2"))
    found = articles(file)[0]
    assert (found.title, found.encoding, found.flags) == ("Škoda", "iso8859-2", ())


ENCODED = {
    "gzip": response(gzip_(BODY), extra="Content-Encoding: gzip\r\n"),
    "br": response(brotli.compress(BODY), extra="Content-Encoding: br\r\n"),
    "chunked": response(
        b"5\r\n" + BODY[:5] + b"\r\n%x\r\n" % (len(BODY) - 5) + BODY[5:] + b"\r\n0\r\n\r\n",
        extra="Transfer-Encoding: chunked\r\n",
    ),
}


@pytest.mark.parametrize("way", ENCODED)
def test_ways_of_sending(file: Path, way: str) -> None:
    file.write_bytes(ENCODED[way])
    assert articles(file)[0].text == TEXT


@pytest.mark.parametrize("pack", [gzip_, zstd_])
def test_compressed_record_by_record_or_as_a_whole(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    path = tmp_path / ("a.warc.gz" if pack is gzip_ else "a.warc.zst")
    records = [INFO, response(BODY), response(BODY)]
    path.write_bytes(b"".join(pack(each) for each in records))
    assert [article.text for article in articles(path)] == [TEXT, TEXT]
    path.write_bytes(pack(b"".join(records)))
    assert [article.text for article in articles(path)] == [TEXT, TEXT]


@pytest.mark.parametrize("cut", [1, 100, 700])
@pytest.mark.parametrize("pack", [bytes, gzip_])
def test_a_file_that_breaks_off_gives_what_was_whole(file: Path, cut: int, pack: object) -> None:
    assert callable(pack)
    last = response(BODY)[: -cut - 4]
    packed = pack(last)[:-20] if pack is gzip_ else last
    file.write_bytes(pack(INFO) + pack(response(BODY)) + packed)
    first, found = everything(file)
    assert isinstance(first, Article)
    assert isinstance(found, InputError)
    assert (
        "the file ends within this record" if pack is bytes else "the compressed data break off"
    ) in found.what


def test_damage_between_records_costs_what_stands_there(file: Path) -> None:
    file.write_bytes(response(BODY) + b"neither here nor there\r\n\r\n" + response(BODY))
    assert [article.text for article in articles(file)] == [TEXT, TEXT]


def test_a_page_too_long_or_a_bomb_costs_itself(file: Path) -> None:
    bomb = response(gzip_(b"<html>" + b" " * 30_000_000), extra="Content-Encoding: gzip\r\n")
    file.write_bytes(response(BODY) + bomb + response(BODY))
    first, found, last = everything(file, max_bytes=100_000)
    assert (getattr(first, "text", ""), getattr(last, "text", "")) == (TEXT, TEXT)
    assert str(found).startswith(f"{file}:2: longer than 100,000 bytes, the limit of one article")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no WARC record in this file"),
        (INFO, "no web page among its 1 records"),
        (b"words and words\r\n" * 100, "no WARC record in this file"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"y" * 1_000_000, "damaged after record 0"),
    ],
)
def test_a_file_without_pages_is_one_error(file: Path, data: bytes, what: str) -> None:
    file.write_bytes(data)
    assert error(file).what.startswith(what)


class Panic(BaseException):
    """What Rust raises when it gives up: no Exception."""


def test_a_panic_of_the_library_costs_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(*_: object) -> None:
        raise Panic("unwrap on None")

    file.write_bytes(response(BODY))
    monkeypatch.setattr(warc, "_records", panic)
    assert error(file).what == "damaged after record 0 (unwrap on None)"


@pytest.mark.parametrize(("module", "extra"), [("fastwarc.warc", "warc"), ("trafilatura", "html")])
def test_a_missing_library_is_named_with_its_remedy(
    file: Path, monkeypatch: pytest.MonkeyPatch, module: str, extra: str
) -> None:
    file.write_bytes(response(BODY))
    monkeypatch.setitem(sys.modules, module, None)
    assert error(file).remedy == f"pip install 'extractor[{extra}]'"


def test_standard_input_is_known_by_its_first_bytes() -> None:
    assert [article.id for article in articles("-", stdin=INFO + response(BODY))] == ["-:2"]
