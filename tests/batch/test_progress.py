"""What a run says about itself while it goes on, in words and for programs."""

from __future__ import annotations

import json
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from extractor.batch.limits import Limits
from extractor.batch.outcome import Outcome, State, quarantined
from extractor.batch.run import Plan, run
from extractor.cli.progress import Lines, LogFormat, Silence
from extractor.readers import Reading, find_items
from tests.faults.processes import write_articles
from tests.faults.standin import open_work

OK = Outcome(State.OK, claims=2, words=100)


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    out, err = capsys.readouterr()
    assert out == "", "stdout is for data"
    return err.splitlines()


class Clock:
    """Time that passes when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "monotonic", clock)
    return clock


def test_a_line_every_thirty_seconds(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    watch = Lines(10)
    said: list[tuple[float, str]] = []
    for outcome in [OK, quarantined("hangs"), OK, OK]:
        for _ in range(100):
            clock.now += 0.2
            watch.tick()
            said += [(clock.now - 1000, line) for line in lines(capsys)]
        watch.settled("a", outcome)
    assert [round(seconds) for seconds, _ in said] == [30, 60]
    assert said[0][1] == "extractor: 1 inputs, 2 claims, 0 quarantined; 3 words/s; 270 s left"
    assert said[1][1] == "extractor: 2 inputs, 2 claims, 1 quarantined; 2 words/s; 240 s left"


def test_the_interval_can_be_chosen(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    watch = Lines(seconds=5)
    for _ in range(4):
        clock.now += 3
        watch.tick()
    assert len(lines(capsys)) == 2


def test_time_left_counts_what_this_process_did(clock: Clock) -> None:
    watch = Lines(100)
    watch.resumed(50)
    assert watch.seconds_left is None
    clock.now += 10
    for _ in range(10):
        watch.settled("a", OK)
    assert watch.seconds_left == 40
    assert watch.words_per_second == 100


def test_every_line_for_programs_is_one_object(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    watch = Lines(4, seconds=5, log_format=LogFormat.JSON, verbose=True)
    watch.resumed(1)
    watch.settled("bäd\n.txt", quarantined("no end after 60 seconds"))
    watch.settled("good.txt", OK)
    clock.now += 10
    watch.tick()
    assert [json.loads(line) for line in lines(capsys)] == [
        {"event": "resumed", "inputs": 1},
        {
            "event": "left out",
            "input": "bäd\n.txt",
            "state": "quarantined",
            "reason": "no end after 60 seconds",
        },
        {
            "event": "progress",
            "inputs": 3,
            "claims": 2,
            "quarantined": 1,
            "words_per_second": 10,
            "seconds_left": 5,
        },
    ]


def test_only_verbose_names_what_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    for verbose, expected in ((False, []), (True, ["extractor: a.txt: quarantined: hangs"])):
        watch = Lines(verbose=verbose)
        watch.settled("a.txt", quarantined("hangs"))
        watch.settled("b.txt", OK)
        assert lines(capsys) == expected


def finished(tmp_path: Path, watch: Lines) -> Path:
    source = write_articles(tmp_path / "articles.jsonl", ["Fine.", "RAISE", "Fine too."])
    plan = Plan(tmp_path / "out", {"options": {"layout": "article"}}, limits=Limits())
    run(plan, find_items([str(source)], Reading()), partial(open_work, 0.0), watch)
    watch.conclude(plan.folder)
    return plan.folder


def test_a_run_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finished(tmp_path, Lines(3, log_format=LogFormat.JSON, verbose=True))
    told: list[dict[str, Any]] = [json.loads(line) for line in lines(capsys)]
    assert [line["event"] for line in told] == ["left out", "finished"]
    assert "KeyError" in told[0]["reason"]
    assert told[1]["inputs"] == {"ok": 2, "empty": 0, "skipped": 0, "passed over": 0, "quarantined": 1}


def test_a_run_for_people_ends_with_what_to_look_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = finished(tmp_path, Lines(3))
    assert (
        lines(capsys)[-1] == f"extractor: what was quarantined, and why: extractor status {folder} --left-out"
    )


def test_silence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finished(tmp_path, Silence())
    assert lines(capsys) == []
