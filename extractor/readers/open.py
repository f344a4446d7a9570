"""Inputs opened: the text of one article, or a stream of a file that holds many."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from extractor.errors import InputError
from extractor.readers.encodings import Decoded, decode
from extractor.readers.items import STDIN, Item, Reading, Source
from extractor.readers.streams import Chunks, chunks_of, in_utf8, refused, whole
from extractor.readers.unpack import PACKED_SUFFIXES, unpacked

_HELD = 10
"""How many times the size of an article a file may have that is held in memory."""


def bytes_of(item: Item, reading: Reading) -> bytes:
    """The bytes of an item that is one file, unpacked, or the one it carries.

    Raises:
        InputError: When they cannot be read, or are more than one article may have.
    """
    if isinstance(item.data, bytes):
        return item.data
    if item.path is None:
        raise InputError("nothing to read", where=item.name, remedy="name a file")
    return whole(unpacked(chunks_of(item.path), item.name, reading), item.name, reading.max_bytes)


def decoded(data: bytes, item: Item, reading: Reading, declared: str | None = None) -> Decoded:
    """The text of bytes of an item, by what is known of its encoding.

    Raises:
        InputError: When they are no text.
    """
    given = None if item.encoding else reading.encoding  # with an encoding known, the bytes are UTF-8 by now
    return decode(data, item.name, given=given, declared=declared)


def source_of(name: str, chunks: Chunks, reading: Reading) -> Source:
    """A file or standard input, opened for finding the articles in it.

    Raises:
        InputError: When it cannot be read.
    """
    return opened(name, None if name == STDIN else name, chunks, reading)


def opened(name: str, path: str | None, chunks: Chunks, reading: Reading, depth: int = 0) -> Source:
    """A stream opened for finding the articles in it.

    Args:
        name: What people call it.
        path: The file that it is, or that holds it.
        chunks: Its bytes.
        reading: How inputs are read.
        depth: In how many archives it is.

    Raises:
        InputError: When it cannot be read.
    """
    chunks, encoding = in_utf8(unpacked(chunks, name, reading), name, reading.encoding)
    return Source(name, path, chunks, encoding, depth)


def seekable(source: Source, reading: Reading) -> BinaryIO:
    """The bytes of a source as a file that may be read in any order; what is no file itself is held in memory.

    Raises:
        InputError: When it cannot be opened, or is too long to be held.
    """
    if source.is_file and not source.name.lower().endswith(PACKED_SUFFIXES):
        try:
            return Path(source.name).open("rb")
        except OSError as error:
            raise refused(source.name, error) from error
    return BytesIO(whole(source.chunks, source.name, _HELD * reading.max_bytes))
