"""The decision: a log-linear model over the candidates of a cue, and a greedy choice among the cues of an article.

For every cue the model weighs "attributes nothing" (score 0) against each candidate; the probabilities of one cue sum to one.
The confidence of a chosen candidate is the probability of all that agree with it (same words to a half, same source), calibrated
on held-back articles (Platt scaling), with regard to whether somebody else is already cited with the words its cue stands in.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

from extractor.matchers.attributions.candidates import Candidate, Content, CueTokens, Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.features import CueFeatures, crossed
from extractor.matchers.attributions.proposals import Proposal
from extractor.text.ranges import Ranges, count, holds, shared, without

_SAME = 0.5
"""Jaccard similarity from which two spans are taken for the same."""
_SURE_OF_BOTH = 0.5
"""Confidence two nested attributions with nearly the same content must both have."""
_NEGLIGIBLE = 1e-4
_HOPELESS = -7.0
"""Weight of a cue alone below which its candidates are not looked at: of the 30 % of cues that weighed less than -6.7 in 84
articles, one came to an attribution above a probability of 0.33 and 13 above 0.1 (measured one fit before these weights)."""
_STRETCH = 64
_OUTSIDE = 2
"""Words a reporting phrase's sentence may hold beside the inner attribution ("However, …") and still only relay it."""
_NESTED = 0.8
"""Share of the shorter of two contents from which they overlap; only a cue inside the longer content makes that nesting."""


