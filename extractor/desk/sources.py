"""Who speaks, and how often: the claimants of many articles, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from extractor.desk.people import filed_under
from extractor.records import ClaimantRecord, ClaimRecord


@dataclass(slots=True)
class Speaker:
    """One claimant of all articles.

    Attributes:
        kind: person, unnamed (a person nobody names), organisation, group or document.
        claims: How many claims are attributed to it; ``quoted`` of them directly.
        names: How often it bears each name.
        genders: How often articles state each gender.
    """

    kind: str
    claims: int = 0
    quoted: int = 0
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    outlets: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)

    def add(self, claim: ClaimRecord, claimant: ClaimantRecord) -> None:
        """Counts one claim."""
        self.claims += 1
        self.quoted += claim.kind == "direct"
        self.names[claimant.name] += 1
        self.articles.add(claim.article.id)
        if claimant.role:
            self.roles[claimant.role] += 1
        if claimant.gender:
            self.genders[claimant.gender] += 1
        if claim.article.outlet:
            self.outlets[claim.article.outlet] += 1
        if claim.article.published:
            self.days.add(claim.article.published.isoformat())

    def row(self) -> dict[str, Any]:
        """The speaker as one object; a gender that articles state in two ways is none."""
        return {
            "name": _first(self.names),
            "kind": self.kind,
            "role": _first(self.roles),
            "gender": next(iter(self.genders)) if len(self.genders) == 1 else None,
            "claims": self.claims,
            "quoted": self.quoted,
            "articles": len(self.articles),
            "outlets": "; ".join(sorted(self.outlets)) or None,
            "first": min(self.days, default=None),
            "last": max(self.days, default=None),
        }


def speakers(claims: Iterable[ClaimRecord], legal_forms: Iterable[str] = ()) -> list[Speaker]:
    """The claimants of claims, those with most claims first, then by name; the order of the claims does not matter.

    Args:
        claims: Claims of any number of articles.
        legal_forms: Words such as "inc" that end names of companies.
    """
    forms = frozenset(legal_forms)
    found: dict[tuple[str, ...], Speaker] = {}
    for claim in claims:
        claimant = claim.attribution.claimant if claim.attribution else None
        if claimant is not None:
            key = filed_under(claimant, claim.article.id, forms)
            found.setdefault(key, Speaker(_kind(claimant))).add(claim, claimant)
    return [found[key] for key in sorted(found, key=lambda key: (-found[key].claims, key))]


def _kind(claimant: ClaimantRecord) -> str:
    return "unnamed" if claimant.kind == "anonymous" else claimant.kind


def _first(counted: Counter[str]) -> str | None:
    """What was counted most often; of two the longer, then the first of the alphabet."""
    return min(counted, key=lambda each: (-counted[each], -len(each), each), default=None)
