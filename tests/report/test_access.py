"""axe-core looks at the page in every state people bring it into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.report.conftest import NARROW, WIDE, Open

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def open_claim(page: Page) -> None:
    page.locator("#overview").evaluate("each => { each.open = true }")
    page.wait_for_selector("#timeline svg")
    page.get_by_role("button", name="“We will reopen").click()


def show_article(page: Page) -> None:
    page.get_by_role("button", name="that repairs").click()
    page.evaluate("document.querySelector('[data-view=article]').click()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("prepare", "width"), [(open_claim, WIDE), (open_claim, NARROW), (show_article, NARROW)]
)
def test_axe_finds_nothing(
    open_page: Open, newsroom_html: bytes, prepare: Callable[[Page], None], width: int, scheme: str
) -> None:
    page = open_page(newsroom_html, width=width, scheme=scheme)
    prepare(page)
    assert findings(page) == []


def test_axe_finds_nothing_where_no_claim_is_left(page: Page) -> None:
    page.fill("input[name=words]", "nothing like it")
    assert findings(page) == []


def findings(page: Page) -> list[str]:
    page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate("tags => axe.run({ runOnly: tags })", TAGS)
    assert len(result["passes"]) > 20
    return [
        f"{found['impact']} {found['id']}: {found['help']} at {node['target']} {node['failureSummary']}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


def test_axe_would_find_something(page: Page) -> None:
    page.locator("#summary").evaluate("each => each.setAttribute('role', 'slider')")
    assert findings(page)
