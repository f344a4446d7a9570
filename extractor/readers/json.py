"""JSON: arrays of articles, single articles, and articles one after the other.

Arrays are cut into their elements without reading them, so that no file is held whole, a broken element loses no
other, and hostile ones meet a parser only where a crash costs one article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.fields import article_from
from extractor.readers.items import Found, Item, Reading, Row, Source
from extractor.readers.ninjs import is_ninjs, ninjs_article
from extractor.readers.open import bytes_of, decoded
from extractor.readers.streams import Chunks, too_long

_STRING = rb'(?:[^"\\]++|\\.)*+(?P<end>"|\\?\Z)'
_REST = re.compile(_STRING, re.DOTALL)
_MARK = re.compile(rb'[\[{\]},]|"' + _STRING, re.DOTALL)
"""A bracket, a comma, or a whole string; possessive, as what is tried once need not be remembered."""


def json_article(item: Item, reading: Reading) -> Article:
    """The article of one JSON object: IPTC ninjs, or any other under the names of FIELDS.

    Raises:
        InputError: When it is not JSON, not an object, or has no text.
    """
    text, encoding, flags = decoded(bytes_of(item, reading), item, reading)
    row = _row(text, item.name)
    item = replace(item, encoding=encoding, flags=flags)
    if is_ninjs(row) and "text" not in reading.fields:
        return ninjs_article(row, item)
    return article_from(row, item, reading)


def json_items(source: Source, reading: Reading) -> Found:
    """The elements of an array, or the objects of a file one after the other, as ``PATH:N``.

    Raises:
        InputError: When there is none, or the file breaks off.
    """
    number = 0
    for number, element in enumerate(_Cutter(reading.max_bytes).cut(source.chunks), 1):
        name = f"{source.name}:{number}"
        if element is None:
            yield too_long(name, reading.max_bytes)
        else:
            yield Item(name, "json", element, source.path, source.encoding)
    if not number:
        raise EmptyInputError("no article in this file", where=source.name, remedy="leave it out")


def _row(text: str, where: str) -> Row:
    try:
        row = json.loads(text)
    except RecursionError:
        raise InputError("nested too deeply to be an article", where=where, remedy="flatten it") from None
    except ValueError as error:
        what = f"not JSON ({error})"
        raise InputError(what, where=where, remedy="write JSON objects, one a line or in an array") from None
    if not isinstance(row, dict):
        raise InputError("not a JSON object", where=where, remedy="write each article as a JSON object")
    return row


class _Cutter:
    """Cuts a stream between values; it knows brackets, commas and strings, and nothing else of JSON."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._array = False
        """Whether we are between the elements of an array that is itself in nothing."""
        self._depth = 0
        """How many brackets of the value are open."""
        self._open: bytes | None = None
        """Of a string that the chunk broke off in: the backslash at its end, or nothing; None outside of strings."""
        self._pieces: list[bytes] = []
        self._size = 0

    def cut(self, chunks: Chunks) -> Iterator[bytes | None]:
        """The values; None for one of more than ``limit`` bytes."""
        for chunk in chunks:
            yield from self._cut(chunk)
        yield from self._value(b"")

    def _cut(self, chunk: bytes) -> Iterator[bytes | None]:
        start = 0
        for mark in _MARK.finditer(chunk, self._string_end(chunk)):
            sign = mark[0][:1]
            if sign == b'"':
                self._open = None if mark["end"] == b'"' else mark["end"]
            elif sign == b"[" and not self._depth and not self._array:
                yield from self._value(chunk[start : mark.start()])
                self._array, start = True, mark.end()
            elif sign in b"[{":
                self._depth += 1
            elif not self._depth:  # a comma, or the end of the array
                yield from self._value(chunk[start : mark.start()])
                self._array, start = self._array and sign == b",", mark.end()
            elif sign in b"]}":
                self._depth -= 1
                if not self._depth and not self._array:
                    yield from self._value(chunk[start : mark.end()])
                    start = mark.end()
        self._keep(chunk[start:])

    def _string_end(self, chunk: bytes) -> int:
        """Where the string ends that the last chunk broke off in."""
        if self._open is None:
            return 0
        rest = _REST.match(chunk, len(self._open))
        if rest is None:  # the chunk is shorter than what a backslash before it escapes
            self._open = b""
            return len(chunk)
        self._open = None if rest["end"] == b'"' else rest["end"]
        return rest.end()

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        self._pieces.append(piece)
        if self._size > self._limit:
            self._pieces.clear()

    def _value(self, end: bytes) -> Iterator[bytes | None]:
        self._keep(end)
        value = b"".join(self._pieces).strip() if self._size <= self._limit else None
        self._pieces, self._size = [], 0
        if value is None or value:
            yield value
