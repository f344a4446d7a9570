"""What the two steps of reading hand to each other: items found, and how they are to be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers.dates import DateOrder
from extractor.readers.streams import Chunks

STDIN = "-"

Row = Mapping[str, Any]
"""One record of a table: the names of its columns and what stands in them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as a crawler kept it.

    Attributes:
        body: The page as sent.
        url: Its address.
        captured: When it was fetched, ISO 8601; it cannot have been published later.
        charset: The encoding that the server named.
    """

    body: bytes
    url: str | None = None
    captured: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One article that was found and not yet read; small, frozen, and made to be sent to another process.

    Attributes:
        name: The same on every run: the path of a file that is one article, ``PATH:N`` for the Nth line, row,
            element or record of a file that holds many, ``-`` for standard input.
        format: The row of READERS that reads it.
        data: What was found, undecoded where that is possible; None stands for the file at ``path``.
        path: The file it comes from; None for standard input.
        encoding: What ``data`` was in, where it is decoded or in UTF-8 by now.
        flags: What was unusual about that.
    """

    name: str
    format: str
    data: bytes | Row | Page | None = None
    path: str | None = None
    encoding: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """How inputs are read.

    Attributes:
        input_format: A row of READERS for all inputs; by default suffix and content tell it.
        fields: Which field of a JSON object, column of a table holds what: ``{"text": "maintext"}``. Dots go
            into objects: ``{"text": "fields.bodyText"}``. What is not named here is looked up in FIELDS.
        glob: Which files of a folder are read, as a pattern on their names; by default those with a suffix of
            READERS.
        recursive: Whether folders inside folders are read.
        published: Publication date of articles whose metadata give none.
        crawled: When the inputs were fetched, for records that do not say so: "4 days ago" is counted from there.
        date_order: How 03/04/2024 is read; by default the other dates of the file tell it.
        encoding: The encoding of all inputs without a byte order mark; by default it is found out.
        max_bytes: An article that is longer is not read.
        max_ratio: How many bytes a compressed one may unpack to, over a whole file.
        max_unpacked: How many bytes a compressed file may unpack to.
    """

    input_format: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    glob: str | None = None
    recursive: bool = True
    published: dt.date | None = None
    crawled: dt.date | None = None
    date_order: DateOrder | None = None
    encoding: str | None = None
    max_bytes: int = 10_000_000
    max_ratio: int = 200
    max_unpacked: int = 1 << 36


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input, that holds many articles.

    Attributes:
        name: The path as given, or ``-``; for a member of an archive, the archive's name and that of the member.
        path: The path of the file; None for standard input.
        chunks: Its bytes, unpacked, and in UTF-8 if ``encoding`` is known; to be read once.
        encoding: The encoding that a byte order mark told.
        depth: In how many archives it is.
    """

    name: str
    path: str | None
    chunks: Chunks
    encoding: str | None = None
    depth: int = 0

    @property
    def is_file(self) -> bool:
        """Whether it is the file at ``path`` itself, which may be opened again."""
        return self.path is not None and not self.depth and Path(self.path).is_file()


Found = Iterator[Item | InputError]
Members = Iterator[Source | InputError]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of inputs.

    Attributes:
        name: By which ``--input-format`` and `Item.format` call it.
        suffixes: Of its files, in lower case. Where formats share one, ``begins`` decides, else the last of them has it.
        purpose: What its files hold, in words.
        article: Reads the article of an item. Raises InputError.
        items: Finds the items of a file with many articles; None where a file is one article.
        members: Opens what an archive holds; None where a file is none.
        begins: Whether these are the first bytes (some hundred, or all) of such a file; None where they tell nothing.
        text: Whether its files are text from the first byte on.
    """

    name: str
    suffixes: tuple[str, ...]
    purpose: str
    article: Callable[[Item, Reading], Article]
    items: Callable[[Source, Reading], Found] | None = None
    members: Callable[[Source, Reading], Members] | None = None
    begins: Callable[[bytes], bool] | None = None
    text: bool = True
