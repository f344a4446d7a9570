"""The ledger of a run: one row for each input, in SQLite.

Crash safety. A part file is renamed into place before the transaction that holds its rows commits, so a row says that its lines
are on disk, and a part file that no row speaks of is made again, with the same bytes. The journal is SQLite's rollback journal,
not WAL: WAL needs shared memory, which folders on network disks do not have, and leaves files beside the ledger.
`synchronous=EXTRA` makes a commit survive a power cut.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extractor.batch.outcome import Outcome, State
from extractor.errors import OutputError

NAME = "ledger.sqlite"
_CACHE = 256
"""KB of pages kept: the system keeps them anyway, and SQLite's own 2 MB would fill over the first 10,000 inputs."""

_TABLES = """
CREATE TABLE inputs (
    position INTEGER PRIMARY KEY,  -- among all inputs of all shards, from 0
    name     TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('ok', 'empty', 'skipped', 'passed over', 'quarantined')),
    reason   TEXT NOT NULL,
    article  TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    claims   INTEGER NOT NULL,
    words    INTEGER NOT NULL,
    seconds  REAL NOT NULL,
    part     INTEGER NOT NULL,
    bytes    INTEGER NOT NULL,     -- of its lines in the part
    flags    TEXT NOT NULL         -- of its record, with blanks between them
) STRICT;
CREATE INDEX names ON inputs (name);
CREATE UNIQUE INDEX articles ON inputs (article) WHERE state = 'ok';
CREATE INDEX states ON inputs (state) WHERE state != 'ok';
CREATE TABLE parts (
    number   INTEGER PRIMARY KEY,
    sha256   TEXT NOT NULL,
    bytes    INTEGER NOT NULL
) STRICT;
CREATE TABLE finished (inputs INTEGER NOT NULL) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Row:
    """Where an input stands: its position among all inputs, its name, and the part and bytes its lines take."""

    position: int
    name: str
    state: State
    article: str
    part: int
    bytes: int


class Ledger:
    """The ledger in a run's folder.

    Args:
        folder: The folder.
        writes: Whether it is to be written; it is then made if it is not there.

    Raises:
        OutputError: When it cannot be opened; so do all methods when it cannot be read or written.
    """

    def __init__(self, folder: Path, *, writes: bool = False) -> None:
        self._path = folder / NAME
        mode = "rwc" if writes else "ro"
        with self._told():
            self._rows = sqlite3.connect(
                f"{self._path.resolve().as_uri()}?mode={mode}", uri=True, timeout=30, isolation_level=None
            )
            self._rows.execute("PRAGMA synchronous = EXTRA")
            self._rows.execute("PRAGMA cache_spill = OFF")  # else a long part keeps `status` from reading
            self._rows.execute(f"PRAGMA cache_size = -{_CACHE}")
            if writes and not self._one("SELECT count(*) FROM sqlite_schema"):
                self._rows.executescript(f"BEGIN;{_TABLES}COMMIT;")

    def close(self) -> None:
        """Give the file back; what is not committed is forgotten."""
        self._rows.close()

    def begin(self) -> None:
        """Begin a part."""
        with self._told():
            self._rows.execute("BEGIN IMMEDIATE")

    def add(self, position: int, name: str, outcome: Outcome, part: int) -> None:
        """Note what became of an input."""
        values = (
            position,
            name,
            outcome.state,
            outcome.reason,
            outcome.article,
            outcome.sha256,
            outcome.claims,
        )
        values += (outcome.words, outcome.seconds, part, len(outcome.lines), " ".join(outcome.flags))  # type: ignore[assignment]
        with self._told():
            self._rows.execute(f"INSERT INTO inputs VALUES ({', '.join('?' * len(values))})", values)

    def commit(self, part: int, sha256: str, size: int) -> None:
        """End a part, whose file is in place."""
        with self._told():
            self._rows.execute("INSERT INTO parts VALUES (?, ?, ?)", (part, sha256, size))
            self._rows.execute("COMMIT")

    def finish(self) -> None:
        """Note that every input has its row."""
        with self._told():
            self._rows.execute("INSERT INTO finished SELECT count(*) FROM inputs")

    @property
    def is_finished(self) -> bool:
        """Whether every input has its row."""
        return bool(self._one("SELECT count(*) FROM finished"))

    @property
    def next_part(self) -> int:
        """The number of the first part that is not there."""
        return int(str(self._one("SELECT count(*) FROM parts")))

    def knows(self, name: str) -> bool:
        """Whether an input of this name has its row."""
        return bool(self._one("SELECT EXISTS (SELECT 1 FROM inputs WHERE name = ?)", name))

    def holder_of(self, article: str) -> str | None:
        """The name of the input whose article has this id."""
        found = self._one("SELECT min(name) FROM inputs WHERE article = ? AND state = 'ok'", article)
        return None if found is None else str(found)

    def rows(self) -> Iterator[Row]:
        """All rows, in order."""
        query = "SELECT position, name, state, article, part, bytes FROM inputs ORDER BY position"
        with self._told():
            for position, name, state, *rest in self._rows.execute(query):
                yield Row(position, name, State(state), *rest)

    def left_out(self) -> Iterator[tuple[str, State, str]]:
        """Name, state and reason of every input that is not in the output, in order."""
        query = "SELECT name, state, reason FROM inputs WHERE state != 'ok' ORDER BY position"
        with self._told():
            for name, state, reason in self._rows.execute(query):
                yield name, State(state), reason

    def kinds_passed_over(self) -> dict[str, int]:
        """How many files of each kind that holds no articles there are."""
        query = (
            "SELECT reason, count(*) FROM inputs WHERE state = 'passed over' GROUP BY reason ORDER BY reason"
        )
        with self._told():
            return dict(self._rows.execute(query))

    def flags(self) -> dict[str, int]:
        """How many articles have each flag."""
        counts: Counter[str] = Counter()
        with self._told():
            for flags, number in self._rows.execute("SELECT flags, count(*) FROM inputs GROUP BY flags"):
                counts.update(dict.fromkeys(flags.split(), number))
        return dict(sorted(counts.items()))

    def counts(self) -> dict[State, int]:
        """How many inputs ended in each state."""
        with self._told():
            found = dict(self._rows.execute("SELECT state, count(*) FROM inputs GROUP BY state"))
        return {state: found.get(state, 0) for state in State}

    def totals(self) -> tuple[int, int, float]:
        """Claims, words, and seconds of work."""
        with self._told():
            query = "SELECT total(claims), total(words), total(seconds) FROM inputs"
            claims, words, seconds = self._rows.execute(query).fetchone()
        return int(claims), int(words), float(seconds)

    def parts(self) -> list[tuple[int, str, int]]:
        """Number, SHA-256 and size in bytes of every part."""
        with self._told():
            return self._rows.execute("SELECT number, sha256, bytes FROM parts ORDER BY number").fetchall()

    def _one(self, query: str, *values: object) -> object:
        with self._told():
            return self._rows.execute(query, values).fetchone()[0]

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            remedy = "check that the folder holds a run, that you may write to it, and that it has room"
            raise OutputError(f"ledger failed ({error})", where=str(self._path), remedy=remedy) from error
