from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from extractor.errors import InputError
from extractor.readers.encodings import GUESSED, REPLACED, decode, encoding_of
from tests.readers.samples import article, error

RUSSIAN = "Мэр города сказал во вторник, что новый мост через реку откроют в мае этого года. " * 5
JAPANESE = "市長は火曜日、橋が五月に開通すると述べた。修理には二年かかった。" * 5

READ: list[tuple[bytes, str | None, str, str, tuple[str, ...]]] = [
    # bytes, declared, text, encoding, flags
    (b"", None, "", "utf-8", ()),
    (b"plain", None, "plain", "utf-8", ()),
    ("“café”".encode(), None, "“café”", "utf-8", ()),
    ("“café”".encode(), "windows-1251", "“café”", "utf-8", ()),  # what is UTF-8 is hardly ever anything else
    ("“café”".encode("cp1252"), None, "“café”", "cp1252", (GUESSED,)),
    ("“café”".encode("cp1252"), "iso-8859-1", "“café”", "cp1252", ()),
    ("“café”".encode("cp1252"), "utf-8", "“café”", "cp1252", (GUESSED,)),
    ("“café”".encode("cp1252"), "no-such-encoding", "“café”", "cp1252", (GUESSED,)),
    ("“café”".encode("cp1252"), "unicode_escape", "“café”", "cp1252", (GUESSED,)),
    (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN, "cp1251", ()),
    (JAPANESE.encode("shift_jis"), " 'Shift_JIS' ", JAPANESE, "shift_jis", ()),
    (JAPANESE.encode("shift_jis"), None, JAPANESE, "cp932", (GUESSED,)),
    # UTF-8 with a stray byte of cp1252, which is also what a cut inside of a character leaves
    (
        "“One”, “two” – ".encode() + b"caf\xe9 \x93ok\x94",
        None,
        "“One”, “two” – café “ok”",
        "utf-8",
        (REPLACED,),
    ),
    ("“One” – “two”".encode()[:-1], None, "“One” – “twoâ€", "utf-8", (REPLACED,)),
    ("“é”".encode() + b"\x81", None, "“é”\ufffd", "utf-8", (REPLACED,)),
    # marks
    (codecs.BOM_UTF8 + "é".encode(), None, "é", "utf-8", ()),
    (codecs.BOM_UTF8 + b"caf\xe9", None, "caf\ufffd", "utf-8", (REPLACED,)),
    ("é\n".encode("utf-16"), "utf-8", "é\n", "utf-16-le", ()),
    (codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), None, "é", "utf-16-be", ()),
    ("é".encode("utf-32"), None, "é", "utf-32-le", ()),
    (codecs.BOM_UTF32_BE + "é".encode("utf-32-be"), None, "é", "utf-32-be", ()),
    ("odd".encode("utf-16")[:-1], None, "od\ufffd", "utf-16-le", (REPLACED,)),
]


@pytest.mark.parametrize(("data", "declared", "text", "encoding", "flags"), READ)
def test_what_is_known_goes_before_what_is_guessed(
    data: bytes, declared: str | None, text: str, encoding: str, flags: tuple[str, ...]
) -> None:
    assert decode(data, "a", declared=declared) == (text, encoding, flags)


def test_what_the_user_gives_goes_before_all_but_a_mark() -> None:
    assert decode("é".encode(), "a", given="cp1252") == ("Ã©", "cp1252", ())
    assert decode(codecs.BOM_UTF8 + "é".encode(), "a", given="cp1252") == ("é", "utf-8", ())
    assert decode(b"caf\xe9", "a", given="utf-8") == ("caf\ufffd", "utf-8", (REPLACED,))
    assert decode("words".encode("utf-16-le"), "a", given="utf-16-le").text == "words"


BINARY = {
    b"\xff\xd8\xff\xe0\x00\x10JFIF": "a JPEG image",
    b"%PDF-1.7 text": "a PDF document",
    b"PK\x03\x04rest": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0\xa1\xb1": "an office document",
    b"{\\rtf1 text}": "an RTF document",
    b"SQLite format 3\0": "an SQLite database",
    b"PAR1": "a Parquet file",
    bytes(range(256)): "a binary file",
}


@pytest.mark.parametrize("data", BINARY)
def test_binary_files_are_told_apart(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert caught.value.what == f"{BINARY[data]}, not text"
    assert (caught.value.where, bool(caught.value.remedy)) == ("a.txt", True)


def test_a_text_with_an_accident_in_it_is_a_text() -> None:
    assert decode(b"It was a dark\0 and stormy night.", "a").text.startswith("It was a dark\0")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF8", "utf-8"),
        ("latin-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("latin2", "iso8859-2"),
        ("GB2312", "gb2312"),
        ("utf-16", None),  # a page that we could read so far is not UTF-16, whatever it says
        ("rot13", None),
        ("hex", None),
        ("idna", None),
        ("utf-7", None),
        ("a\0b", None),
        ("", None),
    ],
)
def test_names_of_encodings(label: str, name: str | None) -> None:
    assert encoding_of(label) == name


def test_utf_16_must_be_asked_for() -> None:
    assert encoding_of("UTF-16", marked=True) == "utf-16"


def test_the_article_tells_how_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    found = article(path)
    assert (found.text, found.encoding, found.flags) == ("café", "cp1252", (GUESSED,))
    assert article(path, encoding="iso8859-7").text == "cafι"
    path.write_bytes(b"\xff\xd8\xff")
    assert error(path).what == "a JPEG image, not text"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark_are_named(encoding: str) -> None:
    data = "The café’s owner, Ana Kask, said no.\n".encode(encoding)
    with pytest.raises(InputError, match=f"{encoding.upper()} without a byte order mark; name it with"):
        decode(data, "a.txt")
    assert decode(data, "a.txt", given=encoding).text.endswith("said no.\n")


def test_few_letters_among_many_nuls_are_no_text() -> None:
    for data in (b"a\0" * 9 + bytes(900), bytes(500), b"\0\0ab" * 90):
        with pytest.raises(InputError, match="a binary file"):
            decode(data, "a.txt")
