"""Processes of a run that tests start, watch, and kill."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from extractor.batch.ledger import Ledger
from extractor.batch.outcome import State
from tests.conftest import ROOT
from tests.faults import standin

Row = tuple[str, State, str]


def write_articles(path: Path, texts: Sequence[str]) -> Path:
    """A file of articles with the ids a0, a1, …"""
    rows = ({"id": f"a{number}", "text": text} for number, text in enumerate(texts))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def start(
    inputs: Path, out: Path, before: Callable[[], object] = lambda: None, **options: Any
) -> BaseProcess:
    """A run with the stand-in, in a process of its own, which is forked since that takes no time."""

    def main() -> None:
        before()
        os._exit(standin.main([str(inputs), str(out), json.dumps(options)]))

    process = multiprocessing.get_context("fork").Process(target=main)
    process.start()
    return process


def finish(
    inputs: Path, out: Path, before: Callable[[], object] = lambda: None, **options: Any
) -> int | None:
    """The exit code of a run with the stand-in."""
    process = start(inputs, out, before, **options)
    process.join(60)
    assert process.exitcode is not None, "hangs"
    return process.exitcode


def finish_fresh(inputs: Path, out: Path, **options: Any) -> tuple[int, str]:
    """Exit code and last words of a run with the stand-in in a new interpreter, which has as little memory as it may."""
    command = [sys.executable, "-m", "tests.faults.standin", str(inputs), str(out), json.dumps(options)]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, timeout=60, check=False, cwd=ROOT)
    return done.returncode, done.stderr


def children(process: BaseProcess | subprocess.Popen[bytes]) -> list[int]:
    """The workers of a run."""
    with suppress(OSError):
        return [
            int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        ]
    return []


def runs(pid: int) -> bool:
    """Whether a process is there and not just waiting to be buried."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


def wait_until(condition: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "in vain"
        time.sleep(0.005)


def output(out: Path) -> dict[str, bytes]:
    """The parts of a run by name."""
    return {path.name: path.read_bytes() for path in sorted(out.glob("part-*"))}


def ledger(out: Path) -> dict[str, tuple[State, str]]:
    """The state and reason of every input that is not ok; every input has one row."""
    with closing(Ledger(out)) as rows:
        names = [row.name for row in rows.rows()]
        assert len(names) == len(set(names)), "twice in the ledger"
        return {name.rpartition(":")[2]: (state, reason) for name, state, reason in rows.left_out()}


def ids(out: Path) -> list[str]:
    """The ids of the articles in the output, in order."""
    lines = b"".join(output(out).values()).splitlines()
    return [json.loads(line)["article"]["id"] for line in lines]
