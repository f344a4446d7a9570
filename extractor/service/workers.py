"""The HTTP process's end of the pipe: orders in, futures of their outcomes out; a supervisor that dies is replaced."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import pickle
from collections import deque
from multiprocessing.process import BaseProcess

from extractor.batch.channel import Channel
from extractor.batch.limits import Limits
from extractor.batch.outcome import Outcome
from extractor.batch.worker import READY, OpenWork
from extractor.errors import ExtractorError
from extractor.service.orders import Order
from extractor.service.supervisor import REFUSED, answered, supervise

_log = logging.getLogger(__name__)
_FALSE_STARTS = 3
_PATIENCE = 5.0
"""Seconds that a supervisor which was hung up on may take to end."""

Pending = tuple[Order, "asyncio.Future[Outcome]"]


class FullError(ExtractorError):
    """So many orders are waiting that another one would wait too long."""


class Workers:
    """Supervised worker processes; all methods are called in the thread of the event loop.

    Args:
        open_work: Makes a worker's work ready; travels to the supervisor's process.
        jobs: How many workers there are at the same time.
        limits: What each of them may use.
        queue: How many orders may wait beside those that are worked on.

    Attributes:
        restarts: How often a supervisor died and was replaced.
        refusal: Why there can be no workers; empty while there can.
    """

    def __init__(self, open_work: OpenWork, jobs: int, limits: Limits, queue: int = 64) -> None:
        self._open_work, self._jobs, self._limits = open_work, jobs, limits
        self._most = jobs + queue
        self._room = asyncio.Semaphore(self._most)
        self._pending: dict[int, Pending] = {}
        self._next = 0
        self._seconds: deque[float] = deque([1.0], maxlen=100)
        self._false_starts = 0
        self._process: BaseProcess | None = None
        self._channel: Channel | None = None
        self._is_closed = False
        self.ready = asyncio.Event()
        self.restarts = 0
        self.refusal = ""

    def start(self) -> None:
        """Start the supervisor, which loads the model; `ready` is set when it has."""
        context = multiprocessing.get_context("spawn")  # this process has threads, and must not fork
        channel, ends = Channel.open(context)
        self._process = context.Process(
            target=supervise, args=(ends, self._open_work, self._jobs, self._limits), daemon=False
        )
        self._process.start()
        for end in ends:
            end.close()
        self._channel = channel
        asyncio.get_running_loop().add_reader(channel.reader.fileno(), self._receive)
        for number, (order, _) in self._pending.items():
            self._send(number, order)

    def close(self) -> None:
        """Hang up and wait for the supervisor's end; orders that have no outcome are cancelled."""
        self._is_closed = True
        self._hang_up()
        for _, future in self._pending.values():
            future.cancel()
        self._pending.clear()

    @property
    def waiting(self) -> int:
        """How many orders have no outcome yet."""
        return len(self._pending)

    @property
    def is_full(self) -> bool:
        """Whether no order can be taken now."""
        return self._room.locked()

    @property
    def retry_after(self) -> int:
        """Seconds after which half of the queue should be done, at the pace of the last orders; one at least."""
        pace = sum(self._seconds) / len(self._seconds)
        return max(1, round(pace * len(self._pending) / self._jobs / 2))

    async def outcome(self, order: Order) -> Outcome:
        """What becomes of an order.

        Raises:
            FullError: When too many are waiting; `retry_after` says when to come again.
            ExtractorError: When there can be no workers.
        """
        if self.is_full:
            raise FullError(
                "too many articles are waiting", remedy="try again later, or send them in a batch"
            )
        return await self.outcome_in_turn(order)

    async def outcome_in_turn(self, order: Order) -> Outcome:
        """As `outcome`, but waits for room in the queue: for the articles of a batch that was let in.

        Raises:
            ExtractorError: When there can be no workers.
        """
        async with self._room:
            if self.refusal:
                raise ExtractorError(self.refusal)
            loop = asyncio.get_running_loop()
            future: asyncio.Future[Outcome] = loop.create_future()
            number, self._next = self._next, self._next + 1
            self._pending[number] = order, future
            start = loop.time()
            self._send(number, order)
            try:
                outcome = await future
            finally:
                self._pending.pop(number, None)
            self._seconds.append(outcome.seconds or loop.time() - start)
            return outcome

    def _send(self, number: int, order: Order) -> None:
        if self._channel is None:
            return  # sent when there is a supervisor again
        self._channel.send(pickle.dumps((number, order)))
        if self._channel.is_sending:
            asyncio.get_running_loop().add_writer(self._channel.writer.fileno(), self._flush)

    def _flush(self) -> None:
        if self._channel is None:
            return
        self._channel.flush()
        if not self._channel.is_sending:
            asyncio.get_running_loop().remove_writer(self._channel.writer.fileno())

    def _receive(self) -> None:
        assert self._channel is not None
        try:
            messages = self._channel.receive()
        except EOFError:
            self._replace()
            return
        for message in messages:
            if message == READY:
                self._false_starts = 0
                self.ready.set()
            elif message.startswith(REFUSED):
                self._refuse(message.removeprefix(REFUSED).decode("utf-8", "replace"))
            else:
                self._settle(*answered(message))

    def _settle(self, number: int, outcome: Outcome) -> None:
        _, future = self._pending.get(number, (None, None))
        if future is not None and not future.done():  # nobody waits any more when the client hung up
            future.set_result(outcome)

    def _replace(self) -> None:
        """The supervisor is gone; what it had not answered is sent to the next one."""
        was_ready = self.ready.is_set()
        self._hang_up()
        if self._is_closed or self.refusal:
            return
        self._false_starts += not was_ready
        if self._false_starts >= _FALSE_STARTS:
            self._refuse("the worker processes cannot be started; give them more --memory")
            return
        self.restarts += 1
        _log.warning("supervisor ended and is started again", extra={"pending": len(self._pending)})
        self.start()

    def _refuse(self, reason: str) -> None:
        self.refusal = reason
        _log.error("no workers: %s", reason)
        self.ready.clear()
        for _, future in self._pending.values():
            if not future.done():
                future.set_exception(ExtractorError(reason))

    def _hang_up(self) -> None:
        self.ready.clear()
        if self._channel is None or self._process is None:
            return
        loop = asyncio.get_running_loop()
        loop.remove_reader(self._channel.reader.fileno())
        loop.remove_writer(self._channel.writer.fileno())
        self._channel.close()
        self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()
        self._channel = self._process = None
