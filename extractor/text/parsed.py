"""One parsed article: parse, entities, layout and quotations as flat columns, read from the Doc once.

Every matcher asks it in one idiom: a column by the index of a token, ``parsed.lemma[token]``; token ranges are half-open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.annotations import BOILERPLATE, Block, Quotation, Span
from extractor.text.columns import heads_of, numbers_of, offsets_of, strings_of, text_of
from extractor.text.ranges import Range, Ranges, sums, union

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_BEGINS = 3
"""ENT_IOB of the first token of an entity."""
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HEADLINES = frozenset({"headline", "subhead"})
_LONGEST_HEADLINE = 20
"""Tokens of a first block that may be an unmarked headline."""
_NO_STORY = frozenset({"head", "dateline", "byline"}) | BOILERPLATE
_MANY = 40
_NONE: tuple[int, ...] = ()
_OPENING_MARKS = frozenset("\"“„«‘'")


class Parsed:
    """What is known of an article's tokens, by index; ``*_before`` lists are prefix sums (how many tokens before an index).

    Attributes:
        doc: The parse the columns were read from.
        text: The article text.
        size: How many tokens it has.
        word: Every token as written.
        lower: In lower case.
        lemma: Its lemma in lower case.
        pos: Universal part of speech.
        tag: Penn tag.
        dep: Dependency label.
        entity: Label of the named entity it belongs to, "" outside.
        begins_entity: Whether it is the first of its entity.
        closed_class: Whether it is a function word.
        is_number: Whether it is a number, in figures or words.
        head: Index of its head, its own for a root.
        children: Indices of its children in text order.
        left: First token of the phrase it heads.
        right: The token behind that phrase.
        start: Offset of its first character.
        end: Offset behind its last character.
        is_word: Whether it holds a letter or digit.
        sentence_of: Number of its sentence.
        sentence: Token range of its sentence.
        blocks: Token range of each block of layout.
        block_kinds: What each block is.
        block_of: Number of its block.
        quotations: The quotations that hold a token, in order.
        quotes: Token range of each, marks inside.
        quote_of: Number of its quotation, -1 outside.
    """

    def __init__(
        self,
        doc: Doc,
        blocks: Sequence[Block] = (),
        quotations: Sequence[Quotation] = (),
        text: str | None = None,
    ) -> None:
        self.doc = doc
        self.text = text_of(doc) if text is None else text
        self.size = len(doc)
        self.word, self.lower, lemmas, self.pos, self.tag, self.dep, self.entity = strings_of(doc, *_COLUMNS)
        self.lemma = _lowered(lemmas)
        begins, stops, numbers, starts = numbers_of(doc, "ENT_IOB", "IS_STOP", "LIKE_NUM", "SENT_START")
        self.begins_entity: list[bool] = (begins == _BEGINS).tolist()
        self.closed_class: list[bool] = stops.astype(bool).tolist()
        self.is_number: list[bool] = numbers.astype(bool).tolist()
        self.head = heads_of(doc)
        self.children = _children(self.head)
        self.left = _farthest(self.head, range(self.size))
        self.right = [last + 1 for last in _farthest(self.head, range(self.size - 1, -1, -1))]
        self.start = offsets_of(doc)
        self.end = [start + len(word) for start, word in zip(self.start, self.word, strict=True)]
        words = {word for word in set(self.word) if any(map(str.isalnum, word))}
        self.is_word = [word in words for word in self.word]
        opens = starts == 1
        opens[:1] = False
        self.sentence_of: list[int] = opens.cumsum().tolist()
        self.sentence = _spread([0, *opens.nonzero()[0].tolist(), self.size])
        self._lay_out(blocks)
        self._set_in(quotations)
        self.words_before = sums(self.is_word)
        self.finite_before = sums(tag in _FINITE_TAGS for tag in self.tag)

    def _lay_out(self, blocks: Sequence[Block]) -> None:
        starts = [self.token_at(block.span.start) for block in blocks] or [0]
        self.block_kinds = [block.kind for block in blocks] or ["paragraph"]
        self.block_of = [max(0, bisect_right(starts, token) - 1) for token in range(self.size)]
        self.blocks: list[Range] = list(pairwise([*starts, self.size]))

    def _set_in(self, quotations: Sequence[Quotation]) -> None:
        self.quotes: list[Range] = []
        self.quotations: list[Quotation] = []
        self.quote_of = [-1] * self.size
        for quotation in quotations:
            start, end = self.tokens_in(quotation.span)
            if start < end:
                self.quote_of[start:end] = [len(self.quotes)] * (end - start)
                self.quotes.append((start, end))
                self.quotations.append(quotation)
        self.quotes_in_block: list[list[int]] = [[] for _ in self.blocks]
        for number, (start, _) in enumerate(self.quotes):
            self.quotes_in_block[self.block_of[start]].append(number)
        self.marked_before = sums(quote >= 0 for quote in self.quote_of)
        self.quoted_before = sums(w and q >= 0 for w, q in zip(self.is_word, self.quote_of, strict=True))

    @cached_property
    def in_story(self) -> list[bool]:
        """Whether each token stands in the story rather than in what is set around it."""
        return [self.block_kinds[block] not in _NO_STORY for block in self.block_of]

    @cached_property
    def in_headline(self) -> list[bool]:
        """Whether each token stands in a headline; many texts open with theirs, marked by nothing."""
        shown = {number for number, kind in enumerate(self.block_kinds) if kind in _HEADLINES}
        if len(self.blocks) > 1 and self.blocks[0][1] <= _LONGEST_HEADLINE:
            shown.add(0)
        return [block in shown for block in self.block_of]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word as written: what is there in small letters too is a common word."""
        return frozenset(self.word)

    @cached_property
    def trimmed_quotes(self) -> list[Range]:
        """The token range of each quotation without its outer punctuation; (0, 0) of one without words."""
        return [(0, 0) if self.no_words(*quote) else self.trimmed((quote,))[0] for quote in self.quotes]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after a character."""
        return bisect_left(self.start, offset)

    def token_of(self, offset: int) -> int:
        """The token that holds a character; -1 before the first."""
        return bisect_right(self.start, offset) - 1

    def children_near(self, token: int) -> Sequence[int]:
        """The first children of a token: noise gives one any number of them."""
        return self.children[token][:_MANY]

    def tokens_in(self, span: Span) -> Range:
        """The tokens that lie inside a stretch of the text."""
        start = self.token_at(span.start)
        return start, max(start, bisect_right(self.end, span.end))

    def tokens_touching(self, span: Span) -> Range:
        """The tokens that share a character with a stretch of the text."""
        start = bisect_right(self.end, span.start)
        return start, max(start, bisect_left(self.start, span.end))

    def root(self, start: int, end: int) -> int:
        """The first token of a range that hangs on none of its other tokens."""
        return next(
            token
            for token in range(start, end)
            if self.head[token] == token or not start <= self.head[token] < end
        )

    def subtree(self, token: int) -> Range:
        """The phrase a token heads."""
        return self.left[token], self.right[token]

    def child(self, token: int, *deps: str) -> int:
        """The first child of a token with one of the dependency labels; -1 without one."""
        for child in self.children[token]:
            if self.dep[child] in deps:
                return child
        return -1

    def children_with(self, token: int, deps: frozenset[str]) -> list[int]:
        """The children of a token that bear one of the dependency labels, in text order."""
        return [child for child in self.children[token] if self.dep[child] in deps]

    def objects(self, preposition: int) -> list[int]:
        """What a preposition governs."""
        return [child for child in self.children[preposition] if self.dep[child] == "pobj"]

    def opens_sentence(self, token: int) -> bool:
        """Whether a token is the first word of its sentence or quotation mark, where a capital tells nothing."""
        first = token
        while first > self.sentence[token][0] and self.word[first - 1] in _OPENING_MARKS:
            first -= 1
        return first == self.sentence[token][0]

    def quoted(self, token: int) -> bool:
        """Whether a token lies inside a quotation."""
        return self.quote_of[token] >= 0

    def unquoted(self, start: int, end: int) -> int:
        """How many words of a stretch stand outside of quotation marks."""
        if start >= end:
            return 0
        words = self.words_before[end] - self.words_before[start]
        return words - self.quoted_before[end] + self.quoted_before[start]

    def no_words(self, start: int, end: int) -> bool:
        """Whether a stretch of tokens is punctuation only."""
        return start >= end or self.words_before[start] == self.words_before[end]

    def trimmed(self, ranges: Ranges) -> Ranges:
        """The ranges without punctuation at their outer edges; quotation marks stay with their quotation."""
        pieces = [piece for start, end in ranges if (piece := self._trimmed(start, end))]
        return tuple(pieces)

    def _trimmed(self, start: int, end: int) -> Range | None:
        while start < end and not self.is_word[end - 1] and self.quote_of[end - 1] < 0:
            end -= 1
        while start < end and not self.is_word[start] and self.quote_of[start] < 0:
            start += 1
        return (start, end) if start < end else None

    def with_marks(self, ranges: Ranges) -> Ranges:
        """The ranges with the quotation marks of every quotation whose words they hold whole."""
        grown = []
        for start, end in ranges:
            for number in {self.quote_of[start], self.quote_of[end - 1]} - {-1}:
                low, high = self.quotes[number]
                if self.no_words(low, start) and self.no_words(end, high):
                    start, end = min(start, low), max(end, high)
            grown.append((start, end))
        return union(grown)

    def text_of(self, tokens: Range) -> str:
        """The surface of a range of tokens."""
        return self.text[self.start[tokens[0]] : self.end[tokens[1] - 1]]

    def words_of(self, start: int, end: int) -> str:
        """The surface of a range of tokens, white space made single."""
        return " ".join(self.text_of((start, end)).split())

    def span(self, start: int, end: int) -> Span:
        """A range of tokens as a stretch of the text."""
        return Span(self.start[start], self.end[end - 1])

    def spans(self, ranges: Ranges) -> tuple[Span, ...]:
        """The ranges as stretches of the text."""
        return tuple(self.span(start, end) for start, end in ranges)


def _children(heads: list[int]) -> list[Sequence[int]]:
    """The children of each token in text order; most tokens have none, and share one empty tuple."""
    children: dict[int, list[int]] = {}
    for token, head in enumerate(heads):
        if head != token:
            children.setdefault(head, []).append(token)
    return [children.get(token, _NONE) for token in range(len(heads))]


def _farthest(heads: list[int], order: range) -> list[int]:
    """The first token in an order that each token's phrase holds: its left edge in text order, its right edge in the reverse."""
    edge = [-1] * len(heads)
    for token in order:
        above = token
        while edge[above] < 0:
            edge[above] = token
            above = heads[above]
    return edge


def _lowered(column: list[str]) -> list[str]:
    known = {word: word.lower() for word in set(column)}
    return [known[word] for word in column]


def _spread(borders: list[int]) -> list[Range]:
    """For each token the range between two borders that it lies in."""
    return [border for border in pairwise(borders) for _ in range(*border)]
