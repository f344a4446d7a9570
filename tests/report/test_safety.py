"""News text comes from strangers: no title, text, name or address of theirs runs as a script in the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from extractor.records import ArticleRecord
from extractor.report import report
from tests.report.conftest import Open
from tests.report.newsroom import claim, date, newsroom, number, record, texts

pytestmark = pytest.mark.browser

RUN = "window.ran=(window.ran||0)+1"
PAYLOADS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<!--<script></script><script>{RUN}</script>-->",
    f"]]><script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<img src=x onerror={RUN}>",
    f'"><img src=x onerror="{RUN}">',
    f"'><svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f'<iframe src="javascript:parent.{RUN}"></iframe>',
    f'<object data="javascript:{RUN}"></object>',
    f'<embed src="javascript:{RUN}">',
    f'<a href="javascript:{RUN}">read on</a>',
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>",
    f"<style>@import 'https://evil.example/x.css';</style><style onload={RUN}></style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    f'<form action="javascript:{RUN}"><button autofocus>send</button></form>',
    f'" onmouseover="{RUN}" onfocus="{RUN}" autofocus tabindex=1 x="',
    f"' onclick='{RUN}' x='",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//",
    f"java\tscript:{RUN}",
    f"data:text/html,<script>opener.{RUN}</script>",
    f'https://a.example/"onmouseover="{RUN}',
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f'\\";{RUN};//',
    f"${{{RUN}}}",
    f"`;{RUN};`",
    f"{{{{ ''.__class__ }}}}{{% print 7*7 %}}{{{{7*7}}}}<script>{RUN}</script>",
    f"\u2028{RUN}\u2029//",
    f"\u202e<script>{RUN}</script>\u202c",
    f"＜script＞{RUN}＜/script＞",
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    f"<template><script>{RUN}</script></template><slot onslotchange={RUN}>",
    f"__proto__[<img src=x onerror={RUN}>]",
]


def everywhere(payload: str, at: int) -> tuple[ArticleRecord, str]:
    """An article with the payload in every field that a stranger can fill."""
    text = f"{payload} said that {payload} 9 via {payload}."
    numbers = [
        {**number(text, words, value=9, unit=payload, unit_kind="physical"), "rule": payload, "per": payload}
        for words in ("9", "said")
    ]
    timex = {**date(text, "9", payload, "2024-01-01", None), "rule": payload, "relation": payload}
    made = claim(
        text,
        payload,
        who=payload,
        source=payload,
        via=payload,
        id=f"{payload}{at}",
        standalone=f"{payload} [{payload}]",
        flags=[payload],
        quantities=numbers,
        timexes=[timex],
    )
    attribution = made["attribution"]
    attribution.update(cue_class=payload, rule=payload)
    attribution["claimant"].update(role=payload, affiliation=payload, resolved_by=payload)
    info: dict[str, Any] = dict.fromkeys(("title", "outlet", "author", "url", "path"), payload)
    return record(text, [made], id=f"{payload}{at}", published="2024-01-01", **info), text


@pytest.fixture(scope="module")
def hostile() -> bytes:
    made = [everywhere(payload, at) for at, payload in enumerate(PAYLOADS)]
    given = {each.article.sha256: text for each, text in made[::2]}  # the others show sentences
    return report([each for each, _ in made], given, title="".join(PAYLOADS))


def test_the_list_is_long_enough_and_every_payload_is_in_the_page(open_page: Open, hostile: bytes) -> None:
    assert len(set(PAYLOADS)) >= 30
    page = open_page(hostile)
    titles = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).articles.map(each => each.title)"
    )
    assert titles == PAYLOADS


def test_no_payload_runs_wherever_it_stands(open_page: Open, hostile: bytes) -> None:
    page = open_page(hostile)
    before = shape(page)
    for index in range(len(PAYLOADS)):
        page.evaluate(
            """index => { const row = document.querySelector(`tr[data-claim="${index}"] button.claim`);
            row.focus(); row.click(); document.querySelector('.detail .actions button').click();
            for (const each of document.querySelectorAll('.m, .reading, #byline a, bdi, option'))
                for (const type of ['mouseover', 'focus', 'pointerenter']) each.dispatchEvent(new Event(type)); }""",
            index,
        )
        shown = page.inner_text("#text")
        assert " ".join(PAYLOADS[index].split())[:12] in " ".join(shown.split()), (
            "the words are still there to read"
        )
        assert shape(page) == before, PAYLOADS[index]
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    page.wait_for_selector("#compare svg")
    for name in ("who", "unit", "outlet", "article"):
        page.select_option(f"select[name={name}]", index=3)
        page.select_option(f"select[name={name}]", index=0)
    page.wait_for_timeout(300)  # what loads or animates has had its chance
    assert page.evaluate("window.ran") is None
    assert shape(page) == before


def shape(page: Page) -> dict[str, Any]:
    """What markup from a payload would change: elements and attributes that can run or load, and where links lead."""
    found: dict[str, Any] = page.evaluate(
        """() => ({
            risky: document.querySelectorAll(
                'script, img, iframe, object, embed, link, base, meta, style, video, audio, template').length,
            handlers: [...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames())
                .filter(name => name.startsWith('on')),
            links: [...document.links].map(each => each.protocol).filter(each => !/^(https?|file):$/.test(each)),
            title: document.title.length,
            address: location.protocol,
        })"""
    )
    return found


SMUGGLED = (
    f"<script>{RUN}</script><img src=x onerror='{RUN}'><a id=lure href='javascript:{RUN}'>x</a>".encode()
)


@pytest.mark.parametrize("guarded", [True, False])
def test_the_policy_stops_what_would_slip_through(browser: Browser, tmp_path: Path, guarded: bool) -> None:
    """The last wall, tried with the others pulled down; without it the same page runs the scripts."""
    html = report(newsroom(), texts()).replace(b"<main>", b"<main>" + SMUGGLED)
    if not guarded:
        html = html.replace(b"Content-Security-Policy", b"X-Nothing")
    (tmp_path / "r.html").write_bytes(html)
    page = browser.new_page()
    page.goto((tmp_path / "r.html").as_uri())
    page.click("#lure")
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran ?? 0") == (0 if guarded else 3)
    assert page.locator("tr.row").count() == 10
    page.close()


def test_the_policy_forbids_parsing_text_as_markup(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "r.html").write_bytes(report(newsroom(), texts()))
    page = browser.new_page()
    page.goto((tmp_path / "r.html").as_uri())
    outcome = page.evaluate(
        "() => { try { document.body.innerHTML = '<p>x'; return 'parsed' } catch (e) { return e.name } }"
    )
    assert outcome == "TypeError"
    page.close()
