"""The fields of an article in a record of whatever tool: found by the names of keys and columns, or else by what they hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.date_order import order_of_file
from extractor.readers.items import Item, Reading, Row
from extractor.readers.names import CONTAINERS, FIELDS, plan_of, words_of
from extractor.readers.plain import plain
from extractor.readers.prose import prose_column
from extractor.readers.published import Published, read_moment, read_published
from extractor.readers.tables import GUESSED

__all__ = ["FIELDS", "article_from", "byline"]

EXCERPT = "excerpt"
"""Flag: there was no more to read than the beginning of the article, or words about it."""

_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
"""What NewsAPI puts where it cuts a text."""
_BY = re.compile(r"^by[\s:]+", re.IGNORECASE)
_UNKNOWN = re.compile(r"(?i)nan|none|null|n/?a|unknown|undefined|[\W_]+")
"""What programs write where they know nothing."""
_NESTED = 2
_NAMES = ("name", "title", "rendered", "main", "original", "$date", "$numberLong", "$oid")
"""Which entry of an object stands for it: of schema.org, Event Registry, WordPress, The New York Times and MongoDB."""
_BODIES = ("rendered", "plain", "html", "value", "content", "body")
_SECTIONS = ("summary", "sections", "headline", "paragraphs", "text")


def article_from(row: Row, item: Item, reading: Reading) -> Article:
    """The article of a JSON object or the row of a table.

    Raises:
        EmptyInputError: When its text is empty.
        InputError: When nothing in it is a text.
    """
    record = _Record(row, reading)
    text, flags = record.text(item.name)
    published = record.published(item)
    title, outlet, url = record.words("title"), record.words("outlet"), record.words("url")
    if outlet and "://" in outlet:  # trafilatura's "source" is the page's address
        outlet, url = None, url or outlet
    return Article(
        text,
        id=record.words("id") or item.name,
        title=plain(title)[0] if title and ("&" in title or "<" in title) else title,
        outlet=outlet,
        url=url,
        author=byline(record.words("author")),
        language=(record.words("language") or "en").lower()[:2],
        path=item.path,
        encoding=item.encoding,
        **published.as_fields,
        flags=(*item.flags, *flags, *published.flags),
    )


def byline(written: str | None) -> str | None:
    """The author without the "By" before the name."""
    return _BY.sub("", written) or None if written else None


class _Record:
    """A record, asked for the fields of an article."""

    def __init__(self, row: Mapping[str, Any], reading: Reading, depth: int = 0) -> None:
        self._reading, self._depth = reading, depth
        self._row = {name: value for name, value in row.items() if not _is_nothing(value)}
        self._names = tuple(row)
        self._plan = plan_of(tuple(self._row))
        self._nested = [
            _Record(value, reading, depth + 1)
            for name, value in self._row.items()
            if isinstance(value, dict) and depth < _NESTED and name.lower() in CONTAINERS
        ]

    def values(self, field: str) -> Iterator[Any]:
        """What stands under the names of a field, the likeliest first; under the one that the user gave, which may be none."""
        if field in self._reading.fields:
            given = self._reading.fields[field]
            value = _at(self._row, given) if given else None
            yield from () if value is None else (value,)
            return
        for name in self._plan[field]:
            yield self._row[name]
        for inner in self._nested:
            yield from inner.values(field)

    def words(self, field: str) -> str | None:
        """A field as words."""
        for value in self.values(field):
            words = _words(value)
            if words and not _UNKNOWN.fullmatch(words):
                return words
        return None

    def text(self, where: str) -> tuple[str, tuple[str, ...]]:
        """The text, and how it was found if not simply by its name; the sections of a nested body under each other."""
        texts = [text for value in self.values("text") if (text := _text(value)).strip()]
        whole = next((text for text in texts if not _is_cut_off(text)), None)
        if whole is not None and (words := plain(whole))[0].strip():
            return words
        if "text" not in self._reading.fields and (found := self._instead(texts)):
            return found
        raise self._textless(where)

    def _instead(self, cut_off: list[str]) -> tuple[str, tuple[str, ...]] | None:
        """The text by what the fields hold, or else what there is of it."""
        strings = self._strings()
        prose = prose_column([strings], list(strings))
        if prose:
            text, flags = plain(strings[prose])
            return text, (GUESSED, *flags)
        teasers = [text for value in self.values("teaser") if (text := _text(value)).strip()]
        longest = max((_CUT_OFF.sub("", text) for text in (*cut_off[:1], *teasers)), key=len, default="")
        text, flags = plain(longest)
        return (text, (EXCERPT, *flags)) if text.strip() else None

    def _strings(self) -> dict[str, str]:
        """The words that stand under names which say nothing."""
        known = {name for names in self._plan.values() for name in names}
        return {
            name: value for name, value in self._row.items() if isinstance(value, str) and name not in known
        }

    def published(self, item: Item) -> Published:
        """What it says of the day of publication."""
        written = (words for value in self.values("published") if (words := _words(value)))
        return read_published(
            written,
            self._crawled(),
            self._reading.date_order,
            lambda: order_of_file(item.path, self._reading),
        )

    def _crawled(self) -> dt.datetime | None:
        for value in self.values("crawled"):
            if (words := _words(value)) and (moment := read_moment(words)):
                return moment
        crawled = self._reading.crawled
        return dt.datetime.combine(crawled, dt.time(12)) if crawled else None

    def _textless(self, where: str) -> InputError:
        if plan_of(self._names)["text"]:
            return EmptyInputError("no text", where=where, remedy="leave it out")
        names = ", ".join(FIELDS["text"][:4])
        remedy = f"put the article under {names}, or name its field with --field text=NAME"
        return InputError("no text", where=where, remedy=remedy)


def _is_cut_off(text: str) -> bool:
    return text.rstrip().endswith(" chars]") and _CUT_OFF.search(text[-200:]) is not None


def _at(row: Mapping[str, Any], given: str) -> Any:
    """What stands under a name as the user wrote it, or under a path of names with dots between them."""
    names = [name for name in row if name == given] or [
        name for name in row if words_of(name) == words_of(given)
    ]
    if names:
        return row[names[0]]
    value: Any = row
    for step in given.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def _is_nothing(value: Any) -> bool:
    if isinstance(value, str):
        return not value
    return value is None or (isinstance(value, list | dict) and not value) or value != value


def _text(value: Any) -> str:
    """A text, exactly as it stands; the sections of a nested body under each other."""
    return value if isinstance(value, str) else "\n\n".join(_paragraphs(value))


def _paragraphs(value: Any) -> Iterator[str]:
    """The paragraphs of a body in parts, as Fundus writes it: a summary, and sections with headlines."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _paragraphs(part)
    elif isinstance(value, dict):
        body = next((value[name] for name in _BODIES if value.get(name)), None)
        if body is not None:
            yield from _paragraphs(body)
        else:
            for name in _SECTIONS:
                yield from _paragraphs(value.get(name))


def _words(value: Any) -> str | None:
    """A field as words: a list joined by commas, an object by its name."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        return next((words for name in _NAMES if (words := _words(value.get(name)))), None)
    if isinstance(value, list):
        return ", ".join(words for item in value if (words := _words(item))) or None
    if isinstance(value, bool) or not isinstance(value, int | float | dt.date):
        return None
    return str(value).strip() or None
