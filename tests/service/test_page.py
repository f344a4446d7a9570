"""The page in a real browser, from drop to export, and without a script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.report.test_access import findings
from tests.service.running import Running

pytestmark = pytest.mark.browser

DROP = """names => {
  const carried = new DataTransfer();
  for (const [name, text] of names) carried.items.add(new File([text], name));
  window.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def page(browser: Browser, service: Running) -> Iterator[Page]:
    """The first page; nothing may be asked of any other address, and nothing may fail."""
    misdeeds: list[str] = []
    with browser.new_context(base_url=f"http://127.0.0.1:{service.port}", reduced_motion="reduce") as context:
        page = context.new_page()
        ours = (f"http://127.0.0.1:{service.port}/", "data:", "blob:")
        page.on("request", lambda sent: misdeeds.extend([] if sent.url.startswith(ours) else [sent.url]))
        page.on("pageerror", lambda error: misdeeds.append(str(error)))
        page.on("console", lambda message: misdeeds.append(message.text))
        page.goto("/")
        yield page
    assert [misdeed for misdeed in misdeeds if "422" not in misdeed] == []


def test_from_drop_to_export(page: Page) -> None:
    page.evaluate(
        DROP,
        [["a.txt", "Ana Kask said so."], ["b.txt", "CRASH"], ["c.jsonl", '{"text": "x"}\n{"text": "y"}']],
    )
    expect(page.get_by_role("list", name="Files chosen").get_by_role("listitem")).to_have_text(
        ["a.txt", "b.txt", "c.jsonl"]
    )
    page.get_by_role("button", name="Extract claims").click()
    expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=20_000)
    expect(page.get_by_role("status")).to_have_text("3 articles, 0 claims; 1 left out")
    expect(page.locator("#problems")).to_contain_text("b.txt: the worker was ended by SIGSEGV")
    with page.expect_download() as found:
        page.get_by_role("link", name="jsonl", exact=True).click()
    assert found.value.suggested_filename == "claims.jsonl"
    page.get_by_role("link", name="Read the report").click()
    expect(page.locator("h1")).to_be_visible()


def test_a_pasted_text_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.get_by_label("Paste an article").focus()
    page.keyboard.type("Ana Kask said so.")
    page.get_by_label("Day of publication").fill("2024-03-05")
    page.get_by_role("button", name="Extract claims").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=20_000)
    expect(page.get_by_role("status")).to_have_text("1 article, 0 claims")


def test_nothing_chosen_is_told_in_words(page: Page) -> None:
    page.get_by_role("button", name="Extract claims").click()
    expect(page.get_by_role("status")).to_have_text("nothing was sent; paste a text or choose files")
    expect(page.get_by_role("button", name="Extract claims")).to_be_enabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
def test_axe_finds_nothing(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_label("Paste an article").fill("CRASH")
    page.get_by_role("button", name="Extract claims").click()
    expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=20_000)
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script(browser: Browser, service: Running, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana Kask said so.")
    with browser.new_context(
        java_script_enabled=False, base_url=f"http://127.0.0.1:{service.port}"
    ) as context:
        page = context.new_page()
        page.goto("/")
        page.get_by_label("Paste an article").fill("Bo Li said no.")
        page.locator("#files").set_input_files(tmp_path / "a.txt")
        page.get_by_role("button", name="Extract claims").click()
        expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=20_000)
        expect(page.get_by_role("status")).to_have_text("2 articles, 0 claims")


def test_a_submission_is_deleted(client: httpx.Client) -> None:
    form = {"text": (None, "Ana Kask said so.")}
    address = client.post("/submissions", files=form, headers={"Accept": "application/json"}).json()[
        "address"
    ]
    assert client.get(address, headers={"Accept": "application/json"}).status_code == 200
    assert client.post(f"{address}/delete").status_code == 303
    assert client.get(address).status_code == 404


def test_what_a_file_is_called_is_never_markup(client: httpx.Client) -> None:
    name = "<img src=x onerror=alert(1)>.txt"
    form = [("files", (name, b"CRASH"))]
    address = client.post("/submissions", files=form, headers={"Accept": "application/json"}).json()[
        "address"
    ]
    while not json.loads(client.get(address, headers={"Accept": "application/json"}).text)["done"]:
        pass
    html = client.get(address).text
    assert "<img" not in html
    assert "onerror" in html


def test_a_browser_is_told_in_a_page(client: httpx.Client) -> None:
    answer = client.get("/submissions/gone", headers={"Accept": "text/html,*/*"})
    assert answer.status_code == 404
    assert "no such submission" in answer.text
    assert answer.headers["content-type"].startswith("text/html")
