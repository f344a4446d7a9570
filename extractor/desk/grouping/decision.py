"""Whether two claims say the same: words weighed by how rare they are, and what must not disagree."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from extractor.desk.grouping.profile import Figure, Profile

Figures = Literal["none", "agree", "differ", "apart"]

_ROUNDED = 0.03
"""Figures this close are one figure rounded differently: 250 km and 155 miles, 1.26m and 1.3m."""
_ROUNDED_BOUND = 0.1
"""The same where the text itself says about, nearly or more than."""
_SAME_DEAL = 1.4
"""Figures of one measure that disagree are still alike; 19 and 30 dead are of two strikes."""
_NEAR_DAYS = 1
_DIGIT = 2.0
"""Weight (nats) of each telling digit of a figure."""
_LARGE = 100
_ROUND = 2
_MUCH = 2.5
"""Times the least weight from which each of two sentences with one figure may name what the other leaves out."""
_TELLING = 4.0
"""Weight from which a figure that two claims share speaks for them: six hostages were found more than once."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What is asked of two claims.

    Attributes:
        alone: Share of their weight that they have in common when nothing but words speaks for them.
        figure: The same when they give the same figure.
        quoted: The same when four words running are the same.
        differ: The same when their figures for one measure disagree.
        later: The same when they give no figure and were published far apart: strikes and statements come again.
        weight: Least weight (nats of rarity) of what they have in common.
        far: Days between two articles that are far apart.
    """

    alone: float = 0.45
    figure: float = 0.2
    quoted: float = 0.3
    differ: float = 0.35
    later: float = 0.8
    weight: float = 8.0
    far: int = 10


class Decision:
    """Compares claims.

    Args:
        rarity: How much a stem weighs.
        thresholds: What is asked of a pair.
    """

    def __init__(self, rarity: Callable[[str], float], thresholds: Thresholds | None = None) -> None:
        self._rarity = rarity
        self._asked = thresholds or Thresholds()
        self._own: dict[str, float] = {}

    def score(self, one: Profile, other: Profile) -> float:
        """0 for claims that do not say the same, else by how much they do, up to 2."""
        if one.article == other.article or one.denied != other.denied or _days_apart(one, other):
            return 0.0
        figures, quoted = compare(one, other), not one.runs.isdisjoint(other.runs)
        weight = self._weigh(one.stems & other.stems) + _told(one, other)
        share = self._share(weight, one, other)
        if (
            figures == "apart"
            or weight < self._asked.weight
            or share < self._least(figures, quoted, one, other)
        ):
            return 0.0
        if not (quoted and share >= self._asked.alone) and self._against(figures, weight, one, other):
            return 0.0
        return share + (figures == "agree")

    def _against(self, figures: Figures, weight: float, one: Profile, other: Profile) -> bool:
        """What parts claims that do not share their very words: polarity, speakers, names."""
        if one.negated != other.negated or (figures != "agree" and _speakers_apart(one, other)):
            return True
        much = figures == "agree" and weight >= _MUCH * self._asked.weight
        return not much and self._names_apart(one, other)

    def _least(self, figures: Figures, quoted: bool, one: Profile, other: Profile) -> float:
        if figures == "agree" and _told(one, other) >= _TELLING:
            return self._asked.figure
        if abs(one.published - other.published) > self._asked.far:
            return self._asked.later
        if figures == "differ":
            return self._asked.differ
        return self._asked.quoted if quoted else self._asked.alone

    def _share(self, weight: float, one: Profile, other: Profile) -> float:
        """The common weight by that of the smaller claim, and by that of both, meaned."""
        first, second = self._whole(one), self._whole(other)
        return min(
            1.0, math.sqrt(weight / min(first, second) * (weight / max(weight, first + second - weight)))
        )

    def _whole(self, one: Profile) -> float:
        found = self._own.get(one.id)
        if found is None:
            found = self._own[one.id] = self._weigh(one.stems) + 1e-9
        return found

    def _names_apart(self, one: Profile, other: Profile) -> bool:
        """Each names somebody or some place that the other one's whole sentence does not know."""
        mine, theirs = one.names - other.context, other.names - one.context
        return bool(mine and theirs) and self._weigh(mine) + self._weigh(theirs) > 2 * self._weigh(
            one.names & other.names
        )

    def _weigh(self, stems: Iterable[str]) -> float:
        return sum(map(self._rarity, stems))


