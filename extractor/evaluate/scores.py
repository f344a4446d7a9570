"""The scores of many articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.evaluate.measures import Measure, Score, Share


@dataclass(frozen=True, slots=True)
class Scores:
    """Measures over a number of articles.

    Attributes:
        articles: How many.
        measures: By name, "layer: measure"; those that no article annotates are absent.
    """

    articles: int = 0
    measures: Mapping[str, Measure] = field(default_factory=dict)

    def __add__(self, other: Scores) -> Scores:
        names = [*self.measures, *(name for name in other.measures if name not in self.measures)]
        return Scores(
            self.articles + other.articles,
            {name: _sum(self.measures.get(name), other.measures.get(name)) for name in names},
        )


def _sum(one: Measure | None, other: Measure | None) -> Measure:
    if isinstance(one, Score) and isinstance(other, Score):
        return one + other
    if isinstance(one, Share) and isinstance(other, Share):
        return one + other
    measure = one or other
    assert measure is not None, "a name of one side at least"
    return measure
