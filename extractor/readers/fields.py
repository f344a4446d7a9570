"""The fields of an article, under the names that crawlers, archives and agencies give them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers.dates import parse_date
from extractor.readers.items import Item, Reading, Row

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "uid", "article_id", "_id", "guid", "uuid"),
    "text": (
        *("text", "content", "body", "maintext", "article_body", "articleBody", "plain_text", "plaintext"),
        *("article_text", "full_text", "fulltext", "bodyText", "body_text", "raw_text", "cleaned_text"),
    ),
    "title": ("title", "headline", "title_page", "article_title", "webTitle"),
    "published": (
        *("published", "published_at", "publishedAt", "published_date", "date", "date_publish"),
        *("publish_date", "publishing_date", "publication_date", "date_published", "datePublished"),
        *("pubDate", "pub_date", "webPublicationDate", "article_date"),
    ),
    "url": ("url", "source_url", "link", "canonical_url", "canonical_link", "article_url", "webUrl"),
    "outlet": (
        *("outlet", "publisher", "publication", "newspaper", "sitename", "site_name", "meta_site_name"),
        *("source_domain", "source-hostname", "hostname", "source", "domain"),
    ),
    "author": ("author", "authors", "byline", "creator", "journalist"),
    "language": ("language", "lang", "meta_lang"),
}
"""The names of each field; the first one present and not empty counts.

Case does not matter, and "Publication Date" is ``publication_date``. They are those of CC-News, Fundus,
news-please, newspaper4k, NELA-GT, trafilatura, schema.org and The Guardian's and other archives' exports.
"""


def article_from(row: Row, item: Item, reading: Reading) -> Article:
    """The article of a JSON object or the row of a table.

    Raises:
        InputError: When it has no text, or a date that is none.
    """
    fields = _Fields(row, reading)
    published = fields.published(item.name)
    outlet, url = fields.words("outlet"), fields.words("url")
    if outlet and "://" in outlet:  # trafilatura's "source" is the page's address
        outlet, url = None, url or outlet
    return Article(
        fields.text(item.name),
        id=fields.words("id") or item.name,
        title=fields.words("title"),
        published=published,
        published_from="metadata" if published else None,
        outlet=outlet,
        url=url,
        author=byline(fields.words("author")),
        language=(fields.words("language") or "en").lower()[:2],
        path=item.path,
        encoding=item.encoding,
        flags=item.flags,
    )


def byline(written: str | None) -> str | None:
    """The author without the "By" before the name."""
    return re.sub(r"^by[\s:]+", "", written, flags=re.IGNORECASE) or None if written else None


def columns(names: list[str], reading: Reading) -> set[str]:
    """Those columns of a table that hold a field of an article."""
    wanted = {key for field in FIELDS for key in _columns_of(field, reading)}
    return {name for name in names if _key(name) in wanted}


def refuse_textless(names: list[str], name: str, reading: Reading) -> None:
    """Tell that a whole table has no column with texts, rather than every row of it.

    Raises:
        InputError: When it has none.
    """
    if _columns_of("text", reading).isdisjoint(map(_key, names)):
        shown = ", ".join(given[:40] for given in names[:12])
        raise InputError(
            f"no column with the text of articles, only {shown}",
            where=name,
            remedy="name it with --field text=COLUMN",
        )


def _columns_of(field: str, reading: Reading) -> set[str]:
    """The keys of the columns that a field may be in: ``fields.bodyText`` is one, or inside of ``fields``."""
    names = _names(field, reading)
    return {_key(name) for name in names} | {_key(name.partition(".")[0]) for name in names}


def _names(field: str, reading: Reading) -> tuple[str, ...]:
    return (reading.fields[field],) if field in reading.fields else FIELDS[field]


def _key(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


class _Fields:
    """A row, asked for the fields of an article."""

    def __init__(self, row: Row, reading: Reading) -> None:
        self._reading = reading
        self._row: dict[str, Any] = {}
        for name, value in row.items():
            if value not in (None, "", [], {}):
                self._row.setdefault(_key(name), value)

    def values(self, field: str) -> Iterator[Any]:
        """What stands under the names of a field."""
        for name in _names(field, self._reading):
            value = self._row.get(_key(name))
            if value is None and "." in name:
                value = _inside(self._row, name)
            if value is not None:
                yield value

    def words(self, field: str) -> str | None:
        """A field as words."""
        return next((words for value in self.values(field) if (words := _words(value))), None)

    def text(self, where: str) -> str:
        """The text, exactly as it stands; the sections of a nested body under each other."""
        for value in self.values("text"):
            text = value if isinstance(value, str) else "\n\n".join(_paragraphs(value))
            if text.strip():
                return text
        names = _names("text", self._reading)
        raise InputError(
            "no text",
            where=where,
            remedy=f"put the article under {', '.join(names[:4])}, or name its field with --field text=NAME",
        )

    def published(self, where: str) -> dt.date | None:
        """The first field with a date that is one; a date that is none must not pass for silence."""
        refusal: InputError | None = None
        for value in self.values("published"):
            written = _words(value)
            if not written:
                continue
            try:
                return parse_date(written)
            except ValueError as error:
                what = f"impossible date {written[:60]!r}: {error}"
                refusal = refusal or InputError(what, where=where, remedy="write it as 2023-07-31")
        if refusal:
            raise refusal
        return None


def _inside(row: dict[str, Any], path: str) -> Any:
    value: Any = row
    for name in path.split("."):
        value = value.get(_key(name) if value is row else name) if isinstance(value, dict) else None
    return value


def _paragraphs(value: Any) -> Iterator[str]:
    """The paragraphs of a body in parts, as Fundus writes it: a summary, and sections with headlines."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _paragraphs(part)
    elif isinstance(value, dict):
        for name in ("summary", "sections", "headline", "paragraphs", "text"):
            yield from _paragraphs(value.get(name))


def _words(value: Any) -> str | None:
    """A field as words: a list joined by commas, a schema.org object by its name."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(words for item in value if (words := _words(item))) or None
    if isinstance(value, bool) or not isinstance(value, str | int | float | dt.date):
        return None
    return str(value).strip() or None
