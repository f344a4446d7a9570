"""Groups and earlier checks as tables of the SQLite export, with keys to its claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

from extractor.errors import OutputError
from extractor.writers.sqlite import USER_VERSION

_OF_CLAIM = "REFERENCES claims (claim_id)"
_GROUPS = (
    f"""CREATE TABLE groups (group_id TEXT PRIMARY KEY, kind TEXT, claims INTEGER, articles INTEGER, outlets TEXT,
    first_claim TEXT {_OF_CLAIM}, first_published TEXT, first_outlet TEXT)""",
    f"""CREATE TABLE group_members (group_id TEXT REFERENCES groups (group_id), claim_id TEXT {_OF_CLAIM}, place INTEGER,
    PRIMARY KEY (group_id, claim_id))""",
    "CREATE INDEX group_members_claim ON group_members (claim_id)",
)
_CHECKS = (
    f"""CREATE TABLE checks (claim_id TEXT {_OF_CLAIM}, place INTEGER, score REAL, sure INTEGER, claim TEXT, verdict TEXT,
    url TEXT, date TEXT, publisher TEXT, reasons TEXT, PRIMARY KEY (claim_id, place))""",
)
_BETWEEN = "; "

Row = Mapping[str, Any]
Filled = tuple[str, list[tuple[Any, ...]]]


def put_groups(path: Path, groups: Iterable[Row]) -> int:
    """Put groups into the tables ``groups`` and ``group_members``, in place of those there; returns how many.

    Args:
        path: A database that ``extractor export --to sqlite`` made. Claims that are not in it are left out.
        groups: Lines of ``groups.jsonl``.

    Raises:
        OutputError: When it is no such database, or cannot be written.
    """
    return _put(path, ("group_members", "groups"), _GROUPS, lambda known: _group_rows(groups, known))


def put_checks(path: Path, matches: Iterable[Row]) -> int:
    """Put earlier checks of claims into the table ``checks``, in place of those there; returns how many claims have some.

    Args:
        path: As for `put_groups`.
        matches: What ``extractor match`` writes.

    Raises:
        OutputError: When it is no such database, or cannot be written.
    """
    return _put(path, ("checks",), _CHECKS, lambda known: _check_rows(matches, known))


def _put(
    path: Path,
    tables: tuple[str, ...],
    made: tuple[str, ...],
    rows: Callable[[frozenset[str]], Iterator[list[Filled]]],
) -> int:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as database, database:
            _refuse_others(database, path)
            known = frozenset(claim for (claim,) in database.execute("SELECT claim_id FROM claims"))
            for statement in (*(f"DROP TABLE IF EXISTS {table}" for table in tables), *made):
                database.execute(statement)
            found = list(rows(known))
            for table, values in chain.from_iterable(found):
                places = ", ".join("?" * len(values[0]))
                database.executemany(f"INSERT INTO {table} VALUES ({places})", values)
            return len(found)
    except sqlite3.Error as error:
        what = f"cannot be written ({error})"
        raise OutputError(
            what, where=str(path), remedy="name a database of extractor export --to sqlite"
        ) from error


def _refuse_others(database: sqlite3.Connection, path: Path) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version != USER_VERSION:
        what = f"not a database of claims of version {USER_VERSION} (its number is {version})"
        raise OutputError(what, where=str(path), remedy="make it anew with extractor export --to sqlite")


def _group_rows(groups: Iterable[Row], known: frozenset[str]) -> Iterator[list[Filled]]:
    for group in groups:
        members = [member for member in group["members"] if member["claim"] in known]
        if len(members) < 2:
            continue
        first, name = members[0], group["group"]
        outlets = dict.fromkeys(member["outlet"] for member in members if member["outlet"])
        articles = len({member["article"] for member in members})
        told = (name, group["kind"], len(members), articles, _BETWEEN.join(outlets))
        whole = (*told, first["claim"], first["published"], first["outlet"])
        yield [
            ("groups", [whole]),
            ("group_members", [(name, member["claim"], place) for place, member in enumerate(members, 1)]),
        ]


def _check_rows(matches: Iterable[Row], known: frozenset[str]) -> Iterator[list[Filled]]:
    for match in matches:
        if match["claim"] in known:
            yield [
                (
                    "checks",
                    [_check(match["claim"], place, one) for place, one in enumerate(match["checks"], 1)],
                )
            ]


def _check(claim: str, place: int, one: Row) -> tuple[Any, ...]:
    told = (one["claim"], one["verdict"], one["url"], one["date"], one["publisher"])
    return (claim, place, one["score"], int(one["sure"]), *told, _BETWEEN.join(one["reasons"]))
