"""Part files: each appears whole, or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from extractor.errors import OutputError


def part_name(number: int) -> str:
    """The file name of a part."""
    return f"part-{number:06}.jsonl"


class PartFile:
    """A part that is being written, under a hidden name; used as a context manager, which leaves no half of it behind.

    Raises:
        OutputError: When it cannot be made, filled or put in place.
    """

    def __init__(self, folder: Path, number: int) -> None:
        self._target = folder / part_name(number)
        self._hidden = folder / f".{self._target.name}"
        self._digest = hashlib.sha256()
        self.size = 0

    def __enter__(self) -> Self:
        with _told(self._target):
            self._stream = self._hidden.open("wb")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # of a buffer that cannot be flushed: told already
            self._stream.close()
        with suppress(OSError):
            self._hidden.unlink()

    @property
    def sha256(self) -> str:
        """Of what has been written."""
        return self._digest.hexdigest()

    def write(self, lines: bytes) -> None:
        """Add lines."""
        with _told(self._target):
            self._stream.write(lines)
        self._digest.update(lines)
        self.size += len(lines)

    def put_in_place(self) -> None:
        """Give it its name, once every byte is on the disk."""
        with _told(self._target):
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._hidden.replace(self._target)
            sync_folder(self._target.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        remedy = "make room or choose another folder, then go on with --resume"
        raise OutputError(what, where=str(path), remedy=remedy) from error
