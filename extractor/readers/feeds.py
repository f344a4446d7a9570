"""RSS and Atom, by feedparser: one article an entry. JSON Feed is JSON that holds a list of articles."""

from __future__ import annotations

import re
from typing import Any

from extractor.errors import EmptyInputError, InputError
from extractor.readers.items import Found, Item, Reading, Row, Source
from extractor.readers.streams import whole

_STARTS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
_MARK = b"\xef\xbb\xbf"


def is_feed(head: bytes) -> bool:
    """Whether a file begins as a feed does."""
    return _STARTS.match(head[:4096].removeprefix(_MARK)) is not None


def feed_items(source: Source, reading: Reading) -> Found:
    """The entries as ``PATH:N``; of one that holds no more than a summary, the summary.

    Raises:
        InputError: When there is none, or the file is longer than an article may be.
    """
    import feedparser  # a tenth of a second, needed for few files

    data = whole(source.chunks, source.name, reading.max_bytes)
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    for number, entry in enumerate(feed.entries, 1):
        row = _row(entry, feed.feed)
        yield Item(f"{source.name}:{number}", "feed", row, source.path, source.encoding)
    if not feed.entries:
        if feed.bozo:
            what = f"not a feed, or a damaged one ({str(feed.bozo_exception)[:120]})"
            raise InputError(what, where=source.name, remedy="fetch it again")
        raise EmptyInputError("a feed without entries", where=source.name, remedy="leave it out")


def _row(entry: Any, feed: Any) -> Row:
    contents = [content.get("value") or "" for content in entry.get("content", ())]
    names = [author.get("name") for author in entry.get("authors", ()) if author.get("name")]
    row = {
        "id": entry.get("id"),
        "text": max(contents, key=len, default=None),
        "summary": entry.get("summary"),
        "title": entry.get("title"),
        "published": entry.get("published") or entry.get("updated"),
        "url": link if "://" in (link := entry.get("link") or "") else None,
        "author": ", ".join(names) or entry.get("author"),
        "outlet": (entry.get("source") or {}).get("title") or feed.get("title"),
        "language": feed.get("language"),
    }
    return {name: value for name, value in row.items() if value}
