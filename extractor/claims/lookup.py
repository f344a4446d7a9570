"""Stretches of text found by bisection, so that an article of any length costs what its parts cost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from extractor.annotations import Span


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        ...

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        ...


T = TypeVar("T", bound=Placed)


class Lookup(Generic[T]):
    """Stretches of a text, in order.

    Attributes:
        items: By start, then by end.
    """

    def __init__(self, items: Iterable[T]) -> None:
        self.items = sorted(items, key=lambda item: (item.start, item.end))
        self._starts = [item.start for item in self.items]

    def inside(self, span: Span) -> list[T]:
        """Those that lie inside a span, in text order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [item for item in self.items[first:last] if item.end <= span.end]

    def last_before(self, offset: int) -> T | None:
        """The last that starts at or before a character."""
        index = bisect_right(self._starts, offset)
        return self.items[index - 1] if index else None


def merged(spans: Iterable[Span]) -> Lookup[Span]:
    """The same characters in stretches of which none overlaps another."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return Lookup(joined)
