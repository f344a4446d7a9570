"""The terminal's view of one article: its text with everything found marked, and a table of its claims.

Article text reaches the terminal as `rich.text.Text`, never as markup, its control characters made visible.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.article import Article
from extractor.records import ArticleRecord, Claim, QuantityRecord, SpanRecord, TimexRecord

_WIDTH = 120
"""Columns where there is no terminal to ask."""

_DIRECTION_MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of span looks: a style in a terminal, marks around it where styles are lost.

    Contents keep their marks in a terminal too, since the number after the opening one is the claim's.
    """

    style: str
    opening: str
    closing: str


LOOKS = {
    "content": Look("green", "[", "]"),
    "source": Look("underline cyan", "_", "_"),
    "cue": Look("bold yellow", "*", "*"),
    "quantity": Look("reverse magenta", "{", "}"),
    "date": Look("italic blue", "‹", "›"),
}


@dataclass(frozen=True, slots=True)
class _Marked:
    """A span to mark; ``number`` is that of its claim, for contents."""

    start: int
    end: int
    label: str
    number: int = 0


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
        console.print(quantities_table(record))


def marked_text(text: str, record: ArticleRecord, *, styled: bool) -> Text:
    """The article text with every span of the record marked.

    Args:
        text: The article text.
        record: Its record.
        styled: Whether styles will be seen, so that only contents need marks.
    """
    marked = list(_marked(record))
    edges = sorted({0, len(text), *(mark.start for mark in marked), *(mark.end for mark in marked)})
    out = Text()
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        ended = sorted((mark for mark in marked if mark.end == start), key=lambda mark: -mark.start)
        begun = sorted((mark for mark in marked if mark.start == start), key=lambda mark: -mark.end)
        _append_marks(out, [(mark, LOOKS[mark.label].closing) for mark in ended], styled)
        _append_marks(out, [(mark, _opening(mark)) for mark in begun], styled)
        styles = [LOOKS[mark.label].style for mark in marked if mark.start <= start < mark.end]
        out.append(visible(text[start:end]), " ".join(styles))
    return out


def claims_table(record: ArticleRecord) -> Table:
    """The claims of an article, one a row, numbered as in its marked text."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    table.add_column("", justify="right")
    for heading, ratio, width in (
        ("claimant", 2, None),
        ("kind", None, 9),
        ("cue", None, 13),
        ("text", 5, None),
        ("numbers", None, 18),
        ("dates", None, 14),
    ):
        table.add_column(heading, ratio=ratio, width=width, overflow="fold")
    table.add_column("conf.", justify="right")
    for number, claim in enumerate(record.claims, 1):
        table.add_row(str(number), *(Text(visible(cell)) for cell in _row(claim)))
    return table


def quantities_table(record: ArticleRecord) -> Table:
    """Every number of an article, one a row: as written, its value, its unit, what it counts, how it moved."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in ("number", "value", "unit", "counts", "change"):
        table.add_column(heading, overflow="fold")
    for quantity in record.quantities:
        unit = " per ".join(filter(None, (_unit(quantity), quantity.per)))
        if quantity.per and not quantity.unit:
            unit = f"per {quantity.per}"
        cells = (quantity.text, _amount(quantity), unit, _counted(quantity), _change(quantity))
        table.add_row(*(Text(visible(cell)) for cell in cells))
    return table


def visible(text: str) -> str:
    """The text with control characters as pictures, direction marks and lone surrogates written out.

    Line feeds and tabs stay; a carriage return before a line feed is left out.
    """
    return "".join(map(_visible_sign, text.replace("\r\n", "\n")))


def quantity_in_words(quantity: QuantityRecord) -> str:
    """A number as the table shows it: modifier, value or range, unit, what is counted, and its change."""
    counted = quantity.counted.text if quantity.counted else None
    unit, per = _unit(quantity), f"per {quantity.per}" if quantity.per else None
    return " ".join(filter(None, (_amount(quantity), unit, counted, per, _change(quantity))))


def timex_in_words(timex: TimexRecord) -> str:
    """A time expression as the table shows it: its value, and its days when they say more."""
    if timex.interval is None:
        return timex.value
    begin, end = (str(day or "..") for day in (timex.interval.begin, timex.interval.end))
    return timex.value if begin == end == timex.value else f"{timex.value} ({begin} to {end})"


