"""JSON Lines: one claim or one article a line, in UTF-8, fields in the order of the schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from pydantic_core import PydanticSerializationError

from extractor.records import ArticleRecord, Record
from extractor.writers.layout import Layout
from extractor.writers.options import Options


def write_jsonl(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """Write each record as soon as it comes, so that a reader of a pipe need not wait for the last."""
    for record in records:
        for part in _parts(record, options.layout):
            out.write(json_line(part))
        out.flush()


def json_line(record: Record) -> bytes:
    """The record as one line of JSON with its newline.

    A text with lone surrogates, which UTF-8 cannot hold, is written in escapes; JSON readers give it back.
    """
    try:
        return record.model_dump_json(by_alias=True).encode() + b"\n"
    except PydanticSerializationError:
        return (
            json.dumps(record.model_dump(mode="json", by_alias=True), separators=(",", ":")).encode() + b"\n"
        )


def _parts(record: ArticleRecord, layout: Layout) -> Sequence[Record]:
    return [record] if layout is Layout.ARTICLE else record.claim_records()
