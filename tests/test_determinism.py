"""The same articles give the same bytes in every process, whatever the order of its hash tables."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def extracted(articles: list[Path], seed: str) -> bytes:
    command = [
        sys.executable,
        "-m",
        "extractor",
        "extract",
        "--layout",
        "article",
        "--quiet",
        *map(str, articles),
    ]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout


def test_two_processes_write_the_same_bytes(root: Path) -> None:
    articles = sorted((root / "corpus" / "articles").glob("*.txt"))[:2]
    first, second = (extracted(articles, seed) for seed in ("1", "2"))
    assert first.count(b"\n") == len(articles) == 2
    assert first == second
