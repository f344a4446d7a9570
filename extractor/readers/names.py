"""What the names of columns and keys say: which of them may hold which field of an article.

A name is read as words: ``Article_Content``, ``articleContent`` and "article content" are the same two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "uid", "article_id", "_id", "guid", "uuid"),
    "text": (
        *("text", "content", "body", "maintext", "article_body", "articleBody", "plain_text", "plaintext"),
        *("article_text", "full_text", "fulltext", "bodyText", "body_text", "raw_text", "cleaned_text"),
        *("story_text", "content_text", "content_html", "article", "story", "html"),
    ),
    "title": ("title", "headline", "title_page", "article_title", "webTitle"),
    "published": (
        *("published", "published_at", "publishedAt", "published_date", "date", "date_publish"),
        *("publish_date", "publishing_date", "publication_date", "date_published", "datePublished"),
        *("pubDate", "pub_date", "webPublicationDate", "article_date"),
    ),
    "crawled": (
        *("date_download", "crawled", "crawled_at", "crawl_date", "fetched_at", "scraped_at", "retrieved"),
        *("timestamp", "indexed_date", "seendate"),
    ),
    "url": ("url", "source_url", "link", "canonical_url", "canonical_link", "article_url", "webUrl"),
    "outlet": (
        *("outlet", "publisher", "publication", "newspaper", "sitename", "site_name", "meta_site_name"),
        *("source_domain", "source-hostname", "hostname", "media_name", "source", "domain"),
    ),
    "author": ("author", "authors", "byline", "creator", "journalist"),
    "language": ("language", "lang", "meta_lang"),
}
"""The names of each field; the first one present and not empty counts.

They are those of CC-News, Fundus, news-please, newspaper4k, NELA-GT, trafilatura, schema.org, WordPress, Ghost, JSON Feed, Media
Cloud, GDELT, NewsAPI, Event Registry, The Guardian's, The New York Times's and other archives' exports.
"""

TEASERS = (
    "lead_paragraph",
    "abstract",
    "description",
    "summary",
    "snippet",
    "excerpt",
    "teaser",
    "standfirst",
)
"""Fields that hold a part of an article or words about it; read, and flagged, where there is no more of it."""

CONTAINERS = frozenset(
    [
        *(
            "_source",
            "fields",
            "attributes",
            "article",
            "data",
            "html",
            "source_info",
            "metadata",
            "meta",
            "item",
            "node",
        ),
        *("doc", "document", "news", "post"),
    ]
)
"""Objects inside a record that may hold its fields."""

_ABOUT = "article news story main page web original post the of meta og dc"
_WORDS: dict[str, tuple[str, str]] = {
    "id": ("id uid guid uuid identifier", "article news story doc document post"),
    "text": (
        "text content contents body story article fulltext maintext plaintext transcript document",
        f"{_ABOUT} full raw plain clean cleaned complete rendered html doc en english",
    ),
    "title": ("title headline heading", f"{_ABOUT} head print rendered"),
    "published": (
        "date published publish publishing pubdate datetime posted issued",
        f"{_ABOUT} time at on first release publication day pub utc gmt",
    ),
    "crawled": (
        "crawl crawled crawling fetch fetched download downloaded scrape scraped retrieved retrieval accessed captured "
        "collected indexed ingested harvested timestamp seen",
        "date time datetime at on utc ts last page article news",
    ),
    "url": (
        "url link uri href permalink address",
        f"{_ABOUT} source canonical full doc document requested responded",
    ),
    "outlet": (
        "outlet publisher newspaper source site website sitename domain hostname media provider agency",
        "name news",
    ),
    "author": (
        "author authors byline creator journalist reporter writer correspondent",
        "name names article news primary display full list original",
    ),
    "language": ("language lang", "code iso article detected meta"),
}
"""For each field the words of which its name must have one, and those that may stand beside."""
_MEANINGS = {
    field: (frozenset(heads.split()), frozenset(heads.split()) | frozenset(others.split()))
    for field, (heads, others) in _WORDS.items()
}
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_LONGEST = 80
_MOST = 300


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, in lower case: ``bodyText`` and "Body Text" are ("body", "text")."""
    return tuple(word.lower() for word in _WORD.findall(name[:_LONGEST]))


def names_for(field: str, names: Iterable[str]) -> list[str]:
    """Those of the names that may hold a field, the likeliest first."""
    ranked = [(rank, name) for name in names if (rank := _rank(field, name)) is not None]
    return [name for _, name in sorted(ranked, key=lambda each: each[0])]


def plan_of(names: tuple[str, ...]) -> dict[str, list[str]]:
    """For each field, and for "teaser", the names that may hold it; records of one file have the same names."""
    short = tuple(name for name in names[:_MOST] if len(name) <= _LONGEST)
    return _plan(short)


def is_teaser(name: str) -> bool:
    """Whether a name is that of a part of an article, or of words about it."""
    return words_of(name) in _TEASERS


@lru_cache(256)
def _plan(names: tuple[str, ...]) -> dict[str, list[str]]:
    plan = {field: names_for(field, names) for field in FIELDS}
    plan["teaser"] = [name for teaser in _TEASERS for name in names if words_of(name) == teaser]
    return plan


def _rank(field: str, name: str) -> int | None:
    """How likely a name is that of a field, the less the likelier; None for one that is not."""
    words = words_of(name)
    listed = _LISTED[field]
    if words in listed:
        return listed.index(words)
    heads, known = _MEANINGS[field]
    return len(listed) if heads.intersection(words) and known.issuperset(words) else None


def _listed() -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    for field, names in FIELDS.items():
        yield field, list(dict.fromkeys(map(words_of, names)))


_LISTED = dict(_listed())
_TEASERS = [words_of(name) for name in TEASERS]
