"""Blocks of layout: which lines are headline, subhead, byline, caption, bullet or paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import lru_cache

from extractor.annotations import Block, BlockKind, Span
from extractor.language.layout import LayoutWords
from extractor.language.rules import alternation, fill
from extractor.text.layout.boilerplate import Boilerplate
from extractor.text.layout.heads import HeadReader

_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"”’'»)\]]*$|[\"”»]$")
_TAIL = 16
"""Characters in which a line may end its sentence: a joined paragraph is not searched anew for each of its lines."""
_BULLET = re.compile(r"[ \t]*(?:[-•*–·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?=\S)")
_BYLINE = re.compile(
    r"(?:By (?=[A-Z])|by (?=(?:[A-Z][\w’'-]+ ?){2,4}$))(?P<author>[^\n.!?]{3,80}?)(?: (?:at|in) [A-Z][^\n.!?]*)?"
)
_CAPTION = r"(?i:\(?(?:{openings})[ \t]*[:–—]\s)|[^\n]*\((?i:{credits})[ \t]*[:/][^()\n]{2,60}\)$"
_SUBHEAD_WORDS = 14
_HEADLINE_WORDS = 30
_WRAPPED = range(45, 101)
"""Line lengths of hard-wrapped prose; only there is a line break inside a paragraph no border."""


class BlockFinder:
    """Cuts a text into blocks.

    Attributes:
        find: The blocks in order; bylines and head fields may follow a headline. Those of the last text are kept, as headline,
            author and blocks of an article are asked for one after the other.
    """

    def __init__(self, heads: HeadReader, words: LayoutWords) -> None:
        self._heads = heads
        captions = words.captions
        openings, credits = alternation(captions.openings), alternation(captions.credits)
        self._caption = re.compile(fill(_CAPTION, {"openings": openings, "credits": credits}))
        self._boilerplate = Boilerplate(words)
        self._labels = words.labels.texts
        self.find: Callable[[str], tuple[Block, ...]] = lru_cache(maxsize=1)(self._find)

    def _find(self, text: str) -> tuple[Block, ...]:
        head = self._heads.read(text)
        blocks = [Block(span, "head") for span in head.spans]
        position = (
            head.spans[0].end
            if head.spans and head.spans[0].end < _line_end(text, head.spans[0].start)
            else 0
        )
        taken = {span.start for span in head.spans}
        story = False
        for paragraph in _paragraphs(text, position):
            for line in _lines(text, paragraph, taken):
                if line.start in taken:
                    continue
                found = self._line(text, line, story, alone=line == paragraph)
                story = story or found[-1].kind not in ("headline", "byline")
                blocks += found
        return tuple(sorted(blocks, key=lambda block: block.span))

    def headline(self, text: str) -> str | None:
        """The headline on the first line of a text, labels such as "PRESS RELEASE" left out, if the layout shows one."""
        blocks = [block for block in self.find(text) if block.kind != "head"]
        lines = [text[block.span.start : block.span.end] for block in blocks]
        first = next((n for n, line in enumerate(lines) if line.lower() not in self._labels), len(lines))
        if first + 1 >= len(blocks) or blocks[first].kind != "headline":
            return None
        return lines[first]

    def author(self, text: str) -> str | None:
        """Who wrote the article, by the first byline of a text: "By Jo Smith in Brussels"."""
        for block in self.find(text):
            if block.kind == "byline" and (
                byline := _BYLINE.fullmatch(text, block.span.start, block.span.end)
            ):
                return byline["author"]
        return None

    def _line(self, text: str, line: Span, story: bool, alone: bool) -> list[Block]:
        written = text[line.start : line.end]
        dateline = self._heads.dateline(text, line.start, line.end)
        if dateline:
            rest = _stripped(text, dateline.end, line.end)
            return [Block(dateline, "dateline"), *([Block(rest, "paragraph")] if rest else [])]
        return [Block(line, self._kind(written, story))]

    def _kind(self, written: str, story: bool) -> BlockKind:
        if boilerplate := self._boilerplate.kind_of(written):
            return boilerplate
        if _BULLET.match(written):
            return "bullet"
        if self._caption.match(written):
            return "caption"
        words = len(written.split())
        if _BYLINE.fullmatch(written) and words <= 12:
            return "byline"
        if not _ENDS_SENTENCE.search(written):
            if not story and words <= _HEADLINE_WORDS:
                return "headline"
            if words <= _SUBHEAD_WORDS:
                return "subhead"
        return "paragraph"


def _paragraphs(text: str, position: int) -> list[Span]:
    """Runs of lines without an empty line between them."""
    found = []
    for match in re.compile(r"\S(?:[^\n]|\n(?=[^\S\n]*\S))*").finditer(text, position):
        span = _stripped(text, match.start(), match.end())
        if span:
            found.append(span)
    return found


def _lines(text: str, paragraph: Span, taken: Container[int]) -> list[Span]:
    """The lines of a paragraph; the paragraph itself where its prose is hard-wrapped."""
    pieces = [
        (m.start(), m.end()) for m in re.compile(r"[^\n]+").finditer(text, paragraph.start, paragraph.end)
    ]
    lines = [span for start, end in pieces if (span := _stripped(text, start, end))]
    return [paragraph] if _wrapped(text, lines) else _joined(text, lines, taken)


def _joined(text: str, lines: list[Span], taken: Container[int]) -> list[Span]:
    """The lines, those joined that break off within a sentence: the next goes on in small letters, "… will reopen / in May, …".

    Args:
        text: The article text.
        lines: Of a paragraph.
        taken: Where lines of the head begin.
    """
    found = lines[:1]
    for line in lines[1:]:
        if _goes_on(text, found[-1], line) and line.start not in taken and found[-1].start not in taken:
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _goes_on(text: str, line: Span, following: Span) -> bool:
    if not text[following.start].islower() or _ENDS_SENTENCE.search(
        text, max(line.start, line.end - _TAIL), line.end
    ):
        return False
    return not any(shape.match(text, following.start, following.end) for shape in (_BULLET, _BYLINE))


def _wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 2 or any(line.end - line.start not in _WRAPPED for line in lines[:-1]):
        return False
    return any(text[line.start].islower() for line in lines[1:]) and not any(
        _BULLET.match(text, line.start) for line in lines
    )


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
