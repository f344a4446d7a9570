"""CSV for spreadsheets: one claim a row, RFC 4180, UTF-8 with the mark by which spreadsheets know it.

A cell that a spreadsheet would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection) gets an apostrophe in
front, as typed by hand; `without_guard` takes it off again, and nothing else changes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable
from typing import BinaryIO

from extractor.records import ArticleRecord
from extractor.writers.options import Options
from extractor.writers.rows import CLAIM_COLUMNS, Cell, Row, claim_row

_RUNS = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""Starts that spreadsheets run, with any apostrophes before them, so that taking one off is always right."""


def write_csv(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """A line of column names, then one row a claim as soon as its record comes."""
    write_rows((claim_row(claim, record.article) for record in records for claim in record.claims), out)


def write_rows(rows: Iterable[Row], out: BinaryIO, columns: Collection[str] = CLAIM_COLUMNS) -> None:
    """Rows under a line of the names of their columns, by default those of claims."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: guarded(cell) for name, cell in row.items()} for row in rows)
    text.detach()  # the stream is the caller's to close


def guarded(cell: Cell) -> Cell:
    """The cell, with an apostrophe where a spreadsheet would run it; numbers cannot be run."""
    return f"'{cell}" if isinstance(cell, str) and _RUNS.match(cell) else cell


def without_guard(cell: str) -> str:
    """What `guarded` made the cell of."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell
