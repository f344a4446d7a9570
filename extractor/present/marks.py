"""What is marked in a text, and the text cut into stretches that each stand in the same marks.

This is what overlapping and nested spans need to be shown.

HTML elements nest; spans of claims need not. So the text is cut at every border of a mark, and each stretch says which marks it
stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Literal, TypedDict, TypeVar

from extractor.present.dates import date_in_words
from extractor.present.numbers import number_in_words
from extractor.records import Claim, QuantityRecord, TimexRecord

_T = TypeVar("_T")
Kind = Literal["content", "source", "cue", "number", "date"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to show.

    Attributes:
        start: First code point, counted as the text's own offsets are.
        end: Behind the last code point.
        kind: What it is.
        claim: Index of the claim it belongs to; None for numbers and dates, which belong to the article.
        reading: What a number or date means, in words.
    """

    start: int
    end: int
    kind: Kind
    claim: int | None = None
    reading: str | None = None


def marks_of(
    claims: Iterable[Claim], numbers: Iterable[QuantityRecord], dates: Iterable[TimexRecord], first: int = 0
) -> Iterator[Mark]:
    """The marks of an article: what is said, by whom and in which words, its numbers and its dates.

    Args:
        claims: Of the article, in order.
        numbers: Of the article, inside claims and outside.
        dates: The same.
        first: Index of the first claim.
    """
    for index, claim in enumerate(claims, first):
        yield from (Mark(span.start, span.end, "content", index) for span in claim.content)
        if claim.attribution:
            yield from (Mark(span.start, span.end, "source", index) for span in claim.attribution.source)
            yield from (Mark(span.start, span.end, "cue", index) for span in claim.attribution.cue)
    dates = list(dates)
    for number in numbers:
        yield Mark(number.start, number.end, "number", reading=number_in_words(number, dates))
    for date in dates:
        yield Mark(date.start, date.end, "date", reading=date_in_words(date))


class Stretch(TypedDict, total=False):
    """Characters that stand in the same marks.

    ``claims`` come innermost first, which is the one a reader who clicks here means. ``opens`` holds the claims whose content
    begins here, the longest first, ``closes`` how many contents end here.
    """

    text: str
    kinds: list[Kind]
    claims: list[int]
    opens: list[int]
    closes: int
    readings: list[str]


def stretches(text: str, marks: Iterable[Mark], start: int = 0) -> list[Stretch | str]:
    """The text as stretches, in order; joined they are the text again. A stretch without any mark is a bare string.

    Args:
        text: The text, or a passage of it.
        marks: In any order; what lies outside the text is cut off.
        start: Offset of the passage's first code point.
    """
    stop = start + len(text)
    inside = sorted(filter(None, (_cut(mark, start, stop) for mark in marks)), key=attrgetter("start"))
    begun = {begin: list(group) for begin, group in groupby(inside, key=attrgetter("start"))}
    active: list[Mark] = []
    out: list[Stretch | str] = []
    for begin, end in pairwise(sorted({start, stop, *begun, *(mark.end for mark in inside)})):
        active = [mark for mark in active if mark.end > begin] + begun.get(begin, [])
        words = text[begin - start : end - start]
        out.append(_stretch(words, active, begin, end) if active else words)
    return out


def _cut(mark: Mark, start: int, stop: int) -> Mark | None:
    """The part of a mark inside the text; None when there is none."""
    begin, end = max(mark.start, start), min(mark.end, stop)
    return replace(mark, start=begin, end=end) if begin < end else None


def _stretch(words: str, active: list[Mark], begin: int, end: int) -> Stretch:
    inner_first = sorted(active, key=lambda mark: (mark.end - mark.start, mark.start))
    contents = [mark for mark in inner_first if mark.kind == "content"]
    stretch = Stretch(text=words, kinds=_once(map(attrgetter("kind"), inner_first)))
    optional = {
        "claims": _once(mark.claim for mark in inner_first if mark.claim is not None),
        "opens": [mark.claim for mark in reversed(contents) if mark.start == begin],
        "closes": sum(mark.end == end for mark in contents),
        "readings": _once(mark.reading for mark in inner_first if mark.reading),
    }
    stretch.update({name: value for name, value in optional.items() if value})  # type: ignore[typeddict-item]
    return stretch


def _once(items: Iterable[_T]) -> list[_T]:
    return list(dict.fromkeys(items))
