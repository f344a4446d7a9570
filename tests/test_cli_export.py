"""``extractor export`` and ``extractor query``, and ``extract --format``, in this process."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import extractor.pipeline
from extractor import Extractor
from extractor.cli import main
from extractor.errors import ExitCode
from extractor.writers import WRITERS
from extractor.writers.jsonl import json_line
from tests.writers.golden import RECORD, TEXT, written

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in a folder with the frozen record in both layouts, and its text where the record says."""
    monkeypatch.chdir(tmp_path)
    Path("articles.jsonl").write_bytes(json_line(RECORD))
    Path("claims.jsonl").write_bytes(b"".join(map(json_line, RECORD.claim_records())))
    Path("article.txt").write_bytes(TEXT.encode())

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        return main(arguments), *capfd.readouterr()

    return run


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_is_written_from_articles(run: Run, name: str) -> None:
    code, out, err = run("export", "articles.jsonl", "--to", name, "-o", "out")
    assert (code, out, err) == (0, "", "extractor: 1 article, 6 claims\n")
    if name not in ("sqlite", "parquet"):
        assert Path("out").read_bytes() == written(name)


@pytest.mark.parametrize("name", ["csv", "jsonl", "text", "averitec"])
def test_single_claims_make_the_same(run: Run, name: str) -> None:
    code, out, _ = run("export", "-", "--to", name, stdin=Path("claims.jsonl").read_bytes())
    assert code == 0
    assert out.encode() == written(name)


def test_the_suffix_tells_the_format(run: Run) -> None:
    run("export", "articles.jsonl", "-o", "out.csv", "--quiet")
    rows = csv.reader(io.StringIO(Path("out.csv").read_text(encoding="utf-8-sig"), newline=""))
    assert len(list(rows)) == 1 + len(RECORD.claims)
    assert run("export", "articles.jsonl")[0] == ExitCode.USAGE


def test_layouts_are_turned_into_each_other(run: Run) -> None:
    assert run("export", "articles.jsonl", "--to", "jsonl")[1].encode() == Path("claims.jsonl").read_bytes()
    (article,) = run("export", "claims.jsonl", "--to", "jsonl", "--layout", "article")[1].splitlines()
    assert [claim["id"] for claim in json.loads(article)["claims"]] == [claim.id for claim in RECORD.claims]


def test_texts_are_found_elsewhere_by_their_hash(run: Run) -> None:
    Path("elsewhere").mkdir()
    Path("article.txt").rename("elsewhere/renamed.txt")
    code, _, err = run("export", "articles.jsonl", "--to", "brat", "-o", "out.zip")
    assert code == ExitCode.NOTHING_READ and "article.txt" in err and "--texts" in err
    assert not Path("out.zip").exists()
    assert run("export", "articles.jsonl", "--to", "brat", "-o", "out.zip", "--texts", "elsewhere")[0] == 0
    assert zipfile.ZipFile("out.zip").read("00001-lund-ferry-1.txt").decode() == TEXT


def test_a_text_that_changed_is_no_text_of_the_record(run: Run) -> None:
    Path("article.txt").write_text("Another text.")
    code, _, err = run("export", "articles.jsonl", "--to", "doccano")
    assert code == ExitCode.NOTHING_READ
    assert "not the one the claims were extracted from" in err


def test_what_is_no_record_is_named_and_left_out(run: Run) -> None:
    with Path("claims.jsonl").open("a") as stream:
        stream.write('{"claim": 1}\n')
    code, out, err = run("export", "claims.jsonl", "missing.jsonl", "--to", "text")
    assert code == ExitCode.INCOMPLETE
    assert out.count("\n- ") == len(RECORD.claims)
    assert "claims.jsonl:7" in err and "missing.jsonl" in err
    assert run("export", "missing.jsonl", "--to", "text")[0] == ExitCode.NOTHING_READ
    assert run("export", "claims.jsonl", "--to", "xlsx")[0] == ExitCode.USAGE


@pytest.mark.parametrize("name", ["csv", "doccano", "webannotation"])
def test_extract_writes_every_format(
    run: Run, extractor_: Extractor, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(extractor.pipeline, "load", lambda *_, **__: extractor_)
    Path("lines.jsonl").write_text(
        "".join(json.dumps({"text": TEXT + f"Ana Kask said {n} ships left."}) + "\n" for n in (7, 8, 9))
    )
    code, out, err = run("extract", "lines.jsonl", "--format", name)
    assert (code, "3 articles" in err) == (0, True)
    assert out.count("7 ships") and out.count("9 ships")


def test_claims_are_queried(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    run("export", "articles.jsonl", "-o", "claims.sqlite")
    code, out, _ = run("query", "claims.sqlite", "ferry", "--claimant", "kask", "--since", "2024-03-05")
    assert code == 0 and "2,500,000 GBP" in out and "Ana Kask" in out
    (line,) = run("query", "claims.sqlite", "--unit", "GBP", "--min-value", "1e6", "--to", "jsonl")[
        1
    ].splitlines()
    assert json.loads(line)["claim_id"] == RECORD.claims[0].id
    rows = run("query", "claims.sqlite", "--kind", "statistic", "--to", "csv")[1]
    assert len(list(csv.DictReader(io.StringIO(rows.lstrip("\ufeff"))))) == 2
    assert run("query", "claims.sqlite", "--until", "never")[0] == ExitCode.USAGE
    assert run("query", "missing.sqlite", "ferry")[0] == ExitCode.NOTHING_READ
