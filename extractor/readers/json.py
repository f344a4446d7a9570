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
from extractor.readers.names import FIELDS
from extractor.readers.ninjs import is_ninjs, ninjs_article
from extractor.readers.open import bytes_of, decoded
from extractor.readers.streams import Chunks, too_long

_STRING = rb'(?:[^"\\]++|\\.)*+(?P<end>"|\\?\Z)'
LISTS = frozenset(
    [
        *(
            b"articles",
            b"results",
            b"docs",
            b"posts",
            b"hits",
            b"stories",
            b"documents",
            b"items",
            b"entries",
            b"news",
            b"data",
        ),
        *(b"records", b"value"),
    ]
)
"""The names under which an object holds a list of articles: those of NewsAPI, The Guardian, The New York Times, Ghost, Event
Registry, JSON Feed, Elasticsearch and Bing."""
_TEXTS = frozenset(name.encode() for name in FIELDS["text"]) - {b"article", b"story", b"html"}
_NAMED = b"|".join(map(re.escape, sorted(LISTS)))
_LIST_OPENS = re.compile(rb'\s*\{[^\[]{0,2000}"(?:' + _NAMED + rb')"\s*:\s*\[\s*\{')
_NESTED = 3
"""In how many objects such a list may be."""
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
    """The elements of an array or of an object's list of articles, or the objects of a file one after the other, as ``PATH:N``.

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


def holds_list(head: bytes) -> bool:
    """Whether a file begins with an object that holds a list of articles."""
    return _LIST_OPENS.match(head) is not None


def _row(text: str, where: str) -> Row:
    try:
        try:
            row = json.loads(text)
        except ValueError:  # control characters in strings and numbers of thousands of digits cost no article
            row = json.loads(text, strict=False, parse_int=str)
    except RecursionError:
        raise InputError("nested too deeply to be an article", where=where, remedy="flatten it") from None
    except ValueError as error:
        what = f"not JSON ({error})"
        raise InputError(what, where=where, remedy="write JSON objects, one a line or in an array") from None
    if not isinstance(row, dict):
        raise InputError("not a JSON object", where=where, remedy="write each article as a JSON object")
    return row


class _Cutter:
    """Cuts a stream between values; it knows brackets, commas, strings and the names of lists, and nothing else of JSON."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._list: int | None = None
        """In how many objects the list is whose elements are articles; None outside of such a list."""
        self._depth = 0
        """How many brackets are open, that of such a list left out."""
        self._outer: list[bytes] = []
        """The outermost of them."""
        self._name = b""
        """The last string, when that may be the name of a list."""
        self._has_text = False
        """Whether the value is an article itself, whatever lists it holds."""
        self._skips = False
        """Whether we are behind a list of articles in the object that holds it, whose rest is no article."""
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
            sign, end = mark[0][:1], mark.end()
            if sign == b'"':
                self._open = None if mark["end"] == b'"' else mark["end"]
                if self._list is None and self._depth <= _NESTED:
                    self._name = mark[0].strip(b'"')
                    self._has_text = self._has_text or self._name in _TEXTS
            elif sign == b"[" and self._opens_list(chunk, end):
                yield from self._value(chunk[start : mark.start()], counts=not self._depth)
                self._list, start = self._depth, end
            elif sign in b"[{":
                self._open_bracket(sign)
            elif self._depth == (self._list or 0):  # a comma, or the end of the list
                yield from self._value(chunk[start : mark.start()])
                start = end
                if sign != b",":
                    self._skips, self._list = bool(self._list), None
            elif sign in b"]}":
                self._close_bracket()
                if not self._depth and self._list is None:
                    yield from self._value(chunk[start:end], counts=not self._skips)
                    start, self._skips, self._has_text = end, False, False
        self._keep(chunk[start:])

    def _opens_list(self, chunk: bytes, position: int) -> bool:
        """Whether a bracket opens a list of articles: one that is in nothing, or one of objects that is under such a name."""
        if self._list is not None:
            return False
        if not self._depth:
            return True
        is_named = self._name in LISTS and self._depth <= _NESTED and b"[" not in self._outer
        if not is_named or self._has_text:
            return False
        first = chunk[position : position + 64].lstrip()
        return not first or first.startswith(b"{")

    def _open_bracket(self, sign: bytes) -> None:
        if self._depth < _NESTED:
            self._outer.append(sign)
        self._depth += 1

    def _close_bracket(self) -> None:
        self._depth -= 1
        del self._outer[self._depth :]

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

    def _value(self, end: bytes, *, counts: bool = True) -> Iterator[bytes | None]:
        """The value that ends here, unless it is only what stands around a list of articles."""
        self._keep(end)
        value = b"".join(self._pieces).strip() if self._size <= self._limit else None
        self._pieces, self._size = [], 0
        if counts and (value is None or value):
            yield value
