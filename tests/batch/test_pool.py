"""Workers that cannot get ready end the run with a reason, soon."""

from __future__ import annotations

import os
import signal
import time

import pytest

from extractor.batch.limits import Limits
from extractor.batch.pool import Pool
from extractor.batch.worker import OpenWork, Work
from extractor.errors import ExtractorError
from extractor.readers import Item

ITEMS = [[Item("a", "text")]]


def ends() -> Work:
    os._exit(7)


def is_killed() -> Work:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def refuses() -> Work:
    raise ExtractorError("no such model", where="model", remedy="install it")


@pytest.mark.parametrize(
    ("open_work", "reason"),
    [(ends, "ended with exit code 7"), (is_killed, "ended by SIGKILL")],
)
def test_three_false_starts_are_enough(open_work: OpenWork, reason: str) -> None:
    start = time.monotonic()
    pool = Pool(open_work, 1, Limits(), start_method="spawn")
    with pool, pytest.raises(ExtractorError, match="workers cannot get ready") as raised:
        list(pool.map(ITEMS))
    assert reason in str(raised.value)
    assert "give them more --memory" in str(raised.value)
    assert time.monotonic() - start < 20


def test_a_worker_says_why_it_cannot_get_ready() -> None:
    pool = Pool(refuses, 2, Limits(), start_method="spawn")
    with pool, pytest.raises(ExtractorError, match=r"no such model.*install it"):
        list(pool.map(ITEMS * 3))


def test_no_process_is_left() -> None:
    pool = Pool(ends, 2, Limits(), start_method="spawn")
    with pool, pytest.raises(ExtractorError):
        list(pool.map(ITEMS * 3))
    assert pool._workers == []
