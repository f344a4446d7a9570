"""Messages over pipes: the supervisor's end never waits, a worker's end always does.

A worker may die or stop in the middle of a message. Each worker has two pipes of its own, so half a message harms nobody else,
and the supervisor reads and writes only as much as the pipe takes at once. Pools that share one queue between their workers do
not survive this: with a worker killed every 50 ms, pebble 5.2 finished 123 of 2,000 tasks and then declared itself broken.
"""

from __future__ import annotations

import os
import struct
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import BinaryIO, NamedTuple

_LENGTH = struct.Struct(">Q")
_AT_ONCE = 1 << 20


class Ends(NamedTuple):
    """A worker's ends of its two pipes, which multiprocessing carries into the new process."""

    reader: Connection
    writer: Connection


class Channel:
    """The supervisor's end."""

    def __init__(self, reader: Connection, writer: Connection) -> None:
        self.reader, self.writer = reader, writer
        self._incoming, self._outgoing = bytearray(), bytearray()
        for end in (reader, writer):
            os.set_blocking(end.fileno(), False)

    @classmethod
    def open(cls, context: BaseContext) -> tuple[Channel, Ends]:
        """A channel, and the ends for the worker."""
        from_worker, to_supervisor = context.Pipe(duplex=False)
        from_supervisor, to_worker = context.Pipe(duplex=False)
        return cls(from_worker, to_worker), Ends(from_supervisor, to_supervisor)

    @property
    def is_sending(self) -> bool:
        """Whether a part of a message has not yet gone out."""
        return bool(self._outgoing)

    def send(self, message: bytes) -> None:
        """Send a message, or as much of it as the pipe takes; `flush` sends on."""
        self._outgoing += _LENGTH.pack(len(message)) + message
        self.flush()

    def flush(self) -> None:
        """Send on as much as the pipe takes. That the worker is gone is for `receive` to tell."""
        try:
            while self._outgoing:
                sent = os.write(self.writer.fileno(), self._outgoing[:_AT_ONCE])
                del self._outgoing[:sent]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._outgoing.clear()

    def receive(self) -> list[bytes]:
        """The messages that have arrived whole.

        Raises:
            EOFError: When the worker is gone and has left no more of them.
        """
        try:
            arrived = os.read(self.reader.fileno(), _AT_ONCE)
        except BlockingIOError:
            return []
        if not arrived:
            raise EOFError
        self._incoming += arrived
        return list(iter(self._next_message, None))

    def close(self) -> None:
        """Hang up; an idle worker takes it as its end."""
        self.reader.close()
        self.writer.close()

    def _next_message(self) -> bytes | None:
        if len(self._incoming) < _LENGTH.size:
            return None
        end = _LENGTH.size + _LENGTH.unpack_from(self._incoming)[0]
        if len(self._incoming) < end:
            return None
        message = bytes(self._incoming[_LENGTH.size : end])
        del self._incoming[:end]
        return message


class WorkerChannel:
    """A worker's end."""

    def __init__(self, ends: Ends) -> None:
        self._ends = ends  # holds the descriptors open
        self._reader: BinaryIO = os.fdopen(ends.reader.fileno(), "rb", closefd=False)
        self._writer: BinaryIO = os.fdopen(ends.writer.fileno(), "wb", closefd=False)

    def send(self, message: bytes) -> None:
        """Send a message."""
        self._writer.write(_LENGTH.pack(len(message)) + message)
        self._writer.flush()

    def receive(self) -> bytes | None:
        """The next message; None when the supervisor hung up."""
        head = self._reader.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            return None
        return self._reader.read(_LENGTH.unpack(head)[0])
