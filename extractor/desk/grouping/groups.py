"""A group as people read it: who had it first, who later, and how words and figures differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from extractor.desk.grouping.decision import differing
from extractor.desk.grouping.profile import Profile

Kind = Literal["repeat", "conflict", "updated"]

_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of a group.

    Attributes:
        profile: What is compared of it.
        outlet: Who published it.
        published: ISO day of publication.
        spans: Where its content stands in its article.
        text: Its words.
    """

    profile: Profile
    outlet: str | None
    published: str | None
    spans: list[list[int]]
    text: str

    @property
    def place(self) -> tuple[str, str, str, int, str]:
        """By day, outlet and place in the text; what has no day comes last."""
        return (
            self.published or "9999",
            self.outlet or "",
            self.profile.article,
            self.spans[0][0],
            self.profile.id,
        )

    @property
    def appearance(self) -> dict[str, Any]:
        """Where and when it appeared."""
        return {
            "claim": self.profile.id,
            "article": self.profile.article,
            "published": self.published,
            "outlet": self.outlet,
        }


def described(members: Sequence[Member]) -> dict[str, Any]:
    """One line of ``groups.jsonl``; the members come in the order of their appearance."""
    ordered = sorted(members, key=lambda member: member.place)
    return {
        "group": ordered[0].profile.id,
        "kind": kind_of(ordered),
        "first": ordered[0].appearance,
        "members": [{**one.appearance, "spans": one.spans, "text": one.text} for one in ordered],
        "differs": list(_differences(ordered)),
    }


def kind_of(ordered: Sequence[Member]) -> Kind:
    """Updated where the figures only grow from one day to the next, as death tolls do; conflict where they disagree otherwise."""
    found = [
        (one, other, pair)
        for number, one in enumerate(ordered)
        for other in ordered[number + 1 :]
        for pair in differing(one.profile, other.profile)
    ]
    if not found:
        return "repeat"
    grown = all(
        before.high < after.high and 0 < one.profile.published < other.profile.published
        for one, other, (before, after) in found
    )
    return "updated" if grown else "conflict"


def _differences(ordered: Sequence[Member]) -> Iterator[dict[str, Any]]:
    """What each later claim has otherwise than the first."""
    first = ordered[0]
    for other in ordered[1:]:
        ours, theirs = (_WORD.findall(one.text) for one in (first, other))
        yield {
            "claim": other.profile.id,
            "figures": [[a.low, b.low] for a, b in differing(first.profile, other.profile)],
            "added": _only(theirs, ours),
            "left_out": _only(ours, theirs),
        }


def _only(words: Sequence[str], others: Sequence[str]) -> list[str]:
    known = {word.lower() for word in others}
    return list(dict.fromkeys(word for word in words if word.lower() not in known))
