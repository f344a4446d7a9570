"""How a run goes, on stderr: a bar on a terminal, otherwise a line every half minute, in words or in JSON."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from extractor.batch.outcome import Outcome, State
from extractor.cli.options import say
from extractor.cli.status import table

if TYPE_CHECKING:
    from rich.progress import Progress

_SECONDS = 30.0
"""Between two lines."""


class LogFormat(StrEnum):
    """How lines on stderr are written."""

    TEXT = "text"
    JSON = "json"


class Lines:
    """Counts what a run settles, and says so now and then; a `Watch`.

    Args:
        total: How many inputs there are, when known.
        seconds: Between two words.
        log_format: How they are written.
        verbose: Whether every input that is left out is named.
    """

    def __init__(
        self,
        total: int | None = None,
        *,
        seconds: float = _SECONDS,
        log_format: LogFormat = LogFormat.TEXT,
        verbose: bool = False,
    ) -> None:
        self.total, self.log_format, self._verbose = total, log_format, verbose
        self.inputs = self.resumed_at = self.claims = self.quarantined = self.words = 0
        self._seconds = seconds
        self._start = self._said = time.monotonic()

    def resumed(self, inputs: int) -> None:
        """So many inputs are done already."""
        self.inputs = self.resumed_at = inputs
        if inputs:
            self.tell(f"going on after {inputs:,} inputs", event="resumed", inputs=inputs)

    def settled(self, name: str, outcome: Outcome) -> None:
        """This became of an input."""
        self.inputs += 1
        self.claims += outcome.claims
        self.words += outcome.words
        self.quarantined += outcome.state is State.QUARANTINED
        if self._verbose and outcome.state is not State.OK:
            state, reason = str(outcome.state), outcome.reason
            self.tell(f"{name}: {state}: {reason}", event="left out", input=name, state=state, reason=reason)

    def tick(self) -> None:
        """Time has passed."""
        if time.monotonic() - self._said >= self._seconds:
            self._said = time.monotonic()
            self.show()

    def show(self) -> None:
        """Say how it goes."""
        left = self.seconds_left
        words = f"{self.inputs:,} inputs, {self.claims:,} claims, {self.quarantined:,} quarantined"
        words += f"; {self.words_per_second:,} words/s"
        figures = {"inputs": self.inputs, "claims": self.claims, "quarantined": self.quarantined}
        speed = {"words_per_second": self.words_per_second, "seconds_left": left}
        self.tell(
            words if left is None else f"{words}; {left:,} s left", event="progress", **figures, **speed
        )

    def tell(self, message: str, /, **figures: Any) -> None:
        """Say something, in words or in figures."""
        if self.log_format is LogFormat.JSON:
            typer.echo(json.dumps(figures, ensure_ascii=True), err=True)
        else:
            say(message)

    @property
    def words_per_second(self) -> int:
        """Since the start of this process."""
        return round(self.words / max(time.monotonic() - self._start, 0.001))

    @property
    def seconds_left(self) -> int | None:
        """At the pace so far; None when the number of inputs is not known, or none is done."""
        done = self.inputs - self.resumed_at
        if self.total is None or not done:
            return None
        return round((time.monotonic() - self._start) * (self.total - self.inputs) / done)

    def close(self) -> None:
        """The run is over, well or not."""

    def conclude(self, folder: Path) -> None:
        """Say what became of the inputs of a run that is finished."""
        from extractor.batch.status import Status

        found = Status.of(folder)
        if self.log_format is LogFormat.JSON:
            self.tell("", event="finished", **asdict(found))
        else:
            typer.echo(table(found), err=True)
        if found.inputs[State.QUARANTINED] and self.log_format is LogFormat.TEXT:
            say(f"what was quarantined, and why: extractor status {folder} --left-out")


class Silence(Lines):
    """Says nothing but that a run was stopped."""

    def resumed(self, inputs: int) -> None:
        """Nobody wants to know."""

    def tick(self) -> None:
        """Nobody wants to know."""

    def conclude(self, folder: Path) -> None:
        """Nobody wants to know."""


class Bar(Lines):
    """A bar on a terminal; drawn by `tick`, since a thread of its own would make forking unsafe."""

    def __init__(self, total: int | None = None, *, verbose: bool = False) -> None:
        super().__init__(total, seconds=0.2, verbose=verbose)
        self._progress = _progress()
        self._task = self._progress.add_task("", total=total, claims="0", quarantined="0", speed="0")
        self._progress.start()

    def show(self) -> None:
        """Draw the bar."""
        self._progress.update(
            self._task,
            completed=self.inputs,
            refresh=True,
            speed=f"{self.words_per_second:,}",
            claims=f"{self.claims:,}",
            quarantined=f"{self.quarantined:,}",
        )

    def tell(self, message: str, /, **figures: Any) -> None:
        """Print a line above the bar."""
        self._progress.console.print(f"extractor: {message}", markup=False, highlight=False)

    def close(self) -> None:
        """Leave the bar as it is."""
        self.show()
        self._progress.stop()


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("inputs  {task.fields[speed]} words/s"),
        TextColumn("{task.fields[claims]} claims  {task.fields[quarantined]} quarantined"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
    )
