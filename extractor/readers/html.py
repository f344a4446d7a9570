"""Web pages, by trafilatura: the article without what surrounds it, and what the page says about it."""

from __future__ import annotations

import datetime as dt
import logging
import re
from typing import Any

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.dates import parse_date
from extractor.readers.extras import extra
from extractor.readers.items import Item, Page, Reading
from extractor.readers.open import bytes_of, decoded

_STARTS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z]{2})\b""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_VALUE = r"""=\s*+(?:"[^"]*+"|'[^']*+')"""
_TAG = re.compile(
    rf"<!--(?:(?!-->).)*+|<(?:script|style)\b(?:(?!</(?:script|style)).)*+|<[a-z](?P<inside>(?:{_VALUE}|[^>])*+)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(rf"{_VALUE}|[\s/]++(?P<name>[^\s/=])?+")
_MOST_ATTRIBUTES = 500
"""Of one tag; lxml looks through them all for each: 20,000 take it two seconds, 100,000 two minutes."""
_LATEST = dt.date(2100, 1, 1)
"""By default no date after today would be found, and the same page would read differently tomorrow."""
_SILENCE = logging.NullHandler()
"""Without a handler of the user's, Python would print what these libraries log; logging itself stays as it is."""


def looks_like_html(data: bytes) -> bool:
    """Whether a file starts as a web page does."""
    return _STARTS.match(data[:4096]) is not None


def html_article(item: Item, reading: Reading) -> Article:
    """The article of a web page: its text as trafilatura gives it, with title, date, author, outlet, address.

    A date is taken from what the page declares only: one guessed from its words would move every "last week".

    Raises:
        InputError: When the page holds no article, is not text, or trafilatura is not installed or fails.
    """
    page = item.data if isinstance(item.data, Page) else Page(bytes_of(item, reading))
    meta = _CHARSET.search(page.body[:4096])
    declared = page.charset or (meta[1].decode() if meta else None)
    markup, encoding, flags = decoded(page.body, item, reading, declared)
    if any(map(_is_crowded, _TAG.finditer(markup))):
        what = f"a tag has more than {_MOST_ATTRIBUTES} attributes"
        raise InputError(what, where=item.name, remedy="leave it out, or convert it to text")
    found = _extracted(_without_declaration(markup), page, item.name)
    if found is None or not (found.text or "").strip():
        raise EmptyInputError("no article in this page", where=item.name, remedy="leave it out")
    published = _date(found.date)
    return Article(
        found.text,
        id=item.name,
        title=found.title,
        published=published,
        published_from="metadata" if published else None,
        outlet=found.sitename or found.hostname,
        url=found.url or page.url,
        author=found.author,
        language=(found.language or _language(markup) or "en").lower()[:2],
        path=item.path,
        encoding=encoding,
        flags=flags,
    )


def _extracted(markup: str, page: Page, where: str) -> Any:
    trafilatura = extra("trafilatura", "html", where)
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(_SILENCE)
    latest = (_date(page.captured) or _LATEST).isoformat()
    dates = {"original_date": True, "extensive_search": False, "max_date": latest}
    try:
        return trafilatura.bare_extraction(
            markup, url=page.url, with_metadata=True, include_comments=False, date_extraction_params=dates
        )
    except Exception as error:  # thousands of pages, and lxml, htmldate and justext behind it
        what = f"trafilatura fails on this page ({type(error).__name__}: {str(error)[:100]})"
        raise InputError(what, where=where, remedy="leave it out, or convert it to text") from error


def _is_crowded(tag: re.Match[str]) -> bool:
    """Whether a tag has more attributes than any page gives one."""
    inside = tag["inside"] or ""
    if len(inside) <= 2 * _MOST_ATTRIBUTES:
        return False
    return sum(found["name"] is not None for found in _ATTRIBUTE.finditer(inside)) > _MOST_ATTRIBUTES


def _without_declaration(markup: str) -> str:
    """The page without the declaration of an encoding that it has no more, which lxml would stumble over."""
    declaration = _XML_DECLARATION.match(markup)
    return markup[declaration.end() :] if declaration else markup


def _date(found: str | None) -> dt.date | None:
    try:
        return parse_date(found) if found else None
    except ValueError:
        return None


def _language(markup: str) -> str | None:
    """The language that the page declares."""
    declared = _LANGUAGE.search(markup[:20_000])
    return declared[1] if declared else None
