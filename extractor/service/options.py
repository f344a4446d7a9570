"""What a request may ask for in its query: options as on the command line."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from extractor.readers import Item, Reading
from extractor.service.orders import Order
from extractor.service.streams import NDJSON
from extractor.writers import WRITERS, Layout

FormatName = StrEnum("FormatName", {name: name for name in WRITERS})  # type: ignore[misc]

MAX_UNPACKED = 300_000_000
"""Bytes that a compressed upload may unpack to: all of them come out of a worker's memory."""
_MEDIA_TYPES = {
    ".jsonl": NDJSON,
    ".csv": "text/csv; charset=utf-8",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".txt": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}


class ReadOptions(BaseModel):
    """How what is sent is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    published: dt.date | None = Field(
        None, description="Publication date of articles whose metadata give none: 2024-03-05"
    )
    encoding: str | None = Field(
        None, max_length=40, description="Encoding of what is sent; else it is found out"
    )
    field: list[str] = Field(
        [], max_length=20, description="NAME=FIELD: which field holds an article's text, title, …"
    )
    min_confidence: float | None = Field(
        None, ge=0, le=1, description="Attributed claims below it are left out"
    )
    layout: Layout = Field(Layout.ARTICLE, description="What a line of JSON Lines holds")

    def reading(self) -> Reading:
        """How items are read."""
        fields = dict(pair.partition("=")[::2] for pair in self.field)
        return Reading(
            published=self.published, encoding=self.encoding, fields=fields, max_unpacked=MAX_UNPACKED
        )

    def order(self, item: Item, **more: object) -> Order:
        """The order to extract the claims of an item."""
        return Order(
            item,
            self.reading(),
            layout=self.layout,
            min_confidence=self.min_confidence,
            **more,  # type: ignore[arg-type]
        )


class ExtractOptions(ReadOptions):
    """As `ReadOptions`, for one article, whose claims may be asked for in the format of another tool."""

    format: FormatName = Field(FormatName.jsonl, description="The answer's format, as of export --to")  # type: ignore[attr-defined]


ReadQuery = Annotated[ReadOptions, Query()]
ExtractQuery = Annotated[ExtractOptions, Query()]


def media_type(format: str, layout: Layout | None = None) -> str:
    """The media type of a format; one article a line, when it is only one, is a JSON document."""
    if format == "jsonl" and layout is Layout.ARTICLE:
        return "application/json"
    suffix = "." + WRITERS[format].suffixes[0].rpartition(".")[2]
    return _MEDIA_TYPES.get(suffix, "application/octet-stream")
