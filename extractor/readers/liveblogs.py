"""Live blogs: each post is an article of its own, with its own time, byline and heading, since "tomorrow" is the post's.

Pages declare them (schema.org LiveBlogPosting); in plain text a line with nothing but a time opens each post.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from extractor.readers.encodings import decode_text
from extractor.readers.fragments import text_of_fragment, title_of_page
from extractor.readers.items import Found, Item, Reading, Row, Source
from extractor.readers.published import INFERRED, read_published
from extractor.readers.streams import whole

_DECLARED = b"LiveBlogPosting"
_ARTICLE = re.compile(
    r"<article\b[^>]*+>(?P<inside>(?:(?!</?article\b).)*+)</article\s*>", re.IGNORECASE | re.DOTALL
)
_TIME = re.compile(r"<time\b[^>]*?datetime\s*=\s*[\"']?([^\"'>\s]+)[^>]*>[^<]{0,80}</time\s*>", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:rel=[\"']?author|class=[\"'][^\"'>]*byline)[^>]*>\s*(?:by\s+)?([^<]{2,80})<", re.IGNORECASE
)
_SITE = re.compile(r"<meta\b[^>]*og:site_name[\"'][^>]*?content\s*=\s*[\"']([^\"'>]{1,100})", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b[^>]*ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ZONE = r"(?:[ \t]*\(?[A-Z]{2,4}\)?)?"
_CLOCK = rf"\d{{1,2}}[:.]\d{{2}}(?:[ \t]*[ap]\.?m\.?)?{_ZONE}|\d{{1,2}}[ \t]*[ap]m{_ZONE}"
_DATED = r"(?:[A-Z][a-z]{2,8},?[ \t]+)?(?:\d{1,2}[ \t]+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}[ \t]+\d{1,2}),?(?:[ \t]+\d{4})?"
_TIME_LINE = re.compile(
    rf"^[ \t]*(?:(?P<day>{_DATED})[,.]?[ \t]+(?:at[ \t]+)?|(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*),?[ \t]+)?"
    rf"(?P<clock>{_CLOCK})[ \t]*$",
    re.MULTILINE,
)
_LIKE_TIME = re.compile(rb"\n[ \t]*(?:[A-Z][\w, ]{2,24} )?\d{1,2}(?:[:.]\d\d|[ap]m| [ap]m)[^\n]{0,16}(?=\n)")
_POSTS = 3
"""So many lines with nothing but a time make a live blog of a text; a programme of events has no prose between them."""
_WORDS = 12
"""A post has on average."""


def is_liveblog(head: bytes) -> bool:
    """Whether a page declares itself a live blog."""
    return _DECLARED in head


def is_live_text(head: bytes) -> bool:
    """Whether a text is cut by lines with nothing but a time."""
    if len(_LIKE_TIME.findall(head[: 1 << 16])) < _POSTS:
        return False
    text = decode_text(head[: 1 << 16]).text.replace("\r", "")
    posts = _posts_of_text(text)
    return len(posts) >= _POSTS and sum(len(post.split()) for _, post in posts) >= _WORDS * len(posts)


def liveblog_items(source: Source, reading: Reading) -> Found:
    """The posts of a page as ``PATH:N``; a page in which none is found is one article.

    Raises:
        InputError: When the page is longer than an article may be.
    """
    data = whole(source.chunks, source.name, reading.max_bytes)
    markup = decode_text(data, given=None if source.encoding else reading.encoding).text
    posts = max(list(_posts(markup)), list(_declared_posts(markup)), key=len)
    site = _SITE.search(markup)
    for number, post in enumerate(posts, 1):
        row = {**post, "outlet": html.unescape(site[1]) if site else None}
        yield Item(f"{source.name}:{number}", "liveblog", {k: v for k, v in row.items() if v}, source.path)
    if not posts:
        yield Item(source.name, "html", data, source.path, source.encoding)


def live_text_items(source: Source, reading: Reading) -> Found:
    """The posts of a text as ``PATH:N``, each with the day of its time line, or else of the text's head.

    Raises:
        InputError: When the text is longer than an article may be.
    """
    data = whole(source.chunks, source.name, reading.max_bytes)
    text, encoding, flags = decode_text(data, given=None if source.encoding else reading.encoding)
    text = text.replace("\r\n", "\n")
    posts = _posts_of_text(text)
    head = text[: posts[0][0].start()] if posts else ""
    title = next((line.strip() for line in head.splitlines() if line.strip()), None)
    days = (read_published([line]).day for line in head.splitlines()[:12] if line.strip())
    day = next(filter(None, days), None) or reading.published
    for number, (time, post) in enumerate(posts, 1):
        posted = _day_of(time, day)
        row: Row = {"text": post.strip(), "title": title, "published": (posted or time[0].strip())}
        item = Item(
            f"{source.name}:{number}", "liveblog", row, source.path, source.encoding or encoding, flags
        )
        yield replace(item, flags=(*flags, INFERRED)) if posted else item


def _posts_of_text(text: str) -> list[tuple[re.Match[str], str]]:
    times = list(_TIME_LINE.finditer(text))
    ends = [*(time.start() for time in times[1:]), len(text)]
    found = ((time, text[time.end() : end]) for time, end in zip(times, ends, strict=True))
    return [(time, post) for time, post in found if post.strip()]


def _day_of(time: re.Match[str], day: dt.date | None) -> dt.date | None:
    """The day of a post: that of its own line, the last such weekday up to the day of the text, or the day of the text."""
    if time["day"]:
        written = time["day"]
        seen = dt.datetime.combine(day, dt.time(12)) if day else None
        return read_published([written], seen).day
    if day and time["weekday"]:
        back = (day.weekday() - _DAYS.index(time["weekday"][:3].lower())) % 7
        return day - dt.timedelta(days=back)
    return day


def _posts(markup: str) -> Iterator[Row]:
    """The posts as the page shows them: its innermost articles with a time."""
    for article in _ARTICLE.finditer(markup):
        inside = article["inside"]
        time = _TIME.search(inside)
        text = text_of_fragment(_TIME.sub("", inside))
        if time and text:
            author = _BYLINE.search(inside)
            yield {
                "text": text,
                "title": title_of_page(inside),
                "published": time[1],
                "author": html.unescape(author[1]).strip() if author else None,
            }


def _declared_posts(markup: str) -> Iterator[Row]:
    """The posts as the page declares them for machines."""
    for script in _SCRIPT.finditer(markup):
        try:
            declared = json.loads(script[1])
        except (ValueError, RecursionError):
            continue
        for blog in _blogs(declared):
            updates = blog.get("liveBlogUpdate")
            for update in updates if isinstance(updates, list) else [updates]:
                if isinstance(update, dict) and str(update.get("articleBody") or "").strip():
                    yield {
                        "text": str(update["articleBody"]),
                        "title": update.get("headline"),
                        "published": update.get("datePublished") or update.get("dateModified"),
                        "author": update.get("author"),
                        "url": update.get("url"),
                    }


def _blogs(declared: Any) -> Iterator[dict[str, Any]]:
    if isinstance(declared, list):
        for each in declared:
            yield from _blogs(each)
    elif isinstance(declared, dict):
        if "LiveBlogPosting" in str(declared.get("@type")):
            yield declared
        elif "@graph" in declared:
            yield from _blogs(declared["@graph"])
