"""Claimants known only by a noun, named by whose they are: "her campaign" of Ana Kask is "Ana Kask's campaign".

Without the article "campaign" or "aides" tells nobody who speaks, and the claimants of many articles would fall together.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.annotations import Claimant, Mention, Span
from extractor.claims.gendered import Gendered
from extractor.claims.introductions import Introductions
from extractor.claims.lookup import Lookup
from extractor.claims.wording import Placed, ReferentWords, possessive_of

_POSSESSOR = re.compile(r"['’]s?\s")
_NEAR = 12
"""Characters before a noun that may hold its possessive."""


class Owners:
    """The owners of one article's claimants.

    Args:
        text: The article text.
        mentions: Its mentions.
        pronouns: Whom its pronouns surely mean.
        known: How it introduces those it names.
        words: The words that point outside a claim.
    """

    def __init__(
        self,
        text: str,
        mentions: Lookup[Placed[Mention]],
        pronouns: Gendered,
        known: Introductions,
        words: ReferentWords,
    ) -> None:
        self._text, self._mentions = text, mentions
        self._pronouns, self._known, self._words = pronouns, known, words

    def named(self, claimant: Claimant) -> Claimant:
        """The claimant with its owner's name in front; as it is where no pronoun owns it, or one that may be anybody's."""
        if claimant.resolved_by != "nominal":
            return claimant
        possessive = self._possessive(claimant.mention)
        owner = self._owner(possessive) if possessive else None
        if owner is None or possessive is None or owner.name.split()[-1] in claimant.name:
            return claimant
        noun = self._noun(claimant, possessive)
        if _POSSESSOR.search(noun):
            return claimant  # "her party's elders" are not hers
        return replace(claimant, name=f"{possessive_of(owner.name)} {noun}")

    def _possessive(self, noun: Span) -> Span | None:
        """The "his" or "her" that a noun phrase begins with or that stands before it."""
        for found in self._words.owning.finditer(self._text, max(0, noun.start - _NEAR), noun.end):
            if noun.start in found.span():
                return Span(*found.span(1))
        return None

    def _owner(self, possessive: Span) -> Mention | None:
        found = self._mentions.inside(possessive)
        if not found or found[0].value.cluster not in self._known.full:
            return None
        gender = self._words.pronouns[self._text[possessive.start : possessive.end].lower()]
        owner = found[0].value
        return owner if self._pronouns.is_alone(owner, gender, (possessive,), None) else None

    def _noun(self, claimant: Claimant, possessive: Span) -> str:
        """The claimant's name without its pronoun; its own words where they were taken for the name of another."""
        written = " ".join(self._text[possessive.end : claimant.mention.end].split())
        pronoun = self._text[possessive.start : possessive.end]
        name = claimant.name.removeprefix(f"{pronoun} ")
        return name if name in written else written
