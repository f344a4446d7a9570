"""Workers and supervisor killed while they work: every article has its answer, once."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from extractor.batch.limits import Limits
from tests.service.running import SETTINGS, Running, running, slowly


def children(pid: int) -> set[int]:
    """The child processes of a process."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):  # one that has ended meanwhile
            if int((process / "stat").read_text().rpartition(")")[2].split()[1]) == pid:
                found.add(int(process.name))
    return found


def supervisors() -> set[int]:
    """The supervisors of this process's services; beside them it may have the tracker of multiprocessing."""
    return {
        pid for pid in children(os.getpid()) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    }


def kill(pids: Iterable[int]) -> int:
    """Kill processes; gives how many."""
    killed = 0
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            killed += 1
    return killed


def answers(service: Running, count: int) -> list[str]:
    batch = b"\n".join(json.dumps({"text": str(number)}).encode() for number in range(count))
    lines = service.client.post("/extract/batch", content=batch, timeout=60).text.splitlines()
    return [json.loads(line)["flags"][0] for line in lines]


def test_twenty_workers_killed() -> None:
    others = supervisors()
    with running(replace(SETTINGS, limits=Limits(seconds=10.0)), slowly(0.01)) as service:
        killed = 0

        def keep_killing() -> None:
            nonlocal killed
            while killed < 20:
                for supervisor in supervisors() - others:
                    killed += kill(sorted(children(supervisor))[:1])
                time.sleep(0.05)

        killer = threading.Thread(target=keep_killing)
        killer.start()
        while killer.is_alive():
            assert answers(service, 100) == [str(number) for number in range(100)]
        assert killed >= 20


def test_a_supervisor_killed() -> None:
    others = supervisors()
    with running(SETTINGS, slowly(0.05)) as service:
        killer = threading.Timer(0.5, lambda: kill(supervisors() - others))
        killer.start()
        assert answers(service, 40) == [str(number) for number in range(40)]
        killer.join()
        assert service.metric("extractor_supervisor_restarts") == 1


def test_no_process_is_left() -> None:
    others = supervisors()
    with running() as service:
        answers(service, 4)
        workers = {worker for supervisor in supervisors() - others for worker in children(supervisor)}
        assert workers
    assert supervisors() == others
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
