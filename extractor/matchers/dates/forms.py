"""The notation of forms: every row of symbols and words that the ``form`` of a production stands for.

A form is a row of symbols (upper case) and words (lower case); ``?`` makes one optional, ``( | )`` chooses. ``name=SYMBOL`` tells
two symbols of one kind apart, ``_=SYMBOL`` says nothing; ``[ ]`` marks the pieces that are expressions of their own ("[April] and
[June 2008]"), or what is one where words stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.errors import ResourceError

_PIECE = re.compile(
    r"\(|\)\??|\||\[|\]|(?:(?P<slot>[a-z_0-9]+)=)?(?P<symbol>[A-Z]+)(?P<maybe>\??)|(?P<word>[^\s()|\[\]]+?)(?P<perhaps>\??)(?=[\s()|\[\]]|$)"
)
_ESCAPED = {"lpar": "(", "rpar": ")"}

Piece = tuple[str, str]
"""A symbol or word, and the name its value goes by: "" for words and for the marks ``[`` and ``]``."""
Row = tuple[Piece, ...]


def rows_of(form: str, name: str) -> list[Row]:
    """Every row that a form stands for.

    Args:
        form: The form.
        name: The production whose form it is, for the error.

    Raises:
        ResourceError: When brackets do not match.
    """
    return _Form(form, name).rows()


class _Form:
    """A form that is read from left to right."""

    def __init__(self, form: str, name: str) -> None:
        self._pieces, self._name, self._position = list(_PIECE.finditer(form)), name, 0

    def rows(self) -> list[Row]:
        """The rows of the whole form."""
        rows = self._choices()
        if self._position < len(self._pieces):
            raise self._broken("form closes what is not open", "open it")
        return rows

    def _choices(self) -> list[Row]:
        rows = self._sequence()
        while self._position < len(self._pieces) and self._pieces[self._position][0] == "|":
            self._step()
            rows = rows + self._sequence()
        return rows

    def _sequence(self) -> list[Row]:
        rows: list[Row] = [()]
        while self._position < len(self._pieces) and not self._pieces[self._position][0].startswith(
            (")", "|")
        ):
            one = self._element()
            rows = [row + more for row in rows for more in one]
        return rows

    def _element(self) -> list[Row]:
        piece = self._step()
        if piece[0] == "(":
            rows = self._choices()
            return [*rows, ()] if self._step()[0] == ")?" else rows
        if piece[0] in "[]":
            return [((piece[0], ""),)]
        return list(_single(piece))

    def _step(self) -> re.Match[str]:
        self._position += 1
        if self._position > len(self._pieces):
            raise self._broken("form ends inside brackets", "close them")
        return self._pieces[self._position - 1]

    def _broken(self, what: str, remedy: str) -> ResourceError:
        return ResourceError(what, where=f"rules/dates.toml, {self._name}", remedy=remedy)


def _single(piece: re.Match[str]) -> Iterator[Row]:
    symbol = piece["symbol"]
    if symbol:
        yield ((symbol, piece["slot"] or symbol.lower()),)
    else:
        yield ((_ESCAPED.get(piece["word"], piece["word"]), ""),)
    if piece["maybe"] or piece["perhaps"]:
        yield ()