def _told(one: Profile, other: Profile) -> float:
    """The weight of the figures that two claims have in common: by how few numbers are like them."""
    found = {
        a.high: _digits(a.high) * _DIGIT
        for a in one.figures
        for b in other.figures
        if _comparable(a, b) and _equal(a, b)
    }
    return sum(found[value] for value in sorted(found))


def _digits(value: float) -> int:
    """How many digits tell a number from others: 3 of 41,689 rounded, 1 of 5, 2 of 40,000."""
    return min(3, len(_significant(value)) + (abs(value) >= _LARGE))


def _significant(value: float) -> str:
    return f"{abs(value):.15g}".replace(".", "").strip("0")


def compare(one: Profile, other: Profile) -> Figures:
    """How the figures of two claims stand: agree, differ for the same measure, or are of different things."""
    if not one.figures or not other.figures:
        return "none"
    pairs = [(a, b) for a in one.figures for b in other.figures if _comparable(a, b)]
    if any(_equal(a, b) for a, b in pairs):
        return "agree"
    if any(_same_measure(a, b) for a, b in pairs):
        return "differ"
    return "apart"


def differing(one: Profile, other: Profile) -> list[tuple[Figure, Figure]]:
    """Figures for one measure that are not the same: those of one that no figure of the other repeats."""
    found = []
    for a in one.figures:
        if not any(_comparable(a, b) and _equal(a, b) for b in other.figures):
            rest = (b for b in other.figures if _comparable(a, b) and _same_measure(a, b))
            found += [
                (a, b) for b in rest if not any(_comparable(c, b) and _equal(c, b) for c in one.figures)
            ][:1]
    return found


def _comparable(one: Figure, other: Figure) -> bool:
    if one.unit != other.unit:
        return False
    return (
        not one.of
        or not other.of
        or not one.of.isdisjoint(other.of)
        or min(_digits(one.high), _digits(other.high)) > 2
    )


def _equal(one: Figure, other: Figure) -> bool:
    if one.low <= other.high and other.low <= one.high:
        return True
    room = _ROUNDED_BOUND if _rounded(one) or _rounded(other) else _ROUNDED
    return abs(one.high - other.high) <= room * max(abs(one.high), abs(other.high)) and one.high >= _LARGE


def _rounded(figure: Figure) -> bool:
    """Whether it is rounded and says so: nearly 42,000, but not at least 41."""
    return figure.bound and figure.high >= _LARGE and len(_significant(figure.high)) <= _ROUND


def _same_measure(one: Figure, other: Figure) -> bool:
    least, most = sorted((abs(one.high), abs(other.high)))
    alike = not one.of or not other.of or not one.of.isdisjoint(other.of)
    return alike and least > 0 and most / least <= _SAME_DEAL


def _days_apart(one: Profile, other: Profile) -> bool:
    """Both say when, and no day of the one is within a day of the other's."""
    if not one.days or not other.days:
        return False
    return not any(
        a[0] - _NEAR_DAYS <= b[1] and b[0] - _NEAR_DAYS <= a[1] for a in one.days for b in other.days
    )


def _speakers_apart(one: Profile, other: Profile) -> bool:
    """Both are somebody's own words, and of different people."""
    own = one.kind in ("direct", "mixed") and other.kind in ("direct", "mixed")
    return own and bool(one.speaker) and bool(other.speaker) and one.speaker.isdisjoint(other.speaker)
