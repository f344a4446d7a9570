"""A run with a stand-in for the model, as a process of its own: starts in a third of a second, and does what a text tells it to.

python -m tests.faults.standin INPUT OUT [--option value ...]
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Self

from extractor.article import Article
from extractor.batch.extraction import Extraction
from extractor.batch.inputs import Shard
from extractor.batch.limits import Limits
from extractor.batch.outcome import Outcome
from extractor.batch.run import Plan, run
from extractor.batch.worker import Work
from extractor.errors import ExtractionError, ExtractorError
from extractor.readers import Reading, find_items
from extractor.records import ArticleInfo, ArticleRecord, Provenance
from extractor.writers import WRITERS
from extractor.writers.layout import Layout

PROVENANCE = Provenance(version="0", model="stand-in", model_version="0", resources_sha256="0")


class StandIn:
    """Extracts nothing, and does what the first word of a text tells it to.

    Args:
        seconds: How long an article takes.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self._seconds = seconds

    def at_least(self, confidence: float) -> Self:
        return self

    def attempt(self, articles: Iterable[Article]) -> Iterator[ArticleRecord | ExtractionError]:
        for article in articles:
            time.sleep(self._seconds)
            try:
                _obey(article.text.split(maxsplit=1)[0])
                yield _record(article)
            except Exception as error:
                yield ExtractionError.caught(error, article.id)


def _obey(word: str) -> None:
    match word:
        case "HANG":
            time.sleep(3600)
        case "LOOP":
            sum(iter(int, 1))  # in C, deaf to Python's signal handlers
        case "STOP":
            os.kill(os.getpid(), signal.SIGSTOP)
        case "CRASH":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "EXIT":
            os._exit(7)
        case "EAT":
            bytearray(100_000_000_000)
        case "NIBBLE":
            eaten = []
            while True:
                eaten.append(bytearray(10_000_000))
        case "RAISE":
            raise KeyError("no such cue")
        case "RECURSE":
            _obey(word)


def _record(article: Article) -> ArticleRecord:
    fields: dict[str, Any] = {name: getattr(article, name) for name in ArticleInfo.model_fields}
    return ArticleRecord(
        article=ArticleInfo(**fields),
        claims=[],
        quantities=[],
        timexes=[],
        mentions=[],
        extractor=PROVENANCE,
        flags=[article.text[:50]],
    )


def open_work(seconds: float = 0.0) -> Work:
    return Extraction(StandIn(seconds), Reading(), Layout.ARTICLE)


class Silent:
    """Watches, and says nothing."""

    def resumed(self, inputs: int) -> None: ...

    def settled(self, name: str, outcome: Outcome) -> None: ...

    def tick(self) -> None: ...


def main(arguments: list[str]) -> int:
    given, out, *rest = arguments
    options: dict[str, Any] = json.loads(rest[0]) if rest else {}
    seconds = options.pop("article", 0.0)
    limits = Limits(**options.pop("limits", {}))
    shard = Shard.parse(options.pop("shard")) if "shard" in options else None
    identity = {"model": "stand-in", "options": {"layout": "article"}, "shard": str(shard) if shard else None}
    output = WRITERS[options.pop("output")] if "output" in options else None
    plan = Plan(Path(out), identity, limits=limits, shard=shard, output=output, **options)
    try:
        return run(plan, find_items([given], Reading()), partial(open_work, seconds), Silent())
    except ExtractorError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
