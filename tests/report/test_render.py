"""The page's walls, as far as its bytes show them; test_safety.py tries them in a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import extractor.report
from extractor.report import report
from extractor.report.render import SCRIPTS, embeddable_json
from tests.report.newsroom import newsroom, texts

PAGE = Path(extractor.report.__file__).parent / "page"
HTML = report(newsroom(), texts(), title="One & <two>").decode()
anything = st.recursive(
    st.text() | st.sampled_from(["</script>", "<!--", "]]>", "\u2028", "\ud800"]), st.lists
)


def inline(tag: str) -> str:
    found = re.search(rf"<{tag}>(.*?)</{tag.split()[0]}>", HTML, re.DOTALL)
    assert found
    return found[1]


@given(anything)
def test_embedded_json_holds_no_character_that_could_end_it(value: object) -> None:
    embedded = embeddable_json(value)
    assert embedded.isascii()
    assert not set("<>&") & set(embedded)
    assert json.loads(embedded) == value


def test_the_data_of_the_page_is_its_view() -> None:
    data = json.loads(inline('script type="application/json" id="data"'))
    assert [article["id"] for article in data["articles"]] == ["bridge.txt", "jobs.txt", "quiet.txt"]


def test_the_policy_names_the_hashes_of_the_one_style_and_the_one_script() -> None:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', HTML)
    assert found
    policy = dict(part.split(" ", 1) for part in found[1].replace("&#39;", "'").split("; "))
    for directive, tag in (("style-src", "style"), ("script-src", 'script type="module"')):
        digest = hashlib.sha256(inline(tag).encode()).digest()
        assert policy[directive] == f"'sha256-{base64.b64encode(digest).decode()}'"
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert not re.search(r"unsafe|https?:|\*", found[1])


def test_the_policy_comes_before_all_that_it_governs() -> None:
    head = HTML[: HTML.index("Content-Security-Policy")]
    assert not re.search(r"<(script|style|link|title)", head)


def test_the_page_refers_to_nothing_outside_itself() -> None:
    skeleton = HTML.replace(inline('script type="application/json" id="data"'), "")
    assert re.findall(r"""(?:src|href|action|url)\s*[=(]\s*["']?([^"'\s>)]+)""", skeleton) == [
        "data:,",
        "#claims",
    ]
    assert not re.search(
        r"@import|\bfetch\b|XMLHttpRequest|WebSocket|sendBeacon|EventSource|import\(", skeleton
    )


def test_the_script_never_parses_text_as_markup_or_code() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc|DOMParser|\.style\b"
    for path in PAGE.glob("*.js"):
        assert not re.search(forbidden, path.read_text("utf-8")), path
        assert not re.search(r"</script|<!--", path.read_text("utf-8"), re.IGNORECASE), path


def test_the_heading_is_escaped() -> None:
    assert "<title>One &amp; &lt;two&gt;</title>" in HTML
    assert "<h1>One &amp; &lt;two&gt;</h1>" in HTML


def test_a_heading_that_utf8_cannot_hold_is_still_written() -> None:
    assert b"<h1>a?b</h1>" in report(newsroom(), {}, title="a\ud800b")


def test_the_page_needs_every_part_there_is() -> None:
    assert {path.stem for path in PAGE.glob("*.js")} == set(SCRIPTS)


def test_the_same_records_give_the_same_bytes() -> None:
    assert report(newsroom(), texts()) == report(newsroom(), texts())
