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
from extractor.records import ArticleInfo, ArticleRecord, Claim
from extractor.writers.options import Options
from extractor.writers.rows import (
    ARTICLE_COLUMNS,
    BETWEEN,
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

_NAMED = {"start": "claim_start", "end": "claim_end"}
_CHECK_COLUMNS = {"check_score": float, "check_type": str, "check_reasons": str}

TABLES: dict[str, dict[str, type]] = {
    "articles": ARTICLE_COLUMNS,
    "claims": {_NAMED.get(name, name): type_ for name, type_ in CLAIM_COLUMNS.items()} | _CHECK_COLUMNS,
    "quantities": QUANTITY_COLUMNS,
    "timexes": TIMEX_COLUMNS,
}
USER_VERSION = 2
"""Number of this schema, in the file's header; raised when a column changes."""

_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", dt.date: "TEXT"}
_OF_ARTICLE = "FOREIGN KEY (article_id) REFERENCES articles (article_id)"
_OF_CLAIM = f"FOREIGN KEY (claim_id) REFERENCES claims (claim_id), {_OF_ARTICLE}"
_KEYS = {
    "articles": "PRIMARY KEY (article_id)",
    "claims": f"PRIMARY KEY (claim_id), {_OF_ARTICLE}",
    "quantities": _OF_CLAIM,
    "timexes": _OF_CLAIM,
}
_INDEXES = """
CREATE INDEX claims_article ON claims (article_id);
CREATE INDEX claims_published ON claims (published);
CREATE INDEX quantities_claim ON quantities (claim_id);
CREATE INDEX timexes_claim ON timexes (claim_id);
CREATE VIRTUAL TABLE claims_fts USING fts5 (standalone, claimant, content="claims", tokenize = 'unicode61 remove_diacritics 2');
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
                declared = [f"{_quoted(column)} {_TYPES[type_]}" for column, type_ in columns.items()]
                database.execute(f"CREATE TABLE {name} ({', '.join([*declared, _KEYS[name]])})")
            for record in records:
                _insert(database, "articles", [article_row(record.article)])
                _insert(database, "claims", [_claim_row(claim, record.article) for claim in record.claims])
                _insert(database, "quantities", quantity_rows(record))
                _insert(database, "timexes", timex_rows(record))
            database.execute("COMMIT")
            database.executescript(_INDEXES)
            database.execute(f"PRAGMA user_version = {USER_VERSION}")
        with path.open("rb") as made:
            shutil.copyfileobj(made, out)


def _claim_row(claim: Claim, article: ArticleInfo) -> Row:
    """The cells of a claim, with its check."""
    row: Row = {_NAMED.get(name, name): cell for name, cell in claim_row(claim, article).items()}
    check = claim.check
    return row | {
        "check_score": check.score if check else None,
        "check_type": check.type if check else None,
        "check_reasons": BETWEEN.join(check.reasons) if check else None,
    }


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    places = ", ".join("?" * len(TABLES[table]))
    database.executemany(
        f"INSERT OR IGNORE INTO {table} VALUES ({places})",
        [[_value(row[c]) for c in TABLES[table]] for row in rows],
    )


def _value(cell: Cell) -> str | float | int | None:
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _quoted(name: str) -> str:
    return f'"{name}"'  # "end" is a word of SQL
