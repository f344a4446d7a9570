from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import pytest

from extractor.errors import EmptyInputError
from extractor.readers import html
from tests.readers.samples import PAGE, PARAGRAPHS, article, error, gzip_


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_the_article_and_what_the_page_says_about_it(file: Path) -> None:
    found = article(file)
    assert found.text == "\n".join(PARAGRAPHS)
    assert (found.id, found.path, found.encoding) == (str(file), str(file), "utf-8")
    assert (found.title, found.author, found.outlet) == ("Bridge opens", "Jo Smith", "Ferrow Post")
    assert (found.published, found.published_from) == (dt.date(2024, 3, 5), "metadata")
    assert (found.url, found.language) == ("https://ferrow.example/bridge", "en")


def test_the_same_page_gives_the_same_text(file: Path) -> None:
    assert article(file).sha256 == article(file).sha256
    assert article("-", stdin=PAGE.encode()).text == article(file).text
    assert article("-", stdin=gzip_(PAGE.encode())).text == article(file).text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared", ['<meta charset="{}">', '<meta http-equiv="x" content="text/html; charset={}">']
)
def test_declared_encodings(file: Path, encoding: str, declared: str) -> None:
    page = PAGE.replace(
        '<meta charset="utf-8">', declared.format("ISO-8859-1" if encoding == "cp1252" else encoding)
    )
    file.write_bytes(page.encode(encoding))
    assert article(file).text == "\n".join(PARAGRAPHS)
    assert article(file).flags == ()


def test_a_declaration_of_xml_is_no_hindrance(file: Path) -> None:
    file.write_text(f'<?xml version="1.0" encoding="iso-8859-1"?>\n{PAGE}', encoding="utf-8")
    assert article(file).text == "\n".join(PARAGRAPHS)


def test_no_date_is_guessed_from_words(file: Path) -> None:
    file.write_text(re.sub(r"<meta property=.article:pub[^>]*>", "", PAGE).replace("May.", "on 5 May 2019."))
    assert article(file).published is None


@pytest.mark.parametrize(
    "page",
    ["", "<html></html>", "<p>", "no tags at all", "<" * 5000],
)
def test_a_page_without_an_article(file: Path, page: str) -> None:
    file.write_text(page)
    assert isinstance(error(file), EmptyInputError)


def test_a_deeply_nested_page_ends(file: Path) -> None:
    file.write_text(PAGE.replace("<article>", "<div>" * 20_000))
    assert article(file).text or error(file)


def test_trafilatura_failing_costs_one_page(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert error(file).what == "trafilatura fails on this page (IndexError: list index out of range)"


def test_nothing_is_printed(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file.write_text("<p>")
    error(file)
    assert capfd.readouterr() == ("", "")


def test_a_missing_trafilatura_is_named_with_its_remedy(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = error(file)
    assert found.what == "needs trafilatura, which is not installed"
    assert found.remedy == "pip install 'extractor[html]'"


@pytest.mark.parametrize(
    ("start", "is_page"),
    [
        (b"<!DOCTYPE html>", True),
        (b"\xef\xbb\xbf \n<HTML lang=en>", True),
        (b"<!-- a --><!-- b -->\n<html>", True),
        (b"<?xml version='1.0'?><html>", True),
        (b"<head>", True),
        (b"<header>", False),
        (b"<p>", False),
        (b"text <html>", False),
        (b"<!-- " + b"x" * 5000, False),
        (b"<!---->" * 1000 + b"<p>", False),
        (b"", False),
    ],
)
def test_pages_are_known_by_their_start(start: bytes, is_page: bool) -> None:
    assert html.looks_like_html(start) == is_page


def test_a_tag_of_very_many_attributes_is_left_to_no_parser(file: Path) -> None:
    crowded = " ".join(f"a{number}='>'" for number in range(20_000))
    file.write_text(PAGE.replace("<article>", f"<article {crowded}>"), encoding="utf-8")
    assert "a tag has more than 500 attributes" in error(file).what


@pytest.mark.parametrize(
    "harmless",
    [
        '<article title="' + "no, she said > " * 2_000 + '">',
        "<article data-page='" + '{"a": "b c"} ' * 2_000 + "'>",
        "<script>if (a<b) " + "c = d; " * 2_000 + "</script><article>",
        "<!-- <p " + "a=b " * 2_000 + "--><article>",
        "<article ' a" + " " * 200_000 + ">",
        "<article =" + " " * 200_000 + ">",
    ],
)
def test_long_values_scripts_and_comments_are_no_attributes(file: Path, harmless: str) -> None:
    file.write_text(PAGE.replace("<article>", harmless), encoding="utf-8")
    assert article(file).text == "\n".join(PARAGRAPHS)
