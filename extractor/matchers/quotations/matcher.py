"""Quotations: stretches between quotation marks, paired within a block of layout.

Real text mixes straight and curly marks, drops one of a pair, and reopens a quotation in each paragraph of a speech without
closing it in between. So the marks of a block are paired all at once (`pairing`), double ones before single ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from extractor.annotations import Block, Quotation, Span
from extractor.language.quotations import QuotationMarks
from extractor.language.resources import Resources
from extractor.language.rules import alternation
from extractor.matchers.quotations.double_marks import DoublePrices
from extractor.matchers.quotations.pairing import Mark, Pair, pairs
from extractor.matchers.quotations.single_marks import SinglePrices, Singles

_INCHES = re.compile(r"\d['’′][ \t]?\d{1,2}(?:\.\d|½)?$|(?<![\w.,:])\d{1,2}(?:\.\d|½)?(?=$)")
"""What stands before a mark that measures: "the 6'4" striker", "a 40" screen"."""
_MOST_BEFORE = 7
_SPEECH_ENDS = frozenset(',.!?…"”')


def compile_matcher(resources: Resources) -> Callable[[str, tuple[Block, ...]], tuple[Quotation, ...]]:
    """The matcher for the marks of ``lexicons/quotations.toml``."""
    return _Matcher(resources.lexicon(QuotationMarks)).match


class _Matcher:
    def __init__(self, marks: QuotationMarks) -> None:
        self._forms = marks.double
        self._double = re.compile(alternation(self._forms.open | self._forms.close | self._forms.either))
        self._singles = Singles.read(marks.single)
        self._opens = re.compile(rf"(?:{alternation([*self._forms.closed_by, *self._singles.open])})(?=\w)")

    def match(self, text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
        """The quotations of a text in order; single ones only where no double one covers them."""
        pieces = [block.span for block in blocks] or ([Span(0, len(text))] if text else [])
        found: list[Quotation] = []
        for number, piece in enumerate(pieces):
            following = pieces[number + 1] if number + 1 < len(pieces) else None
            reopens = self._opens.match(text, following.start) if following else None
            doubles = list(self._doubles(text, piece, reopens))
            singles = list(self._within(text, piece, reopens))
            doubles = _uncovered(doubles, [single for single in singles if _is_speech(text, single)])
            found += sorted([*doubles, *_outside(singles, doubles)], key=lambda quotation: quotation.span)
        return tuple(found)

    def _doubles(self, text: str, piece: Span, reopens: re.Match[str] | None) -> Iterator[Quotation]:
        marks = (
            Mark(found.start(), found.end(), found[0])
            for found in self._double.finditer(text, piece.start, piece.end)
            if not _measures(text, piece, found)
        )
        goes_on = reopens is not None and reopens[0] in self._forms.closed_by
        yield from _quotations(pairs(marks, DoublePrices(text, piece, self._forms)), piece, goes_on=goes_on)

    def _within(self, text: str, piece: Span, reopens: re.Match[str] | None) -> Iterator[Quotation]:
        goes_on = reopens is not None and reopens[0] in self._singles.open
        prices = SinglePrices(text, piece, self._singles, goes_on=goes_on)
        yield from _quotations(pairs(prices.marks(), prices), piece, single=True, goes_on=goes_on)


def _measures(text: str, piece: Span, mark: re.Match[str]) -> bool:
    """Whether a mark stands for inches or seconds behind a figure, not at the end of what somebody says."""
    before = _INCHES.search(text, max(piece.start, mark.start() - _MOST_BEFORE), mark.start())
    if before is None or mark[0] not in "\"''":
        return False
    feet = any(sign in before[0] for sign in "'’′")
    after = text[mark.end() : mark.end() + 2]
    return feet or (after[:1] == " " and after[1:].islower())


def _quotations(
    found: Iterable[Pair], piece: Span, *, goes_on: bool, single: bool = False
) -> Iterator[Quotation]:
    """Pairs as quotations; one that nothing closes runs to the end of its block."""
    for opening, closing in found:
        inner, end = (closing.start, closing.end) if closing else (piece.end, piece.end)
        if opening.end < inner:
            span = Span(opening.start, end)
            yield Quotation(span, Span(opening.end, inner), single, goes_on and closing is None)


def _is_speech(text: str, single: Quotation) -> bool:
    """Whether a single quotation begins and ends as a sentence does, so that double marks inside it are the inner ones."""
    inner = text[single.inner.start : single.inner.end]
    return inner[0].isupper() and inner[-1] in _SPEECH_ENDS


def _uncovered(doubles: Sequence[Quotation], singles: Sequence[Quotation]) -> list[Quotation]:
    """The double quotations that stand in no single one, as British papers nest them; both come in text order."""
    kept: list[Quotation] = []
    index = 0
    for double in doubles:
        while index < len(singles) and singles[index].span.end <= double.span.start:
            index += 1
        if index == len(singles) or not singles[index].span.contains(double.span):
            kept.append(double)
    return kept


def _outside(singles: Iterable[Quotation], doubles: Sequence[Quotation]) -> Iterator[Quotation]:
    """The single quotations that no double one touches; both come in text order."""
    index = 0
    for single in singles:
        while index < len(doubles) and doubles[index].span.end <= single.span.start:
            index += 1
        if index == len(doubles) or not doubles[index].span.overlaps(single.span):
            yield single
