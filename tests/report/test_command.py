"""``extractor report``, run in this process."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor.cli import main
from extractor.errors import ExitCode
from extractor.writers.jsonl import json_line
from tests.report.newsroom import QUIET, TEXTS, newsroom


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles.jsonl").write_bytes(b"".join(map(json_line, newsroom())))
    Path("claims.jsonl").write_bytes(b"".join(json_line(c) for r in newsroom() for c in r.claim_records()))
    Path("texts").mkdir()
    for number, text in enumerate(TEXTS):
        Path(f"texts/{number}.txt").write_text(text, encoding="utf-8")


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


@pytest.mark.parametrize("claims", ["articles.jsonl", "claims.jsonl"])
def test_a_page_with_texts(claims: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", claims, "--texts", "texts", "-o", "r.html"]) == ExitCode.OK
    data = data_of(Path("r.html").read_text("utf-8"))
    assert [article["whole"] for article in data["articles"]] == [True] * 3
    assert capfd.readouterr() == ("", "")


def test_a_page_without_texts_says_so_in_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "claims.jsonl", "--title", "Ours"]) == ExitCode.OK
    out, err = capfd.readouterr()
    assert data_of(out)["title"] == "Ours"
    assert err == (
        "extractor: bridge.txt: no text found for 3 articles, so the sentences of their claims are shown instead; "
        "say where the articles are with --texts\n"
    )
    assert main(["report", "claims.jsonl", "-q"]) == ExitCode.OK
    assert capfd.readouterr().err == ""


def test_texts_that_do_not_hold_all_articles_leave_the_page_incomplete(
    capfd: pytest.CaptureFixture[str],
) -> None:
    Path("texts/2.txt").write_text(f"{QUIET} Or so.", encoding="utf-8")
    assert main(["report", "claims.jsonl", "--texts", "texts", "-o", "r.html"]) == ExitCode.INCOMPLETE
    assert "quiet.txt: no text found for 1 article," in capfd.readouterr().err


def test_lines_that_are_no_records_are_named_and_left_out(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.BytesIO(Path("claims.jsonl").read_bytes() + b"{}\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stdin))
    assert main(["report", "-", "--texts", "texts", "-o", "r.html"]) == ExitCode.INCOMPLETE
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("extractor: -:11: not a record of extractor (")


@pytest.mark.parametrize("claims", ["missing.jsonl", "missing"])
def test_nothing_read_writes_nothing(claims: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", claims, "-o", "r.html"]) == ExitCode.NOTHING_READ
    out, err = capfd.readouterr()
    assert not out
    assert err.count("; ") >= 1
    assert not Path("r.html").exists()


def test_the_page_never_takes_the_place_of_its_input() -> None:
    before = Path("claims.jsonl").read_bytes()
    assert main(["report", "claims.jsonl", "-o", "claims.jsonl"]) == ExitCode.OUTPUT
    assert Path("claims.jsonl").read_bytes() == before


def test_a_page_too_heavy_for_browsers_is_told(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["extractor.cli.report"], "_HEAVY", 1000)
    assert main(["report", "claims.jsonl", "--texts", "texts", "-o", "r.html"]) == ExitCode.OK
    assert "browsers are slow to open; give it fewer articles" in capfd.readouterr().err
