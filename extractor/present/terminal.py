"""The terminal's view of one article: its text with everything found marked, a table of its claims, and one of its numbers.

Article text reaches the terminal as `rich.text.Text`, never as markup, its control characters made visible.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.article import Article
from extractor.present.claims import claimant_in_words, pieces_in_words, teller_in_words
from extractor.present.console import add_row, plain_table, standard_console, visible
from extractor.present.dates import date_in_words
from extractor.present.marks import Kind, Mark, marks_of
from extractor.present.numbers import number_in_words
from extractor.records import ArticleRecord, Claim


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of span looks: a style in a terminal, marks around it where styles are lost.

    Contents keep their marks in a terminal too, since the number after the opening one is the claim's.
    """

    style: str
    opening: str
    closing: str


LOOKS: dict[Kind, Look] = {
    "content": Look("green", "[", "]"),
    "source": Look("underline cyan", "_", "_"),
    "cue": Look("bold yellow", "*", "*"),
    "number": Look("reverse magenta", "{", "}"),
    "date": Look("italic blue", "‹", "›"),
}


def print_article(article: Article, record: ArticleRecord, console: Console | None = None) -> None:
    """Print the marked text, the legend, the table of claims and that of numbers.

    Args:
        article: The article the record was made of.
        record: Its record.
        console: Where to print, by default standard output.
    """
    console = console or standard_console()
    styled = console.is_terminal
    console.print(_heading(record), style="bold")
    console.print(marked_text(article.text, record, styled=styled), soft_wrap=not styled)
    console.print(_legend(styled))
    console.print(claims_table(record))
    if record.quantities:
        console.print()
        console.print(numbers_table(record))


def marked_text(text: str, record: ArticleRecord, *, styled: bool) -> Text:
    """The article text with every span of the record marked.

    Args:
        text: The article text.
        record: Its record.
        styled: Whether styles will be seen, so that only contents need marks.
    """
    marked = list(marks_of(record.claims, record.quantities, record.timexes))
    edges = sorted({0, len(text), *(mark.start for mark in marked), *(mark.end for mark in marked)})
    out = Text()
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        ended = sorted((mark for mark in marked if mark.end == start), key=lambda mark: -mark.start)
        begun = sorted((mark for mark in marked if mark.start == start), key=lambda mark: -mark.end)
        _append_signs(out, [(mark, LOOKS[mark.kind].closing) for mark in ended], styled)
        _append_signs(out, [(mark, _opening(mark)) for mark in begun], styled)
        styles = [LOOKS[mark.kind].style for mark in marked if mark.start <= start < mark.end]
        out.append(visible(text[start:end]), " ".join(styles))
    return out


def claims_table(record: ArticleRecord) -> Table:
    """The claims of an article, one a row, numbered as in its marked text."""
    table = plain_table(expand=True)
    table.add_column("", justify="right")
    table.add_column("claimant", ratio=3, min_width=10, overflow="fold")
    table.add_column("kind", min_width=9)
    table.add_column("cue", ratio=2, min_width=9, overflow="fold")
    table.add_column("text", ratio=6, overflow="fold")
    table.add_column("numbers", ratio=3, overflow="fold")
    table.add_column("dates", ratio=3, overflow="fold")
    table.add_column("conf.", justify="right")
    for number, claim in enumerate(record.claims, 1):
        add_row(table, (str(number), *_row(claim)))
    return table


def numbers_table(record: ArticleRecord) -> Table:
    """Every number of an article, one a row: as written, and as read."""
    table = plain_table()
    for heading in ("number", "read as"):
        table.add_column(heading, overflow="fold")
    for quantity in record.quantities:
        add_row(table, (quantity.text, number_in_words(quantity, record.timexes)))
    return table


def _opening(mark: Mark) -> str:
    look = LOOKS[mark.kind]
    return (
        f"{look.opening}{mark.claim + 1} " if _is_numbered(mark) and mark.claim is not None else look.opening
    )


def _is_numbered(mark: Mark) -> bool:
    return mark.kind == "content"


def _append_signs(out: Text, signs: Iterable[tuple[Mark, str]], styled: bool) -> None:
    for mark, sign in signs:
        if _is_numbered(mark) or not styled:
            out.append(sign, LOOKS[mark.kind].style if _is_numbered(mark) else "")


def _heading(record: ArticleRecord) -> Text:
    article = record.article
    published = (
        f"published {article.published} ({article.published_from})" if article.published else "no date"
    )
    return Text(visible(" · ".join(filter(None, (article.path or article.id, article.outlet, published)))))


def _legend(styled: bool) -> Text:
    legend = Text("\nMarks: ")
    for kind, look in LOOKS.items():
        numbered = "number of the claim and " if kind == "content" else ""
        opening, closing = (look.opening, look.closing) if numbered or not styled else ("", "")
        legend.append(opening).append(numbered + kind, look.style).append(closing + "  ")
    return legend.append("\n")


def _row(claim: Claim) -> tuple[str, ...]:
    said = claim.attribution
    return (
        teller_in_words(claimant_in_words(said), via=[via.name for via in said.via] if said else ()),
        claim.kind,
        pieces_in_words(said.cue) if said else "",
        claim.text,
        "; ".join(number_in_words(number, claim.timexes) for number in claim.quantities),
        "; ".join(map(date_in_words, claim.timexes)),
        f"{said.confidence:.2f}" if said else "",
    )
