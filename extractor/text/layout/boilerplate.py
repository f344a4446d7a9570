"""Boilerplate: lines around a story that are no part of it, known by phrases; and texts of which nothing else is left."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import get_args

from extractor.annotations import BOILERPLATE, Block, BoilerplateKind
from extractor.language.layout import LayoutWords
from extractor.language.rules import alternation

NO_ARTICLE = "page-is-no-article"
"""Flag: there is nothing in the text but notices, links and headings."""
PARAGRAPHS_LOST = "paragraphs-lost"
"""Flag: a paragraph is so long that the borders between paragraphs must have been lost on the way."""

_LONGEST = 60
"""Words of a line of boilerplate; a longer one is prose that speaks of cookies or of copyright."""
_LONG_PARAGRAPH = 250
"""Words; of 20,000 paragraphs of news none that its writer ended has as many."""
_QUOTE = re.compile(r"[\"“”«»]")
_SIGNS = "[]()*_ -–—•|>.:!…"
_PROSE = frozenset({"paragraph", "bullet"})


class Boilerplate:
    """Knows the lines by the phrases of ``lexicons/structure.toml``."""

    def __init__(self, words: LayoutWords) -> None:
        self._links = re.compile(rf"(?i)[\[(*_ ]*(?:{alternation(words.links)})[ \t]*[:–—|>»-]")
        kinds: tuple[BoilerplateKind, ...] = get_args(BoilerplateKind)
        listed = [(kind, getattr(words.boilerplate, kind)) for kind in kinds]
        self._lines = {line: kind for kind, phrases in listed for line in phrases.lines}
        self._opens = {kind: _phrases(phrases.opens) for kind, phrases in listed}
        self._holds = {kind: _phrases(phrases.holds) for kind, phrases in listed}

    def kind_of(self, line: str) -> BoilerplateKind | None:
        """What kind of boilerplate a line, or a paragraph, is; None for one of the story."""
        if self._links.match(line):
            return "furniture"
        if len(line.split(maxsplit=_LONGEST)) > _LONGEST:
            return None
        lower = line.lower()
        start = lower.lstrip(_SIGNS)
        if alone := self._lines.get(start.rstrip(_SIGNS)):
            return alone
        if opened := _first(self._opens, start) or _first(self._opens, lower):
            return opened
        return None if _QUOTE.search(line) else _first(self._holds, lower, anywhere=True)


def remarks(text: str, blocks: Sequence[Block]) -> list[str]:
    """What there is to remark about a text as a whole, as flags of its record."""
    kinds = {block.kind for block in blocks}
    found = [NO_ARTICLE] if kinds & BOILERPLATE and not kinds & _PROSE else []
    longest = max((block for block in blocks if block.kind == "paragraph"), key=_length, default=None)
    if longest and len(text[longest.span.start : longest.span.end].split()) >= _LONG_PARAGRAPH:
        found.append(PARAGRAPHS_LOST)
    return found


def _first(
    phrases: Mapping[BoilerplateKind, re.Pattern[str]], line: str, *, anywhere: bool = False
) -> BoilerplateKind | None:
    """The kind of the first phrase that a line begins with, or holds."""
    found = (kind for kind, phrase in phrases.items() if (phrase.search if anywhere else phrase.match)(line))
    return next(found, None)


def _phrases(listed: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases, as whole words, written with either apostrophe."""
    return re.compile("|".join(map(_phrase, sorted(listed, key=len, reverse=True))) or r"(?!)")


def _phrase(listed: str) -> str:
    """A phrase as a pattern: "(c) 20" may go on with digits, no other with a letter or digit."""
    before = r"(?<!\w)" if listed[0].isalnum() else ""
    after = r"(?![^\W\d])" if listed[-1].isdigit() else r"(?!\w)" if listed[-1].isalpha() else ""
    return before + re.escape(listed).replace("'", "['’]") + after


def _length(block: Block) -> int:
    return block.span.end - block.span.start
