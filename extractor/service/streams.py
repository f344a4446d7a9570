"""Many articles through the workers at once, their answers in the order in which the articles came."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

NDJSON = "application/x-ndjson"

Source = TypeVar("Source")
Answer = TypeVar("Answer")


class Lines(StreamingResponse):
    """Lines sent as they come, while the request may still be arriving.

    Starlette's own class looks out for the client's going away by reading from it, and would take the rest of the body.
    """

    media_type = NDJSON

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the lines."""
        with suppress(OSError):  # the client has gone
            await self.stream_response(send)


async def in_order(
    source: AsyncIterator[Source], work: Callable[[Source], Awaitable[Answer]], ahead: int
) -> AsyncIterator[Answer]:
    """The answers to what a source gives, in its order, several of them being worked out at a time.

    Args:
        source: Read as room allows.
        work: Gives the answer to one.
        ahead: How many may be worked on or waiting for their turn.
    """
    under_way: deque[asyncio.Task[Answer]] = deque()
    coming: asyncio.Task[Source] | None = None
    is_exhausted = False
    try:
        while True:
            if coming is None and not is_exhausted and len(under_way) < ahead:
                coming = asyncio.create_task(_awaited(anext(source)))
            awaited = {task for task in (coming, *list(under_way)[:1]) if task is not None}
            if not awaited:
                return
            await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
            if coming is not None and coming.done():
                try:
                    under_way.append(asyncio.create_task(_awaited(work(coming.result()))))
                except StopAsyncIteration:
                    is_exhausted = True
                coming = None
            while under_way and under_way[0].done():
                yield under_way.popleft().result()
    finally:
        for task in (coming, *under_way):
            if task is not None:
                task.cancel()


async def buffered(source: AsyncIterator[Source]) -> AsyncIterator[Source]:
    """What a source gives, taken from it without waiting for whoever uses it.

    A client that sends everything before it reads anything would else wait for us, and we for it.
    """
    taken: asyncio.Queue[tuple[bool, Any]] = asyncio.Queue()

    async def take() -> None:
        try:
            async for one in source:
                taken.put_nowait((True, one))
            taken.put_nowait((False, None))
        except Exception as error:
            taken.put_nowait((False, error))

    taking = asyncio.create_task(take())
    try:
        while True:
            is_one, found = await taken.get()
            if is_one:
                yield found
            elif found is None:
                return
            else:
                raise found
    finally:
        taking.cancel()


async def lines(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The lines of a stream of bytes, without their ends, blank ones among them."""
    rest = bytearray()
    async for chunk in chunks:
        *whole, last = chunk.split(b"\n")
        for line in whole:
            yield bytes(rest + line)
            rest.clear()
        rest += last
    if rest:
        yield bytes(rest)


def json_line(document: dict[str, Any]) -> bytes:
    """One line of JSON."""
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


async def _awaited(answer: Awaitable[Answer]) -> Answer:
    """A coroutine, which a task needs, of whatever can be awaited."""
    return await answer
