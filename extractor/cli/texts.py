"""The texts of articles, for output formats that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.article import Article
from extractor.errors import InputError

if TYPE_CHECKING:
    from extractor.records import ArticleInfo, ArticleRecord


class PassingTexts:
    """The texts of articles on their way to their records, which come in the same order; earlier ones are forgotten."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def remembered(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles, their texts kept until the next one's is asked for."""
        for article in articles:
            self._texts[article.sha256] = article.text
            yield article

    def of(self, article: ArticleInfo) -> str:
        """The text of a record's article."""
        while (first := next(iter(self._texts))) != article.sha256:
            del self._texts[first]
        return self._texts[first]


def found_texts(
    records: Iterable[ArticleRecord], given: Sequence[str], tell: Callable[[InputError], None]
) -> tuple[list[ArticleRecord], dict[str, str]]:
    """The records whose texts are found, at the given places or their recorded paths, and the texts by their SHA-256.

    Args:
        records: Records of articles.
        given: Files and folders that hold the texts, under whatever names.
        tell: Is told of what cannot be read, and of each article left out.
    """
    from extractor.readers.texts import find_texts

    kept = list(records)
    texts = find_texts([record.article for record in kept], given) if kept else None
    if texts is None:
        return [], {}
    for problem in texts.problems:
        tell(problem)
    told = {problem.where for problem in texts.problems}
    for article in texts.missing:
        if article.path not in told:
            what = "the text of the article, which this format holds, is not there; the article is left out"
            tell(InputError(what, where=article.path or article.id, remedy="say where it is with --texts"))
    return [record for record in kept if record.article.sha256 in texts.by_hash], texts.by_hash
