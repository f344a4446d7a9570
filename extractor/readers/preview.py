"""How files would be read: in which format, which fields as what, how many articles with which dates; nothing is extracted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import BinaryIO

from extractor.article import Article
from extractor.errors import InputError, PassedOver
from extractor.readers import Item, Reading, article_of, find_items
from extractor.readers.names import plan_of

_RECORDS = ("json", "jsonl", "csv", "parquet")
"""Formats whose fields have names that their writers chose."""
SHOWN = 3
"""Articles and problems of a file that are kept to be shown."""


@dataclass
class Preview:
    """How one file would be read.

    Attributes:
        name: Of the file.
        format: The rows of READERS that read it.
        fields: The keys or columns that hold a field of an article, by the field; empty where there are none.
        articles: The first of its articles.
        count: How many there are.
        dated: How many of them have a date of publication in their metadata.
        flags: How many have each flag.
        problems: The first of what cannot be read.
        refused: How many there are of these.
        passed_over: How many files of each kind that holds no articles there are in it.
    """

    name: str
    format: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    articles: list[Article] = field(default_factory=list)
    count: int = 0
    dated: int = 0
    flags: Counter[str] = field(default_factory=Counter)
    problems: list[InputError] = field(default_factory=list)
    refused: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)

    def add(self, item: Item, article: Article) -> None:
        """Count an article."""
        if not self.count:
            self.format, self.fields = item.format, _fields(item)
        self.count += 1
        self.dated += article.published is not None
        self.flags.update(article.flags)
        if self.count <= SHOWN:
            self.articles.append(article)

    def refuse(self, error: InputError) -> None:
        """Count what cannot be read."""
        if isinstance(error, PassedOver):
            self.passed_over[error.what] += 1
            return
        self.refused += 1
        if self.refused <= SHOWN:
            self.problems.append(error)


def previews(inputs: Iterable[str], reading: Reading, stdin: BinaryIO | None = None) -> Iterator[Preview]:
    """How each file of the inputs would be read, in their order; a folder's other files come together.

    Args:
        inputs: As for `read`.
        reading: How they are read.
        stdin: Read for ``-``.
    """
    for given in inputs:
        for name, found in groupby(
            find_items([given], reading, stdin), key=lambda each: _file_of(each, given)
        ):
            preview = Preview(name)
            for each in found:
                try:
                    if isinstance(each, InputError):
                        raise each
                    preview.add(each, article_of(each, reading))
                except InputError as error:
                    preview.refuse(error)
            yield preview


def _file_of(found: Item | InputError, given: str) -> str:
    """The file that something was found in."""
    if isinstance(found, PassedOver):
        return given
    if isinstance(found, Item):
        return found.path or found.name
    path, _, number = found.where.rpartition(":")
    return path if number.isdecimal() else found.where


def _fields(item: Item) -> dict[str, str]:
    """Which key or column of a record is read as which field; where several may be, the first that is filled."""
    row = item.data if item.format in _RECORDS else None
    if isinstance(row, bytes):
        try:
            row = json.loads(row)
        except (ValueError, RecursionError):
            return {}
    if not isinstance(row, dict):
        return {}
    plan = plan_of(tuple(name for name, value in row.items() if value not in (None, "", [], {})))
    return {name: names[0] for name, names in plan.items() if names and name != "teaser"}
