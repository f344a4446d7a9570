"""The page as a desk uses it: claims of many articles in one row, marks that stay, drafts of reviews."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from extractor.records import ArticleRecord
from extractor.report import Desk, report
from tests.report.conftest import Open, claims
from tests.report.newsroom import claim, record

pytestmark = pytest.mark.browser

OUTLETS = ("Lake Courier", "Radio Quay", "The Tide")
SAME = "the port lost 40 boats"
OTHER = "the ferry is late"


def check(score: float) -> dict[str, object]:
    return {"score": score, "type": "measure", "reasons": ["a figure"]}


def records() -> list[ArticleRecord]:
    """One claim in three outlets, each time with another claim beside it."""
    made = []
    for place, outlet in enumerate(OUTLETS):
        text = f"Ana Kask said {SAME}. Otto Lind thinks {OTHER}, article {place}."
        found = [
            claim(
                text,
                SAME,
                who="Ana Kask",
                source="Ana Kask",
                id=f"same-{place}",
                check=check(0.9 - place / 10),
            ),
            claim(
                text,
                OTHER,
                who="Otto Lind",
                source="Otto Lind",
                cue="thinks",
                id=f"other-{place}",
                check=check(0.2),
            ),
        ]
        found[1]["attribution"]["cue_class"] = "think"
        made.append(
            record(
                text, found, id=str(place), title=f"Article {place}", published="2024-03-05", outlet=outlet
            )
        )
    return made


def described(kind: str = "repeat") -> dict[str, object]:
    members = [{"claim": f"same-{place}", "article": str(place)} for place in range(3)]
    return {"group": "g", "kind": kind, "members": members}


@pytest.fixture
def page(open_page: Open) -> Iterator[Page]:
    desk = Desk((described(),), frozenset({"say"}), "Quay Check")
    page = open_page(report(records(), {}, None, desk))
    yield page
    page.evaluate("localStorage.clear()")


def test_what_many_articles_say_is_one_row(page: Page) -> None:
    assert claims(page) == [SAME, OTHER, OTHER, OTHER]
    assert page.inner_text("#count") == "6 claims in 4 rows"
    assert page.locator(".also").all_inner_texts() == [f"In 3 articles · {', '.join(OUTLETS)}"]
    page.locator("button.claim").first.click()
    page.locator("button.member").first.click()
    assert claims(page) == [
        SAME,
        SAME,
        SAME,
        OTHER,
        OTHER,
        OTHER,
    ]  # unfolded, so that the other one has a row to open
    assert page.locator("tr.opened").get_attribute("data-claim") == "2"


@pytest.mark.parametrize(
    ("kind", "said"), [("conflict", "the figures disagree"), ("updated", "the figures grew")]
)
def test_figures_that_disagree_are_told(open_page: Open, kind: str, said: str) -> None:
    page = open_page(report(records(), {}, None, Desk((described(kind),))))
    assert page.locator(".also").inner_text().endswith(f" · {said}")


def test_the_wanted_come_first_and_filters_keep_to_them(page: Page) -> None:
    for name, value, expected in (
        ("worth", "0.5", [SAME]),
        ("told", "2", [SAME]),
        ("told", "5", []),
        ("speech", "1", [SAME]),
        ("state", "done", []),
        ("state", "todo", [SAME, OTHER, OTHER, OTHER]),
    ):
        page.select_option(f"select[name={name}]", value)
        assert claims(page) == expected, (name, value)
        page.click("#clear")


def test_marks_stay_in_this_browser_and_in_a_file(page: Page, tmp_path: Path) -> None:
    page.locator("button.claim").first.click()
    page.locator(".marking select").select_option("checking")
    page.locator(".marking input").fill("ask the port")
    page.locator("input.choose").first.check()
    expect(page.locator(".state:visible")).to_have_text("Checking: ask the port")
    with page.expect_download() as saved:
        page.click("#keep")
    kept = tmp_path / "marks.json"
    saved.value.save_as(kept)
    mark = {"status": "checking", "note": "ask the port", "chosen": True}
    assert json.loads(kept.read_text()) == {"marks": {"same-0": mark}}
    page.reload()
    expect(page.locator(".state:visible")).to_have_text("Checking: ask the port")
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(".state:visible")).to_have_count(0)
    page.set_input_files("#marks", kept)
    expect(page.locator(".state:visible")).to_have_text("Checking: ask the port")
    page.select_option("select[name=state]", "chosen")
    assert claims(page) == [SAME]


def test_a_file_that_holds_no_marks_is_said_to(page: Page, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('["no marks"]')
    page.set_input_files("#marks", tmp_path / "other.json")
    expect(page.locator("#said")).to_have_text("No marks of this page in the file")
    assert page.locator(".state:visible").count() == 0


def test_reviews_are_drafted_of_the_rows(page: Page, tmp_path: Path) -> None:
    page.select_option("select[name=worth]", "0.5")
    with page.expect_download() as saved:
        page.click("#reviews")
    saved.value.save_as(tmp_path / "reviews.jsonl")
    (draft,) = [json.loads(line) for line in (tmp_path / "reviews.jsonl").read_text("utf-8").splitlines()]
    assert draft["claimReviewed"] == SAME
    assert draft["author"] == {"@type": "Organization", "name": "Quay Check"}
    assert draft["itemReviewed"]["author"] == {"@type": "Person", "name": "Ana Kask"}
    assert draft["itemReviewed"]["appearance"]["publisher"]["name"] == "Lake Courier"
    assert "ratingValue" not in draft["reviewRating"]
