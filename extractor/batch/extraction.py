"""The work of a run: items are read, their claims extracted, and written as lines."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol

from extractor.article import Article
from extractor.batch.bounds import MAX_CHARACTERS, excess
from extractor.batch.outcome import Outcome, State, quarantined, storable
from extractor.errors import EmptyInputError, ExtractionError, InputError
from extractor.loading import Loading
from extractor.readers import Item, Reading, article_of
from extractor.records import ArticleRecord
from extractor.writers import Options
from extractor.writers.jsonl import write_jsonl
from extractor.writers.layout import Layout

_WARM_UP = "Ana Kask told reporters on 3 May 2024 that the boat was 5 metres long."
"""Makes the libraries that are imported when first needed part of what forked workers share."""


class Attempts(Protocol):
    """The part of `Extractor` that a worker uses."""

    def attempt(self, articles: Iterator[Article]) -> Iterator[ArticleRecord | ExtractionError]:
        """Each article's record, or in its place why there is none."""


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
        start = time.perf_counter()
        read = [self._read(item) for item in items]
        articles = [article for article in read if isinstance(article, Article)]
        attempts = list(self.extractor.attempt(iter(articles)))
        per_character = (time.perf_counter() - start) / max(1, sum(len(article.text) for article in articles))
        results = zip(articles, attempts, strict=True)
        for found in read:
            if isinstance(found, Outcome):
                yield found
            else:
                yield self._outcome(*next(results), len(found.text) * per_character)

    def _read(self, item: Item) -> Article | Outcome:
        try:
            article = article_of(item, self.reading)
        except InputError as error:
            return Outcome(
                State.EMPTY if isinstance(error, EmptyInputError) else State.QUARANTINED, error.reason
            )
        except Exception as error:  # a reader's library: any input may break it, and only that input pays
            return quarantined(ExtractionError.caught(error, item.name).reason)
        if too_much := excess(article.text, self.max_characters):
            return quarantined(f"{too_much}; cut it up, or raise --max-characters")
        return article

    def _outcome(self, article: Article, result: ArticleRecord | ExtractionError, seconds: float) -> Outcome:
        if isinstance(result, ExtractionError):
            return quarantined(result.reason, round(seconds, 3))
        lines = BytesIO()
        write_jsonl([result], lines, Options(self.layout))
        return Outcome(
            State.OK,
            article=storable(result.article.id),
            sha256=result.article.sha256,
            claims=len(result.claims),
            words=len(article.text.split()),
            seconds=round(seconds, 3),
            lines=lines.getvalue(),
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
    from extractor.pipeline import loaded

    extractor = loaded(loading)
    extractor.extract(_WARM_UP)
    return Extraction(extractor, reading, layout, max_characters)
