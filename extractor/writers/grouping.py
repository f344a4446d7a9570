"""Claims of one line each → articles, the form that all other formats are written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from extractor.records import ArticleInfo, ArticleRecord, Claim, ClaimRecord, QuantityRecord, TimexRecord


def as_articles(records: Iterable[ArticleRecord | ClaimRecord]) -> Iterator[ArticleRecord]:
    """Articles as they are, and one article for each run of claims of the same article.

    Such an article knows the numbers and dates of its claims only, and no mentions.
    """
    for article, run in groupby(records, key=_article_of):
        claims: list[ClaimRecord] = []
        for record in run:
            if isinstance(record, ArticleRecord):
                yield record
            else:
                claims.append(record)
        if claims:
            yield _joined(article, claims)


def _article_of(record: ArticleRecord | ClaimRecord) -> ArticleInfo:
    return record.article


def _joined(article: ArticleInfo, claims: Sequence[ClaimRecord]) -> ArticleRecord:
    fields = Claim.model_fields
    quantities: dict[tuple[int, int], QuantityRecord] = {
        (q.start, q.end): q for claim in claims for q in claim.quantities
    }
    timexes: dict[tuple[int, int], TimexRecord] = {
        (t.start, t.end): t for claim in claims for t in claim.timexes
    }
    return ArticleRecord(
        article=article,
        claims=[Claim(**{name: getattr(claim, name) for name in fields}) for claim in claims],
        quantities=[quantities[place] for place in sorted(quantities)],
        timexes=[timexes[place] for place in sorted(timexes)],
        mentions=[],
        extractor=claims[0].extractor,
        flags=[],
    )
