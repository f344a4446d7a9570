"""Same claim across articles: who said it before, where first, and whether the figures are the same.

Claims are looked up by pairs of rare words, runs of words and figures (`candidates`), compared pair by pair (`decision`), and
joined the surest first (`clusters`). A wrong merge is worse than a missed one. The result does not depend on the order of the
claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from extractor.desk.grouping.archive import Archive
from extractor.desk.grouping.candidates import Rarity, candidate_pairs, keys
from extractor.desk.grouping.clusters import clusters
from extractor.desk.grouping.decision import Decision
from extractor.desk.grouping.groups import Member, described
from extractor.desk.grouping.profile import Profiler
from extractor.language.grouping import GroupingWords
from extractor.language.resources import Resources
from extractor.records import ClaimRecord

__all__ = ["group_claims", "group_with_archive", "members_of"]


def group_claims(claims: Iterable[ClaimRecord], resources: Resources) -> Iterator[dict[str, Any]]:
    """The groups of at least two claims, in the order of their first appearance."""
    members = members_of(claims, resources)
    rarity = Rarity.of([member.profile for member in members])
    decision = Decision(rarity)
    profiles = [member.profile for member in members]
    pairs = candidate_pairs(profiles, rarity)
    scored = ((decision.score(profiles[a], profiles[b]), a, b) for a, b in pairs)
    for group in clusters(
        len(members),
        [pair for pair in scored if pair[0] > 0],
        lambda a, b: decision.score(profiles[a], profiles[b]) > 0,
    ):
        if len(group) > 1:
            yield described([members[index] for index in group])


def group_with_archive(
    claims: Iterable[ClaimRecord], path: Path, resources: Resources
) -> Iterator[dict[str, Any]]:
    """The groups in which one of the claims is, those of the archive among their members; the claims are added to it."""
    with Archive(path) as archive:
        new = [member for member in members_of(claims, resources) if not archive.holds(member.profile.id)]
        counts = Counter(stem for member in new for stem in member.profile.stems)
        rarity = Rarity(counts + archive.stems(sorted(counts)), len(archive) + len(new))
        keys_of = [sorted(set(keys(member.profile, rarity))) for member in new]
        old = dict(_numbered(archive.members(archive.near(key for found in keys_of for key in found))))
        archive.add(list(zip(new, keys_of, strict=True)))
        for group in _joined(new, old, rarity):
            name = next(
                (old[one.profile.id][0] for one in group if one.profile.id in old), group[0].profile.id
            )
            archive.join(name, (one.profile.id for one in group))
            yield {**described(group), "group": name}


def members_of(claims: Iterable[ClaimRecord], resources: Resources) -> list[Member]:
    """The claims as they are compared, each once, in the order of their appearance."""
    profiler = Profiler(resources.lexicon(GroupingWords))
    found = {claim.id: _member(claim, profiler) for claim in claims}
    return sorted(found.values(), key=lambda member: member.place)


def _member(claim: ClaimRecord, profiler: Profiler) -> Member:
    published = claim.article.published
    return Member(
        profile=profiler.of(claim),
        outlet=claim.article.outlet,
        published=published.isoformat() if published else None,
        spans=[[piece.start, piece.end] for piece in claim.content],
        text=claim.text,
    )


def _numbered(found: Iterable[tuple[str, Member]]) -> Iterator[tuple[str, tuple[str, Member]]]:
    return ((member.profile.id, (group, member)) for group, member in found)


def _joined(
    new: Sequence[Member], old: dict[str, tuple[str, Member]], rarity: Rarity
) -> Iterator[list[Member]]:
    """Groups of at least two with a new claim in them; old groups stay whole."""
    everything = [*(member for _, member in old.values()), *new]
    profiles = [member.profile for member in everything]
    groups: dict[str, list[int]] = {}
    for index, (group, _) in enumerate(old.values()):
        groups.setdefault(group, []).append(index)
    decision = Decision(rarity)
    pairs = ((a, b) for a, b in candidate_pairs(profiles, rarity) if max(a, b) >= len(old))
    scored = ((decision.score(profiles[a], profiles[b]), a, b) for a, b in pairs)
    found = clusters(
        len(everything),
        [pair for pair in scored if pair[0] > 0],
        lambda a, b: decision.score(profiles[a], profiles[b]) > 0,
        list(groups.values()),
    )
    for indices in found:
        if len(indices) > 1 and indices[-1] >= len(old):
            yield [everything[index] for index in indices]
