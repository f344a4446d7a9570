"""A service that runs: a real server on loopback in a thread of the test, its workers doing what the stand-in does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import httpx
import uvicorn

from extractor.batch.limits import Limits
from extractor.batch.worker import OpenWork, Work
from extractor.service.app import make_app
from extractor.service.bodies import Bounds
from extractor.service.guards import Access
from extractor.service.orders import OrderWork
from extractor.service.state import Settings
from tests.faults.standin import StandIn

MAX_CHARACTERS = 2_000
SETTINGS = Settings(
    jobs=2,
    limits=Limits(seconds=1.0, articles=40),
    max_characters=MAX_CHARACTERS,
    access=Access(hosts=frozenset({"127.0.0.1"})),
    article=Bounds(100_000, patience=1.0),
    upload=Bounds(1_000_000, patience=2.0),
)


def open_stand_in(seconds: float = 0.0) -> Work:
    return OrderWork(StandIn(seconds), MAX_CHARACTERS)


@dataclass(frozen=True)
class Running:
    """A service at work.

    Attributes:
        port: Where it listens.
        client: Asks it.
    """

    port: int
    client: httpx.Client

    def metric(self, name: str) -> float:
        lines = self.client.get("/metrics").text.splitlines()
        return sum(float(line.split()[-1]) for line in lines if line.startswith(name))


@contextmanager
def running(settings: Settings = SETTINGS, open_work: OpenWork = open_stand_in) -> Iterator[Running]:
    """A service from start to end."""
    config = uvicorn.Config(
        make_app(settings, open_work), port=0, log_config=None, access_log=False, timeout_graceful_shutdown=5
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            thread.join(0.02)
        port: int = server.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            while client.get("/ready").status_code != 200:
                thread.join(0.05)
            yield Running(port, client)
    finally:
        server.should_exit = True
        thread.join()


def slowly(seconds: float) -> OpenWork:
    return partial(open_stand_in, seconds)
