"""Which of several fields is the text of an article, by what they hold, where no name tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_LEAST = 150
"""Characters; titles and addresses have fewer."""
_MUCH_MORE = 2
_WORDS = 1 / 12
"""Blanks per character that prose has at least: a word of English has five letters and a half."""


def prose_length(text: str) -> int:
    """The characters of a text, if it is long prose; none of an address, a list of codes or a short text."""
    return len(text) if len(text) >= _LEAST and text.count(" ") >= len(text) * _WORDS else 0


def prose_column(rows: Iterable[Mapping[str, str]], names: Sequence[str]) -> str | None:
    """The one column with long prose, by some rows of a table; None when none has it, or several have."""
    lengths = dict.fromkeys(names, 0)
    for row in rows:
        for name in names:
            lengths[name] += prose_length(row.get(name, ""))
    first, second = sorted([*lengths.values(), 0, 0], reverse=True)[:2]
    if not first or first < second * _MUCH_MORE:
        return None
    return next(name for name, length in lengths.items() if length == first)
