"""The page without a mouse: everything can be reached, operated and left, and where the focus is can be seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    """What a screen reader would call the focused element by."""
    name: str = page.evaluate(
        """() => { const each = document.activeElement;
        if (each === document.body) return '';
        return each.getAttribute('aria-label') ?? each.closest('label')?.firstChild.textContent ?? each.textContent; }"""
    )
    return name.strip()


def tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page).startswith(name):
            return
    raise AssertionError(f"{name} cannot be reached with Tab")


def walk(page: Page, key: str, until: str) -> list[str]:
    """The stops before one."""
    stops: list[str] = []
    for _ in range(200):
        page.keyboard.press(key)
        if focused(page) == until:
            return stops
        stops.extend(filter(None, [focused(page)]))  # none is where the page ends and begins
    raise AssertionError(f"{until} cannot be reached with {key}")


def test_the_first_stop_leads_past_the_filters(page: Page) -> None:
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the claims"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "Download CSV"


def test_every_control_is_a_stop_and_the_way_back_is_the_same(page: Page) -> None:
    first = "Skip to the claims"
    page.keyboard.press("Tab")
    stops = walk(page, "Tab", until=first)
    for name in ("Search", "Claimant", "Kind", "Unit", "Outlet", "Article", "Date", "From", "To", "Sort by"):
        assert name in stops
    for name in (
        "Confidence",
        "Download CSV",
        "Download JSON",
        "30 ferries",
        "Next",
        "Claim 3, Lina Osei, indirect",
    ):
        assert name in stops
    assert (
        len([stop for stop in stops if "claim" in stop and stop[:4].isdigit()]) == 1
    )  # one for all bars of the timeline
    assert walk(page, "Shift+Tab", until=first)[::-1] == stops


def test_where_the_focus_is_can_be_seen(page: Page) -> None:
    for name in ("Search", "Claimant", "Next", "30 ferries", "Claim 3, Lina Osei, indirect"):
        tab_to(page, name)
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert (style, width >= 2) == ("solid", True), name
        expect(page.locator(":focus")).to_be_in_viewport()


def test_a_claim_is_opened_followed_and_closed(page: Page) -> None:
    tab_to(page, "that Tomas Brand")
    page.keyboard.press("Enter")
    assert page.locator("tr.opened").count() == 1
    page.keyboard.press("Tab")
    assert focused(page) == "Copy as citation"
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Citation copied")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert page.locator("tr.opened").count() == 0


def test_selected_words_do_not_keep_a_claim_from_opening(page: Page) -> None:
    words = page.locator("#text .content").first.bounding_box()
    assert words
    page.mouse.move(words["x"] + 5, words["y"] + 10)
    page.mouse.down()
    page.mouse.move(words["x"] + 60, words["y"] + 10)
    page.mouse.up()
    assert page.evaluate("getSelection().type") == "Range"
    assert page.locator("tr.opened").count() == 0
    page.locator("button.claim").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("tr.opened").count() == 1


def test_arrow_keys_go_from_claim_to_claim(page: Page) -> None:
    tab_to(page, "that repairs")
    for key, expected in (("ArrowDown", "“We will"), ("ArrowDown", "that Tomas"), ("ArrowUp", "“We will")):
        page.keyboard.press(key)
        assert focused(page).startswith(expected)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_mark_in_the_text_leads_to_its_claim(page: Page, key: str) -> None:
    page.focus("#next")
    tab_to(page, "Claim 4, Tomas Brand, indirect")
    page.keyboard.press(key)
    assert focused(page) == "30 ferries"
    assert page.get_attribute(":focus", "aria-expanded") == "true"


def test_charts_are_walked_with_the_arrow_keys(page: Page) -> None:
    tab_to(page, "2019: 1 claim")
    page.keyboard.press("End")
    assert focused(page).startswith("2024: ")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert page.inner_text("#count") == "1 of 10 claims"
    page.focus("#clear")
    page.keyboard.press("Enter")
    assert focused(page) == "Search"
    tab_to(page, "Lake Union: 4%")
    page.keyboard.press("Space")
    assert focused(page) == "that wages fell 4 percent in 2019"


def test_filters_and_sorting_work_from_the_keyboard(page: Page) -> None:
    tab_to(page, "Search")
    page.keyboard.type("osei")
    tab_to(page, "Kind")
    page.keyboard.type("quoted")
    assert page.inner_text("#count") == "1 of 10 claims"
    tab_to(page, "Clear filters")
    page.keyboard.press("Space")
    tab_to(page, "Claimant")
    tab_to(page, "Claimant")  # the second one is the table's heading
    page.keyboard.press("Enter")
    assert page.get_attribute("th.c-who", "aria-sort") == "ascending"
    assert page.locator("td.c-who").first.inner_text() == "Lake Union"


def test_what_changes_is_said(page: Page) -> None:
    page.fill("input[name=words]", "osei")
    assert page.get_attribute("#count", "role") == "status"
    with page.expect_download():
        page.click("#json")
    expect(page.locator("#said")).to_have_text("3 claims in claims.json")
