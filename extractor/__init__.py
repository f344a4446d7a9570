"""Claims out of news articles: who said what, with which numbers and dates, reported by whom, and where.

    import extractor

    record = extractor.load().extract("…", published="2023-07-31")
    for claim in record.claims:
        …

Importing the package is cheap: spaCy and the records load when a name that needs them is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from extractor import version

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.errors import ExtractorError
    from extractor.pipeline import Extractor, load
    from extractor.records import ArticleRecord
    from extractor.writers.frames import to_frame

__all__ = ["Article", "ArticleRecord", "Extractor", "ExtractorError", "load", "to_frame"]
__version__ = version.VERSION

_HOME = {
    "Article": "article",
    "ArticleRecord": "records",
    "Extractor": "pipeline",
    "ExtractorError": "errors",
    "load": "pipeline",
    "to_frame": "writers.frames",
}


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"extractor.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
