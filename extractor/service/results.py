"""What has been extracted for one submission: records and texts in a file, read back for the report and for downloads."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from extractor.records import ArticleInfo, ArticleRecord
from extractor.report import report
from extractor.writers import WRITERS, Options


class Results:
    """Records and texts of the articles of one submission.

    Args:
        folder: Theirs alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "results.jsonl"
        self._file.touch()

    def add(self, lines: bytes) -> None:
        """Keep an article: the line of its record, and the line of its text."""
        with self._file.open("ab") as stream:
            stream.write(lines)

    def report(self) -> bytes:
        """The report page."""
        records, texts = self._all()
        return report(records, texts)

    def export(self, format: str) -> bytes:
        """All records in a format.

        Args:
            format: A row of WRITERS.
        """
        records, texts = self._all()
        out = BytesIO()

        def text_of(article: ArticleInfo) -> str:
            return texts[article.sha256]

        WRITERS[format].write(records, out, Options(text_of=text_of))
        return out.getvalue()

    def remove(self) -> None:
        """Delete the file."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _all(self) -> tuple[list[ArticleRecord], dict[str, str]]:
        found = list(self._pairs())
        return [record for record, _ in found], {record.article.sha256: text for record, text in found}

    def _pairs(self) -> Iterator[tuple[ArticleRecord, str]]:
        with self._file.open("rb") as lines:
            for record, text in zip(lines, lines, strict=True):
                yield ArticleRecord.model_validate_json(record), json.loads(text)
