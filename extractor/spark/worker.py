"""The part that runs on the machines of a cluster, inside Spark's Python workers; it knows nothing of Spark."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, tee
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from extractor.batch.limits import Limits
from extractor.batch.outcome import Outcome, State
from extractor.batch.pool import Pool
from extractor.batch.worker import OpenWork
from extractor.readers import Item
from extractor.spark.items import SourceFormat

if TYPE_CHECKING:
    import pyarrow as pa

OUTCOMES = (
    "path string, number long, state string, reason string, article string, sha256 string,"
    " claims long, words long, seconds double, lines string, input string"
)
"""Columns of what became of the items, in Spark's words; ``input`` is kept of those that are not ok."""
_BATCH = 16
"""Items handed over at once: what the engine parses together."""

_kept: dict[bytes, Pool] = {}
"""Pools that tasks before this one left in this process, by what they do: the model is loaded once for many tasks."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Extracts the items of a task, each isolated: for ``DataFrame.mapInArrow``.

    Attributes:
        open_work: Makes the work ready.
        limits: What the process that extracts may use.
        source_format: What the items are.
    """

    open_work: OpenWork
    limits: Limits
    source_format: SourceFormat

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """A row of OUTCOMES for each row of ``path``, ``number`` and ``data``."""
        key = pickle.dumps(self)
        pool = _kept.pop(key, None) or Pool(self.open_work, 1, self.limits)
        try:
            yield from self._outcomes(pool, batches)
        except BaseException:  # a task that is cut short leaves work behind that the next must not be given
            pool.__exit__(None, None, None)
            raise
        _kept[key] = pool

    def _outcomes(self, pool: Pool, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        ours, theirs = tee(_groups(row for batch in batches for row in batch.to_pylist()))
        items = ([self._item(row) for row in rows] for rows in theirs)
        for rows, outcomes in zip(ours, pool.map(items, ahead=2), strict=True):
            yield _table([_row(row, outcome) for row, outcome in zip(rows, outcomes, strict=True)])

    def _item(self, row: dict[str, Any]) -> Item:
        path = _plain(row["path"])
        return Item(f"{path}:{row['number']}", self.source_format, row["data"], path)


def _groups(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while group := list(islice(rows, _BATCH)):
        yield group


def _row(row: dict[str, Any], outcome: Outcome) -> dict[str, Any]:
    given = row["data"]
    if isinstance(given, bytes):
        given = given.decode("utf-8", "replace")
    elif outcome.state is not State.OK:
        given = json.dumps(given, default=str, ensure_ascii=False)
    return {
        "path": _plain(row["path"]),
        "number": row["number"],
        "state": str(outcome.state),
        "reason": outcome.reason,
        "article": outcome.article,
        "sha256": outcome.sha256,
        "claims": outcome.claims,
        "words": outcome.words,
        "seconds": outcome.seconds,
        "lines": outcome.lines.decode(),
        "input": None if outcome.state is State.OK else given,
    }


def _table(rows: Sequence[dict[str, Any]]) -> pa.RecordBatch:
    import pyarrow as pa

    kinds = {"string": pa.string(), "long": pa.int64(), "double": pa.float64()}
    columns = [column.split() for column in OUTCOMES.split(", ")]
    schema = pa.schema([pa.field(name, kinds[kind]) for name, kind in columns])
    return pa.RecordBatch.from_pylist(list(rows), schema=schema)


def _plain(path: str) -> str:
    """A path as people write it; Spark gives ``file:///tmp/a%20b.jsonl`` for ``/tmp/a b.jsonl``."""
    parts = urlsplit(path)
    return unquote(parts.path) if parts.scheme == "file" else unquote(path)
