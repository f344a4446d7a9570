"""Records → one self-contained HTML page for people: the marked articles and the table of their claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.records import ArticleRecord, ClaimRecord
from extractor.report.render import render
from extractor.report.view import NO_DESK, Desk, view_of

__all__ = ["Desk", "report"]


def report(
    records: Iterable[ArticleRecord | ClaimRecord],
    texts: Mapping[str, str],
    title: str | None = None,
    desk: Desk = NO_DESK,
) -> bytes:
    """The page, in UTF-8.

    Args:
        records: Of either layout, in any mixture.
        texts: Article texts by the SHA-256 of their records. An article without one shows the sentences of its claims.
        title: The page's heading; by default the article's title, or how many articles there are.
        desk: What is known beyond the articles: which claims say the same, what is speech, who reviews.
    """
    return render(view_of(records, texts, title, desk))
