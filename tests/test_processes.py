"""What only a process of its own shows: closed pipes, signals, the module as a program."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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


STOPPED_WHERE_EXCEPTIONS_ARE_LOST = {
    "class body in an import": ("class Owner:\n    it = Stopping()\n", "import losing"),
    "finaliser": ("", "del stopping"),
}


@pytest.mark.parametrize(
    ("module", "statement"),
    STOPPED_WHERE_EXCEPTIONS_ARE_LOST.values(),
    ids=STOPPED_WHERE_EXCEPTIONS_ARE_LOST,
)
def test_a_stop_is_not_lost_where_exceptions_are(tmp_path: Path, module: str, statement: str) -> None:
    (tmp_path / "stops.py").write_text("""
import os, signal

class Stopping:
    def __set_name__(self, owner, name):
        os.kill(os.getpid(), signal.SIGTERM)

    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
""")
    (tmp_path / "losing.py").write_text(f"from stops import Stopping\n{module}")
    program = f"""
import time
from extractor.cli.signals import listen
from stops import Stopping
listen()
try:
    stopping = Stopping()
    {statement}
    print("went on", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    print("stopped", flush=True)
import os
os._exit(0)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "went on\nstopped\n"
    assert done.stderr == ""
