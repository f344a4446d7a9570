"""Work for Spark's Python workers that goes wrong on cue; a module of its own, since they import it by name."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.batch.extraction import open_extraction
from extractor.batch.outcome import Outcome
from extractor.batch.worker import Work
from extractor.errors import ModelError
from extractor.loading import Loading
from extractor.readers import Item, Reading
from extractor.writers.layout import Layout

POISON = "POISON"


def open_work() -> Work:
    """Extraction as ``extractor spark`` does it by default."""
    return open_extraction(Loading(), Reading(), Layout.CLAIM, 1_000_000)


def open_poisoned(killed_once: Path) -> Work:
    """Extraction that dies of some articles, and that kills the Python worker of the first task it sees.

    Args:
        killed_once: A file that tells that it did.
    """
    extraction = open_work()

    def work(items: Sequence[Item]) -> Iterator[Outcome]:
        if not killed_once.exists():
            killed_once.touch()
            os.kill(os.getppid(), signal.SIGKILL)
        if any(POISON in str(item.data) for item in items):
            os.kill(os.getpid(), signal.SIGKILL)
        return extraction(items)

    return work


def open_without_model() -> Work:
    """What happens on a cluster whose machines lack the model."""
    raise ModelError("no such spaCy model", where="en_core_web_none", remedy="install it on every machine")
