"""The input of the pipeline: one news article, exactly as read."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

NO_DATE = "no-publication-date"
"""Flag of a record: nothing told when the article was published."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    Attributes:
        text: The text exactly as read; every offset of a record counts code points of it.
        id: Stable name of the article; by default the first 16 hex digits of the text's SHA-256.
        title: Headline, when known.
        published: Publication date; relative dates ("last week") are resolved against it.
        published_from: How it was found: metadata, argument, head, date line or dateline; None when unknown.
        published_raw: The publication date as the metadata write it; kept where no day can be read from it.
        outlet: Newspaper, agency or site.
        url: Where the article was published.
        author: Byline.
        language: ISO 639-1 code.
        path: File the article was read from.
        encoding: Python's name of the encoding its bytes were in; None when it came as text.
        flags: What was unusual about reading it: ``encoding-guessed``, ``published-unreadable``, ``markup-removed``.
    """

    text: str
    id: str = ""
    title: str | None = None
    published: dt.date | None = None
    published_from: str | None = None
    published_raw: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str = "en"
    path: str | None = None
    encoding: str | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self.sha256[:16])

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, as hex; lone surrogates count as they stand."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
