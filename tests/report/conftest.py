"""A real browser for the page: Debian's Chromium, or any other that is installed, driven by playwright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from extractor.report import report
from tests.report.newsroom import newsroom, texts

WIDE, NARROW = 1600, 400

Open = Callable[..., Page]


class Watch:
    """What a page did that it should not do."""

    def __init__(self, page: Page) -> None:
        self.misdeeds: list[str] = []
        page.on("request", lambda request: self._request(request.url))
        page.on("pageerror", lambda error: self.misdeeds.append(str(error)))
        page.on("console", lambda message: self.misdeeds.append(message.text))
        page.on("popup", lambda popup: self.misdeeds.append(f"window {popup.url}"))
        page.on("dialog", self._dialog)

    def _request(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):  # the page's own file, and what it made itself
            self.misdeeds.append(f"request {url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.misdeeds.append(f"dialog {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="package")
def watched(browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """One window for all tests, since the page keeps nothing between two visits."""
    with browser.new_context(reduced_motion="reduce", locale="en-GB") as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        yield page, Watch(page)


@pytest.fixture
def open_page(watched: tuple[Page, Watch], tmp_path: Path) -> Iterator[Open]:
    """Opens a page's bytes from a file; afterwards nothing must have left it and nothing must have failed in it."""
    page, watch = watched
    watch.misdeeds.clear()

    def open_(html: bytes, width: int = WIDE, scheme: str = "light", address: str = "") -> Page:
        path = tmp_path / "report.html"
        path.write_bytes(html)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(f"{path.as_uri()}{address}")
        return page

    yield open_
    assert watch.misdeeds == []


@pytest.fixture(scope="session")
def newsroom_html() -> bytes:
    """The page of the newsroom's three articles."""
    return report(newsroom(), texts())


@pytest.fixture
def page(open_page: Open, newsroom_html: bytes) -> Page:
    """The newsroom's page in a wide window."""
    return open_page(newsroom_html)


def claims(page: Page) -> list[str]:
    """The texts of the rows, in their order."""
    return page.locator("button.claim").all_inner_texts()
