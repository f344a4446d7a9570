"""A folder of inputs that nobody should have to read, with the model itself."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from extractor.batch.ledger import Ledger
from extractor.batch.outcome import State
from tests.faults import bad_inputs
from tests.faults.processes import children, wait_until

RUN = [sys.executable, "-m", "extractor", "run", "--layout", "article", "--quiet", "--jobs", "2"]


def articles(out: Path) -> dict[str, bytes]:
    """The line of each good article, by its name."""
    lines = [line for part in sorted(out.glob("part-*")) for line in part.read_bytes().splitlines()]
    named = {Path(json.loads(line)["article"]["id"]).name: line for line in lines}
    return {name: line for name, line in named.items() if name.startswith("good-")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bad")
    bad_inputs.write(path / "inputs")
    return path


def test_there_are_enough_of_them() -> None:
    assert len(bad_inputs.BAD) >= 60
    assert len(bad_inputs.good_articles()) == 100


def test_each_is_accounted_for_and_harms_none(folder: Path) -> None:
    peaks: dict[int, int] = {}

    def watch() -> bool:
        for worker in children(process):
            with suppress(OSError):  # it may have ended by now
                lines = Path(f"/proc/{worker}/status").read_text().splitlines()
                peaks.update((worker, int(line.split()[1])) for line in lines if line.startswith("VmHWM"))
        return process.poll() is not None

    with subprocess.Popen([*RUN, "inputs", "--out", "dirty"], cwd=folder) as process:
        wait_until(watch, seconds=120)
    assert process.returncode == 3
    assert 0 < max(peaks.values(), default=1) < 1_500_000, "kilobytes"
    with closing(Ledger(folder / "dirty")) as ledger:
        rows = list(ledger.rows())
        left_out = list(ledger.left_out())
    files = {row.name.removeprefix("inputs/").partition(":")[0] for row in rows}
    expected = {*bad_inputs.BAD, *bad_inputs.good_articles(), "itself.txt", "nowhere.txt", "outside.txt"}
    expected |= {"pipe.txt", "socket.txt", "-rf.txt", "  .txt", "bytes-\\udcff.txt", "bytes-\\udcff.jsonl"}
    assert expected - {"new\nline \x1b[31m.txt", "article.docx"} <= files
    assert all(reason for _, _, reason in left_out)
    assert not [reason for _, _, reason in left_out if reason.startswith(("no end after", "the worker"))]
    assert not [reason for _, _, reason in left_out if "Error at " in reason], "an exception of ours"
    counts = {state: sum(row.state is state for row in rows) for state in State}
    assert counts[State.EMPTY] >= 5
    assert counts[State.QUARANTINED] >= 30
    good = folder / "good"
    good.mkdir()
    for name, data in bad_inputs.good_articles().items():
        (good / name).write_bytes(data)
    (folder / "inputs").rename(folder / "bad")
    good.rename(folder / "inputs")
    assert subprocess.run([*RUN, "inputs", "--out", "clean"], cwd=folder, check=False).returncode == 0
    clean = articles(folder / "clean")
    assert len(clean) == bad_inputs.GOOD
    assert articles(folder / "dirty") == clean
