from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.errors import InputError
from extractor.evaluate import (
    Score,
    Scores,
    Share,
    as_json,
    as_text,
    evaluate,
    gold_article,
    read_gold,
    with_scores,
)
from extractor.evaluate.baseline import ENOUGH, below, check_floors, raised_floors
from extractor.records import ArticleRecord
from tests.by_hand import gold_row, record

ONE = "<source 1>Ana</source 1> <cue 1>said</cue 1> <content 1>no</content 1> <quantity value=3>3</quantity>."


def found(article: Article) -> ArticleRecord:
    assert article.published == dt.date(2023, 7, 31)
    return record(ONE)


def test_layers_are_summed_over_articles() -> None:
    scores = evaluate([gold_article(gold_row(ONE)), gold_article(gold_row(ONE))], found)
    assert scores.articles == 2
    assert scores.measures["attributions: joint"] == Score(2, 2, 2, 2)
    assert scores.measures["quantities: value and unit"] == Score(2, 2, 2, 2)
    assert scores.measures["timexes: strict"] == Score()


def test_layers_that_are_not_annotated_are_not_scored() -> None:
    row = {
        key: value for key, value in gold_row(ONE).items() if key in ("id", "published", "text", "quantities")
    }
    assert {name.split(":")[0] for name in evaluate([gold_article(row)], found).measures} == {"quantities"}


def test_precision_recall_and_f1() -> None:
    score = Score(correct=1, found=2, recalled=1, gold=4)
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.value == pytest.approx(1 / 3)
    assert {Score().precision, Score().recall, Score().value, Share().value} == {0.0}


def test_reports() -> None:
    scores = Scores(3, {"b: x": Score(1, 2, 1, 4), "a: y": Share(3, 4, 1)})
    assert as_text(scores).splitlines() == [
        "3 articles",
        "          P      R  F1/share   gold  found",
        "a: y                    75.0      4      3",
        "b: x   50.0   25.0      33.3      4      2",
    ]
    assert json.loads(as_json(scores))["measures"]["a: y"] == {
        "share": 0.75,
        "right": 3,
        "wrong": 0,
        "silent": 1,
    }


def test_gold_is_read_from_folders_and_files(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(gold_row(ONE) | {"id": name}) + "\n\n")
    (tmp_path / "notes.txt").write_text("no gold")
    assert [gold.article.id for gold in read_gold([tmp_path, tmp_path / "b.jsonl"])] == ["a", "b", "b"]


@pytest.mark.parametrize(
    "content", ["", "{bad", "[]", '{"id": "a"}', '{"id": "a", "text": "b", "quantities": [1]}']
)
def test_gold_in_no_known_form_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.jsonl").write_text(content)
    with pytest.raises(InputError, match=r"a\.jsonl"):
        read_gold([tmp_path / "a.jsonl"])


def test_a_measure_below_its_floor_is_named() -> None:
    scores = Scores(1, {"a: x": Share(1, 2)})
    assert below({"a: x": 0.5}, scores) == []
    assert below({"a: x": 0.504}, scores) == []  # within the slack of another processor's rounding
    assert below({"a: x": 0.6, "a: gone": 0.1}, scores) == [
        "a: gone is 0.000, below its floor of 0.100",
        "a: x is 0.500, below its floor of 0.600",
    ]


def test_floors_only_rise_and_need_enough_cases() -> None:
    scores = Scores(1, {"a": Share(ENOUGH, ENOUGH + 1), "b": Share(0, ENOUGH), "c": Share(1, ENOUGH - 1)})
    assert raised_floors({"a": 0.5, "b": 0.5}, scores) == {"a": 0.952, "b": 0.5}


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert check_floors(path, Scores(1, {"a": Share(30, 40)}), raise_them=True) == []
    assert check_floors(path, Scores(1, {"a": Share(29, 40)})) == ["a is 0.725, below its floor of 0.750"]
    with pytest.raises(InputError, match="--write-baseline"):
        check_floors(tmp_path / "none.json", Scores())


def test_a_document_takes_the_scores_between_its_marks() -> None:
    scores = Scores(1, {"a: x": Share(1, 2), "a: y": Score(1, 2, 1, 4)})
    document = with_scores("Card.\n<!-- scores -->\nformer\n<!-- /scores -->\nEnd.\n", scores)
    assert document.startswith("Card.\n<!-- scores -->\n1 articles") and document.endswith(
        "<!-- /scores -->\nEnd.\n"
    )
    assert "| a: x | | | 50.0 | 2 | 2 |" in document and "| a: y | 50.0 | 25.0 | 33.3 | 4 | 2 |" in document
    assert "former" not in document
    assert with_scores(document, scores) == document


def test_a_document_without_marks_is_refused() -> None:
    with pytest.raises(InputError, match="no place for the scores"):
        with_scores("Card.", Scores(1, {}))
