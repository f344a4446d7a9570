"""Check-worthiness: how much a fact-checker would want a claim, of which type it is, and why.

One door: `CheckWorthiness`. The types follow the questions of fact-checking desks (Konstantinovskiy et al. 2021, "Toward
Automated Factchecking"); the two scores are learned from editors' judgements on claims of the news and from sentences of
debates (ClaimBuster, Hassan et al. 2017), with `extractor train checkworthiness`.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.desk.checkworthiness.features import features
from extractor.desk.checkworthiness.lexicon import Lexicon
from extractor.desk.checkworthiness.model import LogLinear, Weights
from extractor.desk.checkworthiness.reasons import reasons, told
from extractor.desk.checkworthiness.statement import Statement
from extractor.language.checkworthiness import CheckWords
from extractor.language.resources import Resources
from extractor.records import CheckRecord, Claim
from extractor.text.parsed import Parsed

__all__ = ["CheckWorthiness", "Statement"]


class CheckWorthiness:
    """Judges statements by the lexicon and the weights of a language."""

    def __init__(self, lexicon: Lexicon, weights: Weights) -> None:
        self._lexicon = lexicon
        self._weights = weights
        self._told = {
            id(model): told(model.weights, lexicon.says) for model in (weights.claims, weights.sentences)
        }

    @classmethod
    def compile(cls, resources: Resources) -> CheckWorthiness:
        """The judge of a language.

        Raises:
            ResourceError: When lexicon or weights are missing or broken.
        """
        return cls(Lexicon(resources.lexicon(CheckWords)), Weights.read(resources))

    def checked(self, claims: Iterable[Claim], parsed: Parsed) -> list[Claim]:
        """The claims of one article, each with its ``check``."""
        return [
            claim.model_copy(update={"check": self.of_claim(Statement.of_claim(claim, parsed))})
            for claim in claims
        ]

    def of_claim(self, statement: Statement) -> CheckRecord:
        """The judgement on a claim of the news."""
        return self._judged(statement, self._weights.claims)

    def of_sentence(self, statement: Statement) -> CheckRecord:
        """The judgement on a bare sentence."""
        return self._judged(statement, self._weights.sentences)

    def _judged(self, statement: Statement, model: LogLinear) -> CheckRecord:
        names = features(statement, self._lexicon)
        type_ = self._weights.type_of(names)
        return CheckRecord(
            score=round(model.probability(names), 4),
            type=type_,
            reasons=reasons(statement, type_, names, self._told[id(model)], self._lexicon),
        )
