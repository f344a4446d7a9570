"""The texts of articles, found again for what shows or holds them: records do not hold the text of their articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.article import Article
from extractor.errors import InputError, PassedOver
from extractor.readers import read
from extractor.records import ArticleInfo


@dataclass(frozen=True)
class Texts:
    """Article texts that were found.

    Attributes:
        by_hash: SHA-256 of a text, as its record gives it → the text.
        missing: Articles whose text was found nowhere.
        problems: Inputs that could not be read, and files whose text is no longer the one of the record.
    """

    by_hash: dict[str, str] = field(default_factory=dict)
    missing: list[ArticleInfo] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)


def find_texts(articles: Iterable[ArticleInfo], given: Sequence[str]) -> Texts:
    """The texts of articles: those given, then those at the paths their records name.

    A text counts only when its SHA-256 is the record's: on any other text every mark would be a lie.

    Args:
        articles: Whose texts are wanted.
        given: Files and folders that hold them, under whatever names.
    """
    wanted = {article.sha256: article for article in articles}
    texts = Texts()
    for item in read(given if wanted else ()):
        if isinstance(item, PassedOver):
            continue
        if isinstance(item, InputError):
            texts.problems.append(item)
        elif item.sha256 in wanted:
            texts.by_hash[item.sha256] = item.text
    _look_at_recorded_paths(wanted, texts)
    for sha256, article in wanted.items():
        if sha256 not in texts.by_hash:
            texts.missing.append(article)
            if _is_file(article.path):
                texts.problems.append(_changed(str(article.path)))
    return texts


def _look_at_recorded_paths(wanted: dict[str, ArticleInfo], texts: Texts) -> None:
    paths = {article.path for sha256, article in wanted.items() if sha256 not in texts.by_hash}
    for path in sorted(path for path in paths if path and _is_file(path)):
        for item in read([path]):
            if isinstance(item, Article) and item.sha256 in wanted:
                texts.by_hash[item.sha256] = item.text


def _is_file(path: str | None) -> bool:
    """A record names any path it likes; a device or a pipe would keep us reading for ever."""
    try:
        return path is not None and Path(path).is_file()
    except (OSError, ValueError):  # a name too long, or with NUL
        return False


def _changed(path: str) -> InputError:
    remedy = "extract its claims again, or give the text as it was with --texts"
    return InputError("the text is not the one the claims were extracted from", where=path, remedy=remedy)
