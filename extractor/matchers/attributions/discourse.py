"""Who speaks where: verbs that attribute on their own, quotations that are speech, and the verb that owns each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.annotations import Cue
from extractor.language.cues import CueLexicon
from extractor.language.frames import FrameWords
from extractor.language.pronouns import Pronouns
from extractor.language.resources import Resources
from extractor.matchers.attributions import quote_marks, turns
from extractor.text.parsed import Parsed
from extractor.text.ranges import Range, sums

_NAME = "(name)"
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_NAMED_POS = frozenset({"NOUN", "ADJ", "X", "INTJ"})
_LONG_QUOTATION = 3
"""Words from which a quotation is speech rather than a scare quote or a title."""
_SHORT_WORD = 4
"""Letters up to which a title writes its small words small: "from", "with"."""
_SENTENCE_ENDS = frozenset(",.!?…—")
_NEAREST_QUOTES = 4
"""Quotations on either side of a cue that are looked at in a paragraph of more than twice as many; of 840 articles none holds
more than six."""
_LONGEST_PARAGRAPH = 160
"""Tokens from which a block is taken for several paragraphs that a feed has run together."""
_NEAR_SENTENCES = 2
"""Sentences on either side of a cue that stand for its paragraph there: most paragraphs of news hold no more than three."""
_FARTHEST_OWNER = 200
"""Tokens from a quotation within which the verb that owns it is looked for."""
_ELSEWHERE = 8
"""Tokens by which a verb of another sentence counts as farther from a quotation."""


@dataclass(frozen=True, slots=True)
class DiscourseWords:
    """What a language tells of its voices.

    Attributes:
        strong: Lemmas of the verbs that attribute on their own, wherever the content stands.
        relative: Pronouns for the noun before them.
        frames: What belongs to cue, source or content.
    """

    strong: frozenset[str]
    relative: frozenset[str]
    frames: FrameWords

    @classmethod
    def read(cls, resources: Resources) -> DiscourseWords:
        """The words of a language."""
        classes = resources.lexicon(CueLexicon).classes.values()
        return cls(
            strong=frozenset(verb for words in classes if words.strong for verb in words.verbs),
            relative=resources.lexicon(Pronouns).relative.forms,
            frames=resources.lexicon(FrameWords),
        )


class Discourse(Parsed):
    """A parsed article, its columns shared, and what the attributions decide about its voices.

    Attributes:
        frames: Words that belong to cue, source or content.
        shown: Lower-case words, names as "(name)"; ``shown_lemma`` the same of lemmas.
        is_strong: Whether each token is a verb that attributes on its own, outside of quotations.
        speech: For each quotation whether it is speech.
        speech_of: Number of the quotation of each token that is speech, -1 outside.
        phrases: Token range of each prepositional cue ("according to"), in order; ``phrase_starts`` their first tokens.
    """

    def __init__(self, parsed: Parsed, cues: Sequence[Cue], words: DiscourseWords) -> None:
        vars(self).update(vars(parsed))
        self.frames, self.relative_pronouns = words.frames, words.relative
        names = [self._is_name(token) for token in range(self.size)]
        self.shown = [_NAME if name else w for name, w in zip(names, self.lower, strict=True)]
        self.shown_lemma = [_NAME if name else w for name, w in zip(names, self.lemma, strict=True)]
        self.is_strong = [
            pos == "VERB" and lemma in words.strong and quote < 0
            for pos, lemma, quote in zip(self.pos, self.lemma, self.quote_of, strict=True)
        ]
        self.strong_before = sums(self.is_strong)
        self.speech = [self._is_speech(number) for number in range(len(self.quotes))]
        self.speech_of = [number if number >= 0 and self.speech[number] else -1 for number in self.quote_of]
        self.phrases = [self.tokens_in(cue.span) for cue in cues if cue.form == "preposition"]
        self.phrase_starts = {start for start, _ in self.phrases}

    def _is_name(self, token: int) -> bool:
        """Names are shown to the weights as names: nothing is learned about a particular person or place.

        The tagger takes some surnames for common nouns ("Brooks", "Sanders"), which the entity recogniser knows.
        """
        pos = self.pos[token]
        if pos == "PROPN":
            return True
        return pos in _NAMED_POS and self.entity[token] in _NAMED and self.word[token][0].isupper()

    def _is_speech(self, number: int) -> bool:
        """Whether a quotation is more than a scare quote or a title: some words, or a sentence of its own ("We lost,")."""
        inner, (start, end) = self.quotations[number].inner, self.quotes[number]
        words = self.text[inner.start : inner.end].strip()
        long = self.words_before[end] - self.words_before[start] >= _LONG_QUOTATION
        if words[-1:] in _SENTENCE_ENDS:
            return long or words[:1].isupper()
        return long and not _is_title(words)

    @cached_property
    def owner_of_quote(self) -> list[int]:
        """For each quotation the strong verb of its block that stands nearest, one of its sentence first; -1 without one."""
        return [self._owner(quote) for quote in self.quotes]

    def _owner(self, quote: Range) -> int:
        start, end = quote
        low, high = self.blocks[self.block_of[start]]
        sentences = {self.sentence_of[start], self.sentence_of[end - 1]}
        near = (
            (
                (start - t if t < start else t - end + 1)
                + (0 if self.sentence_of[t] in sentences else _ELSEWHERE),
                t,
            )
            for t in range(max(low, start - _FARTHEST_OWNER), min(high, end + _FARTHEST_OWNER))
            if self.is_strong[t]
        )
        return min(near, default=(0, -1))[1]

    @cached_property
    def quote_opens(self) -> list[str]:
        """How each quotation joins what stands before it, see `quote_marks.opening`."""
        return [quote_marks.opening(self, number) for number in range(len(self.quotes))]

    @cached_property
    def quote_closes(self) -> list[str]:
        """How each quotation ends, see `quote_marks.closing`."""
        return [quote_marks.closing(self, number) for number in range(len(self.quotes))]

    def stands_alone(self, number: int) -> bool:
        """Whether a quotation is sentences of its own, led to no cue by its marks: it goes on with what was said before."""
        return self.quote_opens[number] in ("block", "sentence") and self.quote_closes[number] == "stop"

    @cached_property
    def turns(self) -> list[int]:
        """How many paragraphs open with the label of each, as the speakers of a transcript do: "RUIZ: …"; 0 for one without."""
        return turns.of_blocks(self)

    @cached_property
    def labelled(self) -> int:
        """How many paragraphs open with any label: a text of turns has many."""
        return sum(times > 0 for times in self.turns)

    def paragraph(self, token: int) -> Range:
        """The block of a token, or what would be its paragraph in a block of very many: the sentences around it."""
        start, end = self.blocks[self.block_of[token]]
        if end - start <= _LONGEST_PARAGRAPH:
            return start, end
        low, high = self.sentence[token]
        for _ in range(_NEAR_SENTENCES):
            low = self.sentence[low - 1][0] if low > start else low
            high = self.sentence[high][1] if high < end else high
        return max(low, start), min(high, end)

    def quotes_near(self, token: int) -> list[int]:
        """The quotations of a token's paragraph, in one of very many the nearest ones on either side."""
        low, high = self.paragraph(token)
        numbers = self.quotes_in_block[self.block_of[token]]
        first = bisect_right(numbers, low, key=lambda number: self.quotes[number][1])
        numbers = numbers[first : bisect_left(numbers, high, key=lambda number: self.quotes[number][0])]
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


def _is_title(words: str) -> bool:
    """Whether words are written as the name of a work is: "The Long Road to the Sea"."""
    long = [word for word in words.split() if len(word) > _SHORT_WORD]
    capital = all(word[0].isupper() or not word[0].isalpha() for word in long)
    return words[:1].isupper() and capital and not words.isupper()
