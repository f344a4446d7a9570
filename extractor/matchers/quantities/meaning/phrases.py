"""Noun phrases as a reader would name them: "unemployment rate", "stake in Norbank", "claims for tractors"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from extractor.text.parsed import Parsed

NOUNS = frozenset({"NOUN", "PROPN"})
TIMES = frozenset({"DATE", "TIME"})
_MODIFIES = frozenset(
    {
        *("compound", "amod", "nmod", "poss", "nummod", "quantmod", "advmod", "punct"),
        *("case", "npadvmod", "neg", "cc", "conj", "det"),
    }
)
_LIGHT_POS = frozenset({"DET", "PUNCT", "PRON", "CCONJ", "ADV", "ADP", "PART", "SPACE"})
_DEFINITE = frozenset({"DET", "PRON", "PROPN", "NUM"})
_LONGEST = 12
_DEEP = 6
_FAR = 8
"""Tokens between a preposition and its object."""
_NESTED_LISTS = 4
_NESTED = 1
"""Prepositional phrases inside one another that still belong to the name of what is measured."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` to ``last``, both inclusive, with their head."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """Reads the phrase around a noun.

    Attributes:
        right: Prepositions whose phrase belongs to the name ("**stake in** Norbank").
        dropped: Words at its left that are no part of the name ("more", "last").
    """

    right: Collection[str]
    dropped: Collection[str]

    def __call__(
        self, parsed: Parsed, noun: int, numbers: Collection[int], least: int = 0, before: int = 0
    ) -> Phrase:
        """The phrase of a noun, from token ``least`` on, to the right up to token ``before``; no number inside."""
        first = noun
        while first > max(least, noun - _LONGEST) and (
            self._belongs(parsed, first - 1, noun, numbers) or _is_hyphenated(parsed, first, numbers)
        ):
            first -= 1
        while first < noun and self._is_light(parsed, first):
            first += 1
        before = before or parsed.size
        last = self._last(parsed, noun, numbers, before)
        return Phrase(first, self._joined(parsed, noun, last, numbers, before), noun)

    def _belongs(self, parsed: Parsed, index: int, noun: int, numbers: Collection[int]) -> bool:
        token = index
        for _ in range(_DEEP):
            if token in numbers or parsed.dep[token] not in _MODIFIES:
                return False
            token = parsed.head[token]
            if token == noun:
                return True
        return False

    def _is_light(self, parsed: Parsed, token: int) -> bool:
        if parsed.end[token] == parsed.start[token + 1] and parsed.word[token + 1] == "-":
            return False  # "first-time buyers"
        light = parsed.pos[token] in _LIGHT_POS or parsed.tag[token] == "JJS"
        return light or parsed.word[token] in self.dropped

    def _joined(self, parsed: Parsed, noun: int, last: int, numbers: Collection[int], before: int) -> int:
        """The last token with what is joined by "and" or commas: "gifts, benefits and hospitality"."""
        other = _conjunct(parsed, noun)
        for _ in range(_NESTED_LISTS):
            near = last < other < min(before, last + _FAR)
            if (
                not near
                or not numbers_apart(numbers, last + 1, other)
                or not self._is_joined(parsed, last, other)
            ):
                break
            last = self._last(parsed, other, numbers, before)
            other = _conjunct(parsed, other)
        return last

    def _last(self, parsed: Parsed, noun: int, numbers: Collection[int], before: int, depth: int = 0) -> int:
        """The last token, with the prepositional phrases that follow at once: "cost of crime in the north"."""
        last = _name_end(parsed, noun, numbers)
        for child in parsed.children_near(noun):
            if child <= noun:
                continue
            if child != last + 1 or child >= before or not self._names(parsed, child) or depth > _NESTED:
                break
            thing = object_of(parsed, child)
            if thing < 0 or thing - child > _FAR or not self._is_told(parsed, noun, child, thing):
                break
            if not numbers_apart(numbers, child, thing):
                break
            last = self._last(parsed, thing, numbers, before, depth + 1)
        return last

    def _is_joined(self, parsed: Parsed, last: int, other: int) -> bool:
        """Whether a noun joined to one belongs to its name."""
        return True

    def _is_told(self, parsed: Parsed, noun: int, preposition: int, thing: int) -> bool:
        """Whether the phrase behind a noun belongs to its name."""
        return True

    def _names(self, parsed: Parsed, preposition: int) -> bool:
        return parsed.dep[preposition] == "prep" and parsed.lower[preposition] in self.right


@dataclass(frozen=True, slots=True)
class KindPhrases(Phrases):
    """Phrases that name a kind: "cases of assault", "drones and missiles", but "seasons | of Lund", "heads | and the mayor".

    Attributes:
        members: Nouns that say nothing without what they are of: "members of the board".
    """

    members: Collection[str]

    def _is_told(self, parsed: Parsed, noun: int, preposition: int, thing: int) -> bool:
        definite = parsed.pos[thing] == "PROPN" or parsed.pos[preposition + 1] in _DEFINITE
        return not definite or parsed.lemma[noun] in self.members

    def _is_joined(self, parsed: Parsed, last: int, other: int) -> bool:
        plain = all(parsed.pos[token] not in _DEFINITE for token in range(last + 1, other + 1))
        return plain and parsed.tag[other] == "NNS"


def _is_hyphenated(parsed: Parsed, token: int, numbers: Collection[int]) -> bool:
    """Whether a hyphen joins a token to the one before it: "loan-to-value mortgages"."""
    glued = parsed.end[token - 1] == parsed.start[token] and token - 1 not in numbers
    return glued and "-" in {parsed.word[token], parsed.word[token - 1]}


def _name_end(parsed: Parsed, noun: int, numbers: Collection[int]) -> int:
    """The last token of a name that ends in a number: "S&P 500"."""
    behind = noun + 1
    named = behind < parsed.size and parsed.pos[noun] == "PROPN" and parsed.pos[behind] == "NUM"
    joined = named and behind not in numbers and parsed.entity[behind] and not parsed.begins_entity[behind]
    return behind if joined else noun


def _conjunct(parsed: Parsed, noun: int) -> int:
    """The noun joined to a noun; -1 without one."""
    for child in parsed.children_near(noun):
        if child > noun and parsed.dep[child] == "conj" and is_thing(parsed, child):
            return child
    return -1


def object_of(parsed: Parsed, preposition: int) -> int:
    """The noun a preposition governs, unless it says when; -1 without one."""
    for child in parsed.children_near(preposition):
        if parsed.dep[child] == "pobj":
            return child if is_thing(parsed, child) else -1
    return -1


def is_thing(parsed: Parsed, token: int) -> bool:
    """Whether a token is a noun that is no time."""
    return parsed.pos[token] in NOUNS and parsed.entity[token] not in TIMES


def numbers_apart(numbers: Collection[int], first: int, last: int) -> bool:
    """Whether no number stands from token ``first`` to token ``last``."""
    return not any(token in numbers for token in range(first, last + 1))
