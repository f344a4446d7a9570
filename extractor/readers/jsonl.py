"""JSON Lines: one article a line."""

from __future__ import annotations

from dataclasses import replace

from extractor.errors import EmptyInputError, InputError
from extractor.readers.items import Found, Item, Reading, Source
from extractor.readers.json import holds_list, json_items
from extractor.readers.streams import lines, peek, too_long


def jsonl_items(source: Source, reading: Reading) -> Found:
    """The lines that are not blank, in order; one too long comes as an error in its place.

    Raises:
        InputError: When there is none, or the file breaks off.
    """
    head, chunks = peek(source.chunks, 4096)
    source = replace(source, chunks=chunks)
    first = head.lstrip().partition(b"\n")[0]
    if b'"schema_version"' in first and (b'"claims"' in first or b'"attribution"' in first):
        remedy = (
            "extract the articles themselves; claims are read by extractor report, export, rank and query"
        )
        raise InputError("claims that extractor wrote, not articles", where=source.name, remedy=remedy)
    if holds_list(head):  # what an interface of a newspaper answered
        yield from json_items(source, reading)
        return
    empty = True
    for number, line in enumerate(lines(source.chunks, reading.max_bytes), 1):
        if line is not None and not line.strip():
            continue
        name = f"{source.name}:{number}"
        yield (
            too_long(name, reading.max_bytes)
            if line is None
            else Item(name, "jsonl", line, source.path, source.encoding)
        )
        empty = False
    if empty:
        raise EmptyInputError("the file is empty", where=source.name, remedy="leave it out")
