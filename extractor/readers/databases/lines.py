"""The lines around a text that all press databases write alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.readers.items import Row

FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z -]{2,24}):[ \t]*(?P<value>.*)")
DAY = re.compile(
    r"(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]+\.?,? \d{4})\b.*"
)
RIGHTS = re.compile(r"(?i)(?:copyright|\(c\)|©).*|all rights reserved\.?")


def record_of(text: str, **fields: str | None) -> Row | None:
    """The record of an article; None without a text."""
    if not text.strip():
        return None
    return {
        "text": text,
        **{name: value.strip() for name, value in fields.items() if value and value.strip()},
    }


def paragraphs_of(text: str) -> list[str]:
    """What empty lines part."""
    return [each.strip("\n") for each in re.split(r"\n[ \t]*\n", text) if each.strip()]


def as_text(paragraphs: Iterable[str]) -> str:
    """Paragraphs under each other."""
    return "\n\n".join(each.strip() for each in paragraphs if each and each.strip())


def joined(paragraph: str) -> str:
    """A paragraph on one line."""
    return " ".join(paragraph.split())
