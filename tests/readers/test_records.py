"""Records read back, and texts that count only when they are the ones of the record."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from extractor.errors import InputError
from extractor.readers.records import read_records
from extractor.readers.texts import find_texts
from extractor.records import ArticleRecord, ClaimRecord
from extractor.writers.jsonl import json_line
from tests.report.newsroom import QUIET, claim, newsroom, record


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(*inputs: str, stdin: bytes = b"") -> list[object]:
    return list(read_records(inputs, io.BytesIO(stdin)))


def test_both_layouts_are_read_from_files_folders_and_standard_input() -> None:
    records = newsroom()
    claims = records[0].claim_records()
    Path("some/deep").mkdir(parents=True)
    Path("some/a.jsonl").write_bytes(json_line(records[0]) + b"\n" + json_line(records[1]))
    Path("some/deep/b.ndjson").write_bytes(b"".join(map(json_line, claims)))
    Path("some/notes.txt").write_bytes(b"no records")
    assert read("some", "-", stdin=json_line(records[2])) == [*records[:2], *claims, records[2]]


def test_a_word_of_the_text_is_no_key_of_a_record() -> None:
    text = "The port claims schema_version 2 works."
    made = record(text, [claim(text, "schema_version 2 works", source="port", cue="claims")])
    (one,) = made.claim_records()
    Path("a.jsonl").write_bytes(json_line(one) + json_line(made))
    assert read("a.jsonl") == [one, made]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "a.jsonl:2: not a record of extractor (Invalid JSON"),
        (b'{"claims": 3}', "a.jsonl:2: not a record of extractor (article: Field required)"),
        (b"[]", "a.jsonl:2: not a record of extractor ("),
        (b'{"schema_version": "9"}', "a.jsonl:2: not a record of extractor ("),
        (b"\xff\xfe", "a.jsonl:2: not a record of extractor ("),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, words: str) -> None:
    good = json_line(newsroom()[0])
    Path("a.jsonl").write_bytes(good + line + b"\n" + good)
    first, error, last = read("a.jsonl")
    assert isinstance(first, ArticleRecord)
    assert first == last
    assert isinstance(error, InputError)
    assert str(error).startswith(words)
    assert error.remedy


@pytest.mark.parametrize("given", ["missing.jsonl", "empty.jsonl", "."])
def test_an_input_without_records_is_named(given: str) -> None:
    Path("empty.jsonl").write_bytes(b"\n")
    (error,) = read(given)
    assert isinstance(error, InputError)
    assert error.remedy


def test_texts_are_found_by_their_hash_under_any_name() -> None:
    Path("texts").mkdir()
    Path("texts/renamed.txt").write_text(QUIET, encoding="utf-8")
    Path("texts/other.txt").write_text("Other words.", encoding="utf-8")
    articles = [each.article for each in newsroom()]
    found = find_texts(articles, ["texts"])
    assert list(found.by_hash.values()) == [QUIET]
    assert found.missing == articles[:2]
    assert not found.problems


def test_texts_are_found_at_the_recorded_path() -> None:
    Path("old").mkdir()
    Path("old/quiet.txt").write_text(QUIET, encoding="utf-8")
    found = find_texts([each.article for each in newsroom()], [])
    assert list(found.by_hash.values()) == [QUIET]


def test_a_text_that_changed_is_not_shown_but_named() -> None:
    Path("old").mkdir()
    Path("old/quiet.txt").write_text(f"{QUIET}!", encoding="utf-8")
    found = find_texts([newsroom()[2].article], [])
    (problem,) = found.problems
    assert not found.by_hash
    assert str(problem).startswith("old/quiet.txt: the text is not the one the claims were extracted from; ")


def test_the_given_text_stands_in_for_one_that_changed() -> None:
    Path("old").mkdir()
    Path("old/quiet.txt").write_text(f"{QUIET}!", encoding="utf-8")
    Path("kept.txt").write_text(QUIET, encoding="utf-8")
    found = find_texts([newsroom()[2].article], ["kept.txt"])
    assert (list(found.by_hash.values()), found.missing, found.problems) == ([QUIET], [], [])


def test_given_texts_that_cannot_be_read_are_named() -> None:
    (problem,) = find_texts([newsroom()[0].article], ["missing"]).problems
    assert str(problem).startswith("missing: no such file or folder")


@pytest.mark.parametrize("path", ["/dev/zero", "pipe", "folder", "x\0y", "x" * 5000])
def test_a_recorded_path_that_is_no_file_is_never_opened(path: str) -> None:
    os.mkfifo("pipe")
    Path("folder").mkdir()
    found = find_texts([record(QUIET, [], path=path).article], [])
    assert (len(found.missing), found.problems) == (1, [])


def test_words_of_an_article_do_not_tell_its_layout() -> None:
    text = 'He said "claims" and \\"claims\\".'
    (made,) = record(text, [claim(text, text)]).claim_records()
    assert read("-", stdin=json_line(made)) == [made]


def test_claim_records_are_told_from_article_records() -> None:
    lines = b"".join(map(json_line, newsroom()[0].claim_records()))
    assert {type(item) for item in read("-", stdin=lines)} == {ClaimRecord}
