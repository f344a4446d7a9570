"""Records → files. A format is one file of this package and one row of WRITERS."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import BinaryIO

from extractor.records import ArticleRecord
from extractor.writers.jsonl import write_jsonl
from extractor.writers.layout import Layout

__all__ = ["WRITERS", "Layout", "Writer", "writer_for"]

Writer = Callable[[Iterable[ArticleRecord], BinaryIO, Layout], None]

WRITERS: dict[str, Writer] = {
    ".jsonl": write_jsonl,
    ".ndjson": write_jsonl,
}
"""Which writer writes files with which suffix; any other suffix gets JSON Lines."""


def writer_for(out: str | None) -> Writer:
    """The writer for a path; JSON Lines for standard output."""
    return WRITERS.get(PurePath(out or "").suffix.lower(), write_jsonl)
