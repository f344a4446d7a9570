"""Annotations → claims: which attributed contents and which of the article's own sentences are claims."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from extractor.annotations import Annotations, Attribution, Quotation, Span
from extractor.article import Article
from extractor.claims import conversion as as_record
from extractor.claims.lookup import Lookup, T
from extractor.claims.nesting import nested
from extractor.claims.standalone import BETWEEN_PIECES, Readings, Standalone
from extractor.claims.statistics import Statistic, statistics
from extractor.records import Claim, MentionRecord, QuantityRecord, TimexRecord
from extractor.text.parsed import Parsed

__all__ = ["ClaimBuilder", "Readings"]


class ClaimBuilder:
    """Builds the records of one article; every offset is into ``article.text``."""

    def __init__(self, article: Article, parsed: Parsed, found: Annotations, readings: Readings) -> None:
        self._article = article
        self._text = article.text
        self._found = found
        self._sentences = list(_sentences(parsed, self._text, found.quotations))
        self._sentence_ends = [sentence.end for sentence in self._sentences]
        self._sentence_starts = [sentence.start for sentence in self._sentences]
        self._entities = Lookup(
            as_record.entity(self._text, e.start_char, e.end_char, e.label_) for e in parsed.doc.ents
        )
        self.quantities: list[QuantityRecord] = [as_record.quantity(self._text, q) for q in found.quantities]
        self.timexes: list[TimexRecord] = [as_record.timex(self._text, t) for t in found.timexes]
        self._quantities, self._timexes = Lookup(self.quantities), Lookup(self.timexes)
        self.mentions: list[MentionRecord] = [as_record.mention(self._text, m) for m in found.mentions]
        self._stating = readings.stating
        self._standalone = Standalone(self._text, parsed, self._sentences, found, readings)

    def claims(self, min_confidence: float) -> list[Claim]:
        """Attributed contents at or above the confidence, and statistics, in text order."""
        attributions = [a for a in self._found.attributions if a.confidence >= min_confidence]
        stated = statistics(self._text, self._sentences, self._found, min_confidence, self._stating)
        claims = [*nested(map(self._attributed, attributions)), *map(self._statistic, stated)]
        return sorted(claims, key=lambda claim: (claim.content[0].start, claim.content[-1].end, claim.id))

    def _attributed(self, attribution: Attribution) -> Claim:
        spans = sorted([*attribution.content, *attribution.cue, *attribution.source])
        return Claim(
            id=self._identity(attribution.kind, spans),
            kind=attribution.kind,
            text=BETWEEN_PIECES.join(self._text[piece.start : piece.end] for piece in attribution.content),
            standalone=self._standalone.of(attribution.content, attribution),
            content=[as_record.span(self._text, piece) for piece in attribution.content],
            sentences=as_record.span(self._text, self._around(spans)),
            attribution=as_record.attribution(self._text, attribution),
            quantities=_inside(self._quantities, attribution.content),
            timexes=_inside(self._timexes, attribution.content),
            entities=_inside(self._entities, attribution.content),
            flags=_flags(attribution),
        )

    def _statistic(self, stated: Statistic) -> Claim:
        sentence = stated.sentence
        whole = as_record.span(self._text, sentence)
        return Claim(
            id=self._identity("statistic", [sentence]),
            kind="statistic",
            text=whole.text,
            standalone=self._standalone.of([sentence]),
            content=[whole],
            sentences=whole,
            attribution=None,
            quantities=_inside(self._quantities, [sentence]),
            timexes=_inside(self._timexes, [sentence]),
            entities=_inside(self._entities, [sentence]),
            flags=["maybe-attributed"] if stated.maybe_attributed else [],
        )

    def _around(self, spans: Sequence[Span]) -> Span:
        """The sentences that hold the spans, from the first to the last."""
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        touched = self._sentences[
            bisect_right(self._sentence_ends, start) : bisect_left(self._sentence_starts, end)
        ]
        if not touched:
            return Span(start, end)
        return Span(min(start, touched[0].start), max(end, touched[-1].end))

    def _identity(self, kind: str, spans: Sequence[Span]) -> str:
        places = ",".join(f"{span.start}-{span.end}" for span in spans)
        named = f"{self._article.id}\0{kind}\0{places}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(named).hexdigest()[:16]


def _inside(records: Lookup[T], spans: Sequence[Span]) -> list[T]:
    return list(chain.from_iterable(map(records.inside, spans)))


def _flags(attribution: Attribution) -> list[str]:
    flags = []
    if not attribution.source and attribution.scope == "explicit":
        flags.append("no-source")
    elif attribution.claimant is None:
        flags.append("claimant-unresolved")
    if attribution.scope == "carried":
        flags.append("carried")
    return flags


def _sentences(parsed: Parsed, text: str, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """The sentences; a closing quotation mark that the parser puts first in the next one goes back to its own."""
    closing = {q.inner.end: q.span.end for q in quotations if q.inner.end < q.span.end}
    for first, last in sorted(set(parsed.sentence)):
        start, end = parsed.start[first], parsed.end[last - 1]
        found = _without_space(text, closing.get(start, start), closing.get(end, end))
        if found:
            yield found


def _without_space(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
