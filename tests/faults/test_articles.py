"""Articles that make a worker hang, crash, eat memory or raise: each costs itself, and no neighbour."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.batch.outcome import State
from tests.faults.processes import finish, finish_fresh, ids, ledger, output, write_articles

FAULTS = {
    "HANG": "no end after 1 seconds, twice",
    "LOOP": "no end after 1 seconds, twice",
    "STOP": "no end after 1 seconds, twice",
    "CRASH": "the worker was ended by SIGSEGV, twice",
    "EXIT": "the worker ended with exit code 7, twice",
    "EAT": "MemoryError at standin.py:",
    "NIBBLE": "MemoryError at standin.py:",
    "RAISE": "KeyError at standin.py:",
    "RECURSE": "RecursionError at standin.py:",
}
LIMITS = {"seconds": 1, "megabytes": 300}


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_costs_itself_and_no_neighbour(tmp_path: Path, jobs: int) -> None:
    texts = [f"Article number {number}." for number in range(200)]
    for place, word in zip(range(5, 200, 20), FAULTS, strict=False):
        texts[place] = f"{word} {texts[place]}"
    clean = [number for number in range(200) if texts[number][0] == "A"]
    source = write_articles(tmp_path / "articles.jsonl", texts)
    assert finish_fresh(source, tmp_path / "out", jobs=jobs, part_size=50, limits=LIMITS)[0] == 3
    assert ids(tmp_path / "out") == [f"a{number}" for number in clean]
    found = ledger(tmp_path / "out")
    assert len(found) == len(FAULTS) == 200 - len(clean)
    for (state, reason), expected in zip(found.values(), FAULTS.values(), strict=True):
        assert state is State.QUARANTINED
        assert reason.startswith(expected)


def test_neighbours_of_each_other_cost_themselves(tmp_path: Path) -> None:
    texts = ["CRASH one.", "EXIT two.", "Three.", "CRASH four."]
    source = write_articles(tmp_path / "articles.jsonl", texts)
    assert finish_fresh(source, tmp_path / "out", jobs=2)[0] == 3
    assert ids(tmp_path / "out") == ["a2"]


def test_nothing_but_faults_is_told_apart(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "articles.jsonl", ["RAISE one."])
    assert finish(source, tmp_path / "out") == 4


def test_an_article_that_does_not_even_fit_in(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "articles.jsonl", ["One.", "Article " * 200_000, "Three."])
    code, _ = finish_fresh(source, tmp_path / "out", limits={"megabytes": 1})
    assert code == 3
    assert ids(tmp_path / "out") == ["a0", "a2"]


def test_workers_are_replaced_after_their_share(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "articles.jsonl", [f"Article {number}." for number in range(100)])
    assert finish(source, tmp_path / "a", jobs=2, limits={"articles": 10}) == 0
    assert finish(source, tmp_path / "b", jobs=2) == 0
    assert output(tmp_path / "a") == output(tmp_path / "b")
