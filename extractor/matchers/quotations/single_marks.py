"""Single quotation marks, most of which are apostrophes: what each may be, by its form and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extractor.annotations import Span
from extractor.language.quotations import SingleMarks
from extractor.language.rules import alternation
from extractor.matchers.quotations.pairing import IMPOSSIBLE, Mark, Reading

_STRAY = 2.5
_APOSTROPHE = 0.6
"""A mark at a word's end that closes nothing: "the players' union"."""
_CLIPPED = 1.5
"""The same where no plural ends: "goin' home"."""
_POSSESSIVE = 1.0
"""A mark that closes a quotation although a plural possessive would look the same."""
_BEHIND_WORD = 0.5
"""A mark that closes right behind a word: 'fair price'."""
_NESTED = 0.5
_REOPENED = 1.0
_UNCLOSED = 1.0
_LENGTH = 1000.0
"""Characters after which a quotation in single marks costs one more."""
_STOPS = frozenset(".!?…")
_ENDS = frozenset(',.!?…;:)—–-"”')
_DEEPEST = 2


class Singles(NamedTuple):
    """The single marks of a language.

    Attributes:
        marks: Where a mark may open or close something, not inside a word.
        elided: What follows an apostrophe that opens nothing: 'til, '90s.
        open: Marks that may open.
        closed_by: For each of them, those that may close it.
        longest: Most characters of a quotation, or of one paragraph of it.
    """

    marks: re.Pattern[str]
    elided: re.Pattern[str]
    open: frozenset[str]
    closed_by: Mapping[str, frozenset[str]]
    longest: int

    @classmethod
    def read(cls, lexicon: SingleMarks) -> Singles:
        """The single marks of ``lexicons/quotations.toml``."""
        marks = alternation({*lexicon.open, *lexicon.close})
        return cls(
            marks=re.compile(rf"(?<!\w)(?:{marks})|(?:{marks})(?!\w)"),
            elided=re.compile(rf"(?:{alternation(lexicon.elisions)})\b|\d\ds?\b", re.IGNORECASE),
            open=frozenset(lexicon.open),
            closed_by=lexicon.closed_by,
            longest=lexicon.longest,
        )


class SinglePrices:
    """Prices the readings of the single marks of one paragraph."""

    def __init__(self, text: str, piece: Span, singles: Singles, *, goes_on: bool) -> None:
        self._text, self._piece, self._singles, self._goes_on = text, piece, singles, goes_on

    def marks(self) -> Iterator[Mark]:
        """The marks of the paragraph that may open or close."""
        for found in self._singles.marks.finditer(self._text, self._piece.start, self._piece.end):
            yield Mark(found.start(), found.end(), found[0])

    def readings(self, mark: Mark, state: str, opened: Mark | None) -> Iterator[Reading]:
        """Apostrophe, opening, nested in another, closing, or opening again what never closed."""
        opening, closing = self._opening(mark), self._closing(mark)
        yield Reading(state, self._stray(mark, opening))
        if opening < IMPOSSIBLE and len(state) < _DEEPEST:
            yield Reading(state + mark.glyph, opening + (_NESTED if state else 0.0), opens=not state)
        if opened is None or not state:
            return
        length = mark.start - opened.end
        if length > self._singles.longest:
            return
        if mark.glyph in self._singles.closed_by[state[-1]]:
            yield Reading(state[:-1], closing + (length / _LENGTH if len(state) == 1 else 0.0))
        if len(state) == 1 and self._ends_sentence(mark.start):
            yield Reading(mark.glyph, opening + _REOPENED + length / _LENGTH, opens=True)

    def unclosed(self, state: str, opened: Mark) -> float:
        """Possible only where the next paragraph opens the quotation again."""
        length = self._piece.end - opened.end
        if not self._goes_on or len(state) > 1 or length > self._singles.longest:
            return IMPOSSIBLE
        return _UNCLOSED + length / _LENGTH

    def _around(self, mark: Mark) -> tuple[str, str]:
        before = self._text[mark.start - 1] if mark.start > self._piece.start else " "
        after = self._text[mark.end] if mark.end < self._piece.end else " "
        return before, after

    def _opening(self, mark: Mark) -> float:
        before, after = self._around(mark)
        if mark.glyph not in self._singles.open or before.isalnum() or after.isspace() or after in ".,;:!?)":
            return IMPOSSIBLE
        return IMPOSSIBLE if self._singles.elided.match(self._text, mark.end) else 0.0

    def _closing(self, mark: Mark) -> float:
        before, after = self._around(mark)
        if before.isspace() or after.isalnum():
            return IMPOSSIBLE
        if before in _ENDS:
            return 0.0
        return _POSSESSIVE if self._is_possessive(mark) else _BEHIND_WORD

    def _stray(self, mark: Mark, opening: float) -> float:
        before, _ = self._around(mark)
        if opening < IMPOSSIBLE:
            return _STRAY
        if self._is_possessive(mark) or not before.isalnum():
            return _APOSTROPHE
        return _CLIPPED

    def _is_possessive(self, mark: Mark) -> bool:
        """Whether a mark stands behind an s and before another word: "the players' union", "James' Park"."""
        behind = self._text[mark.end : mark.end + 2]
        return (
            self._text[mark.start - 1 : mark.start] in set("szx")
            and behind[:1] == " "
            and behind[1:].isalpha()
        )

    def _ends_sentence(self, place: int) -> bool:
        written = self._text[max(self._piece.start, place - 3) : place].rstrip()
        return written[-1:] in _STOPS
