"""Worker processes under a supervisor: what one article does to its worker costs that article and nothing else.

The supervisor is one loop in one thread, so that it may fork at any time. It hands out tasks, takes outcomes, watches the clock,
and replaces workers that died, hung or did their share.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self

from extractor.batch.channel import Channel
from extractor.batch.limits import Limits
from extractor.batch.outcome import Cause, Outcome
from extractor.batch.tasks import Batch, Task
from extractor.batch.worker import READY, OpenWork, serve
from extractor.errors import ExtractorError

_TICK = 0.2
"""Seconds between two looks at the clock."""
_START = 120.0
"""Seconds a worker may take to get ready; one that is not forked loads the model first."""
_FALSE_STARTS = 3
_NEVER = float("inf")


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, and the task it is at.

    Attributes:
        deadline: When it must have answered, by the monotonic clock.
        share: Items it has been given so far.
    """

    process: BaseProcess
    channel: Channel
    deadline: float
    is_ready: bool = False
    task: Task | None = None
    share: int = 0


class Pool:
    """Processes that work; used as a context manager, at whose end none of them is left.

    Args:
        open_work: Makes the work ready. Where processes are forked it is called once, here, and all workers share its memory.
        jobs: How many processes work at the same time; each is started when there is something for it to do.
        limits: What each of them may use.
        on_tick: Called several times a second while `map` waits.
        start_method: ``fork`` or ``spawn``; by default fork on Linux, where it is safe for a process with one thread.
    """

    def __init__(
        self,
        open_work: OpenWork,
        jobs: int,
        limits: Limits,
        on_tick: Callable[[], None] = lambda: None,
        start_method: str = "fork" if sys.platform == "linux" else "spawn",
    ) -> None:
        self._context = multiprocessing.get_context(start_method)
        self._forks = start_method == "fork"
        self._open_work = _opened(open_work) if self._forks else open_work
        self._jobs, self._limits, self._on_tick = jobs, limits, on_tick
        self._workers: list[_Worker] = []
        self._tasks: deque[Task] = deque()
        self._false_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in [*self._workers]:
            self._end(worker)

    def map(self, batches: Iterable[Sequence[Any]], ahead: int = 64) -> Iterator[list[Outcome]]:
        """The outcomes of each batch of items, in the order of the batches.

        Args:
            batches: Read as the work goes on.
            ahead: How many batches may be done before the one whose turn it is.

        Raises:
            ExtractorError: When workers cannot get ready.
        """
        source = iter(batches)
        pending: deque[Batch] = deque()
        exhausted = False
        while True:
            while not exhausted and len(pending) < ahead and len(self._tasks) < self._jobs:
                items = next(source, None)
                exhausted = items is None
                if items is not None:
                    pending.append(self.submit(items))
            if not pending:
                return
            if pending[0].is_done:
                yield pending.popleft().outcomes
            else:
                self.step()
                self._on_tick()

    def submit(self, items: Sequence[Any]) -> Batch:
        """Have items worked on; `step` until the batch is done."""
        batch = Batch(items)
        if items:
            self._tasks.append(Task(batch, items, range(len(items))))
        return batch

    @property
    def free(self) -> int:
        """How many processes have nothing to do and nothing waiting for them."""
        return self._jobs - sum(worker.task is not None for worker in self._workers) - len(self._tasks)

    def step(self, woken_by: Sequence[Connection] = (), *, hurry: bool = False) -> None:
        """Hand out tasks, then wait for whatever happens first.

        Args:
            woken_by: What else ends the waiting when there is something to read.
            hurry: Whether not to wait long, since the caller has something to send on.

        Raises:
            ExtractorError: When workers cannot get ready.
        """
        self._hand_out()
        sending = hurry or any(worker.channel.is_sending for worker in self._workers)
        receiving = {worker.channel.reader: worker for worker in self._workers}
        next_deadline = min((worker.deadline for worker in self._workers), default=_NEVER) - time.monotonic()
        patience = max(0.0, min(next_deadline, _TICK / 20 if sending else _TICK))
        for end in wait([*receiving, *woken_by], patience):
            if end not in woken_by:
                self._take(receiving[end])  # type: ignore[index]
        for worker in self._workers:
            worker.channel.flush()
        for worker in [worker for worker in self._workers if worker.deadline < time.monotonic()]:
            self._lose(worker, hangs=True)

    def _hand_out(self) -> None:
        for worker in [worker for worker in self._workers if worker.is_ready and not worker.task]:
            if self._tasks:
                self._give(worker, self._tasks.popleft())
        starting = sum(not worker.is_ready for worker in self._workers)
        if len(self._tasks) > starting and len(self._workers) < self._jobs:
            self._start()

    def _start(self) -> None:
        channel, ends = Channel.open(self._context)
        inherited = [channel, *(worker.channel for worker in self._workers)] if self._forks else []
        process: BaseProcess = self._context.Process(  # type: ignore[attr-defined]
            target=serve, args=(self._open_work, self._limits, ends, inherited), daemon=True
        )
        process.start()
        for end in ends:
            end.close()
        self._workers.append(_Worker(process, channel, time.monotonic() + _START))

    def _give(self, worker: _Worker, task: Task) -> None:
        worker.task = task
        worker.share += len(task.items)
        worker.deadline = time.monotonic() + self._limits.seconds
        worker.channel.send(pickle.dumps(tuple(task.items)))

    def _take(self, worker: _Worker) -> None:
        try:
            messages = worker.channel.receive()
        except EOFError:
            self._lose(worker)
            return
        for message in messages:
            if worker.task:
                worker.task.settle(Outcome.from_bytes(message))
            else:
                self._welcome(worker, message)
        if worker.task and not worker.task.items:
            self._rest(worker)

    def _welcome(self, worker: _Worker, message: bytes) -> None:
        if message != READY:
            raise ExtractorError(message.decode("utf-8", "replace"))
        worker.is_ready, worker.deadline, self._false_starts = True, _NEVER, 0

    def _rest(self, worker: _Worker) -> None:
        worker.task, worker.deadline = None, _NEVER
        if worker.share >= self._limits.articles:
            self._end(worker)

    def _lose(self, worker: _Worker, *, hangs: bool = False) -> None:
        """A worker is dead, or hangs and has to go; its task is tried again, or its article given up."""
        self._end(worker, patience=0 if hangs else 5)
        code = worker.process.exitcode or 0
        reason = f"no end after {self._limits.seconds:g} seconds" if hangs else _end_of(code)
        if worker.task:
            killed = code == -signal.SIGKILL and not hangs
            cause = Cause.TOO_SLOW if hangs else Cause.CRASH
            self._tasks.extendleft(reversed(worker.task.after_loss(reason, cause, killed=killed)))
        elif not worker.is_ready:
            self._false_starts += 1
        if self._false_starts >= _FALSE_STARTS:
            raise ExtractorError(f"workers cannot get ready ({reason})", remedy="give them more --memory")

    def _end(self, worker: _Worker, patience: float = 0) -> None:
        self._workers.remove(worker)
        worker.channel.close()
        worker.process.join(patience)
        worker.process.kill()
        worker.process.join()


def _opened(open_work: OpenWork) -> OpenWork:
    """The work, made ready in this process, whose memory forked workers share as long as nobody writes to it."""
    work = open_work()
    gc.collect()
    gc.freeze()  # the collector would write to, and so copy, every page of the model
    return lambda: work


def _end_of(code: int) -> str:
    """How a process ended, in words."""
    if code < 0:
        return f"the worker was ended by {signal.Signals(-code).name}"
    return f"the worker ended with exit code {code}"
