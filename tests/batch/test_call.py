"""`extract` goes on after an article that extraction fails on, tells it and counts it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import extractor.pipeline
from extractor.cli import main
from extractor.errors import ExitCode
from tests.faults.processes import write_articles
from tests.faults.standin import StandIn


@pytest.fixture
def extract(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, list[str], str]]:
    monkeypatch.setattr(extractor.pipeline, "loaded", lambda loading: StandIn())

    def call(*texts: str) -> tuple[int, list[str], str]:
        source = write_articles(tmp_path / "articles.jsonl", texts)
        code = main(["extract", "--layout", "article", str(source)])
        out, err = capfd.readouterr()
        return code, out.splitlines(), err

    return call


def test_a_failure_costs_its_article_only(extract: Callable[..., tuple[int, list[str], str]]) -> None:
    code, records, told = extract("Fine.", "RAISE this", "Fine too.")
    assert code == ExitCode.INCOMPLETE
    assert [json.loads(record)["article"]["id"] for record in records] == ["a0", "a2"]
    assert "KeyError" in told
    assert "a1" in told
    assert "2 articles, 0 claims; 1 input left out" in told


def test_nothing_but_failures(extract: Callable[..., tuple[int, list[str], str]]) -> None:
    code, records, told = extract("RAISE one", "RAISE two")
    assert (code, records) == (ExitCode.NOTHING_READ, [])
    assert told.count("KeyError") == 2
