"""Parquet tables, by pyarrow: one article a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from extractor.errors import EmptyInputError, InputError
from extractor.readers.extras import extra
from extractor.readers.items import Found, Item, Reading, Row, Source
from extractor.readers.streams import too_long
from extractor.readers.tables import SAMPLE, plan_table

_ROWS = 64
"""Read at once."""
_GROUP = 4 << 30
"""So many bytes may a group of rows unpack to; what writers make by default is a tenth of it."""


def is_parquet(head: bytes) -> bool:
    """Whether a file begins as Parquet does."""
    return head.startswith(b"PAR1")


def parquet_items(source: Source, reading: Reading) -> Found:
    """The rows as ``PATH:N``; only the columns that hold fields of articles are read.

    Raises:
        InputError: When the file is damaged, has no column with texts or groups of rows that unpack to more than 4 GiB,
            or pyarrow is not installed.
    """
    parquet = extra("pyarrow.parquet", "parquet", source.name)
    if source.path is None:
        raise InputError("Parquet cannot be read from standard input", where="-", remedy="name the file")
    try:
        with parquet.ParquetFile(source.path) as table:
            yield from _items(table, source, reading)
    except InputError:
        raise
    except Exception as error:  # Arrow's errors have no name in common
        what = f"not a Parquet file, or a damaged one ({str(error)[:200]})"
        raise InputError(what, where=source.name, remedy="write the table anew") from error


def _items(table: Any, source: Source, reading: Reading) -> Found:
    names = [str(name) for name in table.schema_arrow.names]
    for group in range(table.num_row_groups):
        _refuse_bomb(table, group, source.name)
    plan = plan_table(names, _sample(table), source.name, reading)
    number = 0
    for number, row in enumerate(_rows(table, sorted(plan.keys)), 1):
        name = f"{source.name}:{number}"
        if sum(len(cell) for cell in row.values() if isinstance(cell, str)) > reading.max_bytes:
            yield too_long(name, reading.max_bytes)
        else:
            fields = {plan.keys[column]: cell for column, cell in row.items()}
            yield Item(name, "parquet", fields, source.path, flags=plan.flags)
    if not number:
        raise EmptyInputError("no row in this table", where=source.name, remedy="leave it out")


def _sample(table: Any) -> Iterator[dict[str, str]]:
    """Some rows, what is text of them; read only when they are asked for."""
    strings = [
        name
        for name, kind in zip(table.schema_arrow.names, table.schema_arrow.types, strict=True)
        if "string" in str(kind)
    ]
    for row in islice(_rows(table, strings), SAMPLE):
        yield {name: cell for name, cell in row.items() if cell}


def _rows(table: Any, names: list[str]) -> Iterator[Row]:
    for batch in table.iter_batches(_ROWS, columns=names, use_threads=False):
        columns = {name: _plain(column) for name, column in zip(names, batch.columns, strict=True)}
        yield from (dict(zip(names, cells, strict=True)) for cells in zip(*columns.values(), strict=True))


def _plain(column: Any) -> list[Any]:
    """The cells of a column; times as words, since Python's own have no nanoseconds."""
    is_time = str(column.type).startswith("timestamp")
    cells: list[Any] = column.cast("string").to_pylist() if is_time else column.to_pylist()
    return cells


def _refuse_bomb(table: Any, group: int, name: str) -> None:
    """A page is unpacked whole, and how much it may hold is told by its group of rows alone."""
    meta = table.metadata.row_group(group)
    if meta.total_byte_size > _GROUP:
        what = f"row group {group + 1} unpacks to more than {_GROUP:,} bytes, the limit"
        raise InputError(what, where=name, remedy="write the table anew with smaller row groups")
