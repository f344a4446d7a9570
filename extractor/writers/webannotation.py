"""W3C Web Annotation (https://www.w3.org/TR/annotation-model): each claim as an annotation of the article's page.

A piece of a claim is found by its words and what stands around them, and by its place in code points, as the standard wants.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from extractor.present.claims import claim_in_words
from extractor.records import ArticleInfo, ArticleRecord, Claim, SpanRecord
from extractor.writers.jsonld import article_id, write_json_items
from extractor.writers.options import Options

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_AROUND = 32
"""Characters of prefix and suffix."""


def write_webannotation(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """One page with all annotations, in the order of articles and claims."""
    items = (
        annotation(claim, record.article, options.text_of(record.article))
        for record in records
        for claim in record.claims
    )
    opening = (
        f'{{"@context": "{CONTEXT}", "id": "urn:extractor:annotations", "type": "AnnotationPage", "items": ['
    )
    write_json_items(items, out, opening, "]}")


def annotation(claim: Claim, article: ArticleInfo, text: str) -> dict[str, Any]:
    """A claim: its text that stands alone as the description, its claimant as a tag, its pieces as targets."""
    claimant = claim.attribution.claimant if claim.attribution else None
    bodies = [
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": claim_in_words(claim),
        }
    ]
    if claimant:
        bodies.append(
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": claimant.name}
        )
    return {
        "id": f"urn:extractor:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": [
            {"source": article_id(article), "selector": _selectors(piece, text)} for piece in claim.content
        ],
    }


def _selectors(piece: SpanRecord, text: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[piece.start : piece.end],
            "prefix": text[max(0, piece.start - _AROUND) : piece.start],
            "suffix": text[piece.end : piece.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": piece.start, "end": piece.end},
    ]
