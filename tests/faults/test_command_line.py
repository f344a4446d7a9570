"""The command itself, with the model: a bar on a terminal, Ctrl-C, resume, and what it opens."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.processes import children, wait_until

RUN = [sys.executable, "-m", "extractor", "run"]
SAID = "Mayor Lina Osei said on Tuesday that {} ferries had cost $1.5 million. "

AUDITED = """
import os, sys
log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def hook(event, arguments):
    pickled = event == "open" and str(arguments[0]).endswith((".pkl", ".pickle", ".joblib"))
    if pickled or event.startswith(("socket.", "pickle.")):
        os.write(log, f"{event} {arguments[-2:] if event == 'pickle.find_class' else arguments[1:]!r}\\n".encode())
sys.addaudithook(hook)
from extractor.cli import main
sys.exit(main())
"""
PROBE = {"socket.__new__ (10, 1, 0)", "socket.bind (('::1', 0),)"}
"""spaCy imports requests, and that urllib3, which asks the system for a port of its own to learn whether IPv6 is there."""


def articles(path: Path, number: int) -> Path:
    rows = ({"id": f"a{n}", "text": SAID.format(n) * 10, "published": "2024-03-05"} for n in range(number))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C is heard by what is started, though these tests run where a shell ignores it, as in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_a_bar_ctrl_c_and_resume(tmp_path: Path) -> None:
    source = articles(tmp_path / "articles.jsonl", 200)
    run = [*RUN, str(source), "--part-size", "16", "--jobs", "2", "--layout", "article", "--out"]
    out = tmp_path / "out"
    ours, theirs = pty.openpty()
    with subprocess.Popen([*run, str(out)], stderr=theirs, start_new_session=True) as process:
        os.close(theirs)
        shown = b""
        os.set_blocking(ours, False)
        wait_until((out / "part-000001.jsonl").exists, seconds=60)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the runner and its workers
        pressed = time.monotonic()
        while process.poll() is None and time.monotonic() < pressed + 20:
            with suppress(OSError):
                shown += os.read(ours, 1 << 16)
            time.sleep(0.01)
        assert process.poll() == 130
        assert time.monotonic() - pressed < 3
        with suppress(OSError):
            shown += os.read(ours, 1 << 16)
    os.close(ours)
    words = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode())
    assert "/200 inputs" in words
    assert "words/s" in words
    assert "stopped; go on with the same command and --resume" in " ".join(words.split())
    assert not list(out.glob(".part-*"))
    ended = subprocess.run([*run, str(out), "--resume"], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "")
    assert "extractor: going on after " in ended.stderr
    merged = subprocess.run([*RUN[:-1], "merge", str(out)], capture_output=True, check=True).stdout
    extract = [*RUN[:-1], "extract", str(source), "--layout", "article", "--quiet"]
    assert merged == subprocess.run(extract, capture_output=True, check=True).stdout


def test_no_socket_is_opened_and_no_pickle_read(tmp_path: Path) -> None:
    source = articles(tmp_path / "articles.jsonl", 3)
    log = tmp_path / "log"
    command = [sys.executable, "-c", AUDITED, str(log), "run", str(source), "-o", str(tmp_path / "out")]
    subprocess.run(command, check=True, capture_output=True)
    found = set(log.read_text().splitlines())
    assert found - PROBE == {"pickle.find_class ('extractor.readers.items', 'Item')"}, (
        "the pool's own pipe aside"
    )


def test_a_worker_dies_with_its_runner(tmp_path: Path) -> None:
    source = articles(tmp_path / "articles.jsonl", 200)
    with subprocess.Popen([*RUN, str(source), "-o", str(tmp_path / "out"), "--quiet"]) as process:
        wait_until(lambda: children(process), seconds=60)
        workers = children(process)
        process.kill()
    wait_until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def test_a_run_in_another_format_ends_with_what_extract_writes(tmp_path: Path) -> None:
    source = articles(tmp_path / "articles.jsonl", 20)
    out = tmp_path / "out"
    run = [*RUN, str(source), "--part-size", "8", "--quiet", "--out", str(out), "--format"]
    assert subprocess.run([*run, "csv"], check=False).returncode == 0
    extract = [*RUN[:-1], "extract", str(source), "--format", "csv", "--quiet"]
    made = (out / "claims.csv").read_bytes()
    assert made == subprocess.run(extract, capture_output=True, check=True).stdout
    merge = [*RUN[:-1], "merge", str(out), "--format", "csv"]
    assert made == subprocess.run(merge, capture_output=True, check=True).stdout
    other = subprocess.run([*run, "text", "--resume"], capture_output=True, text=True, check=False)
    assert other.returncode == 5
    assert "format was csv, is text" in other.stderr


def test_a_format_that_cannot_be_made_is_refused_before_any_work(tmp_path: Path) -> None:
    source = articles(tmp_path / "articles.jsonl", 1)
    for name, told in (
        ("brat", "extractor export claims.jsonl --to brat"),
        ("poem", "'poem' is not one of jsonl, csv"),
    ):
        out = tmp_path / name
        command = [*RUN, str(source), "--out", str(out), "--format", name]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ended.returncode == 2
        assert told in ended.stderr
        assert not out.exists()
