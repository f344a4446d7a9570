"""The work of a run: items are read, their claims extracted, and written as lines."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from extractor.article import NO_DATE, Article
from extractor.batch.bounds import MAX_CHARACTERS, excess
from extractor.batch.outcome import Cause, Outcome, State, quarantined, storable
from extractor.errors import EmptyInputError, ExtractionError, InputError
from extractor.loading import Loading
from extractor.readers import Item, Reading, article_of
from extractor.records import ArticleRecord
from extractor.writers import Options
from extractor.writers.jsonl import write_jsonl
from extractor.writers.layout import Layout

if TYPE_CHECKING:
    from extractor.pipeline import Extractor

_WARM_UP = "Ana Kask told reporters on 3 May 2024 that the boat was 5 metres long."
"""Makes the libraries that are imported when first needed part of what forked workers share."""


class Attempts(Protocol):
    """The part of `Extractor` that a worker uses."""

    def attempt(self, articles: Iterator[Article]) -> Iterator[ArticleRecord | ExtractionError]:
        """Each article's record, or in its place why there is none."""


@dataclass(frozen=True, slots=True)
class Request:
    """One item to be worked on.

    Attributes:
        item: What there is to read.
        reading: How it is read.
        lines: What it adds to the output.
    """

    item: Item
    reading: Reading
    lines: Callable[[ArticleRecord, Article], bytes]


@dataclass(frozen=True)
class Extraction:
    """The work of a run: items in, lines of its layout out.

    Attributes:
        extractor: Attempts articles.
        reading: How items are read.
        layout: What a line holds.
        max_characters: A longer article is not worked on: a book, or many articles in one file; see `bounds`.
    """

    extractor: Attempts
    reading: Reading
    layout: Layout
    max_characters: int = MAX_CHARACTERS

    def __call__(self, items: Sequence[Item]) -> Iterator[Outcome]:
        """The outcome of each item."""
        requests = [Request(item, self.reading, self._lines) for item in items]
        return outcomes(requests, self.extractor, self.max_characters)

    def _lines(self, record: ArticleRecord, article: Article) -> bytes:
        lines = BytesIO()
        write_jsonl([record], lines, Options(self.layout))
        return lines.getvalue()


def outcomes(requests: Sequence[Request], extractor: Attempts, max_characters: int) -> Iterator[Outcome]:
    """The outcome of each request, in their order; all articles are parsed in one batch.

    Args:
        requests: What is to be done.
        extractor: Attempts articles.
        max_characters: A longer article is not worked on.
    """
    start = time.perf_counter()
    read = [_read(request, max_characters) for request in requests]
    articles = [article for article in read if isinstance(article, Article)]
    attempts = list(extractor.attempt(iter(articles)))
    per_character = (time.perf_counter() - start) / max(1, sum(len(article.text) for article in articles))
    results = iter(attempts)
    for request, found in zip(requests, read, strict=True):
        if isinstance(found, Outcome):
            yield found
        else:
            yield _outcome(request, found, next(results), round(len(found.text) * per_character, 3))


def _read(request: Request, max_characters: int) -> Article | Outcome:
    try:
        article = article_of(request.item, request.reading)
    except InputError as error:
        empty = isinstance(error, EmptyInputError)
        return Outcome(State.EMPTY, error.reason) if empty else quarantined(error.reason)
    except Exception as error:  # a reader's library: any input may break it, and only that input pays
        return quarantined(ExtractionError.caught(error, request.item.name).reason, cause=Cause.FAULT)
    if too_much := excess(article.text, max_characters):
        return quarantined(f"{too_much}; cut it up, or raise --max-characters", cause=Cause.TOO_LONG)
    return article


def _outcome(
    request: Request, article: Article, result: ArticleRecord | ExtractionError, seconds: float
) -> Outcome:
    if isinstance(result, ExtractionError):
        return quarantined(result.reason, seconds, Cause.FAULT)
    return Outcome(
        State.OK,
        article=storable(result.article.id),
        sha256=result.article.sha256,
        claims=len(result.claims),
        words=len(article.text.split()),
        seconds=seconds,
        lines=request.lines(result, article),
        flags=tuple(flag for flag in result.flags if flag != NO_DATE),
    )


def open_extraction(loading: Loading, reading: Reading, layout: Layout, max_characters: int) -> Extraction:
    """Load the model, and use it once.

    Args:
        loading: What is loaded.
        reading: How items are read.
        layout: What a line holds.
        max_characters: A longer article is not worked on.

    Raises:
        ModelError: When the model is missing or lacks a component.
    """
    return Extraction(warm_extractor(loading), reading, layout, max_characters)


def warm_extractor(loading: Loading) -> Extractor:
    """An extractor that has been used once.

    Raises:
        ModelError: When the model is missing or lacks a component.
    """
    from extractor.pipeline import loaded

    extractor = loaded(loading)
    extractor.extract(_WARM_UP)
    return extractor
