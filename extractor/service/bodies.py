"""Bodies of requests, read within bounds of size and time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from fastapi import Request
from starlette.types import Message, Receive

from extractor.service.problems import Problem

_HEARD_OUT = 4
"""How many times its bounds a body may be before the connection is cut without an answer that the client could hear."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a body may take.

    Attributes:
        bytes: Its size at most.
        patience: Seconds that may pass until the next part of it arrives, and, for a body that is read whole, until all has.
    """

    bytes: int
    patience: float = 30.0


async def whole_body(request: Request, bounds: Bounds) -> bytes:
    """The body.

    Raises:
        Problem: 413 when it is too large, 408 when it comes too slowly.
    """
    try:
        async with asyncio.timeout(bounds.patience):
            return b"".join([chunk async for chunk in chunks(request, bounds)])
    except TimeoutError:
        raise _too_slow(bounds) from None


async def chunks(request: Request, bounds: Bounds) -> AsyncIterator[bytes]:
    """The body as it arrives.

    Raises:
        Problem: 413 when it is too large, 408 when nothing comes.
    """
    async for chunk in bounded(request, bounds).stream():
        yield chunk


def bounded(request: Request, bounds: Bounds) -> Request:
    """The same request, whose body is refused when it is out of bounds."""
    return Request(request.scope, _counted(request.receive, bounds))


def _counted(receive: Receive, bounds: Bounds) -> Receive:
    size = 0

    async def counted() -> Message:
        nonlocal size
        while True:
            try:
                message = await asyncio.wait_for(receive(), bounds.patience)
            except TimeoutError:
                raise _too_slow(bounds) from None
            size += len(message.get("body", b""))
            if size <= bounds.bytes:
                return message
            # who is still sending hears the answer when done: what is left is taken, within reason, and thrown away
            if not message.get("more_body") or size > _HEARD_OUT * bounds.bytes:
                raise _too_large(bounds)

    return counted


def _too_large(bounds: Bounds) -> Problem:
    what, remedy = f"more than {bounds.bytes:,} bytes", "send less at a time"
    return Problem(413, what, where="body", remedy=remedy, kind="too-large", headers={"Connection": "close"})


def _too_slow(bounds: Bounds) -> Problem:
    what = f"the body did not arrive within {bounds.patience:g} seconds"
    return Problem(408, what, where="body", kind="slow-client", headers={"Connection": "close"})
