"""Checked before: published fact-checks against the claims of the news.

A check and a claim are compared as two claims of the news are: by rare words, each weighed by how few checks have it, by
figures and by polarity.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.desk.grouping.candidates import Rarity
from extractor.desk.grouping.profile import numbers_in, stems_of
from extractor.desk.matching.checks import Check, read_checks
from extractor.language.grouping import GroupingWords
from extractor.language.resources import Resources

__all__ = ["Check", "Found", "Index", "index_of"]

_BEST = 3
_LEAST = 0.2
SURE = 0.6
"""Score from which a check is shown as one of the very claim."""
_NUMBER = 4.0
"""Weight (nats) of a number that both have."""
_UNLIKE = 0.5
"""What is left of the score where polarity or numbers disagree."""


@dataclass(frozen=True, slots=True)
class Found:
    """A check that may be of a claim.

    Attributes:
        check: The published check.
        score: 0 to 1: the share of the two's weight that they have in common.
        reasons: Why, in words.
    """

    check: Check
    score: float
    reasons: list[str]

    @property
    def sure(self) -> bool:
        """Whether it is shown as a check of the very claim."""
        return self.score >= SURE

    @property
    def row(self) -> dict[str, Any]:
        """It as one object of a line of JSON."""
        check = self.check
        return {
            "claim": check.claim,
            "verdict": check.verdict,
            "url": check.url,
            "date": check.date,
            "publisher": check.publisher,
            "score": self.score,
            "sure": self.sure,
            "reasons": self.reasons,
        }


class Index:
    """Checks by their words."""

    def __init__(self, checks: Sequence[Check], words: GroupingWords) -> None:
        self._checks, self._words = checks, words
        self._stems = [frozenset(stems_of(check.claim, words)) for check in checks]
        self._numbers = [numbers_in(check.claim) for check in checks]
        self._rarity = Rarity(Counter(stem for stems in self._stems for stem in stems), len(checks))
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for index, stems in enumerate(self._stems):
            for stem in sorted(stems):
                self._holders[stem].append(index)
        self._weights = [self._weigh(stems) for stems in self._stems]

    def __len__(self) -> int:
        return len(self._checks)

    def best(self, text: str) -> list[Found]:
        """At most three checks, the likeliest first; none that shares little."""
        stems = frozenset(stems_of(text, self._words))
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sorted(stems):
            for index in self._holders.get(stem, ()):
                shared[index] += self._rarity(stem)
        whole = self._weigh(stems)
        scored = ((self._score(text, index, weight, whole), index) for index, weight in shared.items())
        best = heapq.nsmallest(_BEST, ((-score, index) for score, index in scored if score >= _LEAST))
        return [self._found(text, stems, index, -score) for score, index in best]

    def _score(self, text: str, index: int, weight: float, whole: float) -> float:
        mine, theirs = numbers_in(text), self._numbers[index]
        common = _NUMBER * len(mine & theirs)
        total = whole + self._weights[index] - weight + common
        least = min(whole, self._weights[index]) + common
        score = ((weight + common) / total * (weight + common) / least) ** 0.5 if least and total else 0.0
        apart = (mine and theirs and not mine & theirs) or self._turned(text) != self._turned(
            self._checks[index].claim
        )
        return score * _UNLIKE if apart else score

    def _found(self, text: str, stems: frozenset[str], index: int, score: float) -> Found:
        return Found(self._checks[index], round(score, 3), list(self._reasons(text, stems, index)))

    def _reasons(self, text: str, stems: frozenset[str], index: int) -> Iterator[str]:
        common = sorted(stems & self._stems[index], key=lambda stem: (-self._rarity(stem), stem))[:5]
        words = {stem: word for word in text.split() for stem in stems_of(word, self._words)}
        yield f"both say {', '.join(words.get(stem, stem).strip('.,;:!?') for stem in common)}"
        mine, theirs = numbers_in(text), self._numbers[index]
        if mine & theirs:
            yield f"the same figure: {', '.join(f'{number:g}' for number in sorted(mine & theirs))}"
        elif mine and theirs:
            yield "other figures"
        if self._turned(text) != self._turned(self._checks[index].claim):
            yield "one of them is negated"

    def _turned(self, text: str) -> bool:
        lower = text.lower()
        return "n't" in lower or "n’t" in lower or not self._words.negations.isdisjoint(lower.split())

    def _weigh(self, stems: Iterable[str]) -> float:
        return sum(map(self._rarity, sorted(stems)))


def index_of(paths: Iterable[Path], resources: Resources) -> Index:
    """The published fact-checks of files.

    Raises:
        InputError: When one of them cannot be read, or holds none.
    """
    checks = [check for path in paths for check in read_checks(path)]
    return Index(checks, resources.lexicon(GroupingWords))
