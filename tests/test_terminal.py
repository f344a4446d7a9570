from __future__ import annotations

import io

import pytest
from rich.console import Console

from extractor.article import Article
from extractor.markup import parse
from extractor.records import QuantityRecord, TimexRecord
from extractor.terminal import marked_text, print_article, quantity_in_words, timex_in_words, visible
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
    rows = [line.split() for line in printed(annotated).splitlines()]
    assert ["1.5m", "1,500,000", "flights"] in rows
    assert ["$5", "~", "5", "dollar", "per", "mile"] in rows
    assert ["10-20", "10–20"] in rows


def test_an_article_without_numbers_has_no_table_of_them() -> None:
    assert "counts" not in printed("<content 1>He left</content 1>.")


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


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": 23, "counted": "approaches"}, "23 approaches"),
        ({"value": 5.5, "unit": "percentage", "modifier": "~"}, "~ 5.5 %"),
        ({"low": 10, "high": 20000, "unit": "dollar", "per": "share"}, "10–20,000 dollar per share"),
        ({"low": 100, "counted": "people"}, "100–? people"),
        ({"value": 3, "change": {"direction": "up", "from": 1, "to": 3}}, "3 ↑ from 1 to 3"),
        ({"value": 3, "change": {"direction": "down", "multiplier": 0.5}}, "3 ↓ × 0.5"),
        ({"low": 14, "high": 31, "change": {"direction": "down", "from": 31, "to": 14}}, "31 → 14 ↓"),
        ({"low": 1, "high": 3, "unit_kind": "ratio", "change": {"from": 3, "to": 1}}, "3–1"),
    ],
)
def test_numbers_in_words(fields: dict[str, object], words: str) -> None:
    base: dict[str, object] = {
        "start": 0,
        "end": 1,
        "text": "x",
        "unit_kind": "count",
        "modifier": "=",
        "vague": False,
    }
    if isinstance(counted := fields.get("counted"), str):
        fields = {**fields, "counted": {"start": 0, "end": 1, "text": counted, "head": counted}}
    assert quantity_in_words(QuantityRecord.model_validate({**base, "rule": "r", **fields})) == words


@pytest.mark.parametrize(
    ("value", "begin", "end", "words"),
    [
        ("2023-07-27", "2023-07-27", "2023-07-27", "2023-07-27"),
        ("2023", "2023-01-01", "2023-07-31", "2023 (2023-01-01 to 2023-07-31)"),
        ("2023-07", None, "2023-07-31", "2023-07 (.. to 2023-07-31)"),
    ],
)
def test_dates_in_words(value: str, begin: str | None, end: str | None, words: str) -> None:
    base = {"start": 0, "end": 1, "text": "x", "type": "DATE", "rule": "r"}
    interval = {"begin": begin, "end": end}
    assert timex_in_words(TimexRecord.model_validate({**base, "value": value, "interval": interval})) == words
    assert timex_in_words(TimexRecord.model_validate({**base, "value": "P2Y"})) == "P2Y"
