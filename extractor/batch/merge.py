"""The parts of a run, or of the shards of a run, joined into one stream in the order of the inputs."""

from __future__ import annotations

import hashlib
import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from extractor.batch.folder import read_manifest
from extractor.batch.inputs import Shard
from extractor.batch.ledger import Ledger, Row
from extractor.batch.outcome import State
from extractor.batch.parts import part_name
from extractor.errors import InputError, OutputError
from extractor.records import ArticleRecord
from extractor.writers.layout import Layout

Lines = tuple[str, str, bytes]
"""Name of an input, id of its article, and its lines."""


class Merger:
    """The output of finished runs in the order of their inputs.

    Args:
        folders: One run, or all shards of one.

    Attributes:
        layout: What a line holds.
        doubles: Articles left out because one of the same id, in another shard, came earlier; filled while merging.

    Raises:
        OutputError: When a folder holds no finished run, or they are not all the shards of one.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        manifests = [_finished(folder) for folder in folders]
        _check_shards(folders, manifests)
        self.layout = Layout(manifests[0]["run"]["options"]["layout"])
        self.doubles: list[InputError] = []

    def copy(self, out: BinaryIO) -> None:
        """Write all lines as they are."""
        for _, _, lines in self._once():
            out.write(lines)

    def records(self) -> Iterator[ArticleRecord]:
        """The records, for writers of other formats.

        Raises:
            OutputError: When the layout is not that of articles.
        """
        if self.layout is not Layout.ARTICLE:
            remedy = "merge into .jsonl, or run with --layout article"
            raise OutputError(
                "only article lines can be written in another format",
                where=str(self._folders[0]),
                remedy=remedy,
            )
        for _, _, lines in self._once():
            yield ArticleRecord.model_validate_json(lines)

    def _once(self) -> Iterator[Lines]:
        """The lines of every article; shards cannot see each other's ids, so a double shows only here."""
        with closing(sqlite3.connect("")) as known:  # a temporary file: ten million ids need not be in memory
            known.execute("CREATE TABLE articles (id TEXT PRIMARY KEY) WITHOUT ROWID")
            for name, article, lines in self._ordered():
                if known.execute("INSERT OR IGNORE INTO articles VALUES (?)", (article,)).rowcount:
                    yield name, article, lines
                else:
                    what = f"the id {article} occurs twice; this article is left out"
                    self.doubles.append(InputError(what, where=name, remedy="give every article its own"))

    def _ordered(self) -> Iterator[Lines]:
        runs = (_placed(folder) for folder in self._folders)
        return (lines for _, lines in heapq.merge(*runs, key=lambda placed: placed[0]))


def lines_of_run(folder: Path) -> Iterator[bytes]:
    """The lines of each article of a run, in the order of the inputs.

    Raises:
        OutputError: When a part is not as it was written.
    """
    return (lines for _, (_, _, lines) in _placed(folder))


def _placed(folder: Path) -> Iterator[tuple[int, Lines]]:
    """The lines of a run's inputs with their positions among the inputs of all shards."""
    with closing(Ledger(folder)) as ledger:
        digests = {number: sha256 for number, sha256, _ in ledger.parts()}
        for part, rows in groupby(ledger.rows(), key=lambda row: row.part):
            yield from _lines_of(folder / part_name(part), rows, digests[part])


def _lines_of(path: Path, rows: Iterable[Row], sha256: str) -> Iterator[tuple[int, Lines]]:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            for row in rows:
                lines = stream.read(row.bytes)
                digest.update(lines)
                if row.state is State.OK:
                    yield row.position, (row.name, row.article, lines)
            digest.update(stream.read())
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise OutputError(what, where=str(path), remedy="check the folder") from error
    if digest.hexdigest() != sha256:
        raise OutputError("is not as it was written", where=str(path), remedy="do the run again")


def _finished(folder: Path) -> dict[str, Any]:
    manifest = read_manifest(folder)
    if manifest is None or not manifest["finished"]:
        what = "holds no run" if manifest is None else "the run is not finished"
        raise OutputError(what, where=str(folder), remedy="finish it with extractor run --resume")
    return manifest


def _check_shards(folders: Sequence[Path], manifests: Sequence[dict[str, Any]]) -> None:
    runs = [{**manifest["run"], "shard": None} for manifest in manifests]
    for folder, run in zip(folders, runs, strict=True):
        if run != runs[0]:
            what = f"is not the same run as {folders[0]}: versions or options differ"
            raise OutputError(what, where=str(folder), remedy="merge the shards of one run")
    shards = [Shard.parse(manifest["run"]["shard"] or "1/1") for manifest in manifests]
    for number in range(1, shards[0].of + 1):
        if shards.count(Shard(number, shards[0].of)) != 1 or len(shards) != shards[0].of:
            what = f"shards {', '.join(map(str, shards))} do not make a whole"
            raise OutputError(what, where=str(folders[0]), remedy="give each shard of one run once")
