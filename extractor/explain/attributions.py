"""The decision on each cue, told: its options with what weighed, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractor.annotations import Annotations, Cue, Span
from extractor.explain.records import CueExplanation, Option, Reason, Verdict
from extractor.explain.words import Names
from extractor.language.resources import Resources
from extractor.matchers.attributions import FLOOR
from extractor.matchers.attributions.candidates import Candidate
from extractor.matchers.attributions.decision import Model, agree, judge, probabilities
from extractor.matchers.attributions.decision import Verdict as Judged
from extractor.matchers.attributions.discourse import Discourse, DiscourseWords
from extractor.matchers.attributions.proposals import Proposal, propose
from extractor.records import ArticleRecord, SpanRecord
from extractor.text.parsed import Parsed

_MOST_OPTIONS = 3
_NEGLIGIBLE = 0.001


class AttributionExplainer:
    """Tells the decisions of one language and its weights."""

    def __init__(self, resources: Resources, names: Names) -> None:
        learned = resources.learned_weights()
        self._model = Model.read(learned)
        self._weights: Mapping[str, float] = learned["weights"]
        self._words = DiscourseWords.read(resources)
        self._names = names

    def explain(self, parsed: Parsed, found: Annotations, record: ArticleRecord) -> Iterator[CueExplanation]:
        """What was decided on every cue of an article, in text order."""
        discourse = Discourse(parsed, found.cues, self._words)
        proposals = list(propose(discourse, found.cues, self._model.hopeful))
        judged = {v.decided.cue.token: v for v in judge(discourse, proposals, self._model, FLOOR)}
        proposed = {proposal.cue.token: proposal for proposal in proposals}
        for cue in found.cues:
            proposal = proposed.get(cue.token)
            if proposal is None:
                yield self._given_up(discourse, cue)
            else:
                yield self._decided(discourse, proposal, judged[cue.token], found, record)

    def _given_up(self, parsed: Discourse, cue: Cue) -> CueExplanation:
        return CueExplanation(
            cue=_texts(parsed, (cue.span,)),
            lemma=cue.lemma,
            verdict="given up",
            verdict_in_words="reports nothing here: nothing to report is near it, or the cue alone is too unlikely",
            claims=[],
            confidence=None,
            nothing=1,
            options=[],
        )

    def _decided(
        self,
        parsed: Discourse,
        proposal: Proposal,
        judged: Judged,
        found: Annotations,
        record: ArticleRecord,
    ) -> CueExplanation:
        cue = parsed.spans(proposal.cue.tokens)
        claims = _claims(record, cue)
        verdict, words = _verdict(parsed, judged, found, cue, claims)
        options = self._options(parsed, proposal)
        return CueExplanation(
            cue=_texts(parsed, cue),
            lemma=proposal.cue.cue.lemma,
            verdict=verdict,
            verdict_in_words=words,
            claims=claims,
            confidence=round(judged.decided.confidence, 3),
            nothing=round(1 - sum(probabilities(proposal, self._model.weights)), 3),
            options=options,
        )

    def _options(self, parsed: Discourse, proposal: Proposal) -> list[Option]:
        """The candidates in groups that say nearly the same, each under its likeliest."""
        weighed = sorted(
            zip(probabilities(proposal, self._model.weights), proposal.candidates, strict=True),
            key=lambda pair: -pair[0],
        )
        groups: list[tuple[Candidate, float]] = []
        for probability, candidate in weighed:
            place = next((n for n, (head, _) in enumerate(groups) if agree(parsed, head, candidate)), None)
            if place is not None:
                groups[place] = groups[place][0], groups[place][1] + probability
            elif len(groups) < _MOST_OPTIONS and (len(groups) < 2 or probability > _NEGLIGIBLE):
                groups.append((candidate, probability))
        return [self._option(parsed, proposal, candidate, probability) for candidate, probability in groups]

    def _option(
        self, parsed: Discourse, proposal: Proposal, candidate: Candidate, probability: float
    ) -> Option:
        rule = f"{proposal.cue.cue.form}:{candidate.content.frame}"
        return Option(
            rule=rule,
            rule_in_words=self._names.rule(rule),
            source_in_words=self._names.path(candidate.source.path),
            content=_texts(parsed, parsed.spans(candidate.content.tokens)),
            source=_texts(parsed, parsed.spans(candidate.source.tokens)),
            probability=round(probability, 3),
            reasons=self._reasons(proposal, candidate),
        )

    def _reasons(self, proposal: Proposal, candidate: Candidate) -> list[Reason]:
        names = proposal.features.of_candidate(candidate.content, candidate.source)
        weighed = [(name, self._weights.get(name, 0.0)) for name in names]
        return [
            Reason(name=name, words=self._names.feature(name), weight=weight)
            for name, weight in sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0]))
            if weight
        ]


def _claims(record: ArticleRecord, cue: Sequence[Span]) -> list[int]:
    """The numbers of the claims that a cue reports."""
    places = [(span.start, span.end) for span in cue]
    return [
        number
        for number, claim in enumerate(record.claims, 1)
        if claim.attribution and [(span.start, span.end) for span in claim.attribution.cue] == places
    ]


def _verdict(
    parsed: Discourse, judged: Judged, found: Annotations, cue: tuple[Span, ...], claims: list[int]
) -> tuple[Verdict, str]:
    if claims:
        numbers = " and ".join(map(str, claims))
        return "claim", f"claim{'s' * (len(claims) > 1)} {numbers}"
    if any(attribution.cue == cue for attribution in found.attributions):
        return "below threshold", "less sure than claims must be (--min-confidence)"
    if judged.kept:
        return (
            "set aside",
            "reports, but only hands another claim on, or stands in no part of the article's text",
        )
    if judged.rival:
        rival = " ".join(map(parsed.text_of, judged.rival.cue.tokens))
        return "no room", f"its words are already reported, more surely, by “{rival}”"
    return "unlikely", "more likely reports nothing"


def _texts(parsed: Discourse, spans: Sequence[Span]) -> list[SpanRecord]:
    return [
        SpanRecord(start=span.start, end=span.end, text=parsed.text[span.start : span.end]) for span in spans
    ]
