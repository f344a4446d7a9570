"""The corpus: its gold fits its articles, and what was once reached is reached again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from extractor import Extractor
from extractor.evaluate import Scores, as_text, check_floors, evaluate, read_gold
from extractor.evaluate.baseline import SLACK, read_floors
from tests.conftest import ROOT

CORPUS = ROOT / "corpus"
CARD = ROOT / "models" / "en" / "CARD.md"
GOLD = sorted((CORPUS / "gold").glob("*.jsonl"))


@pytest.fixture(scope="module")
def scores(extractor_: Extractor) -> Scores:
    return evaluate(read_gold([CORPUS / "gold"]), extractor_.extract)


def test_the_card_tells_what_is_measured(scores: Scores) -> None:
    table = re.findall(
        r"^\| (\w+: [^|]+) \|.*?\| ([\d.]+) \| \d+ \| \d+ \|$", CARD.read_text("utf-8"), re.MULTILINE
    )
    told = {name: float(value) for name, value in table}
    measured = {name: 100 * measure.value for name, measure in scores.measures.items()}
    assert told.keys() == measured.keys(), (
        "extractor evaluate corpus/gold --card models/en/CARD.md writes it anew"
    )
    assert told == pytest.approx(measured, abs=100 * SLACK + 0.05)


def test_floors_hold(scores: Scores) -> None:
    assert read_floors(CORPUS / "baseline.json")
    below = check_floors(CORPUS / "baseline.json", scores)
    assert not below, "\n".join([*below, as_text(scores)])


def test_every_article_is_annotated_and_listed() -> None:
    articles = {path.stem for path in (CORPUS / "articles").glob("*.txt")}
    lines = (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines()
    assert articles == {path.stem for path in GOLD} == {json.loads(line)["id"] for line in lines}
    assert len(articles) >= 24


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_slices_back_to_its_article(path: Path) -> None:
    (row,) = map(json.loads, path.read_text("utf-8").splitlines())
    with (CORPUS / "articles" / f"{path.stem}.txt").open(encoding="utf-8", newline="") as article:
        assert row["text"] == article.read()
    spans = list(_spans(row))
    assert spans
    for span in spans:
        assert row["text"][span["start"] : span["end"]] == span["text"]


def _spans(row: dict[str, Any]) -> list[dict[str, Any]]:
    attributions = row["attributions"]
    pieces = [
        span for a in attributions for label in ("source", "cue", "content", "via") for span in a[label]
    ]
    return [*pieces, *row["quantities"], *row["timexes"]]
