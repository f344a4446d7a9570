"""Where articles come from: a named stream of lines in bytes, and how bytes become text."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.errors import InputError

STDIN = "-"

_MARKS = (  # UTF-32 before UTF-16, whose mark begins with the same two bytes
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
)


@dataclass(frozen=True)
class Source:
    """One input.

    Attributes:
        name: What messages and ids call it: the path as given, or ``-`` for stdin.
        lines: Its bytes, cut after each newline.
    """

    name: str
    lines: Iterable[bytes]

    @property
    def path(self) -> str | None:
        """The path, or None for stdin."""
        return None if self.name == STDIN else self.name


def mark_of(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start announces."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def decode(data: bytes, where: str) -> str:
    """The text of the bytes: by its byte order mark, which is no character of the text, else strict UTF-8.

    Raises:
        InputError: When the bytes are no text, or are not UTF-8.
    """
    refuse_binary(data, where)
    return _decode(data, mark_of(data) or "utf-8", where)


def _decode(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        what = f"not {name} text (byte 0x{data[error.start]:02x} at position {error.start})"
        raise InputError(what, where=where, remedy="convert it, for example with iconv -t UTF-8") from error


def refuse_binary(data: bytes, where: str) -> None:
    """Tell images, archives and other binary files from text.

    Raises:
        InputError: When the bytes start like a known binary format, or hold NUL without a byte order mark.
    """
    kind = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    if kind is None and b"\0" in data and mark_of(data) is None:
        kind = "a binary file"
    if kind:
        raise InputError(f"{kind}, not text", where=where, remedy="give .txt, .jsonl or .ndjson files")


def text_lines(source: Source) -> Iterator[tuple[int, str | InputError]]:
    """The lines of a source with their numbers from 1; a line that is not UTF-8 comes as an error.

    Raises:
        InputError: When the first line shows that the whole source is binary.
    """
    lines = iter(source.lines)
    first = next(lines, b"")
    refuse_binary(first, source.name)
    encoding = mark_of(first)
    if encoding not in (None, "utf-8-sig"):  # b"\n" does not end a line here, so read the whole
        yield from enumerate(decode(first + b"".join(lines), source.name).split("\n"), 1)
        return
    number = 1
    line: bytes | None = first.removeprefix(codecs.BOM_UTF8)
    while line:
        try:
            yield number, _decode(line, "utf-8", f"{source.name}:{number}")
        except InputError as error:
            yield number, error
        number, line = number + 1, next(lines, None)
