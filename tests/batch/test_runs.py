"""Runs in this process's folder with the stand-in: shards, merging, doubles, what a resumed run must agree in."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from extractor.batch.bounds import MAX_CHARACTERS
from extractor.batch.inputs import Shard
from extractor.batch.merge import Merger
from extractor.batch.outcome import State
from extractor.batch.status import Status
from extractor.errors import ExitCode, ExtractorError, OutputError
from tests.faults.processes import finish, ids, ledger, output, write_articles


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles.jsonl", [f"Article {number}." for number in range(50)])


def merged(*folders: Path) -> bytes:
    stream = io.BytesIO()
    Merger(folders).copy(stream)
    return stream.getvalue()


def test_shards_merge_into_what_one_run_writes(articles: Path, tmp_path: Path) -> None:
    assert finish(articles, tmp_path / "whole", part_size=7) == ExitCode.OK
    shards = [tmp_path / f"shard{number}" for number in (1, 2, 3)]
    for number, folder in enumerate(shards, 1):
        assert finish(articles, folder, part_size=7, shard=f"{number}/3") == ExitCode.OK
    assert all(0 < len(ids(folder)) < 50 for folder in shards)
    assert (
        merged(*reversed(shards))
        == merged(tmp_path / "whole")
        == b"".join(output(tmp_path / "whole").values())
    )
    for wrong in (shards[:2], [*shards, shards[0]], [shards[0], tmp_path / "whole"]):
        with pytest.raises(OutputError):
            Merger(wrong)


def test_doubles_in_different_shards_show_when_they_are_merged(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(json.dumps({"id": "same", "text": f"Article {n}."}) + "\n" for n in range(20)))
    assert finish(source, tmp_path / "whole") == ExitCode.INCOMPLETE
    shards = [tmp_path / "a", tmp_path / "b"]
    for number, folder in enumerate(shards, 1):
        finish(source, folder, shard=f"{number}/2")
    merger = Merger(shards)
    stream = io.BytesIO()
    merger.copy(stream)
    assert stream.getvalue() == merged(tmp_path / "whole")
    assert len(merger.doubles) == 1


def test_the_later_of_two_articles_with_one_id_is_quarantined(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    rows = [{"id": id, "text": f"Article {n}."} for n, id in enumerate("abac")]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert finish(source, tmp_path / "out", jobs=2) == ExitCode.INCOMPLETE
    assert ids(tmp_path / "out") == ["a", "b", "c"]
    ((place, (state, reason)),) = ledger(tmp_path / "out").items()
    assert (place, state) == ("3", State.QUARANTINED)
    assert reason.startswith(f"the id a is that of {source}:1 already")


def test_a_run_is_not_overwritten_and_changed_inputs_are_noticed(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert finish(articles, out) == ExitCode.OK
    before = output(out)
    assert finish(articles, out) == ExitCode.OUTPUT
    for number in (49, 51):
        write_articles(articles, [f"Article {n}." for n in range(number)])
        assert finish(articles, out, resume=True) == ExitCode.OUTPUT
    assert output(out) == before


def test_a_part_that_was_touched_is_noticed(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    finish(articles, out)
    part = out / "part-000000.jsonl"
    part.write_bytes(part.read_bytes().replace(b"Article 7.", b"Article 8."))
    with pytest.raises(OutputError, match="is not as it was written"):
        merged(out)
    part.unlink()
    assert finish(articles, out, resume=True) == ExitCode.OUTPUT


def test_status(articles: Path, tmp_path: Path) -> None:
    finish(articles, tmp_path / "out", part_size=20)
    found = Status.of(tmp_path / "out", with_left_out=True)
    assert (found.finished, found.inputs[State.OK], found.parts, found.left_out) == (True, 50, 3, ())
    with pytest.raises(OutputError, match="holds no run"):
        Status.of(tmp_path)


@pytest.mark.parametrize("written", ["", "0/2", "3/2", "1", "a/b", "-1/2", "1/0"])
def test_what_is_no_shard(written: str) -> None:
    with pytest.raises(ExtractorError, match="write I/N"):
        Shard.parse(written)


def test_every_name_has_one_shard() -> None:
    for name in ("a", "b.txt:7", "\\udcff"):
        assert sum(Shard(number, 5).holds(name) for number in range(1, 6)) == 1


def manifest(out: Path) -> Any:
    return json.loads((out / "manifest.json").read_text("utf-8"))


def test_the_manifest_holds_no_clock(articles: Path, tmp_path: Path) -> None:
    finish(articles, tmp_path / "a", jobs=1)
    finish(articles, tmp_path / "b", jobs=2)
    assert manifest(tmp_path / "a") == manifest(tmp_path / "b")
    assert manifest(tmp_path / "a")["finished"]["inputs"]["ok"] == 50


def test_names_and_ids_that_utf8_cannot_hold(tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode(b"articles-\xff.jsonl")
    rows = [
        {"id": "a\ud800", "text": "One."},
        {"id": "a\ud800", "text": "Two."},
        {"id": "b", "text": "Three."},
    ]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    for resume in (False, True):
        assert finish(source, tmp_path / "out", resume=resume) == ExitCode.INCOMPLETE
    assert ids(tmp_path / "out") == ["a\ud800", "b"]
    ((state, reason),) = ledger(tmp_path / "out").values()
    assert state is State.QUARANTINED
    assert reason.startswith("the id a\\ud800 is that of ")
    assert merged(tmp_path / "out") == b"".join(output(tmp_path / "out").values())


def test_what_is_too_long_or_no_prose_is_quarantined_with_its_reason(tmp_path: Path) -> None:
    texts = [
        "word " * (MAX_CHARACTERS // 5),
        "word " * (MAX_CHARACTERS // 5) + "more",
        "a " * (MAX_CHARACTERS // 2),
    ]
    source = write_articles(tmp_path / "articles.jsonl", texts)
    assert finish(source, tmp_path / "out") == ExitCode.INCOMPLETE
    assert ids(tmp_path / "out") == ["a0"]
    reasons = [reason.partition(";") for _, reason in ledger(tmp_path / "out").values()]
    assert [what for what, _, _ in reasons] == [
        "200,004 characters, more than 200,000",
        "100,000 words and signs, more than 50,000",
    ]
    assert all(remedy == " cut it up, or raise --max-characters" for _, _, remedy in reasons)
