"""What leaves the page: rows as CSV and JSON, a claim as a citation."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from extractor.records import ArticleRecord
from extractor.report import report
from extractor.writers.rows import CLAIM_COLUMNS
from tests.report.conftest import Open, claims
from tests.report.newsroom import BRIDGE, claim, newsroom, record

pytestmark = pytest.mark.browser


def downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as started:
        page.click(button)
    return Path(started.value.path()).read_bytes()


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_holds_the_filtered_rows_in_their_order(page: Page) -> None:
    page.select_option("select[name=unit]", "%")
    page.select_option("select[name=sort]", "numbers up")
    data = downloaded(page, "#csv")
    assert data.startswith(b"\xef\xbb\xbfclaim_id,")
    rows = rows_of(data)
    assert [row["text"] for row in rows] == claims(page)
    assert {name: cell for name, cell in rows[0].items() if cell} == {
        "claim_id": newsroom()[1].claims[1].id,
        "article_id": "jobs.txt",
        "title": "Minister denies losses",
        "outlet": "Lake Courier",
        "published": "2024-04-10",
        "kind": "indirect",
        "claimant": "Lake Union",
        "claimant_kind": "person",
        "resolved_by": "name",
        "cue": "says",
        "cue_class": "say",
        "polarity": "affirmed",
        "modality": "actual",
        "scope": "explicit",
        "text": "that wages fell 4 percent in 2019",
        "standalone": "that wages fell 4 percent in 2019",
        "numbers": "4%",
        "dates": "2019",
        "confidence": "0.9",
        "start": "77",
        "end": "110",
    }


def test_csv_has_the_columns_of_the_export(page: Page) -> None:
    header = downloaded(page, "#csv").decode("utf-8-sig").splitlines()[0]
    assert header.split(",") == [name for name in CLAIM_COLUMNS if name != "sentence"]


def test_json_holds_the_filtered_rows_with_numbers_and_dates_read(page: Page) -> None:
    page.fill("input[name=words]", "jobs")
    (row,) = json.loads(downloaded(page, "#json"))
    assert (row["claimant"], row["via"], row["confidence"]) == ("Tomas Brand", [], 0.9)
    assert row["numbers"][0]["value"] == 2.5e6
    assert (row["dates"][0]["begin"], row["dates"][0]["end"]) == ("2024-01-01", "2024-04-10")


def test_no_cell_of_the_csv_can_run_as_a_formula(open_page: Open) -> None:
    formulas = [
        f'{sign}cmd|"/c calc",A1' for sign in ("=", "+", "-", "@", "\t", "\r", " =", "'=", "＝", "＠")
    ]
    page = open_page(report([said_by_a_stranger(formula) for formula in formulas], {}))
    for formula, row in zip(formulas, rows_of(downloaded(page, "#csv")), strict=True):
        for name in ("article_id", "title", "outlet", "author", "url", "claimant", "text"):
            assert row[name] == f"'{formula}", name
        assert row["standalone"] == f"'{formula} [x]"


def said_by_a_stranger(words: str) -> ArticleRecord:
    """An article with the words in every field."""
    text = f"{words} said nothing"
    found = claim(text, words, who=words, source=words, standalone=f"{words} [x]")
    return record(text, [found], **dict.fromkeys(("id", "title", "outlet", "author", "url"), words))


def test_a_claim_is_copied_as_a_citation(page: Page) -> None:
    page.get_by_role("button", name="“We will reopen").click()
    page.get_by_role("button", name="Copy as citation").click()
    expect(page.locator("#said")).to_have_text("Citation copied")
    second = BRIDGE.split("\n")[1]
    start = BRIDGE.index(second)
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Lina Osei, via Radio Quay (quoted, “told”): “We will reopen it in May,” … “and not a day later.” "
        "Harbour bridge to reopen, Harbour Post, M. Adeyemi, 5 March 2024. https://post.example/bridge. "
        f"Characters {start}–{start + len(second)}, claim {newsroom()[0].claims[1].id}."
    )
