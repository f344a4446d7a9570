"""JSON Lines: one article a line, under the field names that crawlers and archives use."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers.dates import parse_date
from extractor.readers.source import Source, text_lines

FIELDS = {
    "id": ("id", "uid", "article_id", "_id", "guid"),
    "text": (
        "text",
        "content",
        "body",
        "maintext",
        "article_body",
        "articleBody",
        "plain_text",
        "article_text",
        "raw_text",
    ),
    "title": ("title", "headline"),
    "published": (
        *(
            "published",
            "published_at",
            "publishedAt",
            "date",
            "date_publish",
            "publish_date",
            "publishing_date",
        ),
        *("publication_date", "date_published", "datePublished", "pubDate", "pubdate", "pub_date"),
    ),
    "url": ("url", "source_url", "link", "canonical_url"),
    "outlet": (
        *(
            "outlet",
            "publisher",
            "sitename",
            "site_name",
            "source_domain",
            "source-hostname",
            "hostname",
            "source",
        ),
    ),
    "author": ("author", "authors", "byline", "creator"),
    "language": ("language", "lang"),
}
"""The names of each field, the first one present and not empty counts."""

Row = dict[str, Any]


def read_jsonl(source: Source) -> Iterator[Article | InputError]:
    """The articles of the lines, in order; a bad line comes as an error in its place.

    Blank lines are skipped.
    An article without an id is called ``<path>:<line number>``.

    Raises:
        InputError: When the source is empty or binary.
    """
    empty = True
    for number, line in text_lines(source):
        if isinstance(line, str) and not line.strip():
            continue
        empty = False
        yield line if isinstance(line, InputError) else _read_line(line, source, number)
    if empty:
        raise InputError("the file is empty", where=source.name, remedy="leave it out")


def _read_line(line: str, source: Source, number: int) -> Article | InputError:
    where = f"{source.name}:{number}"
    try:
        return _article(_row(line), where, source.path)
    except ValueError as error:
        what, _, remedy = str(error).partition("; ")
        return InputError(what, where=where, remedy=remedy)


def _row(line: str) -> Row:
    try:
        row = json.loads(line)
    except RecursionError:
        raise ValueError("nested too deeply to be an article; flatten it") from None
    except ValueError as error:
        raise ValueError(f"not JSON ({error}); write one JSON object a line") from None
    if not isinstance(row, dict):
        raise ValueError("not a JSON object; write one JSON object a line")
    return row


def _article(row: Row, where: str, path: str | None) -> Article:
    text, published = _text(row), _published(row)
    outlet, url = _words(_field(row, "outlet")), _words(_field(row, "url"))
    if outlet and "://" in outlet:  # trafilatura's "source" is the page's address
        outlet, url = None, url or outlet
    return Article(
        text,
        id=_words(_field(row, "id")) or where,
        title=_words(_field(row, "title")),
        published=published,
        published_from="metadata" if published else None,
        outlet=outlet,
        url=url,
        author=_words(_field(row, "author")),
        language=(_words(_field(row, "language")) or "en").lower()[:2],
        path=path,
    )


def _field(row: Row, name: str) -> Any:
    return next((row[key] for key in FIELDS[name] if row.get(key) not in (None, "", [])), None)


def _text(row: Row) -> str:
    text = _field(row, "text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"no text; put the article under one of {', '.join(FIELDS['text'][:4])}")
    return text


def _published(row: Row) -> dt.date | None:
    written = _words(_field(row, "published"))
    try:
        return parse_date(written) if written else None
    except ValueError as error:
        raise ValueError(f"impossible date {written!r}: {error}; write it as 2023-07-31") from None


def _words(value: Any) -> str | None:
    """A field as words: a list joined by commas, a schema.org object by its name."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(words for item in value if (words := _words(item))) or None
    return str(value).strip() or None if isinstance(value, str | int | float) else None
