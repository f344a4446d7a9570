"""The two charts: what they show and where they lead."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from extractor.report import report
from tests.report.conftest import Open, claims
from tests.report.newsroom import BRIDGE, claim, record

pytestmark = pytest.mark.browser


def test_a_bar_of_the_timeline_filters_by_its_days(page: Page) -> None:
    assert "Dates the claims speak of, by year" in page.inner_text("#timeline figcaption")
    page.get_by_role("button", name="2019: 1 claim").click(force=True)
    assert claims(page) == ["that wages fell 4 percent in 2019"]
    assert (page.input_value("input[name=from]"), page.input_value("input[name=to]")) == (
        "2019-01-01",
        "2019-12-31",
    )


@pytest.mark.parametrize(
    ("days", "unit"),
    [
        (["2024-03-01", "2024-03-20"], "day"),
        (["2024-03-01", "2024-12-20"], "week"),
        (["2022-03-01", "2024-12-20"], "month"),
        (["1990-03-01", "2024-12-20"], "year"),
        (["1700-03-01", "2024-12-20"], "decade"),
    ],
)
def test_the_timeline_takes_the_unit_that_fits(open_page: Open, days: list[str], unit: str) -> None:
    timex = {"start": 0, "end": 3, "text": "Ann", "type": "DATE", "value": "x", "rule": "r"}
    records = [
        record(
            BRIDGE,
            [claim(BRIDGE, "Lina", id=day, timexes=[{**timex, "interval": {"begin": day, "end": day}}])],
            id=day,
        )
        for day in days
    ]
    page = open_page(report(records, {}))
    assert f"by {unit}" in page.inner_text("#timeline figcaption")
    assert page.locator("#timeline .bar").count() <= 61
    assert page.locator("#timeline [aria-label$=': 1 claim']").count() == 2


def test_a_dot_of_the_numbers_opens_its_claim(page: Page) -> None:
    assert page.input_value("#compare select") == "%"
    page.get_by_role("button", name="Lake Union: 4%").click(force=True)
    assert page.inner_text("tr.opened button.claim") == "that wages fell 4 percent in 2019"
    page.locator("#compare select").select_option("ferrie")
    assert page.locator("#compare .dot").count() == 2


@pytest.mark.parametrize("day", ["0001-01-01", "0099-12-31", "9999-12-31"])
def test_days_that_no_calendar_of_the_browser_counts_from_are_left_out(open_page: Open, day: str) -> None:
    timex = {"start": 0, "end": 3, "text": "Ann", "type": "DATE", "value": "x", "rule": "r"}
    made = [claim(BRIDGE, "Lina", id=day, timexes=[{**timex, "interval": {"begin": day, "end": day}}])]
    page = open_page(report([record(BRIDGE, made, id=name) for name in "ab"], {}))
    assert "Nothing to draw" in page.inner_text("#timeline")
    assert len(claims(page)) == 2
