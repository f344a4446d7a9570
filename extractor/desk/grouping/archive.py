"""An archive of claims that were grouped before, in one SQLite file: today's are compared with it and added to it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extractor.desk.grouping.candidates import CROWDED
from extractor.desk.grouping.groups import Member
from extractor.desk.grouping.profile import Figure, Profile
from extractor.errors import InputError

_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS claims (number INTEGER PRIMARY KEY, claim TEXT UNIQUE, grouped TEXT, member TEXT);
CREATE INDEX IF NOT EXISTS claims_grouped ON claims (grouped);
CREATE TABLE IF NOT EXISTS keys (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stems (stem TEXT PRIMARY KEY, claims INTEGER) WITHOUT ROWID;
"""


class Archive:
    """Opened as a context; what is added is kept when nothing fails.

    Raises:
        InputError: When the file is none of ours.
    """

    def __init__(self, path: Path | None) -> None:
        self._where = str(path) if path else ":memory:"
        try:
            self._database = sqlite3.connect(self._where)
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            tables = self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if tables and version != _VERSION:
                raise sqlite3.DatabaseError("it was not made by extractor group")
            self._database.executescript(_TABLES)
            self._database.execute(f"PRAGMA user_version = {_VERSION}")
        except sqlite3.Error as error:
            raise InputError(
                f"no archive of claims ({error})",
                where=self._where,
                remedy="name another file with --archive",
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with closing(self._database):
            if error is None:
                self._database.commit()

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM claims").fetchone()[0])

    def stems(self, wanted: Iterable[str]) -> Counter[str]:
        """In how many claims each stem stands."""
        found: Counter[str] = Counter()
        for stem in wanted:
            row = self._database.execute("SELECT claims FROM stems WHERE stem = ?", (stem,)).fetchone()
            if row:
                found[stem] = row[0]
        return found

    def holds(self, claim: str) -> bool:
        """Whether a claim was added before."""
        return self._database.execute("SELECT 1 FROM claims WHERE claim = ?", (claim,)).fetchone() is not None

    def near(self, keys: Iterable[str]) -> set[int]:
        """Numbers of the claims that share one of the keys, but for those that very many share."""
        found: set[int] = set()
        for key in keys:
            rows = self._database.execute(
                "SELECT number FROM keys WHERE key = ? LIMIT ?", (_number(key), CROWDED + 1)
            ).fetchall()
            if len(rows) <= CROWDED:
                found.update(number for (number,) in rows)
        return found

    def members(self, numbers: Iterable[int]) -> Iterator[tuple[str, Member]]:
        """Claims by their numbers, with their groups, and all others of these groups."""
        groups: set[str] = set()
        for number in sorted(numbers):
            row = self._database.execute("SELECT grouped FROM claims WHERE number = ?", (number,)).fetchone()
            groups.add(row[0])
        for group in sorted(groups):
            yield from self.of_group(group)

    def of_group(self, group: str) -> list[tuple[str, Member]]:
        """The claims of a group."""
        rows = self._database.execute("SELECT member FROM claims WHERE grouped = ? ORDER BY claim", (group,))
        return [(group, _member(json.loads(text))) for (text,) in rows]

    def add(self, members: Sequence[tuple[Member, Sequence[str]]]) -> None:
        """New claims with their keys, each a group of its own for now."""
        stems: Counter[str] = Counter()
        for member, keys in members:
            claim = member.profile.id
            number = self._database.execute(
                "INSERT INTO claims (claim, grouped, member) VALUES (?, ?, ?)",
                (claim, claim, json.dumps(asdict(member), default=sorted)),
            ).lastrowid
            self._database.executemany(
                "INSERT OR IGNORE INTO keys VALUES (?, ?)", [(_number(key), number) for key in keys]
            )
            stems.update(member.profile.stems)
        self._database.executemany(
            "INSERT INTO stems VALUES (?, ?) ON CONFLICT (stem) DO UPDATE SET claims = claims + excluded.claims",
            sorted(stems.items()),
        )

    def join(self, group: str, claims: Iterable[str]) -> None:
        """Put claims into a group."""
        self._database.executemany(
            "UPDATE claims SET grouped = ? WHERE claim = ?", [(group, claim) for claim in claims]
        )


def _number(key: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True
    )


def _member(content: dict[str, Any]) -> Member:
    known = content["profile"]
    sets = {name: frozenset(known[name]) for name in ("stems", "context", "names", "speaker", "runs")}
    figures = tuple(Figure(**{**one, "of": frozenset(one["of"])}) for one in known["figures"])
    days = tuple((first, last) for first, last in known["days"])
    return Member(**{**content, "profile": Profile(**{**known, **sets, "figures": figures, "days": days})})
