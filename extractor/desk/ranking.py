"""The day's list: claims by how much a desk would want them, each once, however many articles make it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.errors import InputError
from extractor.records import CheckRecord, ClaimRecord

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims stand on the list.

    Attributes:
        top: At most so many; None for all.
        per_claimant: At most so many of one claimant.
        types: Of these types alone; of all when empty.
        silence: Words of which "to comment on the matter" consists: a claim of nothing else says nothing.
    """

    top: int | None = 20
    per_claimant: int | None = None
    types: frozenset[str] = field(default_factory=frozenset)
    silence: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Group:
    """Where else a claim is made, as `extractor.desk.grouping` tells it.

    Attributes:
        name: Of the group.
        kind: repeat, updated or conflict.
        outlets: Who published it, in the order of appearance.
        articles: How many articles make it.
    """

    name: str
    kind: str
    outlets: tuple[str, ...]
    articles: int

    @classmethod
    def of(cls, described: Mapping[str, Any]) -> Group:
        """The group of a line of ``groups.jsonl``."""
        members = described["members"]
        outlets = dict.fromkeys(member["outlet"] for member in members if member["outlet"])
        articles = {member["article"] for member in members}
        return cls(described["group"], described["kind"], tuple(outlets), len(articles))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim on the list.

    Attributes:
        claim: The claim, the likeliest wanted of those that say the same.
        check: Its judgement.
        repeats: How many more claims say the same.
        group: The articles that make it, where several do.
    """

    claim: ClaimRecord
    check: CheckRecord
    repeats: int
    group: Group | None = None


def groups_of(described: Iterable[Mapping[str, Any]]) -> dict[str, Group]:
    """The groups by the ids of their claims."""
    found: dict[str, Group] = {}
    for one in described:
        found.update(dict.fromkeys((member["claim"] for member in one["members"]), Group.of(one)))
    return found


def ranked(
    claims: Iterable[ClaimRecord], choice: Choice, groups: Mapping[str, Group] | None = None
) -> list[Ranked]:
    """The list, best first; those of one score in the order of articles and text, whatever the order they came in.

    Claims of one group stand once, and so do those in the same words.

    Args:
        claims: The claims.
        choice: Which of them stand on the list.
        groups: The groups that claims are in, by the ids of the claims.

    Raises:
        InputError: When a claim has no judgement.
    """
    groups = groups or {}
    wanted = sorted(_wanted(claims, choice), key=_order)
    said = [groups[claim.id].name if claim.id in groups else _words(claim) for claim, _ in wanted]
    times = Counter(said)
    seen: set[str] = set()
    of_claimant: Counter[str] = Counter()
    found: list[Ranked] = []
    for same, (claim, check) in zip(said, wanted, strict=True):
        if choice.top is not None and len(found) == choice.top:
            break
        who = _claimant(claim)
        if same in seen or (who and choice.per_claimant and of_claimant[who] == choice.per_claimant):
            continue
        seen.add(same)
        of_claimant[who] += 1
        found.append(Ranked(claim, check, times[same] - 1, groups.get(claim.id)))
    return found


def _wanted(claims: Iterable[ClaimRecord], choice: Choice) -> Iterator[tuple[ClaimRecord, CheckRecord]]:
    for claim in claims:
        if claim.check is None:
            raise InputError(
                "a claim without check",
                where=f"article {claim.article.id}, claim {claim.id}",
                remedy="extract the article again with this version",
            )
        says_something = not choice.silence.issuperset(_WORD.findall(claim.text.lower()))
        if says_something and (not choice.types or claim.check.type in choice.types):
            yield claim, claim.check


def _order(item: tuple[ClaimRecord, CheckRecord]) -> tuple[float, str, int, str]:
    claim, check = item
    return -check.score, claim.article.id, claim.content[0].start, claim.id


def _words(claim: ClaimRecord) -> str:
    return " ".join(_WORD.findall((claim.standalone or claim.text).lower()))


def _claimant(claim: ClaimRecord) -> str:
    said = claim.attribution
    return said.claimant.name.lower() if said and said.claimant else ""
