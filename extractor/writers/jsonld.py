"""JSON-LD in the terms of schema.org: `NewsArticle`, `Claim` and `Quotation`, for search engines and knowledge graphs.

https://schema.org/Claim: its text is the one that stands alone, its author the claimant. `firstAppearance` is left out, since an
article alone cannot tell whether a claim is new.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from extractor.present.claims import claim_in_words
from extractor.records import ArticleInfo, ArticleRecord, Claim
from extractor.writers.options import Options

CONTEXT = "https://schema.org"

Node = dict[str, Any]

_TYPES = {"person": "Person", "anonymous": "Person", "organisation": "Organization", "group": "Organization"}
_QUOTED = re.compile(r"[“„]([^“”„]+)[”“]|\"([^\"]+)\"|«([^«»]+)»")


def write_jsonld(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """One document with all nodes in its graph, written as they come."""
    nodes = (node for record in records for node in graph(record))
    write_json_items(nodes, out, f'{{"@context": "{CONTEXT}", "@graph": [', "]}")


def graph(record: ArticleRecord) -> Iterator[Node]:
    """The article, its claims, and what of them stands between quotation marks."""
    yield article_node(record.article)
    for claim in record.claims:
        yield claim_node(claim, record.article)
        if claim.kind in ("direct", "mixed"):
            yield from _quotations(claim, record.article)


def article_node(article: ArticleInfo) -> Node:
    """The article; what is unknown is left out."""
    return _known({
        "@type": "NewsArticle",
        "@id": article_id(article),
        "url": article.url,
        "headline": article.title,
        "datePublished": article.published and article.published.isoformat(),
        "author": article.author and {"@type": "Person", "name": article.author},
        "publisher": article.outlet and {"@type": "Organization", "name": article.outlet},
        "inLanguage": article.language,
    })  # fmt: skip


def claim_node(claim: Claim, article: ArticleInfo) -> Node:
    """The claim; that of a statistic is the outlet's own."""
    return _known({
        "@type": "Claim",
        "@id": f"urn:extractor:claim:{claim.id}",
        "text": claim_in_words(claim),
        "author": claimant_node(claim, article),
        "datePublished": article.published and article.published.isoformat(),
        "appearance": {"@id": article_id(article)},
    })  # fmt: skip


def claimant_node(claim: Claim, article: ArticleInfo) -> Node | None:
    """The claimant as schema.org knows it; None when nobody could be told."""
    if claim.attribution is None:
        return {"@type": "Organization", "name": article.outlet} if article.outlet else None
    claimant = claim.attribution.claimant
    if claimant is None:
        return None
    person = claimant.kind in ("person", "anonymous")
    return _known({
        "@type": _TYPES.get(claimant.kind, "CreativeWork"),
        "name": claimant.name,
        "jobTitle": claimant.role if person else None,
        "affiliation": {"@type": "Organization", "name": claimant.affiliation} if person and claimant.affiliation else None,
    })  # fmt: skip


def article_id(article: ArticleInfo) -> str:
    """The address of the article, or a name made of the hash of its text."""
    return article.url or f"urn:sha256:{article.sha256}"


def write_json_items(items: Iterable[Any], out: BinaryIO, opening: str, closing: str) -> None:
    """A JSON document with one item a line between its opening and closing; lone surrogates are written in escapes."""
    out.write(opening.encode())
    for number, item in enumerate(items):
        out.write((",\n" if number else "\n").encode() + _encoded(item))
    out.write(f"\n{closing}\n".encode())


def _encoded(item: Any) -> bytes:
    try:
        return json.dumps(item, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(item).encode()


def _quotations(claim: Claim, article: ArticleInfo) -> Iterator[Node]:
    quoted = [next(filter(None, found.groups())) for found in _QUOTED.finditer(claim.text)]
    for number, words in enumerate(quoted, 1):
        yield _known({
            "@type": "Quotation",
            "@id": f"urn:extractor:quotation:{claim.id}-{number}",
            "text": words.strip(),
            "spokenByCharacter": claimant_node(claim, article),
            "isBasedOn": {"@id": article_id(article)},
        })  # fmt: skip


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
