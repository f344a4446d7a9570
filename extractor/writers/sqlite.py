"""SQLite: tables of claims, numbers, dates and articles, and a full-text index; what ``extractor query`` reads."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from extractor.errors import OutputError
from extractor.records import ArticleRecord
from extractor.writers.options import Options
from extractor.writers.rows import (
    ARTICLE_COLUMNS,
    CLAIM_COLUMNS,
    QUANTITY_COLUMNS,
    TIMEX_COLUMNS,
    Cell,
    Row,
    article_row,
    claim_row,
    quantity_rows,
    timex_rows,
)

TABLES = {
    "articles": ARTICLE_COLUMNS,
    "claims": CLAIM_COLUMNS,
    "quantities": QUANTITY_COLUMNS,
    "timexes": TIMEX_COLUMNS,
}
USER_VERSION = 2
"""Number of this schema, in the file's header; raised when a column changes."""

_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", dt.date: "TEXT"}
_INDEXES = """
CREATE INDEX claims_article ON claims (article_id);
CREATE INDEX claims_published ON claims (published);
CREATE INDEX quantities_claim ON quantities (claim_id);
CREATE INDEX timexes_claim ON timexes (claim_id);
CREATE VIRTUAL TABLE claims_fts USING fts5 (standalone, claimant, content = 'claims', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
"""


def write_sqlite(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """Make the database on disk and copy it out; dates are ISO strings, and a number or date in no claim has no claim_id.

    Raises:
        OutputError: When it cannot be made.
    """
    try:
        _write(records, out)
    except sqlite3.Error as error:
        what = f"cannot be made among the temporary files ({error})"
        raise OutputError(
            what, where="SQLite", remedy="make room, or name another folder with TMPDIR"
        ) from error


def _write(records: Iterable[ArticleRecord], out: BinaryIO) -> None:
    with tempfile.TemporaryDirectory(prefix="extractor-") as folder:
        path = Path(folder) / "claims.sqlite"
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")  # a torn file is never copied out
            database.execute("BEGIN")
            for name, columns in TABLES.items():
                database.execute(
                    f"CREATE TABLE {name} ({', '.join(f'{_quoted(c)} {_TYPES[t]}' for c, t in columns.items())})"
                )
            for record in records:
                _insert(database, "articles", [article_row(record.article)])
                _insert(database, "claims", [claim_row(claim, record.article) for claim in record.claims])
                _insert(database, "quantities", quantity_rows(record))
                _insert(database, "timexes", timex_rows(record))
            database.execute("COMMIT")
            database.executescript(_INDEXES)
            database.execute(f"PRAGMA user_version = {USER_VERSION}")
        with path.open("rb") as made:
            shutil.copyfileobj(made, out)


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    places = ", ".join("?" * len(TABLES[table]))
    database.executemany(
        f"INSERT INTO {table} VALUES ({places})", [[_value(row[c]) for c in TABLES[table]] for row in rows]
    )


def _value(cell: Cell) -> str | float | int | None:
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _quoted(name: str) -> str:
    return f'"{name}"'  # "end" is a word of SQL
