"""Exports of press databases as web pages: Factiva, and what LexisNexis calls HTML."""

from __future__ import annotations

import re

from extractor.errors import InputError
from extractor.readers.databases import items_of_export
from extractor.readers.databases.factiva import row_of_factiva
from extractor.readers.encodings import decode_text
from extractor.readers.fragments import text_of_fragment
from extractor.readers.items import Found, Item, Reading, Source
from extractor.readers.streams import whole

_ARTICLE = re.compile(rb"<div\b[^>]{0,200}class=[\"']?article \w\wArticle", re.IGNORECASE)
_NUMBERED = re.compile(rb"\b\d+ of \d+ DOCUMENTS?\b")


def is_exported_page(head: bytes) -> bool:
    """Whether a page is an export of a press database."""
    return _ARTICLE.search(head) is not None or _NUMBERED.search(head) is not None


def exported_page_items(source: Source, reading: Reading) -> Found:
    """The articles of the page as ``PATH:N``.

    Raises:
        InputError: When the page is too long, or no article is found.
    """
    data = whole(source.chunks, source.name, 10 * reading.max_bytes)
    decoded = decode_text(data, given=None if source.encoding else reading.encoding)
    starts = [match.start() for match in re.finditer(_ARTICLE.pattern.decode(), decoded.text, re.IGNORECASE)]
    if not starts:
        text = text_of_fragment(decoded.text)
        yield from items_of_export(text, source, (decoded.encoding, decoded.flags))
        return
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], None], strict=True), 1):
        name = f"{source.name}:{number}"
        row = row_of_factiva(text_of_fragment(decoded.text[start:end]))
        if row:
            yield Item(name, "database", row, source.path, decoded.encoding, decoded.flags)
        else:
            what = "no text found in this article of a Factiva export"
            yield InputError(what, where=name, remedy="export it again with full text")
