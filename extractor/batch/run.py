"""A batch run: inputs in, part files and a ledger out, nothing lost and nothing twice.

Outcomes are taken in the order of the inputs, whoever finished first, so neither the number of jobs nor any kill or resume
changes a byte. What is not committed when a run ends is done again by the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, count, islice, tee
from pathlib import Path
from typing import Protocol

from extractor.batch.folder import Identity, RunFolder
from extractor.batch.inputs import Entry, Shard, batches, entries
from extractor.batch.joined import join
from extractor.batch.limits import Limits
from extractor.batch.outcome import Outcome, State
from extractor.batch.parts import PartFile
from extractor.batch.pool import Pool
from extractor.batch.worker import OpenWork
from extractor.errors import ExitCode, InputError, printable
from extractor.readers import Item
from extractor.writers import Format

Settled = Iterator[tuple[Entry, Outcome]]


class Watch(Protocol):
    """Who is told how a run goes."""

    def resumed(self, inputs: int) -> None:
        """So many inputs are done already."""

    def settled(self, name: str, outcome: Outcome) -> None:
        """This became of an input."""

    def tick(self) -> None:
        """Time has passed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run is done.

    Attributes:
        folder: Where its files go.
        identity: What decides about its bytes.
        jobs: How many processes work.
        limits: What each of them may use.
        part_size: Inputs a part.
        shard: The share of the inputs that is worked on; all by default.
        resume: Whether a run in the folder goes on.
        output: The format of one joined file that is made in the end; parts are lines in any case.
    """

    folder: Path
    identity: Identity
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    part_size: int = 500
    shard: Shard | None = None
    resume: bool = False
    output: Format | None = None


def run(plan: Plan, found: Iterable[Item | InputError], open_work: OpenWork, watch: Watch) -> ExitCode:
    """Do a run, or the rest of one.

    Args:
        plan: How.
        found: All inputs, in an order that is the same every time.
        open_work: Makes a worker's work ready; not called when nothing is left to do.
        watch: Is told how it goes.

    Returns:
        OK, INCOMPLETE when inputs are quarantined, NOTHING_READ when no input could be read.

    Raises:
        OutputError: When the folder cannot be written or does not fit.
        ExtractorError: When workers cannot get ready.
    """
    with RunFolder(plan.folder, plan.identity, resume=plan.resume) as folder:
        remaining = folder.remaining(entries(found, plan.shard))
        watch.resumed(sum(folder.ledger.counts().values()))
        if (first := next(remaining, None)) is not None:
            with Pool(open_work, plan.jobs, plan.limits, watch.tick) as pool:
                settled = settle(batches(chain([first], remaining), plan.part_size), pool)
                _write_parts(folder, settled, plan.part_size, watch)
        folder.close_inputs()
        folder.finish(join(plan.folder, plan.output, watch.tick) if plan.output else None)
        return exit_code(folder.ledger.counts())


def exit_code(counts: dict[State, int]) -> ExitCode:
    """What a finished run tells its caller."""
    if sum(counts.values()) - counts[State.PASSED] and not counts[State.OK] + counts[State.EMPTY]:
        return ExitCode.NOTHING_READ
    return ExitCode.INCOMPLETE if counts[State.QUARANTINED] else ExitCode.OK


def settle(groups: Iterable[list[Entry]], pool: Pool) -> Settled:
    """Each input with what became of it, in order.

    Args:
        groups: Batches of inputs, as workers are to have them.
        pool: Who works on them.
    """
    ours, theirs = tee(groups)
    items = ([entry.found for entry in batch if isinstance(entry.found, Item)] for batch in theirs)
    for batch, outcomes in zip(ours, pool.map(items), strict=True):
        worked_on = iter(outcomes)
        for entry in batch:
            yield entry, entry.outcome or next(worked_on)


def _write_parts(folder: RunFolder, settled: Settled, part_size: int, watch: Watch) -> None:
    for number in count(folder.ledger.next_part):
        part = islice(settled, part_size)
        first = next(part, None)
        if first is None:
            return
        write_part(folder, number, chain([first], part), watch)


def write_part(folder: RunFolder, number: int, settled: Settled, watch: Watch) -> None:
    """Write what has been settled as one part, and note it in the ledger: all of it, or nothing.

    Args:
        folder: The run's.
        number: Of the part.
        settled: Each input with what became of it, in order.
        watch: Is told how it goes.

    Raises:
        OutputError: When the folder cannot be written.
    """
    ledger = folder.ledger
    ledger.begin()
    with PartFile(folder.path, number) as part:
        for entry, outcome in settled:
            outcome = _once(entry, outcome, folder)
            part.write(outcome.lines)
            ledger.add(entry.position, entry.name, outcome, number)
            watch.settled(entry.name, outcome)
        part.put_in_place()
        ledger.commit(number, part.sha256, part.size)


def _once(entry: Entry, outcome: Outcome, folder: RunFolder) -> Outcome:
    """The outcome, unless the same input or an article of the same id came earlier: claims are named after the id."""
    if folder.ledger.knows(entry.name):
        return replace(_without_lines(outcome), state=State.SKIPPED, reason="given more than once")
    if outcome.state is State.OK and (holder := folder.ledger.holder_of(outcome.article)):
        reason = f"the id {outcome.article} is that of {holder} already; give every article its own, or --field id= for none"
        return replace(_without_lines(outcome), state=State.QUARANTINED, reason=printable(reason))
    return outcome


def _without_lines(outcome: Outcome) -> Outcome:
    return replace(outcome, lines=b"", claims=0)
