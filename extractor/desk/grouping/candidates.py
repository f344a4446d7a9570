"""Which claims are compared at all: those that share a pair of rare words, or a figure and a rare word."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from extractor.desk.grouping.profile import Profile

_RARE = 8
"""Stems of a claim, the rarest, whose pairs are looked up."""
CROWDED = 60
"""A key that more claims share says too little: "killed, people"."""
_FEWEST = 7000
"""A smaller collection is taken for a part of so many claims: its words are no commoner for being few."""
_SMALL = 13
"""Below it a number is too common to look up claims by."""


class Rarity:
    """How much a stem weighs: the logarithm of how few claims have it."""

    def __init__(self, counts: Counter[str], claims: int) -> None:
        self._counts, self._claims = counts, max(_FEWEST, claims)
        self._known: dict[str, float] = {}

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> Rarity:
        """Counted over claims."""
        return cls(Counter(stem for one in profiles for stem in one.stems), len(profiles))

    def __call__(self, stem: str) -> float:
        """The weight of a stem."""
        found = self._known.get(stem)
        if found is None:
            found = self._known[stem] = math.log(1 + self._claims / (1 + self._counts[stem]))
        return found


def keys(profile: Profile, rarity: Callable[[str], float]) -> Iterator[str]:
    """What a claim is looked up by; the same claim has the same keys wherever the rarity is the same."""
    rare = sorted(profile.stems, key=lambda stem: (-rarity(stem), stem))[:_RARE]
    yield from (f"{min(a, b)} {max(a, b)}" for a, b in combinations(rare, 2))
    yield from profile.runs
    for figure in profile.figures:
        if figure.high >= _SMALL or figure.unit != "count":
            yield from (f"{figure.high:.2g} {stem}" for stem in sorted(profile.stems))


def candidate_pairs(profiles: Sequence[Profile], rarity: Callable[[str], float]) -> Iterable[tuple[int, int]]:
    """Pairs of indices, each once."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for key in set(keys(profile, rarity)):
            holders[key].append(index)
    found: set[int] = set()
    size = len(profiles)
    for held in holders.values():
        if 1 < len(held) <= CROWDED:
            found.update(
                a * size + b for a, b in combinations(held, 2) if profiles[a].article != profiles[b].article
            )
    return (divmod(pair, size) for pair in sorted(found))
