"""Inputs opened: the text of one article, or a stream of a file that holds many."""

from __future__ import annotations

from extractor.errors import InputError
from extractor.readers.encodings import Decoded, decode
from extractor.readers.items import STDIN, Item, Reading, Source
from extractor.readers.streams import Chunks, chunks_of, in_utf8, whole
from extractor.readers.unpack import unpacked


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
    """A stream opened for finding the articles in it.

    Raises:
        InputError: When it cannot be read.
    """
    chunks, encoding = in_utf8(unpacked(chunks, name, reading), name, reading.encoding)
    return Source(name, None if name == STDIN else name, chunks, encoding)
