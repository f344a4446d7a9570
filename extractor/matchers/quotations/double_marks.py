"""Double quotation marks: what each may be, by its form and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.annotations import Span
from extractor.language.quotations import DoubleMarks
from extractor.matchers.quotations.pairing import IMPOSSIBLE, Mark, Reading

_STRAY = 2.5
"""A mark that neither opens nor closes anything."""
_CLOSES_NOTHING = 1.2
_UNCLOSED = 1.0
"""A quotation that runs to the end of its paragraph."""
_REOPENED = 0.6
"""A quotation that did not close before its next paragraph opened it again."""
_GLUED = 1.0
"""A mark without the space that parts it from the next sentence: `over."We left,"`."""
_INSIDE_WORD = 1.8
_SPACED = 1.5
"""A mark between two spaces: `" We left , " he said`."""
_UNLIKELY = 4.0
"""A mark that looks like the other kind."""
_WRONG_FORM = 2.0
_PARAGRAPH = 500.0
"""Characters after which a quotation that is not closed costs one more; few paragraphs of news are longer."""
_LONGEST = 1500.0
"""The same of a quotation that is closed."""
_BEFORE_OPENING = frozenset("([{—–-―/:‘'“\"")
_AFTER_CLOSING = frozenset(")]}—–-―/.,;:!?…’'”\"*")
_ENDS = frozenset(".!?…,:;\"”’')")
_STOPS = frozenset(".!?…")


class DoublePrices:
    """Prices the readings of the double marks of one paragraph."""

    def __init__(self, text: str, piece: Span, forms: DoubleMarks) -> None:
        self._text, self._piece, self._forms = text, piece, forms

    def readings(self, mark: Mark, state: str, opened: Mark | None) -> Iterator[Reading]:
        """Stray, opening, closing, or opening again what never closed."""
        yield Reading(state, self._stray(mark, state))
        if opened is None or not state:
            yield Reading(mark.glyph, self._opening(mark), opens=True)
            return
        if mark.glyph in self._forms.closed_by.get(state, ()):
            yield Reading("", self._closing(mark) + (mark.start - opened.end) / _LONGEST)
        yield Reading(mark.glyph, self._opening(mark) + self._reopening(opened, mark), opens=True)

    def unclosed(self, state: str, opened: Mark) -> float:
        """Cheap only near the end of the paragraph: the next one may go on with the quotation."""
        return _UNCLOSED + (self._piece.end - opened.end) / _PARAGRAPH

    def _neighbours(self, mark: Mark) -> tuple[str, str]:
        """The characters around a mark; beyond the paragraph stands a space."""
        before = self._text[mark.start - 1] if mark.start > self._piece.start else " "
        after = self._text[mark.end] if mark.end < self._piece.end else " "
        return before, after

    def _stray(self, mark: Mark, state: str) -> float:
        """Typing and boilerplate leave more closing marks alone than opening ones: `our "Daily" newsletter`, cut."""
        before, after = self._neighbours(mark)
        alone = not state and not before.isspace() and after.isspace()
        return _CLOSES_NOTHING if alone else _STRAY

    def _opening(self, mark: Mark) -> float:
        before, after = self._neighbours(mark)
        if mark.glyph in self._forms.open:
            return 0.0
        if mark.glyph in self._forms.close:
            return _WRONG_FORM if before.isspace() and after.isalnum() else IMPOSSIBLE
        if after.isspace():
            return _SPACED if before.isspace() else _UNLIKELY
        if after in ".,;:!?)":
            return _UNLIKELY
        if before.isspace() or before in _BEFORE_OPENING:
            return 0.0
        return _GLUED if before in _ENDS else _INSIDE_WORD

    def _closing(self, mark: Mark) -> float:
        if mark.glyph in self._forms.close:
            return 0.0
        before, after = self._neighbours(mark)
        wrong = _WRONG_FORM if mark.glyph in self._forms.open and self._opens_in_place(mark) else 0.0
        if before.isspace():
            return wrong + (_SPACED if after.isspace() or after in _AFTER_CLOSING else _UNLIKELY)
        if after.isspace() or after in _AFTER_CLOSING:
            return wrong
        return wrong + (_GLUED if before in _ENDS else _INSIDE_WORD)

    def _opens_in_place(self, mark: Mark) -> bool:
        """Whether an opening mark stands where one opens; behind a word it may close, as in „Nein“."""
        before, after = self._neighbours(mark)
        return before.isspace() or after.isalnum()

    def _reopening(self, opened: Mark, mark: Mark) -> float:
        """A sentence must have ended before the mark, as in `It was a shock. "All you see is rubble`."""
        written = self._text[max(opened.end, mark.start - 3) : mark.start].rstrip()
        if written[-1:] not in _STOPS:
            return IMPOSSIBLE
        return _REOPENED + (mark.start - opened.end) / _PARAGRAPH
