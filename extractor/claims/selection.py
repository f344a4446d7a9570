"""Which of the claims are wanted: speech alone, without what somebody merely thinks, wants or supports; outer ones alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.records import ArticleRecord, Claim, ClaimRecord

SPEECH = frozenset({"say", "write", "ask", "order", "promise", "deny", "accuse", "find", "predict"})
"""Classes of cues by which somebody says, asks, orders, promises, denies, accuses, finds or predicts something."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is left out.

    Attributes:
        speech: Claims whose cue is no verb or noun of speech, such as "wants" and "supports"; statistics stay.
        outer: Claims inside another claim's content.
    """

    speech: bool = False
    outer: bool = False

    def of(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims that stay, in their order."""
        return [claim for claim in claims if self._wants(claim)]

    def of_records(
        self, records: Iterable[ArticleRecord | ClaimRecord]
    ) -> Iterator[ArticleRecord | ClaimRecord]:
        """The same of what was written in either layout."""
        for record in records:
            if isinstance(record, ArticleRecord):
                yield record.model_copy(update={"claims": self.of(record.claims)})
            elif self._wants(record):
                yield record

    def _wants(self, claim: Claim) -> bool:
        if self.outer and claim.within is not None:
            return False
        return not self.speech or claim.attribution is None or claim.attribution.cue_class in SPEECH


ALL = Selection()
