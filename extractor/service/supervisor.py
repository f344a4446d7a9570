"""The supervisor: a process of one thread, between the HTTP process and the workers it forks.

It is a process of its own because it forks, which a process with the threads of an HTTP server may not do safely, and because
forked workers share the model that it has loaded.
"""

from __future__ import annotations

import pickle
from collections import deque
from typing import NamedTuple

from extractor.batch.channel import Channel, Ends
from extractor.batch.limits import Limits, live_with_parent
from extractor.batch.outcome import Outcome
from extractor.batch.pool import Pool
from extractor.batch.tasks import Batch
from extractor.batch.worker import READY, OpenWork
from extractor.engine.settings import BATCH
from extractor.errors import ExtractorError
from extractor.service.orders import Order

_SHORT = 2
"""Orders a worker that may wait before it gets more than one of them at a time."""
REFUSED = b"refused "
"""Begins the message of a supervisor that cannot get ready; the reason follows."""


class Sent(NamedTuple):
    """An order on its way, by the number under which its outcome comes back."""

    number: int
    order: Order


def supervise(ends: Ends, open_work: OpenWork, jobs: int, limits: Limits) -> None:
    """Have orders worked on until the HTTP process hangs up; the main function of the supervisor's process.

    Args:
        ends: Its ends of the pipes to the HTTP process.
        open_work: Makes a worker's work ready.
        jobs: How many workers there are at the same time.
        limits: What each of them may use.
    """
    live_with_parent()
    channel = Channel(ends.reader, ends.writer)
    try:
        with Pool(open_work, jobs, limits) as pool:
            channel.send(READY)
            _Counter(channel, pool, jobs).serve()
    except ExtractorError as error:
        channel.send(REFUSED + str(error).encode("utf-8", "replace"))
        while channel.is_sending:
            channel.flush()


class _Counter:
    """Takes orders in, gives outcomes out."""

    def __init__(self, channel: Channel, pool: Pool, jobs: int) -> None:
        self._channel, self._pool, self._jobs = channel, pool, jobs
        self._waiting: deque[Sent] = deque()
        self._worked_on: list[tuple[list[Sent], Batch]] = []

    def serve(self) -> None:
        while True:
            self._hand_out()
            self._pool.step([self._channel.reader], hurry=self._channel.is_sending)
            self._answer()
            self._channel.flush()
            try:
                self._waiting.extend(Sent(*pickle.loads(message)) for message in self._channel.receive())
            except EOFError:
                return

    def _hand_out(self) -> None:
        """What waits goes to free workers: one by one, for short waits, and in batches, which are cheaper, from a long queue."""
        while self._waiting and self._pool.free > 0:
            share = max(1, min(BATCH, len(self._waiting) // (_SHORT * self._jobs)))
            batch = [self._waiting.popleft() for _ in range(share)]
            self._worked_on.append((batch, self._pool.submit([sent.order for sent in batch])))

    def _answer(self) -> None:
        for sent, batch in self._worked_on:
            if batch.is_done:
                for one, outcome in zip(sent, batch.outcomes, strict=True):
                    self._channel.send(one.number.to_bytes(8, "big") + outcome.to_bytes())
        self._worked_on = [pair for pair in self._worked_on if not pair[1].is_done]


def answered(message: bytes) -> tuple[int, Outcome]:
    """The number and the outcome in a message of the supervisor."""
    return int.from_bytes(message[:8], "big"), Outcome.from_bytes(message[8:])
