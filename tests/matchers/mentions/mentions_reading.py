"""How the tables of mentions are read: every ``<m name=… kind=… role=… affiliation=…>`` is looked up among an article's mentions.

``<m name="">`` marks a phrase that must stay open. ``/`` in a row begins a new paragraph.
"""

from __future__ import annotations

from extractor import Extractor
from extractor.markup import Mark, parse
from extractor.records import MentionRecord


def check(extractor: Extractor, annotated: str) -> None:
    """Asserts that the marked phrases resolve as their tags say."""
    text, marks = parse(annotated.replace(" / ", "\n\n"))
    found = extractor.extract(text).mentions
    for mark in marks:
        mention = _at(found, mark)
        surface = text[mark.start : mark.end]
        name = mention.name if mention else ""
        assert (surface, name) == (surface, mark.values["name"])
        for attribute in ("kind", "role", "affiliation"):
            if mention is not None and attribute in mark.values:
                assert (surface, getattr(mention, attribute) or "") == (surface, mark.values[attribute])


def _at(found: list[MentionRecord], mark: Mark) -> MentionRecord | None:
    inside = [m for m in found if mark.start <= m.start and m.end <= mark.end]
    return max(inside, key=lambda mention: mention.end - mention.start, default=None)
