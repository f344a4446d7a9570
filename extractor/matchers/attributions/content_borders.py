"""Where a content ends: not within an amount or a date, and not on the conjunction that leads to what is said otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.annotations import Annotations
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Range, Ranges, union, without


def amounts_by_border(parsed: Discourse, found: Annotations) -> dict[int, Range]:
    """The tokens of each amount and time by the borders between them, at which nothing may end."""
    spans = [*(one.span for one in found.quantities), *(one.span for one in found.timexes)]
    ranges = [(parsed.token_at(span.start), parsed.token_at(span.end)) for span in spans]
    return {border: (start, end) for start, end in ranges for border in range(start + 1, end)}


def mended(parsed: Discourse, content: Ranges, amounts: Mapping[int, Range], others: Ranges) -> Ranges:
    """A content with the amounts whole that its edges cut, and without a conjunction at its end.

    Args:
        parsed: The article.
        content: Its tokens.
        amounts: See `amounts_by_border`.
        others: Source and cue, which it may not grow into.
    """
    cut = [amounts[edge] for piece in content for edge in piece if edge in amounts]
    whole = without(union([*content, *cut]), others) if cut else content
    start, end = whole[-1]
    last = end
    while last > start + 1 and parsed.pos[last - 1] == "CCONJ" and not parsed.quoted(last - 1):
        last -= 1
    return parsed.trimmed((*whole[:-1], (start, last))) if last < end else whole
