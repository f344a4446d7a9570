from __future__ import annotations

import io

import pytest
from rich.console import Console

from extractor.article import Article
from extractor.markup import parse
from extractor.present.console import standard_console, visible
from extractor.present.terminal import claims_table, marked_text, print_article
from tests.by_hand import record

SAID = (
    '<source 1 claimant="Ana Kask">Ana</source 1> <cue 1>said</cue 1> <content 1>it made '
    "<quantity value=1500000 counted=flights>1.5m</quantity> flights on "
    "<timex value=2023-07-27 begin=2023-07-27 end=2023-07-27>July 27</timex></content 1>."
)


def printed(annotated: str, *, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=180, force_terminal=terminal, color_system="standard" if terminal else None
    )
    text, _ = parse(annotated)
    print_article(Article(text), record(annotated), console)
    return out.getvalue()


def test_text_without_styles_has_marks() -> None:
    text, _ = parse(SAID)
    marked = marked_text(text, record(SAID), styled=False).plain
    assert marked == "_Ana_ *said* [1 it made {1.5m} flights on ‹July 27›]."


def test_text_with_styles_has_numbers_only() -> None:
    text, _ = parse(SAID)
    marked = marked_text(text, record(SAID), styled=True)
    assert marked.plain == "Ana said [1 it made 1.5m flights on July 27]."
    styles = {marked.plain[span.start : span.end]: span.style for span in marked.spans}
    assert styles["Ana"] == "underline cyan"
    assert styles["1.5m"] == "green reverse magenta"


def test_everything_is_printed() -> None:
    lines = printed(SAID).splitlines()
    assert lines[0].strip() == "a · published 2023-07-31 (metadata)"
    assert any("number of the claim and content" in line for line in lines)
    (row,) = (line for line in lines if line.lstrip().startswith("1 "))
    for cell in ("Ana Kask", "indirect", "said", "1,500,000 flights", "0.50"):
        assert cell in row


def test_every_number_stands_beside_its_reading() -> None:
    annotated = (
        "They sold <quantity value=1500000 counted=flights>1.5m</quantity> flights at "
        '<quantity value=5 unit=dollar per=mile modifier="~">$5</quantity> a mile, <quantity low=10 high=20>10-20</quantity>.'
    )
    rows = [line.strip().split("  ") for line in printed(annotated).splitlines()]
    read = {row[0]: row[-1].strip() for row in rows if row[0] in ("1.5m", "$5", "10-20")}
    assert read["1.5m"] == "1,500,000 flights"
    assert read["$5"] == "about 5 dollars per mile"
    assert read["10-20"] == "10 to 20"


def test_an_article_without_numbers_has_no_table_of_them() -> None:
    assert "read as" not in printed("<content 1>He left</content 1>.")


def test_a_statistic_is_the_articles_own() -> None:
    assert "(article)" in printed("<content 1 statistic=yes>3 died</content 1>.")


@pytest.mark.parametrize("terminal", [False, True])
def test_markup_and_control_characters_of_a_text_do_nothing(terminal: bool) -> None:
    out = printed(
        "<content 1>[bold]x[/bold] \x1b[31mred\x07 :smile:\u202e \ud800</content 1>", terminal=terminal
    )
    assert "[bold]x[/bold] ␛[31mred␇ :smile:<U+202E> <U+D800>" in out
    assert "\x1b[31mred" not in out


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a␍b"),
        ("\0\x1b\x7f\x85", "␀␛␡<U+0085>"),
        ("a\tb", "a\tb"),
        ("é – “q”", "é – “q”"),
    ],
)
def test_what_is_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(("columns", "width"), [("70", 70), ("", 120), ("wide", 120)])
def test_a_piped_table_takes_the_width_of_columns(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert standard_console().width == width


def test_a_claim_fits_into_eighty_columns() -> None:
    console = Console(file=(out := io.StringIO()), width=80)
    console.print(claims_table(record(SAID)))
    assert max(map(len, out.getvalue().splitlines())) <= 80
    assert "indirect" in out.getvalue()
