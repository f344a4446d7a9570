"""Inputs → articles, in two steps. A format is one file of this package and one row of READERS.

`find_items` looks at files and folders and gives one `Item` for each article, undecoded; `article_of` reads an item, which
may take long or crash on hostile bytes, and is therefore made to run in another process. `read` does both.

What cannot be read comes out as an `InputError` in its place, so that one bad line or file never loses the others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers.csv import csv_items, row_article
from extractor.readers.encodings import refuse_binary
from extractor.readers.find import find, is_file, suffix_of
from extractor.readers.html import html_article, looks_like_html
from extractor.readers.items import STDIN, Format, Found, Item, Reading, Source
from extractor.readers.json import json_article, json_items
from extractor.readers.jsonl import jsonl_items
from extractor.readers.nitf import nitf_article
from extractor.readers.open import source_of
from extractor.readers.parquet import parquet_items
from extractor.readers.streams import chunks_of, chunks_of_stream, peek, whole
from extractor.readers.text import text_article
from extractor.readers.warc import warc_items

__all__ = ["READERS", "Item", "Reading", "article_of", "find_items", "read"]

READERS: dict[str, Format] = {
    "text": Format((".txt",), text_article),
    "jsonl": Format((".jsonl", ".ndjson"), json_article, jsonl_items),
    "json": Format((".json",), json_article, json_items),
    "csv": Format((".csv", ".tsv"), row_article, csv_items),
    "parquet": Format((".parquet",), row_article, parquet_items, text=False),
    "html": Format((".html", ".htm"), html_article),
    "warc": Format((".warc",), html_article, warc_items, text=False),
    "nitf": Format((".xml", ".nitf"), nitf_article),
}
"""How each format is found and read, and the suffixes of its files, which are those that folders are searched for.

``.gz`` and ``.zst`` may follow any of them.
"""

_STARTS = {b"WARC/": "warc", b"PAR1": "parquet", b"<?xml": "nitf", b"<nitf": "nitf"}
_HEAD = 1 << 10
_FORMAT_OF = {suffix: name for name, format in READERS.items() for suffix in format.suffixes}


def read(
    inputs: Iterable[str], reading: Reading | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | InputError]:
    """The articles of files, folders and ``-``, in the order given; folders by name.

    An id must be unique within a run, since claims are named after it: a second article with the same id
    comes as an error.

    Args:
        inputs: Paths, or ``-`` for stdin. Suffixes are those of READERS. What has none is told by its first bytes.
        reading: How they are read.
        stdin: Read for ``-``.
    """
    reading = reading or Reading()
    seen: set[str] = set()
    for item in find_items(inputs, reading, stdin):
        if isinstance(item, InputError):
            yield item
            continue
        try:
            article = article_of(item, reading)
        except InputError as error:
            yield error
            continue
        if article.id in seen:
            yield duplicate(item, article.id)
        else:
            seen.add(article.id)
            yield article


def find_items(
    inputs: Iterable[str], reading: Reading | None = None, stdin: BinaryIO | None = None
) -> Iterator[Item | InputError]:
    """The items of files, folders and ``-``, in the order given, found as they are asked for; nothing is held whole.

    Args:
        inputs: As for `read`.
        reading: How they are read.
        stdin: Read for ``-``.
    """
    reading = reading or Reading()
    for given in inputs:
        if given == STDIN:
            yield from _with_its_error(_in_stream(stdin or sys.stdin.buffer, reading))
            continue
        for path in find(given, tuple(_FORMAT_OF), reading):
            if isinstance(path, InputError):
                yield path
            else:
                yield from _with_its_error(_in_file(path, reading))


def article_of(item: Item, reading: Reading | None = None) -> Article:
    """The article of an item.

    Raises:
        InputError: When it cannot be read as an article; says what is wrong, where, and what to do.
    """
    reading = reading or Reading()
    try:
        article = READERS[item.format].article(item, reading)
    except RecursionError:
        raise InputError("nested too deeply to be an article", where=item.name, remedy="flatten it") from None
    if item.encoding not in (None, "utf-8"):  # what it was before it became UTF-8
        article = replace(article, encoding=item.encoding)
    if reading.published and not article.published:
        return replace(article, published=reading.published, published_from="argument")
    return article


def duplicate(item: Item, id: str) -> InputError:
    """The error for a second article with the same id."""
    return InputError(
        f"the id {id!r} occurs twice; this article is left out",
        where=item.name,
        remedy="give every article an id of its own, and every file once",
    )


def _with_its_error(found: Found) -> Found:
    """What was found; the error that ends it comes last."""
    try:
        yield from found
    except InputError as error:
        yield error


def _in_stream(stdin: BinaryIO, reading: Reading) -> Found:
    yield from _in_source(source_of(STDIN, chunks_of_stream(stdin), reading), reading.input_format, reading)


def _in_file(path: str, reading: Reading) -> Found:
    name = reading.input_format or _FORMAT_OF.get(suffix_of(path))
    if name and not READERS[name].items and is_file(path):
        yield Item(path, name, path=path)
    else:
        yield from _in_source(source_of(path, chunks_of(path), reading), name, reading)


def _in_source(source: Source, name: str | None, reading: Reading) -> Found:
    head, chunks = peek(source.chunks)
    if head.lstrip().startswith(b"<"):  # what kind of markup it is may be told by its second line
        head, chunks = peek(chunks, _HEAD)
    source = replace(source, chunks=chunks)
    name = name or _told_by(head, source.name)
    if READERS[name].text:
        refuse_binary(head[:_HEAD], source.name)
    items = READERS[name].items
    if items:
        yield from items(source, reading)
    elif source.path and is_file(source.path):
        yield Item(source.name, name, path=source.path)
    else:
        data = whole(source.chunks, source.name, reading.max_bytes)
        yield Item(source.name, name, data, source.path, source.encoding)


def _told_by(head: bytes, name: str) -> str:
    """The format of what has no suffix, by its first bytes."""
    if looks_like_html(head):
        return "html"
    for signature, format in _STARTS.items():
        if head.startswith(signature):
            return format
    start = head.lstrip()
    if suffix_of(name):
        refuse_binary(head[:_HEAD], name)
        remedy = f"give {', '.join(_FORMAT_OF)} files, or tell the format with --input-format"
        raise InputError(f"no reader for {suffix_of(name)} files", where=name, remedy=remedy)
    if start.startswith(b"{"):
        return "jsonl"
    return "json" if start.startswith(b"[") and start[1:].lstrip().startswith(b"{") else "text"
