"""The decision: a log-linear model over the candidates of a cue, and a greedy choice among the cues of an article.

For every cue the model weighs "attributes nothing" (score 0) against each candidate; the probabilities of one cue sum to one.
The confidence of a chosen candidate is the probability of all that agree with it (same words to a half, same source), calibrated
on held-back articles (Platt scaling).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

from extractor.matchers.attributions.candidates import Candidate, Content, CueTokens, Source
from extractor.matchers.attributions.features import CueFeatures
from extractor.matchers.attributions.proposals import Proposal
from extractor.matchers.attributions.ranges import Ranges, count, holds, shared
from extractor.matchers.attributions.view import View

_SAME = 0.5
"""Jaccard similarity from which two spans are taken for the same."""
_SURE_OF_BOTH = 0.7
"""Confidence two nested attributions with nearly the same content must both have."""
_NEGLIGIBLE = 1e-4
_STRETCH = 64
_NESTED = 0.6
"""Share of the shorter of two contents from which they overlap; only a cue inside the longer content makes that nesting."""


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of the features, and the two numbers of the calibration.

    Attributes:
        weights: By feature name; a feature without a weight counts nothing.
        slope: Factor on the log-odds of a confidence.
        offset: Added to them.
    """

    weights: Mapping[str, float]
    slope: float = 1.0
    offset: float = 0.0

    @classmethod
    def read(cls, resource: Mapping[str, Any]) -> Model:
        """The model in the form of ``weights/attributions.json``."""
        calibration = resource["calibration"]
        return cls(resource["weights"], calibration["slope"], calibration["offset"])

    def calibrated(self, probability: float) -> float:
        """The share of attributions of this probability that are right."""
        clipped = min(max(probability, 1e-6), 1 - 1e-6)
        odds = self.slope * math.log(clipped / (1 - clipped)) + self.offset
        return 1 / (1 + math.exp(-odds))


class Decided(NamedTuple):
    """A chosen candidate.

    Attributes:
        confidence: Calibrated probability that content and source are right.
    """

    cue: CueTokens
    candidate: Candidate
    confidence: float


def decide(view: View, proposals: Iterable[Proposal], model: Model, threshold: float) -> list[Decided]:
    """The attributions of an article in text order: at most one for each cue, none twice, all at or above the threshold."""
    best = [_best(view, proposal, model) for proposal in proposals]
    ranked = sorted(
        (d for d in best if d.confidence >= threshold), key=lambda d: (-d.confidence, d.cue.token)
    )
    chosen: list[Decided] = []
    near: dict[int, list[Decided]] = {}
    for decided in ranked:
        stretches = _stretches(decided)
        rivals = (other for stretch in stretches for other in near.get(stretch, ()))
        if any(_excludes(view, other, decided) for other in rivals):
            continue
        chosen.append(decided)
        for stretch in stretches:
            near.setdefault(stretch, []).append(decided)
    return sorted(chosen, key=lambda d: d.cue.token)


def scores(view: View, proposal: Proposal, weights: Mapping[str, float]) -> list[float]:
    """The score of each candidate; that of "attributes nothing" is 0."""
    features = CueFeatures(view, proposal.cue)
    base = _sum(weights, features.of_cue)
    contents: dict[Content, float] = {}
    sources: dict[Source, float] = {}
    pairs: dict[tuple[Source, str], float] = {}
    found = []
    for content, source, _ in proposal.candidates:
        if content not in contents:
            contents[content] = _sum(weights, features.of_content(content))
        if source not in sources:
            sources[source] = _sum(weights, features.of_source(source))
        pair = (source, content.family)
        if pair not in pairs:
            pairs[pair] = _sum(weights, features.of_pair(content, source))
        found.append(base + contents[content] + sources[source] + pairs[pair])
    return found


def agree(view: View, one: Candidate, other: Candidate) -> bool:
    """Whether two candidates say the same: contents and sources alike to a half."""
    return similar(view, one.content.tokens, other.content.tokens) and similar(
        view, one.source.tokens, other.source.tokens
    )


def similar(view: View, one: Ranges, other: Ranges) -> bool:
    """Whether the word Jaccard of two stretches reaches a half; two empty ones are alike."""
    return jaccard(view, one, other) >= _SAME


def jaccard(view: View, one: Ranges, other: Ranges) -> float:
    """Shared words over all words of two stretches; 1 for two empty ones."""
    common = shared(view.words_before, one, other)
    total = count(view.words_before, one) + count(view.words_before, other) - common
    return common / total if total else 1.0


def _best(view: View, proposal: Proposal, model: Model) -> Decided:
    """The likeliest candidate of a cue with the probability of all that agree with it."""
    probabilities = _softmax(scores(view, proposal, model.weights))
    top = max(range(len(probabilities)), key=lambda index: (probabilities[index], -index))
    candidate = proposal.candidates[top]
    mass = sum(
        probability
        for probability, other in zip(probabilities, proposal.candidates, strict=True)
        if probability > _NEGLIGIBLE and agree(view, candidate, other)
    )
    return Decided(proposal.cue, candidate, model.calibrated(mass))


def _softmax(found: Sequence[float]) -> list[float]:
    highest = max(0.0, *found)
    powers = [math.exp(score - highest) for score in found]
    total = math.exp(-highest) + sum(powers)
    return [power / total for power in powers]


def _sum(weights: Mapping[str, float], names: Iterable[str]) -> float:
    return sum(map(weights.get, names, repeat(0.0)))


def _excludes(view: View, chosen: Decided, other: Decided) -> bool:
    """Whether two contents overlap without one being reported inside the other."""
    one, two = chosen.candidate.content.tokens, other.candidate.content.tokens
    common = shared(view.words_before, one, two)
    if not common:
        return False
    shorter, longer = sorted((chosen, other), key=lambda d: d.candidate.words)
    nested = holds(longer.candidate.content.tokens, shorter.cue.token)
    alike = common / (chosen.candidate.words + other.candidate.words - common) >= _SAME
    if alike:  # "said she had claimed that …" is two attributions, "said it was thought that …" seldom is
        return not nested or min(chosen.confidence, other.confidence) < _SURE_OF_BOTH
    return not nested and common / shorter.candidate.words >= _NESTED


def _stretches(decided: Decided) -> list[int]:
    """Numbers of the stretches of text a content lies in: only contents that share one can overlap."""
    tokens = decided.candidate.content.tokens
    return sorted({n for start, end in tokens for n in range(start // _STRETCH, (end - 1) // _STRETCH + 1)})
