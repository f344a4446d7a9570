from __future__ import annotations

import pytest

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers.source import Source
from extractor.readers.text import read_text

TEXT = "Über “it”,\r\nshe said.\rEnd\u2028.\n"


def article(data: bytes) -> Article:
    (read,) = read_text(Source("a/b.txt", data.splitlines(keepends=True)))
    assert isinstance(read, Article)
    return read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_kept_as_it_stands_in_every_marked_encoding(encoding: str) -> None:
    assert article(TEXT.encode(encoding)).text == TEXT


def test_path_is_the_id() -> None:
    assert (article(b"x").id, article(b"x").path) == ("a/b.txt", "a/b.txt")


def test_standard_input_is_called_after_its_text() -> None:
    (read,) = read_text(Source("-", [b"x"]))
    assert isinstance(read, Article)
    assert (read.id, read.path) == (read.sha256[:16], None)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image, not text"),
        (b"%PDF-1.7 text", "a PDF document, not text"),
        (b"PK\x03\x04rest", "a ZIP archive or an office document, not text"),
        (b"some\x00thing", "a binary file, not text"),
        (b"caf\xe9 au lait", "not UTF-8 text (byte 0xe9 at position 3)"),
        ("odd".encode("utf-16")[:-1], "not UTF-16 text (byte 0x64 at position 6)"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(InputError) as caught:
        article(data)
    assert caught.value.what == what
    assert caught.value.where == "a/b.txt"
    assert caught.value.remedy
