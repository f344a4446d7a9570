"""What a file, a stream or a member of an archive holds, as items: its format told by suffix and first bytes, and then asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import BinaryIO

from extractor.errors import EmptyInputError, InputError, PassedOver
from extractor.readers.encodings import refuse_binary
from extractor.readers.find import is_file, passed_over, suffix_of, unpacked_name
from extractor.readers.items import STDIN, Format, Found, Item, Members, Reading, Source
from extractor.readers.open import source_of
from extractor.readers.registry import READERS
from extractor.readers.streams import chunks_of, chunks_of_stream, head_of, mark_of, peek, whole
from extractor.readers.unpack import is_packed

_HEAD = 1 << 10
_SNIFFED = 1 << 16
_PLAIN = (".txt", ".TXT", ".html", ".htm")
"""Suffixes of files that are seldom compressed, and mostly one article."""


def with_its_error(found: Found, name: str) -> Found:
    """What was found; the error that ends it comes last."""
    try:
        yield from found
    except InputError as error:
        yield error
    except RecursionError:
        yield InputError("nested too deeply to hold articles", where=name, remedy="flatten it")
    except Exception as error:  # a reader's library: any file may break it, and only that file pays
        what = f"cannot be read ({type(error).__name__}: {str(error)[:100]})"
        yield InputError(what, where=name, remedy="leave it out, or convert it to text")


def in_stream(stdin: BinaryIO, reading: Reading) -> Found:
    """The items of what comes through a pipe."""
    formats = (READERS[reading.input_format],) if reading.input_format else ()
    yield from _in_source(source_of(STDIN, chunks_of_stream(stdin), reading), formats, reading)


def in_file(path: str, reading: Reading) -> Found:
    """The items of a file; one that is a single article is not opened for that where its suffix tells."""
    formats = (READERS[reading.input_format],) if reading.input_format else _formats_of(suffix_of(path))
    if is_file(path) and not any(format.members for format in formats):
        if len(formats) == 1 and not formats[0].items:
            yield Item(path, formats[0].name, path=path)
            return
        if (
            len(formats) > 1
            and path.endswith(_PLAIN)
            and (item := _one_article(path, formats, reading.max_bytes))
        ):
            yield item
            return
    yield from _in_source(source_of(path, chunks_of(path), reading), formats, reading)


def _one_article(path: str, formats: Sequence[Format], limit: int) -> Item | None:
    """The item of a text file that is one article, as most are; opened once, it goes with what was read, if that was all."""
    head = head_of(path, _SNIFFED)
    format = _told_by(head, path, formats)
    if format.items or mark_of(head) or is_packed(head):
        return None
    is_whole = 0 < len(head) < _SNIFFED and len(head) <= limit
    return Item(path, format.name, head if is_whole else None, path)


def _formats_of(suffix: str) -> tuple[Format, ...]:
    return READERS.of_suffix(suffix) if suffix else ()


def _in_source(source: Source, formats: Sequence[Format], reading: Reading) -> Found:
    """The items of what is in one of some formats, or in any when none is given."""
    head, chunks = peek(source.chunks, _HEAD)
    source = replace(source, chunks=chunks)
    format = formats[0] if len(formats) == 1 else _told_by(head, source.name, formats)
    if format.text:
        refuse_binary(head[:_HEAD], source.name)
    if format.members:
        yield from _in_archive(source, format.members(source, reading), reading)
    elif format.items:
        yield from format.items(source, reading)
    elif source.is_file:
        yield Item(source.name, format.name, path=source.path)
    else:
        data = whole(source.chunks, source.name, reading.max_bytes)
        yield Item(source.name, format.name, data, source.path, source.encoding)


def _in_archive(source: Source, members: Members, reading: Reading) -> Found:
    """The items of the members of an archive; those of kinds that hold no articles are passed over."""
    empty = True
    for found in chain.from_iterable(_in_member(member, reading) for member in members):
        empty = empty and isinstance(found, PassedOver)
        yield found
    if empty:
        what = "no file with articles in this archive"
        raise EmptyInputError(what, where=source.name, remedy="leave it out")


def _in_member(member: Source | InputError, reading: Reading) -> Found:
    if isinstance(member, InputError):
        yield member
    elif formats := READERS.of_file(unpacked_name(member.name)):
        yield from with_its_error(_in_source(member, formats, reading), member.name)
    else:
        yield passed_over(member.name)


def _told_by(head: bytes, name: str, formats: Sequence[Format]) -> Format:
    """The one of the formats that the first bytes tell; without formats to choose from, any."""
    for format in formats or READERS.values():
        if format.begins and format.begins(head):
            return format
    return formats[-1] if formats else READERS[_plain_text(head, name)]


def _plain_text(head: bytes, name: str) -> str:
    """The format of what has no suffix and begins as plain text or as JSON, neither of which has a sign of its own.

    Raises:
        InputError: When it has a suffix, which is none that we know.
    """
    if suffix_of(name):
        refuse_binary(head[:_HEAD], name)
        remedy = "tell the format with --input-format, or convert it to text"
        raise InputError(f"no reader for {suffix_of(name)} files", where=name, remedy=remedy)
    start = head.lstrip()
    if start.startswith(b"{"):
        return "jsonl"
    return "json" if start.startswith(b"[") and start[1:].lstrip().startswith(b"{") else "text"
