"""doccano (https://doccano.github.io/doccano): JSON Lines for a project of sequence labelling with relations, one article a line.

Such a project must allow overlapping spans. A span in several pieces is several entities, linked as "piece".
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from extractor.records import ArticleRecord
from extractor.writers.annotation import marks_and_links
from extractor.writers.options import Options
from extractor.writers.rows import encodable

PIECE = "piece"


def write_doccano(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """Each article as soon as its record comes."""
    for record in records:
        out.write(json.dumps(document(record, encodable(options.text_of(record.article)))).encode() + b"\n")


def document(record: ArticleRecord, text: str) -> dict[str, Any]:
    """An article with its entities and relations; all other fields are kept by doccano as they are."""
    marks, links = marks_and_links(record)
    entities: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    first_piece: dict[int, int] = {}
    for mark in marks:
        first_piece[mark.number] = len(entities)
        for start, end in mark.pieces:
            if len(entities) > first_piece[mark.number]:
                relations.append(_relation(first_piece[mark.number], len(entities), PIECE, len(relations)))
            entities.append(
                {"id": len(entities), "label": mark.label, "start_offset": start, "end_offset": end}
            )
    for link in links:
        ends = (first_piece[link.content], first_piece[link.other])
        relations.append(_relation(*ends, link.label, len(relations)))
    article = record.article
    published = article.published.isoformat() if article.published else None
    return {
        "text": text,
        "entities": entities,
        "relations": relations,
        "article_id": article.id,
        "published": published,
    }


def _relation(one: int, other: int, label: str, number: int) -> dict[str, Any]:
    return {"id": number, "from_id": one, "to_id": other, "type": label}
