"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers.source import Source, decode


def read_text(source: Source) -> Iterator[Article | InputError]:
    """The one article of a text file, newline characters untouched; its id is the path as given.

    Raises:
        InputError: When the file is empty or is not text.
    """
    text = decode(b"".join(source.lines), source.name)
    if not text.strip():
        raise InputError("the file is empty", where=source.name, remedy="leave it out")
    yield Article(text, id=source.path or "", path=source.path)
