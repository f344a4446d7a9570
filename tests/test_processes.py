"""What only a process of its own shows: closed pipes, signals, the module as a program."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

EXTRACT = [sys.executable, "-m", "extractor", "extract", "--layout", "article"]


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    articles = tmp_path / "many.jsonl"
    articles.write_text(
        "".join(f'{{"id": {number}, "text": "Ana Kask said no."}}\n' for number in range(500))
    )
    with subprocess.Popen(
        [*EXTRACT, str(articles)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""


def test_a_stopped_run_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [*EXTRACT, "-", "-o", str(tmp_path / "out.jsonl")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 60
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.05)  # until the hidden file is there; the run then waits for its first article
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 130
    assert list(tmp_path.iterdir()) == []
