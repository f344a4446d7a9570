"""One file in another format at the end of a run: whole or not there, whatever kills the run, and the same bytes."""

from __future__ import annotations

import json
import os
import random
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import pytest

import extractor.writers.text
from extractor.errors import ExitCode
from extractor.records import ArticleRecord
from extractor.writers import Options
from tests.faults.processes import finish, output, start, write_articles

PART: dict[str, Any] = {"part_size": 20}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = [f"Article number {number}." for number in range(300)]
    return write_articles(tmp_path_factory.mktemp("inputs") / "articles.jsonl", texts)


@pytest.mark.parametrize(
    ("wanted", "name"), [("sqlite", "claims.sqlite"), ("jsonl", "claims.jsonl"), ("text", "claims.txt")]
)
def test_kills_do_not_show(articles: Path, tmp_path: Path, wanted: str, name: str) -> None:
    assert finish(articles, tmp_path / "whole", jobs=1, output=wanted, **PART) == ExitCode.OK
    out, chance = tmp_path / "out", random.Random(wanted)
    for _ in range(8):
        process = start(articles, out, resume=True, jobs=2, output=wanted, article=0.001, **PART)
        process.join(chance.uniform(0.05, 0.4))
        process.kill()
        process.join()
    assert finish(articles, out, resume=True, jobs=2, output=wanted, **PART) == ExitCode.OK
    assert (out / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert output(out) == output(tmp_path / "whole")
    assert not list(out.glob(f".{name}*"))
    if wanted == "jsonl":
        assert (out / name).read_bytes() == b"".join(output(out).values())


def killed_in_the_middle() -> None:
    """Makes the writer of plain text kill its process when it has written half."""

    def write(records: Iterable[ArticleRecord], out: BinaryIO, options: Options) -> None:
        next(iter(records))
        out.write(b"half")
        out.flush()
        os.kill(os.getpid(), signal.SIGKILL)

    extractor.writers.text.write_text = write  # of a process of its own


def test_a_kill_while_it_is_written_leaves_nothing_of_it(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert finish(articles, out, killed_in_the_middle, output="text", **PART) == -signal.SIGKILL
    assert not (out / "claims.txt").exists()
    assert list(out.glob(".claims.txt.*")), "half was written"
    assert json.loads((out / "manifest.json").read_text())["finished"] is None
    assert finish(articles, out, resume=True, output="text", **PART) == ExitCode.OK
    assert (out / "claims.txt").read_text().count("articles.jsonl") == 300
    assert not list(out.glob(".claims.txt.*"))


def test_a_finished_run_is_left_as_it_is_and_a_lost_file_made_again(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert finish(articles, out, output="text", **PART) == ExitCode.OK
    made = out / "claims.txt"
    before, manifest = made.stat(), (out / "manifest.json").read_bytes()
    assert finish(articles, out, resume=True, output="text", **PART) == ExitCode.OK
    assert (made.stat().st_mtime_ns, made.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    made.unlink()
    assert finish(articles, out, resume=True, output="text", **PART) == ExitCode.OK
    assert (out / "manifest.json").read_bytes() == manifest
    assert json.loads(manifest)["finished"]["output"]["bytes"] == made.stat().st_size
