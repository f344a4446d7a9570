"""Parquet: one claim a row, the columns of CSV with types, numbers and dates as lists; needs the extra [parquet]."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from extractor.errors import ModelError
from extractor.records import ArticleRecord
from extractor.writers.options import Options
from extractor.writers.rows import (
    CLAIM_COLUMNS,
    QUANTITY_COLUMNS,
    TIMEX_COLUMNS,
    claim_row,
    quantity_row,
    timex_row,
)

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 10_000
"""Rows of one group: what is held in memory."""
_PLACES = ("claim_id", "article_id")


def write_parquet(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
    """All claims in groups of rows, compressed with zstd.

    Raises:
        ModelError: When pyarrow is missing.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ModelError(
            "pyarrow is missing", where="parquet", remedy="pip install 'extractor[parquet]'"
        ) from error
    rows = _rows(records)
    schema = _schema(pa)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(rows, _ROWS)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def _rows(records: Iterable[ArticleRecord]) -> Iterator[dict[str, Any]]:
    for record in records:
        for claim in record.claims:
            yield {
                **claim_row(claim, record.article),
                "quantities": [quantity_row(q, record.article, claim) for q in claim.quantities],
                "timexes": [timex_row(t, record.article, claim) for t in claim.timexes],
            }


def _schema(pa: Any) -> pa.Schema:
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), dt.date: pa.date32()}

    def fields(columns: dict[str, type]) -> list[Any]:
        return [pa.field(name, types[kind]) for name, kind in columns.items()]

    def items(columns: dict[str, type]) -> Any:
        return pa.list_(pa.struct([field for field in fields(columns) if field.name not in _PLACES]))

    lists = [("quantities", QUANTITY_COLUMNS), ("timexes", TIMEX_COLUMNS)]
    return pa.schema([*fields(CLAIM_COLUMNS), *(pa.field(name, items(columns)) for name, columns in lists)])
