"""One call of the command line: its inputs, its output, and what became of them."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from itertools import chain, tee
from typing import TYPE_CHECKING, BinaryIO

import typer

from extractor.article import NO_DATE, Article
from extractor.errors import ExitCode, ExtractionError, InputError, OutputError, PassedOver
from extractor.loading import Loading
from extractor.readers import Reading, read
from extractor.writers.files import whole_file

if TYPE_CHECKING:
    from extractor.records import ArticleRecord

STDOUT = "-"
"""As the name of an output file."""


@dataclass
class Call:
    """The inputs of one call.

    Attributes:
        tell: What tells people about an input that is left out.
        read: Articles extracted so far.
        claims: Claims found so far.
        left_out: Inputs that could not be read, or that extraction failed on.
        passed_over: How many files of each kind that holds no articles were in folders and archives.
        flags: How many articles have each flag.
    """

    tell: Callable[[object], None]
    read: int = 0
    claims: int = 0
    left_out: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)

    def articles(self, inputs: Iterable[str], reading: Reading) -> Iterator[Article]:
        """The articles that can be read; what cannot is told and counted."""
        for item in read(inputs, reading):
            if isinstance(item, PassedOver):
                self.passed_over[item.what] += 1
            elif isinstance(item, InputError):
                self.left_out += 1
                self.tell(item)
            else:
                yield item

    def records(self, articles: Iterator[Article], loading: Loading) -> Iterator[ArticleRecord]:
        """The records of the articles, streamed in their order; without an article no model is loaded.

        Raises:
            ModelError: When the model is missing or broken.
        """
        return (record for _, record in self.pairs(articles, loading))

    def pairs(self, articles: Iterator[Article], loading: Loading) -> Iterator[tuple[Article, ArticleRecord]]:
        """Each article with its record; one that extraction fails on is told and counted, and ends nothing."""
        first = next(articles, None)
        if first is None:
            return
        from extractor.pipeline import loaded  # spaCy takes a second, which --help and bad input need not pay

        extractor = loaded(loading)
        gc.freeze()  # a million objects of model and libraries that no collection need look at again
        articles, again = tee(chain([first], articles))
        for article, found in zip(again, extractor.attempt(articles), strict=True):
            if isinstance(found, ExtractionError):
                self.left_out += 1
                self.tell(found)
                continue
            self.read += 1
            self.claims += len(found.claims)
            self.flags.update(flag for flag in found.flags if flag != NO_DATE)
            yield article, found

    @property
    def summary(self) -> str:
        """One line for people, or more where something is to be known about the inputs."""
        counts = ((self.read, "article"), (self.claims, "claim"), (self.left_out, "input"))
        articles, claims, inputs = (f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts)
        lines = [f"{articles}, {claims}; {inputs} left out"]
        lines += [f"{name}: {listed(counts)}" for name, counts in self._remarks() if counts]
        return "\n".join(lines)

    def _remarks(self) -> tuple[tuple[str, Counter[str]], ...]:
        return ("passed over", self.passed_over), ("flags", self.flags)

    @property
    def exit_code(self) -> ExitCode:
        """Whether all inputs, some or none were read."""
        if not self.read:
            return ExitCode.NOTHING_READ
        return ExitCode.INCOMPLETE if self.left_out else ExitCode.OK


def listed(counts: Mapping[str, int]) -> str:
    """What was counted, in words: "a .jpg file 3, a .png file 1"."""
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))


def output_of(out: str | None) -> AbstractContextManager[BinaryIO]:
    """The output file, whole or not at all; standard output without a name, and for ``-``.

    Raises:
        OutputError: When the file cannot be made or filled.
    """
    return standard_output() if out in (None, STDOUT) else whole_file(str(out))


def refuse_standard_output(out: str) -> None:
    """Refuse ``-`` where a folder is written, of parts and a ledger, which no stream can be.

    Raises:
        OutputError: When it is to go to standard output.
    """
    if out == STDOUT:
        remedy = "name a folder, or stream claims with extractor extract"
        raise OutputError("this needs a folder", where="--out -", remedy=remedy)


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output for bytes, quiet when its reader goes away (``| head``)."""
    try:
        yield sys.stdout.buffer
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at exit
        raise typer.Exit(ExitCode.OK) from None
