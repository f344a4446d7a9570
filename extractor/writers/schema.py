"""The JSON Schema of each layout, generated from the records."""

from __future__ import annotations

import json

from extractor.records import ArticleRecord, ClaimRecord, Record
from extractor.writers.layout import Layout

_LINES: dict[Layout, type[Record]] = {Layout.CLAIM: ClaimRecord, Layout.ARTICLE: ArticleRecord}


def json_schema(layout: Layout) -> str:
    """The schema of one line, as text; models/schema holds it, written by ``make schema``."""
    schema = _LINES[layout].model_json_schema(by_alias=True, mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
