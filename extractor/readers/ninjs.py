"""IPTC ninjs, "news in JSON", versions 1 to 3 (iptc.org/std/ninjs)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.article import Article
from extractor.errors import EmptyInputError
from extractor.readers.fields import byline
from extractor.readers.items import Item, Row
from extractor.readers.published import read_published


def is_ninjs(row: Row) -> bool:
    """Whether a JSON object is a ninjs item: it has the one property that all must have, and a body."""
    return "uri" in row and any(name == "bodies" or name.startswith("body_") for name in row)


def ninjs_article(row: Row, item: Item) -> Article:
    """The article of a ninjs item, published when this version of it was created: its words are of that day.

    Raises:
        EmptyInputError: When it has no text.
    """
    row = {name.lower(): value for name, value in row.items()}  # version 3 writes versionCreated
    text = next((text for text in _bodies(row) if text.strip()), None)
    if text is None:
        raise EmptyInputError("a ninjs item without text", where=item.name, remedy="leave it out")
    dates = (_string(row.get(name)) for name in ("versioncreated", "firstcreated"))
    published = read_published(filter(None, dates))
    return Article(
        text,
        id=_string(row["uri"]) or item.name,
        title=_string(row.get("headline")) or _main(row.get("headlines")) or _string(row.get("title")),
        outlet=_name(row.get("infosources") or row.get("infosource")) or _string(row.get("copyrightholder")),
        url=_string(row.get("url")),
        author=byline(_string(row.get("byline")) or _string(row.get("by"))),
        language=(_string(row.get("language")) or "en").lower()[:2],
        path=item.path,
        encoding=item.encoding,
        **published.as_fields,
        flags=(*item.flags, *published.flags),
    )


def _bodies(row: Row) -> Iterator[str]:
    """The texts of the body, the likeliest first: markup tells paragraphs apart, where plain text often does not."""
    from extractor.readers.fragments import text_of_fragment  # html.parser, needed for few files

    named = [("html" in name, value) for name, value in row.items() if name.startswith("body_")]
    listed = [
        ("html" in str(body.get("contenttype") or body.get("contentType")), body.get("value"))
        for body in row.get("bodies") or ()
        if isinstance(body, dict) and body.get("role") in ("main", "richtext", None)
    ]
    for marked, value in sorted(named + listed, key=lambda body: not body[0]):
        if isinstance(value, str):
            yield text_of_fragment(value) if marked else value


def _main(headlines: Any) -> str | None:
    """The headline of role main, or else the first."""
    if not isinstance(headlines, list):
        return None
    values = [(line.get("role") != "main", line.get("value")) for line in headlines if isinstance(line, dict)]
    return next(
        (words for _, value in sorted(values, key=lambda line: line[0]) if (words := _string(value))), None
    )


def _name(sources: Any) -> str | None:
    """The name of the first source that has one."""
    if not isinstance(sources, list):
        return None
    return next(
        (name for each in sources if isinstance(each, dict) and (name := _string(each.get("name")))), None
    )


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
