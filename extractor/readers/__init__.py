"""Inputs → articles. A format is one file of this package and one row of READERS.

What cannot be read comes out as an `InputError` in its place, so that one bad line or file never loses the
others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers.files import find, lines_of, starts_as_json, suffix_of
from extractor.readers.jsonl import read_jsonl
from extractor.readers.source import STDIN, Source, refuse_binary
from extractor.readers.text import read_text

Reader = Callable[[Source], Iterator[Article | InputError]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
"""Which reader reads files with which suffix; folders are searched for these suffixes."""


def read(inputs: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Article | InputError]:
    """The articles of files, folders and ``-``, in the order given; folders by name, to any depth.

    An id must be unique within a run, since claims are named after it: a second article with the same id
    comes as an error.

    Args:
        inputs: Paths, or ``-`` for stdin. Suffixes are those of READERS. A file without any
            is read as stdin is.
        stdin: Read for ``-``: JSON Lines when its first non-space character is ``{``, else one text article.
    """
    seen: set[str] = set()
    for item in chain.from_iterable(_read(given, stdin or sys.stdin.buffer) for given in inputs):
        if isinstance(item, Article):
            if item.id in seen:
                yield _duplicate(item)
                continue
            seen.add(item.id)
        yield item


def _read(given: str, stdin: BinaryIO) -> Iterator[Article | InputError]:
    if given == STDIN:
        yield from _whole(Source(STDIN, stdin), "")
        return
    for path in find(given, tuple(READERS)):
        if isinstance(path, InputError):
            yield path
        else:
            yield from _whole(Source(path, lines_of(path)), suffix_of(path))


def _whole(source: Source, suffix: str) -> Iterator[Article | InputError]:
    """The articles of one source; the error that ends it comes last."""
    try:
        yield from _read_source(source, suffix)
    except InputError as error:
        yield error


def _read_source(source: Source, suffix: str) -> Iterator[Article | InputError]:
    if suffix in READERS:
        return READERS[suffix](source)
    json, source = starts_as_json(source)
    if suffix:
        refuse_binary(next(iter(source.lines), b""), source.name)
        remedy = f"give {', '.join(READERS)} files, or pipe plain text in with -"
        raise InputError(f"no reader for {suffix} files", where=source.name, remedy=remedy)
    return (read_jsonl if json else read_text)(source)


def _duplicate(article: Article) -> InputError:
    return InputError(
        f"the id {article.id!r} occurs twice; this article is left out",
        where=article.path or STDIN,
        remedy="give every article an id of its own, and every file once",
    )
