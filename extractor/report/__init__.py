"""Records → one self-contained HTML page for people: the marked articles and the table of their claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.records import ArticleRecord, ClaimRecord
from extractor.report.render import render
from extractor.report.view import view_of

__all__ = ["report"]


def report(
    records: Iterable[ArticleRecord | ClaimRecord], texts: Mapping[str, str], title: str | None = None
) -> bytes:
    """The page, in UTF-8.

    Args:
        records: Of either layout, in any mixture.
        texts: Article texts by the SHA-256 of their records. An article without one shows the sentences of its claims.
        title: The page's heading; by default the article's title, or how many articles there are.
    """
    return render(view_of(records, texts, title))
