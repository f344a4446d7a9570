"""Folders and feed files that are watched: every article once, whatever is killed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from extractor.batch.hooks import Hooks, command, post
from extractor.batch.run import Plan
from extractor.batch.watching import Files, Watching
from extractor.errors import ExtractorError
from extractor.readers import Reading
from tests.faults.standin import Silent, open_work
from tests.faults.watching import IDENTITY


def watch(source: Path, out: Path, told: list[bytes] | None = None) -> list[str]:
    """One watch until nothing is new; the first words of all articles in the output so far."""
    files = Files((str(source),), Reading())
    tell = None if told is None else told.append
    Watching(Plan(out, IDENTITY), files, interval=0.01, tell=tell, once=True).run(open_work, Silent())
    return texts(out)


def texts(out: Path) -> list[str]:
    lines = (line for part in sorted(out.glob("part-*.jsonl")) for line in part.read_bytes().splitlines())
    return [json.loads(line)["flags"][0] for line in lines]


def test_what_comes_later_is_read_once(tmp_path: Path) -> None:
    news, out, told = tmp_path / "news", tmp_path / "out", []  # type: tuple[Path, Path, list[bytes]]
    news.mkdir()
    (news / "b.txt").write_text("one")
    assert watch(news, out, told) == ["one"]
    (news / "a.txt").write_text("two")
    assert watch(news, out, told) == ["one", "two"]
    assert watch(news, out, told) == ["one", "two"]
    assert [json.loads(line)["flags"][0] for line in told] == ["one", "two"]


def test_a_feed_that_drops_its_oldest(tmp_path: Path) -> None:
    feed, out = tmp_path / "feed.jsonl", tmp_path / "out"

    def write(*words: str) -> None:
        feed.write_text("".join(json.dumps({"text": word}) + "\n" for word in words))

    write("one", "two")
    assert watch(feed, out) == ["one", "two"]
    write("two", "three", "three")
    assert watch(feed, out) == ["one", "two", "three"]


def test_a_file_that_is_being_written_waits(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    files = Files((str(tmp_path),), Reading())
    path.write_text("one")
    assert list(files.ready()) == []
    path.write_text("one and more")
    assert list(files.ready()) == []
    assert list(files.ready()) == [str(path)]
    assert list(files.ready()) == []


def test_a_bad_file_costs_itself(tmp_path: Path) -> None:
    news, out = tmp_path / "news", tmp_path / "out"
    news.mkdir()
    (news / "a.jsonl").write_text('{"text": "one"}\nbroken\n{"text": "two"}\n')
    (news / "b.parquet").write_bytes(b"PAR1 broken")
    (news / "c.txt").write_text("EXIT")
    (news / "d.txt").write_text("three")
    assert watch(news, out) == ["one", "two", "three"]


def kill_while_files_come(folder: Path, count: int, kills: int, seed: int = 1) -> tuple[list[str], list[str]]:
    """Names of the files dropped and of those in the output, with the watching process killed now and then."""
    chance = random.Random(seed)
    news, out, told = folder / "news", folder / "out", folder / "told"
    news.mkdir()
    arguments = [sys.executable, "-m", "tests.faults.watching", str(news), str(out), str(told)]
    process = subprocess.Popen(arguments)
    moments = sorted(chance.sample(range(1, count), kills))
    for number in range(count):
        (news / f"{number:04}.txt").write_text(f"{number:04}")
        if number in moments:
            time.sleep(chance.uniform(0.3, 1.2))
            process.kill()
            process.wait()
            process = subprocess.Popen(arguments)
        elif chance.random() < 0.1:
            time.sleep(chance.uniform(0, 0.2))
    deadline = time.monotonic() + 60
    while len(texts(out)) < count and time.monotonic() < deadline:
        time.sleep(0.2)
    time.sleep(0.3)
    process.terminate()
    process.wait()
    heard = Counter(json.loads(line)["flags"][0] for line in told.read_bytes().splitlines())
    assert heard.keys() == {f"{number:04}" for number in range(count)}
    return [f"{number:04}" for number in range(count)], sorted(texts(out))


def test_killed_now_and_then(tmp_path: Path) -> None:
    dropped, found = kill_while_files_come(tmp_path, 80, 3)
    assert found == dropped


CLAIM: dict[str, Any] = {"id": "x", "text": "é", "check": {"score": 0.5}}


@pytest.mark.parametrize(("above", "passes"), [(None, True), (0.5, True), (0.51, False)])
def test_hooks_get_what_is_worth_it(above: float | None, passes: bool) -> None:
    got: list[bytes] = []
    Hooks([got.append], above, lambda words: None)(json.dumps(CLAIM).encode())
    Hooks([got.append], above, lambda words: None)(
        json.dumps({"article": {"id": "a"}, "claims": [CLAIM]}).encode()
    )
    assert [json.loads(line)["text"] for line in got] == ["é", "é"] * passes


def test_a_command_gets_the_claim(tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = f"import sys; open({str(out)!r}, 'wb').write(sys.stdin.buffer.read())"
    command(f'{sys.executable} -c "{script}"')(b'{"id": "x"}\n')
    assert out.read_bytes() == b'{"id": "x"}\n'


def test_a_hook_that_fails_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.hooks._PAUSE", 0)
    complaints: list[str] = []
    Hooks([command("false"), command("no-such-program-anywhere")], None, complaints.append)(
        json.dumps(CLAIM).encode()
    )
    assert len(complaints) == 2
    assert all("it is in the output" in words for words in complaints)


@pytest.mark.parametrize(
    "url", ["http://example.com/", "http://10.0.0.1/", "file:///etc/passwd", "http://[", "x", ""]
)
def test_claims_stay_on_this_machine(url: str) -> None:
    with pytest.raises(ExtractorError, match="not an address of this machine"):
        post(url)


@pytest.mark.parametrize("words", ["", "'"])
def test_commands_that_are_none(words: str) -> None:
    with pytest.raises(ExtractorError, match="command"):
        command(words)
