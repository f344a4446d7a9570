"""Folders and files that are watched: what is new in them is worked on as it comes, each article once, across restarts.

The ledger of a run says what has been done. A file that holds one article goes by its path. One that holds many, such as a feed
that somebody else updates, is looked through again whenever it has changed, and its articles go by their content: where one
stands in the file says nothing, since a feed drops its oldest.
"""

from __future__ import annotations

import hashlib
import pickle
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from extractor.batch.folder import RunFolder
from extractor.batch.inputs import Entry, batches
from extractor.batch.parts import part_name
from extractor.batch.pool import Pool
from extractor.batch.run import Plan, Watch, settle, write_part
from extractor.batch.worker import OpenWork
from extractor.errors import InputError, OutputError
from extractor.readers import Item, Reading, files_of, find_items

Tell = Callable[[bytes], None]
"""Is told a line of the output."""

TOLD = ".told"
"""Beside the parts: the number of the first part whose lines have not all been told."""


class _State(NamedTuple):
    """How a file is, as far as can be seen without reading it."""

    size: int
    modified: int


class Files:
    """The files that are watched.

    Args:
        sources: Files and folders; they need not be there yet.
        reading: How they are read.
    """

    def __init__(self, sources: tuple[str, ...], reading: Reading) -> None:
        self._sources, self._reading = sources, reading
        self._seen: dict[str, _State] = {}
        self._read: dict[str, _State] = {}

    @property
    def are_settled(self) -> bool:
        """Whether all has been read that was seen at the last look."""
        return self._seen == self._read

    def ready(self) -> Iterator[str]:
        """Look once: files not read as they are now, and unchanged since the look before, so that nobody is writing them."""
        before, self._seen = self._seen, dict(self._look())
        self._read = {path: state for path, state in self._read.items() if path in self._seen}
        for path, state in self._seen.items():
            if before.get(path) == state != self._read.get(path):
                self._read[path] = state
                yield path

    def articles(self, path: str) -> Iterator[Item | InputError]:
        """What a file holds, under names that do not depend on where in the file it stands."""
        for found in find_items([path], self._reading):
            if isinstance(found, InputError):
                yield InputError(found.what, where=f"{found.where}#{_now(path)}", remedy=found.remedy)
            else:
                yield found if found.name == path else replace(found, name=f"{path}#{_content(found)}")

    def _look(self) -> Iterator[tuple[str, _State]]:
        for path in files_of(self._sources, self._reading):
            try:
                found = Path(path).stat()
            except OSError:  # gone again, or not ours to see
                continue
            yield path, _State(found.st_size, found.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Watching:
    """How a run that never ends is done.

    Attributes:
        plan: Where the output goes and who works. A run in the folder goes on; no joined file is made.
        files: What is watched.
        interval: Seconds between two looks.
        tell: Is told every line of the output once it is safely there; a second time only where the process ended in between.
        once: Whether to end when two looks in a row find nothing new.
    """

    plan: Plan
    files: Files
    interval: float
    tell: Tell | None = None
    once: bool = False

    def run(self, open_work: OpenWork, progress: Watch) -> None:
        """Work on what is there and on what comes, until interrupted.

        Args:
            open_work: Makes a worker's work ready.
            progress: Is told how it goes.

        Raises:
            OutputError: When the folder cannot be written or does not fit.
            ExtractorError: When workers cannot get ready.
        """
        plan = self.plan
        with (
            RunFolder(plan.folder, plan.identity, resume=True) as folder,
            Pool(open_work, plan.jobs, plan.limits, progress.tick) as pool,
        ):
            folder.check_parts()
            progress.resumed(sum(folder.ledger.counts().values()))
            self._tell(folder)
            while True:
                self._look(folder, pool, progress)
                if self.once and self.files.are_settled:
                    return
                time.sleep(self.interval)
                progress.tick()

    def _look(self, folder: RunFolder, pool: Pool, progress: Watch) -> None:
        new: list[Item | InputError] = []
        for path in self.files.ready():
            new += _unknown(self.files.articles(path), folder)
            if len(new) >= self.plan.part_size:
                self._work_on(new, folder, pool, progress)
                new = []
        if new:
            self._work_on(new, folder, pool, progress)

    def _work_on(self, new: list[Item | InputError], folder: RunFolder, pool: Pool, progress: Watch) -> None:
        """One part, which holds whole files: after a crash a file is all done, or not begun."""
        first = sum(folder.ledger.counts().values())
        entries = (Entry(position, found) for position, found in enumerate(new, first))
        write_part(folder, folder.ledger.next_part, settle(batches(entries, len(new)), pool), progress)
        self._tell(folder)

    def _tell(self, folder: RunFolder) -> None:
        if self.tell is None:
            return
        for number in range(_told(folder.path), folder.ledger.next_part):
            with (folder.path / part_name(number)).open("rb") as lines:
                for line in lines:
                    self.tell(line)
            _note_told(folder.path, number + 1)


def _unknown(articles: Iterator[Item | InputError], folder: RunFolder) -> Iterator[Item | InputError]:
    """Articles that the ledger does not know, each once."""
    names = set()
    for found in articles:
        name = Entry(0, found).name
        if name not in names and not folder.ledger.knows(name):
            names.add(name)
            yield found


def _content(item: Item) -> str:
    """A name for what an article is."""
    data = item.data if isinstance(item.data, bytes) else pickle.dumps(item.data, protocol=4)
    return hashlib.sha256(data).hexdigest()[:16]


def _now(path: str) -> str:
    """A name for how a file is now: an error in it is told again when the file has changed."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:16]
    except OSError:
        return "unreadable"


def _told(folder: Path) -> int:
    try:
        return int((folder / TOLD).read_text("ascii"))
    except FileNotFoundError:
        return 0
    except (OSError, ValueError) as error:
        raise OutputError(
            f"cannot be read ({error})", where=str(folder / TOLD), remedy="delete it"
        ) from error


def _note_told(folder: Path, number: int) -> None:
    new = folder / f"{TOLD}.new"
    try:
        new.write_text(str(number), "ascii")
        new.replace(folder / TOLD)
    except OSError as error:
        raise OutputError(
            f"cannot be written ({error})", where=str(folder / TOLD), remedy="make room"
        ) from error
