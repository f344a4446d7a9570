"""Out to brat and Label Studio, and back as gold: what is exported scores 100 against itself, and a correction counts."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import InputError
from extractor.evaluate import GoldArticle, Scores, Share, evaluate, read_gold
from extractor.evaluate.gold_notes import read_note
from extractor.records import ArticleRecord
from extractor.writers.annotation import note
from tests.writers.golden import RECORD, TEXT, written


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The frozen record as each tool would save it, uncorrected."""
    folder = tmp_path_factory.mktemp("corrected")
    archive, unpacked, tasks = folder / "claims.zip", folder / "brat", folder / "project.json"
    archive.write_bytes(written("brat"))
    zipfile.ZipFile(archive).extractall(unpacked)
    tasks.write_text(json.dumps(annotated(json.loads(written("labelstudio")))), encoding="utf-8")
    return {"archive of brat": archive, "folder of brat": unpacked, "Label Studio": tasks}


def annotated(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tasks whose predictions somebody submitted, as Label Studio exports them."""
    for number, task in enumerate(tasks, 1):
        result = task["predictions"][0]["result"]
        submitted = {
            "id": number,
            "was_cancelled": False,
            "updated_at": "2024-03-06T10:00:00Z",
            "result": result,
        }
        cancelled = {"id": 9, "was_cancelled": True, "updated_at": "2024-03-07T10:00:00Z", "result": []}
        task |= {"id": number, "annotations": [submitted, cancelled]}
    return tasks


def scores(gold: list[GoldArticle], found: ArticleRecord = RECORD) -> Scores:
    return evaluate(gold, lambda _: found)


@pytest.mark.parametrize("tool", ["archive of brat", "folder of brat", "Label Studio"])
def test_what_was_exported_comes_back_whole(corrected: dict[str, Path], tool: str) -> None:
    (gold,) = read_gold([corrected[tool]])
    assert gold.article.text == TEXT
    assert (gold.article.id, gold.article.published) == (RECORD.article.id, RECORD.article.published)
    measures = scores([gold]).measures
    sized = {name: measure for name, measure in measures.items() if measure.size}
    assert {name: measure.value for name, measure in sized.items()} == dict.fromkeys(sized, 1.0)
    layers = (
        "content",
        "joint",
        "joint, direct",
        "joint, mixed",
        "joint, indirect",
        "cue",
        "claimant",
        "via",
    )
    assert {f"attributions: {layer}" for layer in layers} <= sized.keys()
    assert {"quantities: value and unit", "timexes: strict", "timexes: interval"} <= sized.keys()
    assert measures["quantities: span"].size == len(RECORD.quantities)
    assert measures["timexes: value"].size == len(RECORD.timexes)


def test_a_correction_in_brat_counts(corrected: dict[str, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(corrected["archive of brat"]) as archive:
        archive.extractall(tmp_path)
    path = tmp_path / "00001-lund-ferry-1.ann"
    annotations = path.read_text("utf-8")
    annotations = annotations.replace(
        'claimant="Ana Kask" resolved_by=pronoun', 'claimant="Eva Lind" resolved_by=pronoun'
    )
    annotations = annotations.replace("value=2500000 ", "value=25000000 ")
    annotations = annotations.replace("T24\tTimex 166 174\t14 years\n", "")
    path.write_text(annotations.replace("#24\tAnnotatorNotes T24\ttype=DURATION value=P14Y\n", ""), "utf-8")
    measures = scores(read_gold([tmp_path])).measures
    assert measures["attributions: claimant, by pronoun"] == Share(0, 1)
    assert measures["quantities: value"].value == pytest.approx(6 / 7)
    assert measures["timexes: strict"].size == len(RECORD.timexes) - 1


def test_the_latest_annotation_of_a_task_counts(tmp_path: Path) -> None:
    tasks = annotated(json.loads(written("labelstudio")))
    later = {"was_cancelled": False, "updated_at": "2024-03-08T10:00:00Z", "result": []}
    tasks[0]["annotations"].append(later)
    (tmp_path / "project.json").write_text(
        json.dumps([*tasks, {"data": {"text": "Unseen."}, "annotations": []}])
    )
    (gold,) = read_gold([tmp_path / "project.json"])
    assert (gold.attributions, gold.quantities, gold.timexes) == ((), (), ())


BROKEN = {
    "no.zip": b"PK no archive",
    "no.json": b'{"data": 1}',
    "json_min.json": b'[{"id": 1, "annotation_id": 2, "text": "a", "label": []}]',
    "task.json": b'[{"annotations": [{"result": [{"id": "a", "type": "labels"}]}], "data": {"text": "a"}}]',
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_no_tool_saved_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BROKEN[name])
    with pytest.raises(InputError, match=rf"{name}.*; "):
        read_gold([tmp_path / name])


@pytest.mark.parametrize(
    ("annotations", "words"),
    [
        ("T1\tContent 0 900\tout of the text", "0-900 is no span"),
        ("T1\tContent 0 5\tFerry\nR1\tsource Arg1:T1 Arg2:T7", "T7"),
        ("T1\tQuantity 0 5\tFerry\n#1\tAnnotatorNotes T1\tvalue=many", "many"),
    ],
)
def test_an_annotation_that_cannot_be_is_named(tmp_path: Path, annotations: str, words: str) -> None:
    (tmp_path / "a.ann").write_text(annotations)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with pytest.raises(InputError, match=words):
        read_gold([tmp_path])


def test_a_text_must_stand_beside_its_annotations(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("")
    with pytest.raises(InputError, match=r"a\.ann: its \.txt file is missing"):
        read_gold([tmp_path])


def test_articles_of_others_need_no_list(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("T1\tTimex 34 55\tTuesday, 5 March 2024")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (gold,) = read_gold([tmp_path])
    assert (gold.article.id, gold.article.published) == ("a", None)
    assert gold.timexes is not None and [timex.span for timex in gold.timexes] == [(34, 55)]


def test_notes_say_back_what_was_written() -> None:
    values = [
        ("claimant", 'Ana "A" Kask = x'),
        ("via", "TASS"),
        ("via", "Lund Post"),
        ("value", 2.5),
        ("low", None),
        ("unit", ""),
    ]
    expected = [("claimant", 'Ana "A" Kask = x'), ("via", "TASS"), ("via", "Lund Post"), ("value", "2.5")]
    assert read_note(note(values)) == expected


def test_an_archive_needs_no_seeking() -> None:
    assert zipfile.ZipFile(io.BytesIO(written("brat"))).testzip() is None