def standard_console() -> Console:
    """Standard output; 120 columns wide where it is no terminal."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = _WIDTH
    return console


def _marked(record: ArticleRecord) -> Iterator[_Marked]:
    for number, claim in enumerate(record.claims, 1):
        yield from (_Marked(span.start, span.end, "content", number) for span in claim.content)
        if claim.attribution:
            yield from _labelled(claim.attribution.source, "source")
            yield from _labelled(claim.attribution.cue, "cue")
    yield from _labelled(record.quantities, "quantity")
    yield from _labelled(record.timexes, "date")


def _labelled(spans: Iterable[SpanRecord], label: str) -> Iterator[_Marked]:
    yield from (_Marked(span.start, span.end, label) for span in spans)


def _opening(mark: _Marked) -> str:
    return f"{LOOKS[mark.label].opening}{mark.number} " if mark.number else LOOKS[mark.label].opening


def _append_marks(out: Text, marks: Iterable[tuple[_Marked, str]], styled: bool) -> None:
    for mark, sign in marks:
        if mark.number or not styled:
            out.append(sign, LOOKS[mark.label].style if mark.number else "")


def _heading(record: ArticleRecord) -> Text:
    article = record.article
    published = (
        f"published {article.published} ({article.published_from})" if article.published else "no date"
    )
    return Text(visible(" · ".join(filter(None, (article.path or article.id, article.outlet, published)))))


def _legend(styled: bool) -> Text:
    legend = Text("\nMarks: ")
    for label, look in LOOKS.items():
        numbered = "number of the claim and " if label == "content" else ""
        opening, closing = (look.opening, look.closing) if numbered or not styled else ("", "")
        legend.append(opening).append(numbered + label, look.style).append(closing + "  ")
    return legend.append("\n")


def _row(claim: Claim) -> tuple[str, ...]:
    attribution = claim.attribution
    claimant = attribution.claimant.name if attribution and attribution.claimant else "–"
    if attribution and attribution.via:
        claimant += f" (via {', '.join(via.name for via in attribution.via)})"
    return (
        claimant if attribution else "(article)",
        claim.kind,
        " … ".join(span.text for span in attribution.cue) if attribution else "",
        claim.text,
        "; ".join(map(quantity_in_words, claim.quantities)),
        "; ".join(map(timex_in_words, claim.timexes)),
        f"{attribution.confidence:.2f}" if attribution else "",
    )


def _amount(quantity: QuantityRecord) -> str:
    """Modifier and value; a range from low to high, a pair in the order of the text."""
    ends: tuple[float | None, ...] = (quantity.low, quantity.high)
    dash = "–"
    if quantity.value is not None:
        ends = (quantity.value,)
    elif _is_pair(quantity) and quantity.change:
        ends = (quantity.change.from_value, quantity.change.to_value)
        dash = "–" if quantity.unit_kind == "ratio" else " → "
    amount = dash.join("?" if end is None else f"{end:,.15g}" for end in ends)
    return amount if quantity.modifier == "=" else f"{quantity.modifier} {amount}"


def _unit(quantity: QuantityRecord) -> str | None:
    return "%" if quantity.unit == "percentage" else quantity.unit


def _counted(quantity: QuantityRecord) -> str:
    """What is counted, or what a share is of."""
    if quantity.counted:
        return quantity.counted.text
    return f"of {quantity.of.text}" if quantity.of else ""


def _is_pair(quantity: QuantityRecord) -> bool:
    """Whether the ends are told in an order: "from 14 to 31", "3-1"."""
    change = quantity.change
    return quantity.value is None and change is not None and None not in (change.from_value, change.to_value)


def _change(quantity: QuantityRecord) -> str:
    change = quantity.change
    if change is None:
        return ""
    if _is_pair(quantity):
        change = change.model_copy(update={"from_value": None, "to_value": None})
    arrow = {"up": "↑", "down": "↓", None: ""}[change.direction]
    ends = (("from", change.from_value), ("to", change.to_value), ("×", change.multiplier))
    return " ".join([arrow, *(f"{word} {value:,.15g}" for word, value in ends if value is not None)]).strip()


def _visible_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cs" or sign in _DIRECTION_MARKS or (category == "Cc" and ord(sign) > 0x7F):
        return f"<U+{ord(sign):04X}>"
    if category == "Cc" and sign not in "\n\t":
        return "␡" if sign == "\x7f" else chr(0x2400 + ord(sign))
    return sign
