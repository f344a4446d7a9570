"""What each format makes of one record, frozen beside this file; the record is frozen too, so that only writers show here.

To accept a change, look at it, then write the files anew:

    python -m tests.writers.golden
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from extractor.records import ArticleInfo, ArticleRecord
from extractor.writers import WRITERS, Options

HERE = Path(__file__).resolve().parent
TEXT = (HERE / "article.txt").read_text("utf-8")
RECORD = ArticleRecord.model_validate_json((HERE / "record.json").read_bytes())


def text_of(article: ArticleInfo) -> str:
    """The text of the one article there is."""
    assert article.id == RECORD.article.id
    return TEXT


def written(name: str, *records: ArticleRecord) -> bytes:
    """What a format makes of records, by default of the frozen one."""
    out = io.BytesIO()
    WRITERS[name].write(records or (RECORD,), out, Options(text_of=text_of))
    return out.getvalue()


def readable(name: str) -> str:
    """The same as text: of a database its dump, of a table its rows, of an archive its files, whose bytes libraries decide."""
    return _READABLE.get(name, _decoded)(written(name))


def _decoded(data: bytes) -> str:
    return data.decode("utf-8")


def frozen(name: str) -> Path:
    """The file that holds what a format made."""
    return HERE / f"{name}{_SUFFIXES.get(name, WRITERS[name].suffixes[0])}"


def dump(data: bytes) -> str:
    """A database as its tables' definitions, but for those of the full-text index, and their rows as JSON."""
    lines: list[str] = []
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        for name, sql in database.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql NOT NULL"
        ).fetchall():
            if "_fts_" not in name:
                lines.append(sql)
                lines += [json.dumps(row, ensure_ascii=False) for row in _rows_of(database, name, sql)]
    return "".join(f"{line}\n" for line in lines)


def _rows_of(database: sqlite3.Connection, name: str, sql: str) -> list[tuple[object, ...]]:
    return database.execute(f"SELECT * FROM {name}").fetchall() if sql.startswith("CREATE TABLE") else []


def rows(data: bytes) -> str:
    """A Parquet table as JSON."""
    import pyarrow.parquet as pq

    return (
        json.dumps(pq.read_table(io.BytesIO(data)).to_pylist(), default=str, ensure_ascii=False, indent=1)
        + "\n"
    )


def unpacked(data: bytes) -> str:
    """The files of an archive under their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(f"== {name}\n{archive.read(name).decode('utf-8')}" for name in archive.namelist())


_READABLE: dict[str, Callable[[bytes], str]] = {"sqlite": dump, "parquet": rows, "brat": unpacked}
_SUFFIXES = {"sqlite": ".sqlite.txt", "parquet": ".parquet.json", "brat": ".brat.txt"}
