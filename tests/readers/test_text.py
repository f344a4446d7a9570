from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import EmptyInputError
from tests.readers.samples import PAGE, PARAGRAPHS, article, error

TEXT = "Über “it”,\r\nshe said.\rEnd\u2028.\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("b.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_kept_as_it_stands_in_every_marked_encoding(file: Path, encoding: str) -> None:
    file.write_bytes(TEXT.encode(encoding))
    assert article(file).text == TEXT
    assert article("-", stdin=TEXT.encode(encoding)).text == TEXT


def test_path_is_the_id(file: Path) -> None:
    file.write_bytes(b"x")
    assert (article(file).id, article(file).path) == ("b.txt", "b.txt")


def test_standard_input_is_called_after_its_text() -> None:
    found = article("-", stdin=b"x")
    assert (found.id, found.path) == (found.sha256[:16], None)


def test_the_encoding_of_standard_input_is_told() -> None:
    assert article("-", stdin="é".encode("utf-16")).encoding == "utf-16-le"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert isinstance(error(file), EmptyInputError)


def test_a_file_too_long_is_not_held(file: Path) -> None:
    file.write_bytes(b"x" * 1001)
    assert error(file, max_bytes=1000).what == "longer than 1,000 bytes, the limit of one article"
    assert len(article(file, max_bytes=1001).text) == 1001


@pytest.mark.parametrize("before", ["", "\ufeff", "\n ", "<!-- saved -->", "<?xml version='1.0'?>"])
def test_a_page_under_the_name_of_a_text_is_read_as_a_page(file: Path, before: str) -> None:
    file.write_text(before + PAGE, encoding="utf-8")
    assert article(file).text == "\n".join(PARAGRAPHS)


def test_a_text_about_tags_is_a_text(file: Path) -> None:
    file.write_text("Pages begin with <html> or <!DOCTYPE html>, she said.")
    assert article(file).text.startswith("Pages begin")
