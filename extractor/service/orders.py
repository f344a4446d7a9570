"""What the HTTP process asks of a worker: to find the articles of an upload, or to extract the claims of one."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Protocol, Self

from extractor.article import Article
from extractor.batch.bounds import MAX_CHARACTERS
from extractor.batch.extraction import Attempts, Request, outcomes, warm_extractor
from extractor.batch.outcome import Cause, Outcome, State, quarantined
from extractor.batch.worker import Work
from extractor.errors import ExtractionError, InputError
from extractor.loading import Loading
from extractor.readers import Item, Reading, find_items
from extractor.records import ArticleRecord
from extractor.writers import WRITERS, Layout, Options

Found = Item | InputError


@dataclass(frozen=True)
class Order:
    """One piece of work.

    Attributes:
        item: What there is to read; a whole file when it is to be looked for articles.
        reading: How it is read.
        finds: Whether the articles in ``item`` are to be found, and none extracted.
        layout: What a line of the answer holds.
        format: The format of the answer, a row of WRITERS.
        min_confidence: Attributions below it are left out; by default as the service was started.
        folder: Where relative paths of items start, for uploads; files are named as they were where they came from.
        with_text: Whether the article's text comes along, as a line of JSON behind the record.
    """

    item: Item
    reading: Reading = field(default_factory=Reading)
    finds: bool = False
    layout: Layout = Layout.ARTICLE
    format: str = "jsonl"
    min_confidence: float | None = None
    folder: str | None = None
    with_text: bool = False


def open_orders(loading: Loading, max_characters: int = MAX_CHARACTERS) -> Work:
    """Load the model, and use it once.

    Args:
        loading: What is loaded.
        max_characters: A longer article is not worked on.

    Raises:
        ModelError: When the model is missing or lacks a component.
    """
    return OrderWork(warm_extractor(loading), max_characters)


class Extracts(Attempts, Protocol):
    """The part of `Extractor` that a worker of the service uses."""

    def at_least(self, confidence: float) -> Self:
        """The same with another threshold."""


class OrderWork:
    """The work of the service's processes: orders in, bytes of answers out.

    Args:
        extractor: Attempts articles.
        max_characters: A longer article is not worked on.
    """

    def __init__(self, extractor: Extracts, max_characters: int = MAX_CHARACTERS) -> None:
        self._extractor, self._max_characters = extractor, max_characters

    def __call__(self, orders: Sequence[Order]) -> Iterator[Outcome]:
        """The outcome of each order, in their order."""
        for (folder, finds, _), group in groupby(orders, _kind):
            with _inside(folder):
                if finds:
                    yield from map(_find, group)
                else:
                    yield from self._extract(list(group))

    def _extract(self, orders: Sequence[Order]) -> Iterator[Outcome]:
        least = orders[0].min_confidence
        extractor = self._extractor if least is None else self._extractor.at_least(least)
        requests = [Request(order.item, order.reading, partial(_answer, order)) for order in orders]
        yield from outcomes(requests, extractor, self._max_characters)


def items_in(outcome: Outcome) -> list[Found]:
    """The items that an order to find them has found, and in their places why there is none."""
    found: list[Found] = pickle.loads(outcome.lines)
    return found


def _kind(order: Order) -> tuple[str | None, bool, float | None]:
    """Orders of a kind are worked on together."""
    return order.folder, order.finds, order.min_confidence


def _find(order: Order) -> Outcome:
    try:
        found = list(find_items([order.item.name], order.reading))
    except Exception as error:  # a reader's library: any upload may break it, and only that upload pays
        return quarantined(ExtractionError.caught(error, order.item.name).reason, cause=Cause.FAULT)
    return Outcome(State.OK, lines=pickle.dumps(found))


def _answer(order: Order, record: ArticleRecord, article: Article) -> bytes:
    out = BytesIO()
    WRITERS[order.format].write([record], out, Options(order.layout, lambda _: article.text))
    if order.with_text:
        out.write(json.dumps(article.text).encode() + b"\n")
    return out.getvalue()


@contextmanager
def _inside(folder: str | None) -> Iterator[None]:
    """A block in which relative paths start in a folder; a worker has one thread, so nobody else sees it."""
    if folder is None:
        yield
        return
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
