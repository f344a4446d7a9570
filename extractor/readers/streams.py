"""Streams of bytes: opened, bounded and cut into lines, never held whole unless one article is asked for."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from extractor.errors import InputError

Chunks = Iterator[bytes]
"""The bytes of an input in pieces of any length."""

_CHUNK = 1 << 18
_TAIL = 16

_MARKS = (  # UTF-32 before UTF-16, whose mark begins with the same two bytes
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ANY_MARK = tuple(mark for mark, _ in _MARKS)


def chunks_of(path: str) -> Chunks:
    """The bytes of a file.

    Raises:
        InputError: When the system does not let us read it.
    """
    try:
        with Path(path).open("rb", buffering=0) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise refused(path, error) from error


def head_of(path: str, size: int) -> bytes:
    """The first bytes of a file.

    Raises:
        InputError: When the system does not let us read it.
    """
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123  (a fifth of the time, for each of many files)
            return stream.read(size)
    except (OSError, ValueError) as error:
        raise refused(path, error) from error


def chunks_of_stream(stream: BinaryIO) -> Chunks:
    """The bytes of a pipe, as they come."""
    read = getattr(stream, "read1", stream.read)
    while chunk := read(_CHUNK):
        yield chunk


def refused(path: str, error: Exception) -> InputError:
    """The error that tells why the system does not let us read a path."""
    why = getattr(error, "strerror", None) or error
    return InputError(f"cannot be read ({why})", where=path, remedy="check the path and its permissions")


def peek(chunks: Chunks, least: int = 16) -> tuple[bytes, Chunks]:
    """The first bytes, at least so many if there are, and the stream with nothing of it lost."""
    head = b""
    try:
        while len(head) < least and (chunk := next(chunks, b"")):
            head += chunk
    except InputError as error:  # what came before it is read first
        chunks = _ending(error)
    return head, chain([head] if head else [], chunks)


def _ending(error: InputError) -> Chunks:
    raise error
    yield b""


def whole(chunks: Chunks, name: str, limit: int) -> bytes:
    """All bytes of a stream.

    Raises:
        InputError: When there are more than ``limit``.
    """
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks:
        pieces.append(chunk)
        size += len(chunk)
        if size > limit:
            raise too_long(name, limit)
    return b"".join(pieces)


def too_long(name: str, limit: int) -> InputError:
    """The error for an article of more bytes than we read."""
    return InputError(
        f"longer than {limit:,} bytes, the limit of one article",
        where=name,
        remedy="split it or leave it out",
    )


def lines(chunks: Chunks, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream without their newlines; None for a line of more than ``limit`` bytes.

    When the stream breaks off with an error, the piece of a line before it is lost with the rest.
    """
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        size += len(first)
        pieces.append(first)
        if size > limit:
            pieces.clear()
        if not others:
            continue
        yield b"".join(pieces) if size <= limit else None
        for line in others[:-1]:
            yield line if len(line) <= limit else None
        pieces, size = others[-1:], len(others[-1])
    if size:
        yield b"".join(pieces) if size <= limit else None


def mark_of(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark at the start and the encoding it announces."""
    if not data.startswith(_ANY_MARK):
        return None
    return next((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark))


def in_utf8(chunks: Chunks, name: str, given: str | None = None) -> tuple[Chunks, str | None]:
    """The stream without its byte order mark, in UTF-8 if the mark told another encoding, and that encoding.

    Args:
        chunks: The stream.
        name: Of the input.
        given: The encoding that the user gave; told here too if it is one whose newlines are not one byte.

    Raises:
        InputError: When the bytes are not in the encoding that was told.
    """
    head, chunks = peek(chunks, 4)
    mark, encoding = mark_of(head) or (
        b"",
        given if given and given.startswith(("utf-16", "utf-32")) else None,
    )
    if mark:
        next(chunks)  # the head
        chunks = chain([head.removeprefix(mark)], chunks)
    if encoding in (None, "utf-8"):
        return chunks, encoding
    return _converted(chunks, encoding, name), encoding


def _converted(chunks: Chunks, encoding: str, name: str) -> Chunks:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks:
            yield decoder.decode(chunk).encode()
        yield decoder.decode(b"", final=True).encode()
    except UnicodeDecodeError as error:
        remedy = "convert it, for example with iconv -t UTF-8"
        raise InputError(f"not {encoding.upper()} from start to end", where=name, remedy=remedy) from error


class ChunkedFile:
    """A stream as the file that libraries ask for."""

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        self._rest = b""
        self._told = 0
        self.tail = b""
        """The last bytes that were read."""

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none at the end."""
        while not self._rest and (chunk := next(self._chunks, b"")):
            self._rest = chunk
        if size < 0:
            size = len(self._rest)
        piece, self._rest = self._rest[:size], self._rest[size:]
        self._told += len(piece)
        self.tail = (self.tail + piece)[-_TAIL:]
        return piece

    def tell(self) -> int:
        """Where reading stands."""
        return self._told
