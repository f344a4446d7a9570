"""Runs and workers killed at random moments: nothing lost, nothing twice, the same bytes."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from contextlib import suppress
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from tests.faults.processes import (
    children,
    finish,
    ids,
    ledger,
    output,
    runs,
    start,
    wait_until,
    write_articles,
)

TEXTS = [f"Article number {number}." for number in range(600)]
PACE: dict[str, Any] = {"jobs": 2, "part_size": 20, "article": 0.002, "limits": {"megabytes": 16_000}}

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds workers in /proc")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("inputs") / "articles.jsonl", TEXTS)


@pytest.fixture(scope="module")
def undisturbed(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert finish(articles, out, jobs=1, part_size=20) == 0
    assert ids(out) == [f"a{number}" for number in range(600)]
    return output(out)


def is_at_work_or_done(process: BaseProcess) -> bool:
    return bool(children(process)) or process.exitcode is not None


def none_runs(processes: list[int]) -> bool:
    return not any(map(runs, processes))


def test_fifty_kills_of_the_runner(articles: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    chance = random.Random(50)
    out, at_work, finished = tmp_path / "0", 0, 0
    for kill in range(50):
        process = start(articles, out, resume=True, **PACE)
        if kill % 5:
            wait_until(partial(is_at_work_or_done, process))
        process.join(chance.uniform(0, 0.25))
        workers = children(process)
        at_work += bool(workers)
        process.kill()
        process.join()
        wait_until(partial(none_runs, workers))
        if (out / "manifest.json").exists() and b'"finished": {' in (out / "manifest.json").read_bytes():
            assert output(out) == undisturbed
            finished += 1
            out = tmp_path / str(finished)
    assert at_work > 25, "most kills are to come in the middle of the work"
    assert finish(articles, out, resume=True, **PACE) == 0
    assert output(out) == undisturbed
    assert ledger(out) == {}


def test_random_kills_of_workers(articles: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    chance = random.Random(1)
    process = start(articles, tmp_path / "out", **{**PACE, "article": 0.01})
    kills = 0
    while process.exitcode is None:
        time.sleep(
            chance.uniform(0.1, 0.25)
        )  # time to do something: an article that is killed again and again is given up
        for worker in children(process)[:1] if chance.random() < 0.5 else children(process)[-1:]:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
                kills += 1
    assert kills > 5
    assert process.exitcode == 0
    assert output(tmp_path / "out") == undisturbed
    assert ledger(tmp_path / "out") == {}


def test_a_resumed_run_that_is_finished_changes_nothing(
    articles: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    assert finish(articles, tmp_path / "out", jobs=2, part_size=20) == 0
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("part-*")}
    assert finish(articles, tmp_path / "out", resume=True, jobs=2, part_size=20) == 0
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("part-*")} == before
    assert output(tmp_path / "out") == undisturbed


def test_two_runs_in_one_folder_do_not_meet(articles: Path, tmp_path: Path) -> None:
    first = start(articles, tmp_path / "out", **PACE)
    wait_until((tmp_path / "out" / "manifest.json").exists)
    assert finish(articles, tmp_path / "out", resume=True, **PACE) == 5
    first.join(60)
    assert first.exitcode == 0
    assert len(ids(tmp_path / "out")) == 600


def test_workers_may_be_started_anew_instead_of_forked(tmp_path: Path) -> None:
    from extractor.batch.limits import Limits
    from extractor.batch.pool import Pool
    from extractor.readers import Reading, find_items
    from tests.faults.standin import open_work

    source = write_articles(tmp_path / "articles.jsonl", ["One.", "CRASH Two.", "Three."])
    items = [item for item in find_items([str(source)], Reading()) if not isinstance(item, Exception)]
    with Pool(partial(open_work), 2, Limits(), start_method="spawn") as pool:
        (outcomes,) = pool.map([items])
    assert [str(outcome.state) for outcome in outcomes] == ["ok", "quarantined", "ok"]
    assert not multiprocessing.active_children()
