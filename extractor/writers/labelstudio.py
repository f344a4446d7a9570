"""Label Studio tasks with predictions (https://labelstud.io/guide/predictions): one JSON list to import, one task an article.

A project needs the labels of CONFIGURATION. A span in several pieces is several regions, linked as "piece".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from extractor.records import ArticleRecord
from extractor.writers.annotation import LABELS, LINKS, Link, Mark, marks_and_links
from extractor.writers.jsonld import write_json_items
from extractor.writers.options import Options
from extractor.writers.rows import encodable

PIECE = "piece"
CONFIGURATION = f"""<View>
  <Relations>{"".join(f'<Relation value="{link}"/>' for link in (*LINKS, PIECE))}</Relations>
  <Labels name="label" toName="text">{"".join(f'<Label value="{label}"/>' for label in LABELS)}</Labels>
  <Text name="text" value="$text"/>
</View>
"""
"""The labelling interface of a project."""


def write_labelstudio(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """All tasks; offsets count code points."""
    write_json_items(
        (task(record, encodable(options.text_of(record.article))) for record in records), out, "[", "]"
    )


def task(record: ArticleRecord, text: str) -> dict[str, Any]:
    """An article with what was found as one prediction."""
    article = record.article
    marks, links = marks_and_links(record)
    regions = [region for mark in marks for region in _regions(mark, text)]
    published = article.published.isoformat() if article.published else None
    return {
        "data": {"text": text, "id": article.id, "title": article.title, "published": published, "url": article.url},
        "predictions": [{
            "model_version": f"extractor {record.extractor.version}",
            "result": [*regions, *map(_relation, links)],
        }],
    }  # fmt: skip


def _regions(mark: Mark, text: str) -> Iterator[dict[str, Any]]:
    for number, (start, end) in enumerate(mark.pieces):
        yield {
            "id": _name(mark.number, number),
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": start, "end": end, "text": text[start:end], "labels": [mark.label]},
            **({"meta": {"text": [encodable(mark.note)]}} if mark.note and not number else {}),
        }
        if number:
            yield _linked(_name(mark.number, 0), _name(mark.number, number), PIECE)


def _relation(link: Link) -> dict[str, Any]:
    return _linked(_name(link.content, 0), _name(link.other, 0), link.label)


def _linked(one: str, other: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [label]}


def _name(mark: int, piece: int) -> str:
    return f"T{mark}" if not piece else f"T{mark}-{piece}"
