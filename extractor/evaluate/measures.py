"""Precision, recall and F1; shares; the words of spans; one-to-one matching by word overlap."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.evaluate.gold import Stretch

SAME = 0.5
"""Two spans speak of the same thing when the Jaccard index of their words is at least this."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")

Pairs = Sequence[tuple[int, int]]
"""Places in gold and in the found that belong together."""

Words = frozenset[int]
"""Words of an article, by their number."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well what was found agrees with gold.

    Attributes:
        correct: How many of the found are right.
        found: How many were found.
        recalled: How many of gold were found.
        gold: How many there are.
    """

    correct: int = 0
    found: int = 0
    recalled: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.correct + other.correct,
            self.found + other.found,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of the found that is right, 0 when nothing was found."""
        return self.correct / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found, 0 when there is none."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def value(self) -> float:
        """F1, the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def size(self) -> int:
        """How many cases of gold it rests on."""
        return self.gold


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the matched cases were read right; of the others, ``silent`` were left open."""

    right: int = 0
    of: int = 0
    silent: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of, self.silent + other.silent)

    @property
    def value(self) -> float:
        """The share that is right, 0 when there is no case."""
        return self.right / self.of if self.of else 0.0

    @property
    def size(self) -> int:
        """How many cases of gold it rests on."""
        return self.of


Measure = Score | Share


class WordIndex:
    """The words of an article: letters and digits with inner apostrophes, no punctuation or quote marks."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self._starts = [word.start() for word in found]
        self._ends = [word.end() for word in found]

    def of(self, spans: Iterable[Stretch]) -> Words:
        """The words that share a character with one of the spans."""
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )

    def signs_of(self, spans: Iterable[Stretch]) -> Words:
        """The characters of spans that share none with a word, such as the colon of "Ana: no", as numbers of no word."""
        return frozenset(-1 - place for start, end in spans for place in range(start, end))


def jaccard(one: Words, other: Words) -> float:
    """Shared words over all words; 1 when both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def same_words(gold: Sequence[Words], found: Sequence[Words]) -> Pairs:
    """One-to-one pairs (gold, found) with a Jaccard index of at least SAME, the best first."""
    pairs = [
        (-jaccard(words, others), i, j)
        for i, words in enumerate(gold)
        for j, others in enumerate(found)
        if words & others
    ]
    return _greedy(sorted(pair for pair in pairs if -pair[0] >= SAME))


def overlapping(gold: Sequence[Stretch], found: Sequence[Stretch]) -> Pairs:
    """One-to-one pairs (gold, found) of spans that share a character, equal ones first, then by overlap."""
    pairs = [
        ((a != b, max(a[0], b[0]) - min(a[1], b[1]), a[0]), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a[0] < b[1] and b[0] < a[1]
    ]
    return _greedy(sorted(pairs))


def _greedy(pairs: Iterable[tuple[object, int, int]]) -> Pairs:
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    chosen = []
    for _, i, j in pairs:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            chosen.append((i, j))
    return chosen