class Weights:
    """The weights of the features by name; a feature without a weight counts nothing."""

    def __init__(self, named: Mapping[str, float]) -> None:
        self._alone = named
        self._crossed: dict[str, dict[str, float]] = {}
        for name, weight in named.items():
            family, _, rest = name.removeprefix("family=").partition("&")
            if rest and crossed(family, rest) == name:
                self._crossed.setdefault(family, {})[rest] = weight

    def sum(self, names: Iterable[str]) -> float:
        """What features weigh as they are."""
        return sum(map(self._alone.get, names, repeat(0.0)))

    def sum_crossed(self, family: str, names: Iterable[str]) -> float:
        """What features weigh for contents of a family; looked up by family first, which spares a longer name for each."""
        return sum(map(self._crossed.get(family, {}).get, names, repeat(0.0)))


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of the features, and the three numbers of the calibration.

    Attributes:
        weights: Of the features.
        slope: Factor on the log-odds of a confidence.
        offset: Added to them.
        nested: Added to them for a cue inside another attribution's content, times the confidence of that attribution.
    """

    weights: Weights
    slope: float = 1.0
    offset: float = 0.0
    nested: float = 0.0

    @classmethod
    def read(cls, resource: Mapping[str, Any]) -> Model:
        """The model in the form of ``weights/attributions.json``."""
        calibration = resource["calibration"]
        return cls(
            Weights(resource["weights"]), *(calibration[name] for name in ("slope", "offset", "nested"))
        )

    def hopeful(self, features: CueFeatures) -> bool:
        """Whether a cue may attribute anything, whatever is proposed for it."""
        return self.weights.sum(features.of_cue) >= _HOPELESS

    def calibrated(self, probability: float, inside: float) -> float:
        """The share of attributions of this probability that are right, their cues inside one of that confidence."""
        odds = self.slope * log_odds(probability) + self.offset + self.nested * inside
        return 1 / (1 + math.exp(-odds))


class Decided(NamedTuple):
    """A chosen candidate.

    Attributes:
        confidence: Calibrated probability that content and source are right.
        inside: The highest confidence of those whose content holds the cue; 0 for a cue that stands free.
    """

    cue: CueTokens
    candidate: Candidate
    confidence: float
    inside: float = 0.0


class Verdict(NamedTuple):
    """What is decided on the likeliest candidate of a cue.

    Attributes:
        decided: The candidate with its confidence.
        kept: Whether it is an attribution.
        rival: The surer attribution that leaves no room for it.
    """

    decided: Decided
    kept: bool
    rival: Decided | None = None


def decide(parsed: Discourse, proposals: Iterable[Proposal], model: Model, threshold: float) -> list[Decided]:
    """The attributions of an article in text order: at most one for each cue, none twice, all at or above the threshold."""
    kept = [verdict.decided for verdict in judge(parsed, proposals, model, threshold) if verdict.kept]
    return sorted(kept, key=lambda d: d.cue.token)


def judge(parsed: Discourse, proposals: Iterable[Proposal], model: Model, threshold: float) -> list[Verdict]:
    """The verdict on every cue, the surest first."""
    likeliest = [_likeliest(parsed, proposal, model.weights) for proposal in proposals]
    verdicts: list[Verdict] = []
    near: dict[int, list[Decided]] = {}
    for decided in sorted(likeliest, key=lambda d: (-d.confidence, d.cue.token)):
        decided = _calibrated(parsed, decided, near, model)
        within = stretches(decided.candidate.content.tokens)
        likely = decided.confidence >= threshold
        others = (other for stretch in within for other in near.get(stretch, ()))
        rival = next((o for o in others if _excludes(parsed, o, decided)), None) if likely else None
        kept = likely and rival is None
        verdicts.append(Verdict(decided, kept, rival))
        if kept:
            for stretch in within:
                near.setdefault(stretch, []).append(decided)
    return verdicts


def log_odds(probability: float) -> float:
    """The natural logarithm of the odds; probabilities of 0 and 1 are taken for almost that."""
    clipped = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(clipped / (1 - clipped))


def scores(proposal: Proposal, weights: Weights) -> list[float]:
    """The score of each candidate; that of "attributes nothing" is 0."""
    features = proposal.features
    base = weights.sum(features.of_cue)
    contents: dict[Content, float] = {}
    sources: dict[Source, tuple[float, list[str]]] = {}
    found = []
    for content, source, _ in proposal.candidates:
        if content not in contents:
            names = features.of_content(content)
            contents[content] = weights.sum(names.alone) + weights.sum_crossed(content.family, names.crossed)
        if source not in sources:
            sources[source] = weights.sum(features.of_source(source)), features.of_pair(source)
        own, pair = sources[source]
        found.append(base + contents[content] + own + weights.sum_crossed(content.family, pair))
    return found


def probabilities(proposal: Proposal, weights: Weights) -> list[float]:
    """The probability of each candidate, not calibrated; what is missing to 1 is that of "attributes nothing"."""
    return _softmax(scores(proposal, weights))


def agree(parsed: Discourse, one: Candidate, other: Candidate) -> bool:
    """Whether two candidates say the same: contents and sources alike to a half."""
    return similar(parsed, one.content.tokens, other.content.tokens) and similar(
        parsed, one.source.tokens, other.source.tokens
    )


def only_relays(parsed: Discourse, candidate: Candidate, inner: Decided) -> bool:
    """Whether a content is just another attribution to somebody, give or take a linking word."""
    outer = candidate.content.tokens
    if inner.candidate.source.head < 0 or not holds(outer, inner.cue.token):
        return False
    own = (*inner.candidate.content.tokens, *inner.candidate.source.tokens, *inner.cue.tokens)
    return count(parsed.words_before, without(outer, own)) <= _OUTSIDE


def similar(parsed: Discourse, one: Ranges, other: Ranges) -> bool:
    """Whether the word Jaccard of two stretches reaches a half; two empty ones are alike."""
    return jaccard(parsed, one, other) >= _SAME


def jaccard(parsed: Discourse, one: Ranges, other: Ranges) -> float:
    """Shared words over all words of two stretches; 1 for two empty ones."""
    if one == other:
        return 1.0
    common = shared(parsed.words_before, one, other)
    total = count(parsed.words_before, one) + count(parsed.words_before, other) - common
    return common / total if total else 1.0


def _likeliest(parsed: Discourse, proposal: Proposal, weights: Weights) -> Decided:
    """The likeliest candidate of a cue with the probability, not yet calibrated, of all that agree with it."""
    weighed = probabilities(proposal, weights)
    top = max(range(len(weighed)), key=lambda index: (weighed[index], -index))
    candidate = proposal.candidates[top]
    mass = sum(
        probability
        for probability, other in zip(weighed, proposal.candidates, strict=True)
        if probability > _NEGLIGIBLE and agree(parsed, candidate, other)
    )
    return Decided(proposal.cue, candidate, mass)


def _calibrated(
    parsed: Discourse, decided: Decided, near: Mapping[int, Sequence[Decided]], model: Model
) -> Decided:
    """With its calibrated confidence, given the surer ones by the stretches of text their contents lie in."""
    cue = decided.cue.token
    around = (
        other
        for other in near.get(stretch_of(cue), ())
        if holds(other.candidate.content.tokens, cue) and not _hands_on(parsed, other, decided)
    )
    inside = max((other.confidence for other in around), default=0.0)
    return decided._replace(confidence=model.calibrated(decided.confidence, inside), inside=inside)


def _softmax(found: Sequence[float]) -> list[float]:
    highest = max(0.0, *found)
    powers = [math.exp(score - highest) for score in found]
    total = math.exp(-highest) + sum(powers)
    return [power / total for power in powers]


def _excludes(parsed: Discourse, chosen: Decided, other: Decided) -> bool:
    """Whether two contents overlap without one being reported inside the other."""
    one, two = chosen.candidate.content.tokens, other.candidate.content.tokens
    common = shared(parsed.words_before, one, two)
    if not common:
        return False
    shorter, longer = sorted((chosen, other), key=lambda d: d.candidate.words)
    nested = holds(longer.candidate.content.tokens, shorter.cue.token)
    alike = common / (chosen.candidate.words + other.candidate.words - common) >= _SAME
    if alike:  # "said she had claimed that …" is two attributions, "said it was thought that …" seldom is
        sure = min(chosen.confidence, other.confidence) >= _SURE_OF_BOTH or _hands_on(parsed, longer, shorter)
        spoken = parsed.quoted(shorter.cue.token) and not parsed.quoted(longer.cue.token)
        return not (nested and (sure or spoken))  # "I think it is late," he said: both
    return not nested and common / shorter.candidate.words >= _NESTED


def _hands_on(parsed: Discourse, outer: Decided, inner: Decided) -> bool:
    """Whether a phrase says no more than that somebody is cited: "Taxes rose, he said, according to the Post"."""
    return outer.cue.cue.form == "preposition" and only_relays(parsed, outer.candidate, inner)


def stretch_of(token: int) -> int:
    """The number of the stretch of text a token lies in."""
    return token // _STRETCH


def stretches(content: Ranges) -> list[int]:
    """Numbers of the stretches of text a content lies in: only contents that share one can overlap."""
    return sorted({n for start, end in content for n in range(stretch_of(start), stretch_of(end - 1) + 1)})
