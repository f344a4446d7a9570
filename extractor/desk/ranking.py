"""The day's list: claims by how much a desk would want them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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
class Ranked:
    """A claim on the list.

    Attributes:
        claim: The claim, the first of those with the same words.
        check: Its judgement.
        repeats: How many more claims have the same words.
    """

    claim: ClaimRecord
    check: CheckRecord
    repeats: int


def ranked(claims: Iterable[ClaimRecord], choice: Choice) -> list[Ranked]:
    """The list, best first; those of one score in the order of articles and text, whatever the order they came in.

    Raises:
        InputError: When a claim has no judgement.
    """
    wanted = sorted(_wanted(claims, choice), key=_order)
    words = Counter(_words(claim) for claim, _ in wanted)
    seen: set[str] = set()
    of_claimant: Counter[str] = Counter()
    found: list[Ranked] = []
    for claim, check in wanted:
        if choice.top is not None and len(found) == choice.top:
            break
        same, who = _words(claim), _claimant(claim)
        if same in seen or (who and choice.per_claimant and of_claimant[who] == choice.per_claimant):
            continue
        seen.add(same)
        of_claimant[who] += 1
        found.append(Ranked(claim, check, words[same] - 1))
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
