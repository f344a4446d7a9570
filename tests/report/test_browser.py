"""What people do with the page: filter, sort, follow a claim into its text and back, read a chart, leave with the rows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from extractor.report import report
from tests.report.conftest import NARROW, Open, claims
from tests.report.newsroom import BRIDGE, claim, newsroom, record, texts

pytestmark = pytest.mark.browser


def column(page: Page, name: str) -> list[str]:
    return page.locator(f"td.c-{name}").all_inner_texts()


def lit(page: Page) -> str:
    return " | ".join(page.locator("#text .lit:not(.open)").all_inner_texts())


def test_choices_filter_the_rows(page: Page) -> None:
    for field, value, expected in (
        ("who", "Lina Osei", 3),
        ("who", "“A spokeswoman”", 1),
        ("kind", "direct", 1),
        ("kind", "statistic", 2),
        ("unit", "%", 3),
        ("unit", "ferrie", 2),
        ("unit", "°C", 1),
        ("outlet", "Lake Courier", 3),
        ("article", "2", 2),
    ):
        page.select_option(f"select[name={field}]", value)
        assert (len(claims(page)), page.inner_text("#count")) == (expected, f"{expected} of 10 claims"), value
        page.click("#clear")


def test_search_looks_for_all_words(page: Page) -> None:
    for words, expected in (
        ("FERRIES", ["that Tomas Brand, the minister, had promised 30 ferries", "30 ferries"]),
        ("osei cost", ["that repairs to the bridge had cost $1.5 million, 12 percent more than planned"]),
        ("lake courier wages", ["that wages fell 4 percent in 2019"]),
        ("radio quay", ["“We will reopen it in May,” … “and not a day later.”"]),
        ("nobody at all", []),
    ):
        page.fill("input[name=words]", words)
        assert claims(page) == expected


def test_dates_filter_by_what_is_spoken_of_or_by_publication(page: Page) -> None:
    for basis, begin, end, expected in (
        ("spoken", "2024-05-10", "2024-05-10", 1),  # within May
        ("spoken", "2024-02-01", "2024-02-28", 2),  # last week, and since January
        ("spoken", "", "2019-06-30", 1),
        ("spoken", "2024-04-11", "", 2),
        ("spoken", "2025-01-01", "", 0),
        ("spoken", "2024-03-01", "2024-02-01", 0),  # no day is in it
        ("published", "2024-04-01", "2024-04-30", 3),
        ("published", "", "2030-01-01", 8),  # not the article without a date
    ):
        page.select_option("select[name=basis]", basis)
        page.fill("input[name=from]", begin)
        page.fill("input[name=to]", end)
        assert len(claims(page)) == expected, (basis, begin, end)


def test_where_nothing_passes_the_page_says_so(page: Page) -> None:
    expect(page.locator("#none")).to_be_hidden()
    page.fill("input[name=words]", "nobody at all")
    assert page.inner_text("#none") == "No claim passes all of these filters."
    assert [page.is_disabled(f"#{name}") for name in ("csv", "json")] == [True, True]
    page.click("#clear")
    expect(page.locator("#none")).to_be_hidden()
    assert not page.is_disabled("#csv")


def test_a_page_without_claims_says_so(open_page: Open) -> None:
    page = open_page(report([], {}))
    assert page.inner_text("#none") == "No claims were found."


def test_filters_work_together_and_are_cleared_at_once(page: Page) -> None:
    expect(page.locator("#clear")).to_be_hidden()
    page.select_option("select[name=who]", "Tomas Brand")
    page.select_option("select[name=outlet]", "Lake Courier")
    assert claims(page) == ["that 2.5m jobs had been lost since January"]
    page.click("#clear")
    assert len(claims(page)) == 10
    assert page.input_value("select[name=who]") == ""
    assert page.inner_text("#count") == "10 claims"


@pytest.mark.parametrize(
    ("heading", "name", "first", "last"),
    [
        ("Claimant", "who", "Lake Union", "the article itself"),
        ("Numbers", "numbers", "4%", ""),
        ("Dates", "dates", "2019", ""),
        ("Kind", "kind", "paraphrased", "the article's own"),
        ("Confidence", "confidence", "0.90", ""),
    ],
)
def test_a_heading_sorts_its_column_and_turns_it_round(
    page: Page, heading: str, name: str, first: str, last: str
) -> None:
    head = page.locator(f"th.c-{name}")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    up = column(page, name)
    assert (up[0].split("\n")[0], up[-1].split("\n")[0]) == (first, last)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    down = column(page, name)
    assert [cell for cell in down if cell] != [cell for cell in up if cell] or name == "confidence"
    assert page.locator("th[aria-sort]").count() == 1


def test_rows_without_a_value_come_last_both_ways(page: Page) -> None:
    for way in ("up", "down"):
        page.select_option("select[name=sort]", f"numbers {way}")
        assert column(page, "numbers")[-2:] == ["", ""]


def test_a_claim_opens_and_its_text_lights_up_in_its_article(page: Page) -> None:
    page.get_by_role("button", name="that 2.5m jobs").click()
    assert page.inner_text("#article-heading") == "Minister denies losses"
    assert lit(page) == "Brand | denied | that  | 2.5m |  jobs had been lost since  | January"
    detail = page.locator(".detail").text_content() or ""  # technical details among it, which are folded
    for words in (
        "2.5m",
        "2,500,000 jobs, down",
        "1 Jan to 10 Apr 2024",
        "rule month-day",
        "0.90: of 100 such claims about 90",
    ):
        assert words in detail
    assert page.url.endswith("#claim=" + newsroom()[1].claims[0].id)
    page.get_by_role("button", name="that 2.5m jobs").click()
    assert page.locator(".detail").count() == 0


def test_the_text_scrolls_to_the_claim_and_the_page_stays(open_page: Open) -> None:
    text = " ".join(f"Paragraph {n}.\n\n" for n in range(200)) + "The end."
    made = record(text, [claim(text, "Paragraph 100."), claim(text, "The end.")])
    page = open_page(report([made], {made.article.sha256: text}))
    for number, page_moves in ((0, False), (1, True)):  # the last words stand where the window ends
        button, mark = page.locator("button.claim").nth(number), page.locator("#text .open").nth(number)
        expect(mark).not_to_be_in_viewport()
        button.click()
        expect(mark).to_be_in_viewport()
        expect(button).to_be_in_viewport()
        assert bool(page.evaluate("scrollY")) is page_moves


def test_a_mark_opens_its_claim(page: Page) -> None:
    page.get_by_text("Tomas Brand, the minister").last.click()
    row = page.locator("tr.opened")
    assert row.locator("button.claim").inner_text() == "30 ferries"  # not the outer claim that holds it
    assert row.locator("button.claim").get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.className") == "claim"
    expect(page.locator(".detail .actions")).to_be_in_viewport()
    page.locator("#text .open", has_text="3").click()
    assert page.locator("tr.opened button.claim").inner_text().startswith("that Tomas Brand")


def test_a_mark_whose_claim_is_filtered_away_clears_the_filters(page: Page) -> None:
    page.select_option("select[name=kind]", "direct")
    page.locator("#text .open", has_text="1").click()
    assert len(claims(page)) == 10
    assert page.locator("tr.opened").count() == 1
    expect(page.locator("#said")).to_have_text("Filters cleared to show this claim")


def test_an_interrupted_content_lights_up_in_all_its_pieces(page: Page) -> None:
    page.get_by_role("button", name="“We will reopen").click()
    assert "“We will reopen it in" in lit(page)
    assert "“and not a day later.”" in lit(page)
    chain = page.locator(".chain li").all_inner_texts()
    assert [step.split("\n")[:2] for step in chain] == [
        ["Claimant", "Lina Osei"],
        ["Via outlet", "Radio Quay"],
        ["Article", "Harbour Post"],
    ]
    assert page.locator(".standalone ins").all_inner_texts() == [" [the bridge]", " [2024-05]"]
    assert page.inner_text(".standalone") == newsroom()[0].claims[1].standalone


def test_an_address_with_a_claim_opens_it(open_page: Open, newsroom_html: bytes) -> None:
    page = open_page(newsroom_html, address=f"#claim={newsroom()[2].claims[1].id}")
    assert page.inner_text("tr.opened button.claim") == "31C on 3 June"
    assert page.inner_text("#article-heading") == "quiet.txt"


def test_articles_are_leafed_through(page: Page) -> None:
    assert page.is_disabled("#previous")
    page.click("#next")
    page.click("#next")
    assert page.inner_text("#article-heading") == "quiet.txt"
    assert "😀" in page.inner_text("#text")
    assert page.is_disabled("#next")
    page.select_option("#shown", "0")
    assert page.inner_text("#byline") == "Harbour Post · M. Adeyemi · 5 March 2024 · Open the original"
    link = page.locator("#byline a")
    assert link.get_attribute("href") == "https://post.example/bridge"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_the_text_reads_as_it_was_written(page: Page) -> None:
    shown = page.evaluate("""[...document.querySelectorAll('#text .open')].forEach(each => each.remove()),
        document.querySelector('#text').textContent""")
    assert shown == BRIDGE


def test_marks_can_be_put_away_by_kind(page: Page) -> None:
    number = page.locator("#text .number").first
    assert number.evaluate("each => getComputedStyle(each).borderBottomStyle") == "dashed"
    page.get_by_role("checkbox", name="Number", exact=True).uncheck()
    assert number.evaluate("each => getComputedStyle(each).borderBottomStyle") == "none"


def test_marks_differ_without_colour(page: Page) -> None:
    looks = {
        kind: page.locator(f"#text .{kind}").first.evaluate(
            """each => { const style = getComputedStyle(each);
            return [style.textDecorationLine, style.textDecorationStyle, style.borderBottomStyle, style.fontStyle].join() }"""
        )
        for kind in ("source", "cue", "number", "date")
    }
    assert len(set(looks.values())) == len(looks)
    brackets = page.locator("#text .open").first.evaluate(
        "each => getComputedStyle(each, '::before').content"
    )
    assert brackets == '"["'


def test_one_article_alone_has_no_charts_and_nothing_to_choose_between(open_page: Open) -> None:
    page = open_page(report(newsroom()[:1], texts()))
    assert page.inner_text("h1") == "Harbour bridge to reopen"
    for hidden in ("#overview", "#pick", "select[name=outlet]", "select[name=article]"):
        expect(page.locator(hidden)).to_be_hidden()


def test_an_article_without_its_text_shows_the_sentences(open_page: Open) -> None:
    page = open_page(report(newsroom(), {}))
    expect(page.locator("#notice")).to_have_text(
        "The text of this article was not given. These are the sentences of its claims."
    )
    page.get_by_role("button", name="30 ferries").last.click()
    assert lit(page) == "Tomas Brand, the minister | had promised | 30 |  ferries"


def test_many_rows_come_in_steps(open_page: Open) -> None:
    text = " ".join(f"Number {n}." for n in range(250))
    many = record(text, [claim(text, f"Number {n}.", id=f"c{n}") for n in range(250)])
    page = open_page(report([many], {many.article.sha256: text}))
    assert len(claims(page)) == 100
    page.click("#more")
    assert len(claims(page)) == 200
    assert page.evaluate("document.activeElement.textContent") == "Number 100."
    page.locator("#text .open", has_text="249").click()
    assert len(claims(page)) == 250
    assert page.inner_text("tr.opened button.claim") == "Number 248."
    expect(page.locator("#more")).to_be_hidden()


def test_a_narrow_screen_shows_one_view_at_a_time(open_page: Open, newsroom_html: bytes) -> None:
    page = open_page(newsroom_html, width=NARROW)
    expect(page.locator("#article")).to_be_hidden()
    page.get_by_role("button", name="that wages fell").click()
    page.get_by_role("button", name="Show in the article").click()
    expect(page.locator("#claims")).to_be_hidden()
    expect(page.locator("#text .lit").first).to_be_in_viewport()
    assert page.evaluate("document.activeElement.textContent") == "2"
    page.locator("#text .open", has_text="3").click()
    expect(page.locator("#article")).to_be_hidden()
    expect(page.locator("tr.opened")).to_be_in_viewport()
    assert page.inner_text("tr.opened button.claim") == "it was 7 percent"


@pytest.mark.parametrize("width", [320, NARROW, 800, 1000, 1600])
def test_nothing_sticks_out_of_the_page(open_page: Open, newsroom_html: bytes, width: int) -> None:
    page = open_page(newsroom_html, width=width)
    page.locator("button.claim").first.click()
    for view in ("claims", "article"):
        page.evaluate("view => document.querySelector(`[data-view=${view}]`).click()", view)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_claims_and_article_stand_one_below_the_other(page: Page) -> None:
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print")
    claims_box, article_box = page.locator("#claims").bounding_box(), page.locator("#text").bounding_box()
    page.emulate_media(media="screen")
    assert claims_box and article_box
    assert claims_box["y"] + claims_box["height"] <= article_box["y"]
