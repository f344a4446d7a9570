"""Article structure: head, headline, datelines, bylines, captions, subheads, bullets and paragraphs, found before any parse.

Headlines and subheads seldom end in a full stop, so a parser glues them to the sentence that follows; datelines and one-line
heads it takes for subjects. `Structure.blocks` gives the borders that no sentence may cross.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotations import Block
from extractor.article import Article
from extractor.language.calendar import Calendar
from extractor.language.layout import LayoutWords
from extractor.language.resources import Resources
from extractor.text.layout.blocks import BlockFinder
from extractor.text.layout.heads import HeadReader

__all__ = ["Structure"]

_STOP_IN_UNIT = re.compile(r"\d[mkKCF]\.[\"”’')\]]{0,2}\s+(?=[\"“‘'(\[]{0,2}[A-Z])")
"""The tokenizer takes "m." of "… for £88m. The firm …" for one word, in which no parser sees the stop."""

_JOINED = re.compile(
    r"""(?<=[a-z]{2})[.!?…][”’)]{0,2}(?=[“‘(]?[A-Z])|(?<=[a-z]{2}[.!?…])["](?=["“A-Z])"""
    r"""|(?<=[\w.])\)(?=[A-Z][a-z]{2}|["“])|\b[A-Z]{2,} [A-Z’'-]{2,}(?=[A-Z][a-z]{2}|["“][A-Z][a-z])"""
)
"""The end of a paragraph, caption or link that a web page ran together with the next: "the war.Lind said", "GET THE APPLind"."""


class Structure:
    """Reads the layout of articles in one language."""

    def __init__(self, resources: Resources) -> None:
        words = resources.lexicon(LayoutWords)
        self._heads = HeadReader(words, resources.lexicon(Calendar))
        self._blocks = BlockFinder(self._heads, words)

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a text in order; they never overlap and leave out only white space."""
        return self._blocks.find(text)

    def sentence_starts(self, text: str, blocks: Sequence[Block]) -> list[int]:
        """Offsets at which a sentence must start: those of the blocks, and behind a stop that the tokenizer hides."""
        stops = {stop.end() for stop in _STOP_IN_UNIT.finditer(text)}
        joined = {_behind(text, border) for border in _JOINED.finditer(text)}
        return sorted({*(block.span.start for block in blocks), *stops, *joined})

    def describe(self, article: Article) -> Article:
        """The article with what its own head says wherever its metadata is silent.

        Month-day datelines give no publication date: they differ from it in half of the cases.
        """
        head = self._heads.read(article.text)
        published = article.published or head.published
        origin = article.published_from or ("metadata" if article.published else head.published_from)
        return replace(
            article,
            title=article.title or head.fields.get("title") or self._blocks.headline(article.text),
            published=published,
            published_from=origin if published else None,
            author=article.author or head.fields.get("author") or self._blocks.author(article.text),
            outlet=article.outlet or head.fields.get("outlet"),
            url=article.url or head.fields.get("url"),
        )


def _behind(text: str, border: re.Match[str]) -> int:
    """Where the next sentence starts: at a straight mark that opens a quotation, as every second one of its line does."""
    if border[0] != '"':
        return border.end()
    line = text.rfind("\n", 0, border.start()) + 1
    opens = text.count('"', line, border.start()) % 2 == 0
    return border.start() if opens else border.end()
