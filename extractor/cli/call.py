"""One call of the command line: its inputs, its output, and what became of them."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, tee
from typing import BinaryIO

import typer

from extractor.article import Article
from extractor.errors import ExitCode, InputError
from extractor.readers import read
from extractor.records import ArticleRecord


@dataclass
class Call:
    """The inputs of one call.

    Attributes:
        tell: What tells people about an input that is left out.
        read: Articles extracted so far.
        claims: Claims found so far.
        left_out: Inputs that could not be read.
    """

    tell: Callable[[object], None]
    read: int = 0
    claims: int = 0
    left_out: int = 0

    def articles(self, inputs: Iterable[str], published: dt.date | None) -> Iterator[Article]:
        """The articles that can be read; what cannot is told and counted."""
        for item in read(inputs):
            if isinstance(item, InputError):
                self.left_out += 1
                self.tell(item)
            elif published and not item.published:
                yield replace(item, published=published, published_from="argument")
            else:
                yield item

    def records(
        self, articles: Iterator[Article], model: str | None, min_confidence: float | None = None
    ) -> Iterator[ArticleRecord]:
        """The records of the articles, streamed in their order; without an article no model is loaded.

        Raises:
            ModelError: When the model is missing or broken.
        """
        first = next(articles, None)
        if first is None:
            return
        from extractor.pipeline import load  # spaCy takes a second, which --help and bad input need not pay

        for record in load(model, min_confidence=min_confidence).pipe(chain([first], articles)):
            self.read += 1
            self.claims += len(record.claims)
            yield record

    def pairs(
        self, articles: Iterator[Article], model: str | None
    ) -> Iterator[tuple[Article, ArticleRecord]]:
        """Each article with its record."""
        articles, again = tee(articles)
        for record in self.records(articles, model):
            yield next(again), record

    @property
    def summary(self) -> str:
        """One line for people."""
        counts = ((self.read, "article"), (self.claims, "claim"), (self.left_out, "input"))
        articles, claims, inputs = (f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts)
        return f"{articles}, {claims}; {inputs} left out"

    @property
    def exit_code(self) -> ExitCode:
        """Whether all inputs, some or none were read."""
        if not self.read:
            return ExitCode.NOTHING_READ
        return ExitCode.INCOMPLETE if self.left_out else ExitCode.OK


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output for bytes, quiet when its reader goes away (``| head``)."""
    try:
        yield sys.stdout.buffer
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at exit
        raise typer.Exit(ExitCode.OK) from None
