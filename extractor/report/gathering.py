"""Records of either layout, in any mixture → what they say together about each article."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.records import (
    ArticleInfo,
    ArticleRecord,
    Claim,
    ClaimRecord,
    Provenance,
    QuantityRecord,
    TimexRecord,
)

_WHITE_SPACE = 2
"""Code points between two sentences that can only be white space."""


class Gathered:
    """An article and all that the records given say about it, each thing once.

    Attributes:
        article: The article.
        made_by: What made the records.
    """

    def __init__(self, article: ArticleInfo) -> None:
        self.article = article
        self.made_by: dict[Provenance, None] = {}
        self._claims: dict[str, Claim] = {}
        self._numbers: dict[tuple[int, int], QuantityRecord] = {}
        self._dates: dict[tuple[int, int], TimexRecord] = {}

    def add(self, record: ArticleRecord | ClaimRecord) -> None:
        """Take in a record of the article."""
        claims = record.claims if isinstance(record, ArticleRecord) else [record]
        self.made_by[record.extractor] = None
        self._claims.update((claim.id, claim) for claim in claims)
        for holder in (record, *claims):
            self._numbers.update(((number.start, number.end), number) for number in holder.quantities)
            self._dates.update(((date.start, date.end), date) for date in holder.timexes)

    @property
    def claims(self) -> list[Claim]:
        """Its claims, in the order of the text."""
        return sorted(self._claims.values(), key=extent)

    @property
    def numbers(self) -> Iterable[QuantityRecord]:
        """Its numbers, inside claims and outside."""
        return self._numbers.values()

    @property
    def dates(self) -> Iterable[TimexRecord]:
        """Its time expressions, inside claims and outside."""
        return self._dates.values()

    def sentences(self) -> list[tuple[int, str]]:
        """The sentences of the claims with their offsets, in order, without overlap: all we know of a text not given."""
        known: list[tuple[int, str]] = []
        behind = 0
        for span in sorted(
            (claim.sentences for claim in self.claims), key=lambda span: (span.start, -span.end)
        ):
            new = span.text[max(behind - span.start, 0) :]
            if len(span.text) != span.end - span.start or not new.strip():
                continue
            if known and span.start - behind <= _WHITE_SPACE:
                known[-1] = (known[-1][0], known[-1][1] + " " * max(span.start - behind, 0) + new)
            else:
                known.append((span.start, new))
            behind = max(behind, span.end)
        return known


def gather(records: Iterable[ArticleRecord | ClaimRecord]) -> Iterable[Gathered]:
    """The articles of the records, in the order of their first."""
    gathered: dict[tuple[str, str], Gathered] = {}
    for record in records:
        key = (record.article.id, record.article.sha256)
        gathered.setdefault(key, Gathered(record.article)).add(record)
    return gathered.values()


def extent(claim: Claim) -> tuple[int, int]:
    """From the content's first code point to behind its last."""
    starts, ends = [span.start for span in claim.content], [span.end for span in claim.content]
    return min(starts, default=0), max(ends, default=0)
