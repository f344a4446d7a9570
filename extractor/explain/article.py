"""An article explained, whole or one of its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.annotations import Annotations
from extractor.errors import ExtractorError
from extractor.explain.attributions import AttributionExplainer
from extractor.explain.records import CueExplanation, Explanation, RuleUse
from extractor.explain.words import Names
from extractor.language.resources import Resources
from extractor.present.dates import date_in_words
from extractor.present.numbers import number_in_words
from extractor.records import ArticleRecord, Claim, QuantityRecord, TimexRecord
from extractor.text.parsed import Parsed


class Explainer:
    """Tells how an article was read."""

    def __init__(self, resources: Resources) -> None:
        self._names = Names.read(resources)
        self._attributions = AttributionExplainer(resources, self._names)

    def explain(
        self, parsed: Parsed, found: Annotations, record: ArticleRecord, number: int | None = None
    ) -> Explanation:
        """An article, or one of its claims: the cue that reports it, for a statistic those that might have.

        Raises:
            ExtractorError: When the article has no claim of that number.
        """
        cues = self._attributions.explain(parsed, found, record)
        about: ArticleRecord | Claim = record
        if number is not None:
            about = _claim(record, number)
            cues = _of_claim(cues, about, number)
        return Explanation(
            article=record.article.id,
            claim=number,
            cues=list(cues),
            numbers=self._numbers(about.quantities, about.timexes),
            dates=self._dates(about.timexes),
        )

    def _numbers(self, found: Iterable[QuantityRecord], dates: Iterable[TimexRecord]) -> list[RuleUse]:
        dates = list(dates)
        return [
            RuleUse(
                start=number.start,
                end=number.end,
                text=number.text,
                rule=number.rule,
                rule_in_words=self._names.note("quantities", number.rule),
                reading=number_in_words(number, dates),
            )
            for number in found
        ]

    def _dates(self, found: Iterable[TimexRecord]) -> list[RuleUse]:
        return [
            RuleUse(
                start=date.start,
                end=date.end,
                text=date.text,
                rule=date.rule,
                rule_in_words=self._names.note("dates", date.rule),
                reading=date_in_words(date),
            )
            for date in found
        ]


def _claim(record: ArticleRecord, number: int) -> Claim:
    if not 1 <= number <= len(record.claims):
        what = f"no claim {number} among {len(record.claims)}"
        remedy = "extractor show FILE numbers the claims"
        raise ExtractorError(what, where=record.article.id, remedy=remedy)
    return record.claims[number - 1]


def _of_claim(cues: Iterable[CueExplanation], claim: Claim, number: int) -> Iterator[CueExplanation]:
    around = claim.sentences
    for cue in cues:
        inside = around.start <= cue.cue[0].start and cue.cue[-1].end <= around.end
        if number in cue.claims or (claim.attribution is None and inside):
            yield cue
