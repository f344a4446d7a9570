"""Quotations: stretches between quotation marks, paired within a block of layout.

Real text mixes straight and curly marks, drops one of a pair, and reopens a quotation in each paragraph of a speech without
closing it in between. So marks are paired block by block, and a straight mark counts as opening or closing by its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from extractor.annotations import Block, Quotation, Span
from extractor.language.quotations import QuotationMarks
from extractor.language.resources import Resources
from extractor.language.rules import alternation

_POSSESSIVE = re.compile(r"s['’‘›]\s[a-z]")
_INCHES = re.compile(r"\d['’′][ \t]?\d{1,2}(?:\.\d|½)?$")
"""What stands before a mark that measures: "the 6'4" striker"."""
_SPEECH_ENDS = frozenset(',.!?…"”')
_OPENS_AFTER = frozenset(" \t\u00a0\n([{—–-―/:")


def compile_matcher(resources: Resources) -> Callable[[str, tuple[Block, ...]], tuple[Quotation, ...]]:
    """The matcher for the marks of ``lexicons/quotations.toml``."""
    return _Pairing(resources.lexicon(QuotationMarks)).match


class _Pairing:
    def __init__(self, marks: QuotationMarks) -> None:
        double, single = marks.double, marks.single
        self._open, self._close, self._either = double.open, double.close, double.either
        self._closed_by = double.closed_by
        self._double = re.compile(alternation(self._open | self._close | self._either))
        elisions = alternation(single.elisions)
        self._single_open = re.compile(
            rf"(?<!\w)(?:{alternation(single.open)})(?=\w)(?!(?:{elisions})\b)(?!\d\ds?\b)", re.IGNORECASE
        )
        self._single_close = re.compile(rf"(?<=\S)(?:{alternation(single.close)})(?!\w)")
        self._longest = single.longest

    def match(self, text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
        """The quotations of a text in order; single ones only where no double one covers them."""
        pieces = [block.span for block in blocks] or ([Span(0, len(text))] if text else [])
        found: list[Quotation] = []
        for number, piece in enumerate(pieces):
            doubles = list(self._doubles(text, piece))
            if doubles and doubles[-1].continued:
                following = pieces[number + 1] if number + 1 < len(pieces) else None
                reopened = following is not None and self._opens_with_mark(text, following)
                doubles[-1] = replace(doubles[-1], continued=reopened)
            singles = list(self._singles(text, piece))
            doubles = _uncovered(doubles, [single for single in singles if self._is_speech(text, single)])
            singles = list(_outside(singles, doubles))
            found += sorted([*doubles, *singles], key=lambda quotation: quotation.span)
        return tuple(found)

    def _doubles(self, text: str, piece: Span) -> Iterator[Quotation]:
        """Pairs of double marks; an unclosed one runs to the end and is taken as continued until its successor is seen."""
        opened: re.Match[str] | None = None
        for mark in self._double.finditer(text, piece.start, piece.end):
            if _INCHES.search(text, max(piece.start, mark.start() - 7), mark.start()):
                continue
            if opened is None:
                if self._may_open(text, mark, piece):
                    opened = mark
            elif mark[0] in self._closed_by[opened[0]] and not self._reopens(text, mark, piece):
                if mark.start() > opened.end():
                    yield _quotation(opened, mark.start(), mark.end())
                opened = None
            elif self._may_open(text, mark, piece) and mark[0] in self._either:
                opened = mark  # the earlier mark never closed: a stray one
        if opened is not None and opened.end() < piece.end:
            yield _quotation(opened, piece.end, piece.end, continued=True)

    def _singles(self, text: str, piece: Span) -> Iterator[Quotation]:
        position = piece.start
        closings = _Closings(text, self._single_close.finditer(text, piece.start, piece.end))
        while opening := self._single_open.search(text, position, piece.end):
            end = closings.after(opening, opening.end() + self._longest)
            if end:
                yield _quotation(opening, end - 1, end, single=True)
            position = end or opening.end()

    def _is_speech(self, text: str, single: Quotation) -> bool:
        """Whether a single quotation begins and ends as a sentence does, so that double marks inside it are the inner ones."""
        inner = text[single.inner.start : single.inner.end]
        return inner[0].isupper() and inner[-1] in _SPEECH_ENDS

    def _may_open(self, text: str, mark: re.Match[str], piece: Span) -> bool:
        if mark[0] in self._open:
            return True
        if mark[0] in self._close:
            return False
        return self._reopens(text, mark, piece)

    def _reopens(self, text: str, mark: re.Match[str], piece: Span) -> bool:
        """Whether a mark's neighbours show an opening: nothing or a space before it, a character right after it."""
        if mark[0] in self._close:
            return False
        before = text[mark.start() - 1] if mark.start() > piece.start else " "
        after = text[mark.end()] if mark.end() < piece.end else " "
        return (before in _OPENS_AFTER or before in "‘'“") and not after.isspace() and after not in ".,;:!?)"

    def _opens_with_mark(self, text: str, piece: Span) -> bool:
        mark = self._double.match(text, piece.start)
        return mark is not None and self._may_open(text, mark, piece)


class _Closings:
    """The single marks of a piece that may close a quotation, by whether they are straight and may be possessive."""

    def __init__(self, text: str, marks: Iterable[re.Match[str]]) -> None:
        self._ends: dict[tuple[bool, bool], list[int]] = {
            (straight, possessive): [] for straight in (True, False) for possessive in (True, False)
        }
        for mark in marks:
            possessive = bool(_POSSESSIVE.match(text, mark.start() - 1))
            self._ends[mark[0] == "'", possessive].append(mark.end())

    def after(self, opening: re.Match[str], limit: int) -> int | None:
        """The end of the mark that closes a quotation; a plural possessive ("the players' union") only for want of another."""
        for possessive in (False, True):
            ends = self._ends[opening[0] == "'", possessive]
            index = bisect_right(ends, opening.end())
            if index < len(ends) and ends[index] <= limit:
                return ends[index]
        return None


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


def _quotation(
    opening: re.Match[str], inner_end: int, end: int, *, single: bool = False, continued: bool = False
) -> Quotation:
    return Quotation(Span(opening.start(), end), Span(opening.end(), inner_end), single, continued)
