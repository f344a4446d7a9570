"""Three hundred articles open at once."""

from __future__ import annotations

import pytest

from extractor.report import report
from tests.report.conftest import Open
from tests.report.newsroom import claim, date, number, record

pytestmark = pytest.mark.browser

ARTICLES, CLAIMS = 300, 25
SECONDS = 2.0


def long_article(name: int) -> tuple[str, list[dict[str, object]]]:
    lines = [
        f"Source {name % 90} of place {line} said that {line} boats left on 3 May while the port rested."
        for line in range(CLAIMS)
    ]
    text = "\n\n".join(lines)
    found = [
        claim(
            text,
            line.partition(" said ")[2],
            who=f"Person {name % 90}",
            source=line.partition(" said ")[0],
            id=f"{name}-{at}",
            quantities=[number(text, f"{at} boats"[:2].strip(), value=at, counted="boats")],
            timexes=[date(text, "3 May", "2024-05-03", f"20{name % 24:02}-05-03", f"20{name % 24:02}-05-03")],
        )
        for at, line in enumerate(lines)
    ]
    return text, found


def test_three_hundred_articles_open_in_time(open_page: Open) -> None:
    records, texts = [], {}
    for name in range(ARTICLES):
        text, found = long_article(name)
        records.append(
            record(
                text,
                found,
                id=str(name),
                title=f"Article {name}",
                published="2024-05-04",
                outlet=f"Outlet {name % 9}",
            )
        )
        texts[records[-1].article.sha256] = text
    html = report(records, texts)
    for _ in range(3):  # other programs run here too
        page = open_page(html)
        seconds = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000
        if seconds < SECONDS:
            break
    assert seconds < SECONDS
    assert page.inner_text("#count") == f"{ARTICLES * CLAIMS:,} claims"
    assert page.locator("#text p").count() == 1  # one article is drawn, however many there are
    typed = page.evaluate(
        """() => { const start = performance.now(); const box = document.querySelector('[name=words]');
        box.value = 'person 7'; box.dispatchEvent(new Event('input', { bubbles: true })); return performance.now() - start; }"""
    )
    assert typed < 1000 * SECONDS / 4
