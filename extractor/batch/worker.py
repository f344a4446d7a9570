"""A worker: a process that does a supervisor's tasks and sends what became of each item."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from extractor.batch.channel import Channel, Ends, WorkerChannel
from extractor.batch.limits import Limits, hold_to
from extractor.batch.outcome import Outcome
from extractor.errors import ExtractorError

READY = b"ready"
_TIDY = 32
"""Tasks after which everything that nothing refers to goes: left to itself, the collector lets it pile up between the Docs."""

Work = Callable[[Sequence[Any]], Iterator[Outcome]]
"""What a worker does with a batch: an outcome for each of its items, in their order. Items are whatever can be pickled."""

OpenWork = Callable[[], Work]
"""Makes the work ready, above all loads the model; travels to processes that are not forked."""


def serve(open_work: OpenWork, limits: Limits, ends: Ends, others: Sequence[Channel]) -> None:
    """Do the supervisor's tasks until it hangs up; the main function of a worker's process.

    Args:
        open_work: Makes the work ready.
        limits: What this process may use.
        ends: Its ends of the pipes.
        others: What a forked process inherits from its parent and has to let go of.
    """
    hold_to(limits)
    for other in others:
        other.close()
    channel = WorkerChannel(ends)
    try:
        work = open_work()
    except ExtractorError as error:
        channel.send(str(error).encode("utf-8", "replace"))
        return
    channel.send(READY)
    tasks = 0
    while message := channel.receive():
        for outcome in work(pickle.loads(message)):
            channel.send(outcome.to_bytes())
        tasks += 1
        if tasks % _TIDY == 0:
            gc.collect()
