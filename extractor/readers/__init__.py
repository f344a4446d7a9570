"""Inputs → articles, in two steps. A format is one file of this package and one row of `registry.READERS`.

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
from extractor.readers.find import find
from extractor.readers.items import STDIN, Item, Reading
from extractor.readers.registry import READERS
from extractor.readers.sources import in_file, in_stream, with_its_error

__all__ = ["READERS", "Item", "Reading", "article_of", "files_of", "find_items", "read"]


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
            yield from with_its_error(in_stream(stdin or sys.stdin.buffer, reading), STDIN)
            continue
        for path in find(given, READERS.suffixes, reading):
            if isinstance(path, InputError):
                yield path
            else:
                yield from with_its_error(in_file(path, reading), path)


def files_of(inputs: Iterable[str], reading: Reading) -> Iterator[str]:
    """The paths of files, and of those in folders, that would be read; what cannot be found is passed over.

    Args:
        inputs: Files and folders.
        reading: How they are read.
    """
    for given in inputs:
        yield from (path for path in find(given, READERS.suffixes, reading) if isinstance(path, str))


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
        remedy="give every article an id of its own and every file once; --field id= leaves the ids of a collection out",
    )
