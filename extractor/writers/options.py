"""What a format is, and what its writer may ask for beside the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from extractor.errors import InputError
from extractor.writers.layout import Layout

if TYPE_CHECKING:
    from extractor.records import ArticleInfo, ArticleRecord

    TextOf = Callable[[ArticleInfo], str]
    """Gives the text of an article, or raises InputError."""

    Writer = Callable[[Iterable[ArticleRecord], BinaryIO, "Options"], None]


def no_text(article: ArticleInfo) -> str:
    """The texts of articles that nobody looked for.

    Raises:
        InputError: Always.
    """
    remedy = "say where the articles are with --texts"
    raise InputError("the text of the article is needed for this format", where=article.id, remedy=remedy)


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller decides.

    Attributes:
        layout: What one line of JSON Lines holds; other formats have one layout.
        text_of: Where the texts come from, for formats that hold them.
    """

    layout: Layout = Layout.CLAIM
    text_of: TextOf = no_text


@dataclass(frozen=True, slots=True)
class Format:
    """One output format.

    Attributes:
        name: That of its file in this package, in which ``write_<name>`` writes it.
        suffixes: Of files that are written in it where no format is named.
        purpose: Whom it is for.
        needs_text: Whether it holds the article's text, which records do not.
    """

    name: str
    suffixes: tuple[str, ...]
    purpose: str
    needs_text: bool = False

    def write(self, records: Iterable[ArticleRecord], out: BinaryIO, options: Options | None = None) -> None:
        """Write the records to a stream; the module of the format, and what it needs, is loaded here.

        Raises:
            InputError: When a text is needed and not there.
            ModelError: When a library of an extra is missing.
        """
        writer: Writer = getattr(import_module(f"extractor.writers.{self.name}"), f"write_{self.name}")
        writer(records, out, options or Options())
