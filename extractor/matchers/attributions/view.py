"""One article as flat lists: what the attribution rules ask of parse, layout and quotations, read from the Doc once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from extractor.annotations import Annotations, Quotation, Span
from extractor.columns import heads_of, offsets_of, strings_of, text_of
from extractor.matchers.attributions import quote_marks, turns
from extractor.matchers.attributions.ranges import Range, Ranges, union
from extractor.resources import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAME = "(name)"
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_NAMED_POS = frozenset({"NOUN", "ADJ", "X", "INTJ"})
_COLUMNS = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONG_QUOTATION = 3
"""Words from which a quotation is speech rather than a scare quote or a title."""
_SHORT_WORD = 4
"""Letters up to which a title writes its small words small: "from", "with"."""
_SENTENCE_ENDS = frozenset(",.!?…—")
_NEAREST_QUOTES = 4
"""Quotations on either side of a cue that are looked at in a paragraph of more than twice as many; of 840 articles none holds
more than six."""
_FARTHEST_OWNER = 200
"""Tokens from a quotation within which the verb that owns it is looked for."""
_ELSEWHERE = 8
"""Tokens by which a verb of another sentence counts as farther from a quotation."""


def strong_verbs(language: Language) -> frozenset[str]:
    """Lemmas of the verbs that attribute on their own, wherever the content stands."""
    classes = language.toml("lexicons/cues").values()
    return frozenset(verb for words in classes if words.get("strong") for verb in words["verbs"])


class View:
    """Token properties by index; ``*_before`` lists are prefix sums (how many tokens before index i have the property).

    Attributes:
        shown: Lower-case words, names as "(name)"; ``shown_lemmas`` the same of lemmas.
        quotes: Token range of each quotation, marks inside, in order.
        speech: For each quotation whether it is speech.
        quote_of: Index into ``quotes`` for each token, -1 outside; ``speech_of`` the same of speech alone.
        block_of: Index of the layout block of each token.
        sentence: Token range of each token's sentence.
        phrases: Token range of each prepositional cue ("according to"), in order; ``phrase_starts`` their first tokens.
    """

    def __init__(self, doc: Doc, found: Annotations, strong: frozenset[str]) -> None:
        self.text = text_of(doc)
        self.size = len(doc)
        self.heads = heads_of(doc)
        self.texts, self.lower, lemmas, self.pos, self.tags, self.deps, self.entity = strings_of(
            doc, *_COLUMNS
        )
        self.lemmas = [lemma.lower() for lemma in lemmas]
        names = [self._is_name(token) for token in range(self.size)]
        self.shown = [_NAME if name else w for name, w in zip(names, self.lower, strict=True)]
        self.shown_lemmas = [_NAME if name else w for name, w in zip(names, self.lemmas, strict=True)]
        self.left = _farthest(self.heads, range(self.size))
        self.right = [last + 1 for last in _farthest(self.heads, range(self.size - 1, -1, -1))]
        self.offsets = offsets_of(doc)
        self.ends = [start + len(text) for start, text in zip(self.offsets, self.texts, strict=True)]
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        for token, head in enumerate(self.heads):
            if head != token:
                self.children[head].append(token)
        self.sentence: list[Range] = []
        for sentence in doc.sents:
            self.sentence += [(sentence.start, sentence.end)] * len(sentence)
        words = {text for text in set(self.texts) if any(map(str.isalnum, text))}
        self.is_word = [text in words for text in self.texts]
        self._lay_out(found)
        self._count(strong)
        self.phrases = [self.tokens_in(cue.span) for cue in found.cues if cue.form == "preposition"]
        self.phrase_starts = {start for start, _ in self.phrases}

    def _is_name(self, token: int) -> bool:
        """Names are shown to the weights as names: nothing is learned about a particular person or place.

        The tagger takes some surnames for common nouns ("Brooks", "Sanders"), which the entity recogniser knows.
        """
        pos = self.pos[token]
        if pos == "PROPN":
            return True
        return pos in _NAMED_POS and self.entity[token] in _NAMED and self.texts[token][0].isupper()

    def _lay_out(self, found: Annotations) -> None:
        starts = [self.token_at(block.span.start) for block in found.blocks] or [0]
        self.block_kinds = [block.kind for block in found.blocks] or ["paragraph"]
        self.block_of = [max(0, bisect_right(starts, token) - 1) for token in range(self.size)]
        self.blocks: list[Range] = list(zip(starts, [*starts[1:], self.size], strict=True))
        self.quotes: list[Range] = []
        self.quotations: list[Quotation] = []
        self.quote_of = [-1] * self.size
        for quotation in found.quotations:
            start, end = self.tokens_in(quotation.span)
            if start < end:
                self.quote_of[start:end] = [len(self.quotes)] * (end - start)
                self.quotes.append((start, end))
                self.quotations.append(quotation)

    def _count(self, strong: frozenset[str]) -> None:
        self.strong = [
            pos == "VERB" and lemma in strong and quote < 0
            for pos, lemma, quote in zip(self.pos, self.lemmas, self.quote_of, strict=True)
        ]
        self.words_before = _sums(self.is_word)
        self.marked_before = _sums(quote >= 0 for quote in self.quote_of)
        self.quoted_before = _sums(w and q >= 0 for w, q in zip(self.is_word, self.quote_of, strict=True))
        self.strong_before = _sums(self.strong)
        self.finite_before = _sums(tag in _FINITE_TAGS for tag in self.tags)
        self.quote_words = [self.words_before[end] - self.words_before[start] for start, end in self.quotes]
        self.speech = [self._is_speech(number) for number in range(len(self.quotes))]
        self.speech_of = [number if number >= 0 and self.speech[number] else -1 for number in self.quote_of]
        self.quotes_in_block: list[list[int]] = [[] for _ in self.blocks]
        for number, (start, _) in enumerate(self.quotes):
            self.quotes_in_block[self.block_of[start]].append(number)

    @cached_property
    def owner_of_quote(self) -> list[int]:
        """For each quotation the strong verb of its block that stands nearest, one of its sentence first; -1 without one."""
        owners = []
        for start, end in self.quotes:
            low, high = self.blocks[self.block_of[start]]
            low, high = max(low, start - _FARTHEST_OWNER), min(high, end + _FARTHEST_OWNER)
            sentences = {self.sentence[start], self.sentence[end - 1]}
            best = min(
                (
                    (
                        (start - t if t < start else t - end + 1)
                        + (0 if self.sentence[t] in sentences else _ELSEWHERE),
                        t,
                    )
                    for t in range(low, high)
                    if self.strong[t]
                ),
                default=(0, -1),
            )
            owners.append(best[1])
        return owners

    def _is_speech(self, number: int) -> bool:
        """Whether a quotation is more than a scare quote or a title: some words, or a sentence of its own ("We lost,")."""
        inner = self.quotations[number].inner
        words = self.text[inner.start : inner.end].strip()
        long = self.quote_words[number] >= _LONG_QUOTATION
        if words[-1:] in _SENTENCE_ENDS:
            return long or words[:1].isupper()
        return long and not _is_title(words)

    @cached_property
    def trimmed_quotes(self) -> list[Range]:
        """The token range of each quotation without its outer punctuation; (0, 0) of one without words."""
        return [
            self.trimmed((quote,))[0] if words else (0, 0)
            for quote, words in zip(self.quotes, self.quote_words, strict=True)
        ]

    @cached_property
    def quote_opens(self) -> list[str]:
        """How each quotation joins what stands before it, see `quote_marks.opening`."""
        return [quote_marks.opening(self, number) for number in range(len(self.quotes))]

    @cached_property
    def quote_closes(self) -> list[str]:
        """How each quotation ends, see `quote_marks.closing`."""
        return [quote_marks.closing(self, number) for number in range(len(self.quotes))]

    def unquoted(self, start: int, end: int) -> int:
        """How many words of a stretch stand outside of quotation marks."""
        if start >= end:
            return 0
        words = self.words_before[end] - self.words_before[start]
        return words - self.quoted_before[end] + self.quoted_before[start]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after a character."""
        index = bisect_right(self.offsets, offset - 1)
        return index if index < self.size else self.size

    def tokens_in(self, span: Span) -> Range:
        """The tokens that lie inside a stretch of the text."""
        start = self.token_at(span.start)
        end = bisect_right(self.ends, span.end)
        return start, max(start, end)

    def subtree(self, token: int) -> Range:
        """The phrase a token heads."""
        return self.left[token], self.right[token]

    def children_with(self, token: int, deps: frozenset[str]) -> list[int]:
        """The children of a token that bear one of the dependency labels, in text order."""
        return [child for child in self.children[token] if self.deps[child] in deps]

    def quoted(self, token: int) -> bool:
        """Whether a token lies inside a quotation."""
        return self.quote_of[token] >= 0

    @cached_property
    def turns(self) -> list[int]:
        """How many paragraphs open with the label of each, as the speakers of a transcript do: "RUIZ: …"; 0 for one without."""
        return turns.of_blocks(self)

    def quotes_near(self, token: int) -> list[int]:
        """The quotations of a token's block, in a block of very many the nearest ones on either side."""
        numbers = self.quotes_in_block[self.block_of[token]]
        if len(numbers) <= 2 * _NEAREST_QUOTES:
            return numbers
        place = bisect_right(numbers, token, key=lambda number: self.quotes[number][0])
        return numbers[max(0, place - _NEAREST_QUOTES) : place + _NEAREST_QUOTES]

    def quotes_from(self, start: int, end: int) -> range:
        """The quotations that begin in a stretch of tokens, the first ones where it holds very many."""
        first = bisect_left(self.quotes, (start,))
        return range(first, min(bisect_left(self.quotes, (end,)), first + 2 * _NEAREST_QUOTES))

    def speech_among(self, numbers: list[int]) -> list[int]:
        """The quotations that are speech; all of them when none is."""
        return [n for n in numbers if self.speech[n]] or numbers

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

    def no_words(self, start: int, end: int) -> bool:
        """Whether a stretch of tokens is punctuation only."""
        return start >= end or self.words_before[start] == self.words_before[end]

    def text_of(self, tokens: Range) -> str:
        """The surface of a range of tokens."""
        return self.text[self.offsets[tokens[0]] : self.ends[tokens[1] - 1]]

    def spans(self, ranges: Ranges) -> tuple[Span, ...]:
        """The ranges as stretches of the text."""
        return tuple(Span(self.offsets[start], self.ends[end - 1]) for start, end in ranges)


def _is_title(words: str) -> bool:
    """Whether words are written as the name of a work is: "The Long Road to the Sea"."""
    long = [word for word in words.split() if len(word) > _SHORT_WORD]
    capital = all(word[0].isupper() or not word[0].isalpha() for word in long)
    return words[:1].isupper() and capital and not words.isupper()


def _farthest(heads: list[int], order: range) -> list[int]:
    """The first token in an order that each token's phrase holds: its left edge in text order, its right edge in the reverse."""
    edge = [-1] * len(heads)
    for token in order:
        above = token
        while edge[above] < 0:
            edge[above] = token
            above = heads[above]
    return edge


def _sums(flags: Iterable[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))
