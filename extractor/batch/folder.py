"""The folder of a run: who may write to it, what it holds, and whether it is the run that is to go on.

It holds manifest.json (what made it, and at the end what it holds), ledger.sqlite (one row for each input) and the output:
part-000000.jsonl, part-000001.jsonl and so on, and one joined file if another format was asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from extractor.batch import ledger
from extractor.batch.inputs import Entry
from extractor.batch.ledger import Ledger
from extractor.batch.parts import part_name, sync_folder
from extractor.errors import OutputError
from extractor.writers.files import whole_file

MANIFEST = "manifest.json"
_LOCK = ".lock"
_LEFTOVERS = (_LOCK, ledger.NAME, f"{ledger.NAME}-journal")
"""What a run that was stopped before it had a manifest leaves behind."""

Identity = Mapping[str, Any]
"""What decides about the bytes of a run: versions, hashes, options, shard."""


class RunFolder:
    """An open run; used as a context manager.

    Args:
        path: The folder; made when it is not there.
        identity: What decides about the run's bytes.
        resume: Whether a run that it holds is to go on.

    Raises:
        OutputError: When it cannot be written, holds something else, holds a run and ``resume`` is not set, holds a run of
            another identity, or when another process is at work in it.
    """

    def __init__(self, path: Path, identity: Identity, *, resume: bool = False) -> None:
        self.path, self._identity = path, dict(identity)
        self._lock = _locked(path)
        try:
            found = read_manifest(path)
            self._check_contents(found, resume)
            self.ledger = Ledger(path, writes=True)
            if found is None:
                self._write_manifest(None)
        except BaseException:
            self._lock.close()
            raise

    def __enter__(self) -> RunFolder:
        return self

    def __exit__(self, *exception: object) -> None:
        self.ledger.close()
        self._lock.close()

    def remaining(self, inputs: Iterator[Entry]) -> Iterator[Entry]:
        """The inputs without the first ones, which have their rows.

        Raises:
            OutputError: When the first ones are not those that have rows, or parts are not as they were written.
        """
        self.check_parts()
        for row in self.ledger.rows():
            entry = next(inputs, None)
            if entry is None or (entry.position, entry.name) != (row.position, row.name):
                self._refuse(
                    f"the inputs have changed: number {row.position + 1} was {row.name}",
                    "give the same inputs in the same order, or choose another folder",
                )
        entry = next(inputs, None)
        if entry is not None and self.ledger.is_finished:
            self._refuse(f"the run is finished and does not know {entry.name}", "choose another folder")
        return chain([entry] if entry else [], inputs)

    def close_inputs(self) -> None:
        """Note in the ledger that every input has its row, and that there will be no more of them."""
        if not self.ledger.is_finished:
            self.ledger.finish()

    def finish(self, output: Path | None = None) -> None:
        """Note in the manifest that all is done.

        Args:
            output: The joined file, if one was asked for.
        """
        parts = [
            {"name": part_name(number), "sha256": digest, "bytes": size}
            for number, digest, size in self.ledger.parts()
        ]
        counts = {str(state): number for state, number in self.ledger.counts().items()}
        finished = {"inputs": counts, "claims": self.ledger.totals()[0], "parts": parts}
        self._write_manifest(finished | ({"output": _described(output)} if output else {}))

    def _check_contents(self, found: dict[str, Any] | None, resume: bool) -> None:
        if found is None:
            for entry in sorted(self.path.iterdir()):
                if entry.name not in _LEFTOVERS and not entry.name.startswith(f".{MANIFEST}"):
                    (self.path / _LOCK).unlink()
                    self._refuse(f"holds other files, such as {entry.name}", "choose a new folder")
                if entry.name != _LOCK:
                    entry.unlink()
        elif not resume:
            self._refuse("holds a run already", "go on with --resume, or choose another folder")
        elif changes := _changes(found["run"], self._identity):
            self._refuse(f"holds another run: {'; '.join(changes)}", "choose another folder")

    def check_parts(self) -> None:
        """Compare the parts with the ledger.

        Raises:
            OutputError: When one of them is not as it was written.
        """
        for number, _, size in self.ledger.parts():
            path = self.path / part_name(number)
            if not path.is_file() or path.stat().st_size != size:
                self._refuse(f"{path.name} is not as it was written", "begin again in another folder")

    def _write_manifest(self, finished: dict[str, Any] | None) -> None:
        manifest = {"run": self._identity, "finished": finished}
        with whole_file(str(self.path / MANIFEST)) as stream:
            stream.write(json.dumps(manifest, indent=1, ensure_ascii=False).encode() + b"\n")
        sync_folder(self.path)

    def _refuse(self, what: str, remedy: str) -> None:
        raise OutputError(what, where=str(self.path), remedy=remedy)


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of a run; None when there is none.

    Raises:
        OutputError: When there is one and it cannot be read.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise OutputError(f"no manifest ({error})", where=str(folder), remedy="check the folder") from error
    return dict(manifest)


def _described(file: Path) -> dict[str, Any]:
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {"name": file.name, "sha256": digest, "bytes": file.stat().st_size}


def _changes(before: Identity, now: Identity) -> list[str]:
    """What differs between two identities, in words."""
    flat = [{**identity, **identity.get("options", {})} for identity in (before, now)]
    return [
        f"{key} was {flat[0].get(key)}, is {flat[1].get(key)}"
        for key in sorted(flat[0].keys() | flat[1].keys())
        if key not in ("options", "options_sha256") and flat[0].get(key) != flat[1].get(key)
    ]


def _locked(folder: Path) -> BinaryIO:
    """The lock of a folder, held until it is closed or this process ends; forked processes do not inherit it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("ab")
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        raise OutputError(what, where=str(folder), remedy="choose another folder") from error
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.close()
            what = "another process is at work in this folder"
            raise OutputError(what, where=str(folder), remedy="wait for it, or stop it") from error
    return lock
