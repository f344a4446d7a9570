"""How a run stands, read from its ledger, while it goes on or afterwards."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from extractor.batch import ledger
from extractor.batch.ledger import Ledger
from extractor.batch.outcome import State
from extractor.errors import OutputError


@dataclass(frozen=True, slots=True)
class Status:
    """The figures of a run.

    Attributes:
        finished: Whether every input has its row.
        inputs: How many have one, by their state.
        claims: Claims found.
        words: Words read.
        seconds: Seconds of work, of all workers together.
        parts: Part files.
        flags: How many articles have each flag.
        passed_over: How many files of each kind that holds no articles there are.
        left_out: Name, state and reason of each input that is not in the output, in order.
    """

    finished: bool
    inputs: dict[State, int]
    claims: int
    words: int
    seconds: float
    parts: int
    flags: dict[str, int]
    passed_over: dict[str, int]
    left_out: tuple[tuple[str, State, str], ...]

    @classmethod
    def of(cls, folder: Path, *, with_left_out: bool = False) -> Status:
        """The status of the run in a folder.

        Args:
            folder: The folder.
            with_left_out: Whether inputs that were left out are listed.

        Raises:
            OutputError: When there is none, or its ledger cannot be read.
        """
        if not (folder / ledger.NAME).is_file():
            raise OutputError("holds no run", where=str(folder), remedy="name the folder given to --out")
        with closing(Ledger(folder)) as rows:
            claims, words, seconds = rows.totals()
            left_out = tuple(rows.left_out()) if with_left_out else ()
            return cls(
                finished=rows.is_finished,
                inputs=rows.counts(),
                claims=claims,
                words=words,
                seconds=round(seconds, 1),
                parts=rows.next_part,
                flags=rows.flags(),
                passed_over=rows.kinds_passed_over(),
                left_out=left_out,
            )
