"""Records as marks and links, for tools in which people correct them: Label Studio, doccano, brat.

A mark's note holds what was read in it, as ``name=value`` in the notation of the corpus ("value=2500000 counted=jobs"), so that a
reading can be corrected beside its span; `extractor evaluate` reads marks, links and notes back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.records import ArticleRecord, AttributionRecord, Claim, QuantityRecord, SpanRecord, TimexRecord

CONTENT, SOURCE, CUE, STATISTIC, QUANTITY, TIMEX = (
    "Content",
    "Source",
    "Cue",
    "Statistic",
    "Quantity",
    "Timex",
)
LABELS = (CONTENT, SOURCE, CUE, STATISTIC, QUANTITY, TIMEX)
LINKS = ("source", "cue")
"""A content is linked to its source and to its cue."""

_BARE = re.compile(r"[^\s\"=]+")

Values = Iterable[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span, in pieces where it is interrupted; ``number`` is its name among the marks of an article, from 1."""

    number: int
    label: str
    pieces: tuple[tuple[int, int], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A content's link to its source or cue."""

    label: str
    content: int
    other: int


def marks_and_links(record: ArticleRecord) -> tuple[list[Mark], list[Link]]:
    """All that was found in an article; sources and cues that several claims share are marked once."""
    book = _Book()
    for claim in record.claims:
        if claim.attribution is None:
            book.add(STATISTIC, claim.content)
            continue
        content = book.add(CONTENT, claim.content, note(_said(claim, claim.attribution)))
        for label, link, spans in (
            (SOURCE, *LINKS[:1], claim.attribution.source),
            (CUE, *LINKS[1:], claim.attribution.cue),
        ):
            if spans:
                book.links.append(Link(link, content.number, book.shared(label, spans).number))
    for quantity in record.quantities:
        book.add(QUANTITY, [quantity], note(_read_number(quantity)))
    for timex in record.timexes:
        book.add(TIMEX, [timex], note(_read_date(timex)))
    return book.marks, book.links


def note(values: Values) -> str:
    """Values as words; those with spaces, quotation marks or equals signs as JSON strings."""
    return " ".join(f"{name}={_written(value)}" for name, value in values if value not in (None, ""))


class _Book:
    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self._shared: dict[tuple[str, tuple[tuple[int, int], ...]], Mark] = {}

    def add(self, label: str, spans: Sequence[SpanRecord], note: str = "") -> Mark:
        mark = Mark(len(self.marks) + 1, label, tuple((span.start, span.end) for span in spans), note)
        self.marks.append(mark)
        return mark

    def shared(self, label: str, spans: Sequence[SpanRecord]) -> Mark:
        key = (label, tuple((span.start, span.end) for span in spans))
        if key not in self._shared:
            self._shared[key] = self.add(label, spans)
        return self._shared[key]


def _said(claim: Claim, attribution: AttributionRecord) -> Iterator[tuple[str, object]]:
    yield "kind", claim.kind
    if attribution.claimant:
        yield "claimant", attribution.claimant.name
        yield "resolved_by", attribution.claimant.resolved_by
    yield from (("via", via.name) for via in attribution.via)
    if attribution.scope == "carried":
        yield "scope", "carried"


def _read_number(quantity: QuantityRecord) -> Iterator[tuple[str, object]]:
    yield from ((name, getattr(quantity, name)) for name in ("value", "low", "high", "unit", "per"))
    yield "counted", quantity.counted.text if quantity.counted and not quantity.unit else None


def _read_date(timex: TimexRecord) -> Iterator[tuple[str, object]]:
    yield "type", timex.type
    yield "value", timex.value
    if timex.interval:
        yield "begin", timex.interval.begin
        yield "end", timex.interval.end


def _written(value: object) -> str:
    words = f"{value:.15g}" if isinstance(value, float) else str(value)
    return words if _BARE.fullmatch(words) else json.dumps(words, ensure_ascii=False)
