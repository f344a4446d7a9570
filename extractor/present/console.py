"""The terminal as we write to it: no markup out of texts, nothing in them that steers it, and a width where there is none."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDTH = 120
"""Columns where neither a terminal nor COLUMNS tells."""

_DIRECTION_MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def standard_console() -> Console:
    """Standard output; where it is no terminal, as wide as COLUMNS says, else 120 columns."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal and not os.environ.get("COLUMNS", "").isdigit():
        console.width = _WIDTH
    return console


def plain_table(*, expand: bool = False) -> Table:
    """A table with a line below its headings and no other."""
    return Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=expand)


def add_row(table: Table, cells: Iterable[str]) -> None:
    """A row of texts from strangers."""
    table.add_row(*(Text(visible(cell)) for cell in cells))


def visible(text: str) -> str:
    """The text with control characters as pictures, direction marks and lone surrogates written out.

    Line feeds and tabs stay; a carriage return before a line feed is left out.
    """
    return "".join(map(_visible_sign, text.replace("\r\n", "\n")))


def _visible_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cs" or sign in _DIRECTION_MARKS or (category == "Cc" and ord(sign) > 0x7F):
        return f"<U+{ord(sign):04X}>"
    if category == "Cc" and sign not in "\n\t":
        return "␡" if sign == "\x7f" else chr(0x2400 + ord(sign))
    return sign
