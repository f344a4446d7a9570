"""Who said what: claims out of the SQLite export, by their words and by what is known of them."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from extractor.errors import InputError

SCHEMA_VERSION = 2
"""Number that the export writes into the file."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_ORDER = {True: "ORDER BY claims_fts.rank, claims.rowid", False: "ORDER BY claims.published, claims.rowid"}

Condition = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Query:
    """What a claim must be; all of it must hold, and what is None or empty asks nothing.

    Attributes:
        words: All of them stand in the claim or its claimant, in any order; "two words" in quotation marks stand together, and
            an asterisk ends the beginning of a word.
        claimant: Part of the claimant's name.
        kind: direct, mixed, indirect or statistic.
        unit: A number of it stands in the claim: its unit, currency code, or part of what is counted.
        measured: Part of what a number of it is the value of ("unemployment").
        min_value: That number is, or reaches up to, this much at least.
        max_value: That number is, or reaches down to, this much at most.
        since: First day of publication.
        until: Last day of publication.
        outlet: Part of the outlet's name.
        limit: At most so many claims.
    """

    words: str = ""
    claimant: str | None = None
    kind: str | None = None
    unit: str | None = None
    measured: str | None = None
    min_value: float | None = None
    max_value: float | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    outlet: str | None = None
    limit: int | None = None


def search(path: str | Path, query: Query) -> Iterator[dict[str, Any]]:
    """The claims that fit, as rows of the table ``claims``: the best match of the words first, otherwise by day.

    Raises:
        InputError: When the file is no SQLite export.
    """
    where = str(path)
    if not Path(path).is_file():
        raise InputError("no such file", where=where, remedy="make it with extractor export --to sqlite")
    try:
        with closing(sqlite3.connect(f"file:{quote(where)}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            _check(database, where)
            yield from map(dict, database.execute(*_statement(query)))
    except sqlite3.DatabaseError as error:
        remedy = "make it anew with extractor export --to sqlite"
        raise InputError(f"not a database of claims ({error})", where=where, remedy=remedy) from error


def match_expression(words: str) -> str:
    """The words as a query of FTS5 in which no sign has a meaning but the asterisk at a word's end."""
    terms = [(phrase or word.rstrip("*"), word.endswith("*")) for phrase, word in _TERM.findall(words)]
    return " ".join(
        '"{}"{}'.format(term.replace('"', " "), "*" if prefix else "")
        for term, prefix in terms
        if re.search(r"\w", term)
    )


def _check(database: sqlite3.Connection, where: str) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version != SCHEMA_VERSION:
        what = f"not a database of claims of version {SCHEMA_VERSION} (its number is {version})"
        raise InputError(what, where=where, remedy="make it anew with extractor export --to sqlite")


def _statement(query: Query) -> tuple[str, list[Any]]:
    words = match_expression(query.words)
    conditions = [condition for condition in _conditions(query, words) if condition is not None]
    tables = "claims JOIN claims_fts ON claims_fts.rowid = claims.rowid" if words else "claims"
    where = " AND ".join(["1", *(sql for sql, _ in conditions)])
    limit = f"LIMIT {int(query.limit)}" if query.limit is not None else ""
    statement = f"SELECT claims.* FROM {tables} WHERE {where} {_ORDER[bool(words)]} {limit}"
    return statement, [value for _, values in conditions for value in values]


def _conditions(query: Query, words: str) -> Iterator[Condition | None]:
    yield ("claims_fts MATCH ?", [words]) if words else None
    yield _like("claims.claimant", query.claimant)
    yield _like("claims.outlet", query.outlet)
    yield ("claims.kind = ?", [query.kind]) if query.kind else None
    yield ("claims.published >= ?", [query.since.isoformat()]) if query.since else None
    yield ("claims.published <= ?", [query.until.isoformat()]) if query.until else None
    yield _number(query)


def _number(query: Query) -> Condition | None:
    """One number that has the unit and the value; a range counts with the end that favours it."""
    conditions: list[Condition] = []
    if query.unit:
        part = _like("counted", query.unit)
        assert part is not None
        conditions.append((f"(unit = ? OR currency = ? OR {part[0]})", [query.unit, query.unit, *part[1]]))
    if part := _like("measured", query.measured):
        conditions.append(part)
    if query.min_value is not None:
        conditions.append(("coalesce(value, high, low) >= ?", [query.min_value]))
    if query.max_value is not None:
        conditions.append(("coalesce(value, low, high) <= ?", [query.max_value]))
    if not conditions:
        return None
    inside = " AND ".join(["quantities.claim_id = claims.claim_id", *(sql for sql, _ in conditions)])
    return f"EXISTS (SELECT 1 FROM quantities WHERE {inside})", [
        v for _, values in conditions for v in values
    ]


def _like(column: str, part: str | None) -> Condition | None:
    if not part:
        return None
    escaped = re.sub(r"([\\%_])", r"\\\1", part)
    return f"{column} LIKE ? ESCAPE '\\'", [f"%{escaped}%"]
