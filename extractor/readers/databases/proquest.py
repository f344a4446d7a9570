"""Articles of ProQuest."""

from __future__ import annotations

import re

from extractor.readers.databases.lines import as_text, joined, paragraphs_of, record_of
from extractor.readers.items import Row

_RULE = re.compile(r"[_=-]{10,}")


def row_of_proquest(text: str) -> Row | None:
    """An article of ProQuest: fields with their names before them, among them "Full text: …"."""
    paragraphs = [each for each in paragraphs_of(text) if not _RULE.fullmatch(each.strip())]
    row: dict[str, str] = {}
    body: list[str] = []
    inside = False
    for paragraph in paragraphs:
        field = re.match(r"(?P<name>[A-Z][A-Za-z/ -]{1,40}):[ \t]*(?P<value>.*)", paragraph, re.DOTALL)
        known = field and field["name"].lower() in _PROQUEST
        if known and field:
            inside = field["name"].lower() == "full text"
            row.setdefault(field["name"].lower(), joined(field["value"]))
            if inside and field["value"].strip():
                body.append(field["value"])
        elif inside:
            body.append(paragraph)
        elif not row:
            row["title"] = joined(paragraph)
    info = row.get("publication info", "")
    day = re.search(r"\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b|\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b", info)
    return record_of(
        as_text(body),
        title=row.get("title"),
        author=row.get("author"),
        outlet=row.get("publication title") or info.partition(";")[0].strip() or None,
        published=row.get("publication date") or (day[0] if day else None),
        url=row.get("document url"),
    )


_FIELDS = """
abstract | author | company / organization | copyright | country of publication | database | dateline | document type |
document url | first page | full text | identifier / keyword | issn | issn/isbn | issue | language of publication |
last updated | links | location | pages | people | place of publication | proquest document id | publication |
publication date | publication info | publication subject | publication title | publication year | publisher | section |
source type | subject | title | volume
"""
_PROQUEST = frozenset(name.strip() for name in _FIELDS.split("|"))
