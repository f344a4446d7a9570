"""Which of the claims are wanted: speech alone, without what somebody merely thinks, wants or supports; outer ones alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.language.cues import CueLexicon
from extractor.language.resources import Resources
from extractor.records import ArticleRecord, Claim, ClaimRecord


@dataclass(frozen=True, slots=True)
class Selection:
    """What is left out.

    Attributes:
        classes: Attributed claims whose cue is of none of these classes, such as "wants" and "supports"; None leaves out none.
        outer: Claims inside another claim's content.
    """

    classes: frozenset[str] | None = None
    outer: bool = False

    @classmethod
    def read(cls, resources: Resources, *, speech: bool, outer: bool) -> Selection:
        """The selection that two options make, with the classes of ``lexicons/cues.toml``."""
        lexicon = resources.lexicon(CueLexicon)
        said = frozenset(name for name, words in lexicon.classes.items() if words.speech)
        return cls(said if speech else None, outer)

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
        return (
            self.classes is None or claim.attribution is None or claim.attribution.cue_class in self.classes
        )


ALL = Selection()
