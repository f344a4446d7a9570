"""Clusters: everything in an article that refers to one claimant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.annotations import ClaimantKind
from extractor.language.claimants import Gender
from extractor.language.mentions import AroundRoles
from extractor.matchers.mentions.phrase import Phrase

_SHORT_ROLE = 5
"""Characters of a title such as "Dr" or "Cllr." that any fuller role replaces."""


@dataclass(eq=False, slots=True)
class Cluster:
    """Everything that refers to one claimant; grows while an article is read.

    Attributes:
        roles: Lemmas and words of what is said of it, by which "the minister" finds it.
        words: Lower-case words of its names and roles, which the modifiers of a nominal must be among.
        names: How often the article names it.
        organised: Class of organisation, when its name or an apposition tells ("company", "state").
        sure: Whether a title, the recogniser or a first name vouches for a person ("Chasing Ruiz" is none).
        last_full: Block in which its full name last stood.
        leaning: What pronouns resolved so far suggest: above 0 female, below 0 male.
        headline: Whether a headline's nominal opened it, before the text could say more.
        first: Token by which its full name is first known.
        fulls: How often its full name stands.
        gender_by_name: Whether nothing but the first name tells the gender.
        style: A title that belongs to a lone name: "Prince", "Lord".
        attributive: Whether its name only ever modifies another noun ("a Transport spokesman").
    """

    name: str
    kind: ClaimantKind
    gender: Gender | None = None
    role: str | None = None
    affiliation: str | None = None
    plural: bool = False
    named: bool = False
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    names: int = 0
    organised: str = ""
    place: bool = False
    sure: bool = False
    last_full: int = -1
    headline: bool = False
    leaning: int = 0
    first: int = -1
    fulls: int = 0
    gender_by_name: bool = False
    attributive: bool = False
    style: str = ""

    @property
    def leans(self) -> Gender | None:
        """The gender that pronouns suggest; None when they suggest none."""
        return "female" if self.leaning > 0 else "male" if self.leaning < 0 else None

    @property
    def stated(self) -> Gender | None:
        """The gender that titles, roles and pronouns of the article state; a first name states none."""
        if self.kind not in ("person", "anonymous") or self.plural:
            return None
        return self.leans if self.gender is None or self.gender_by_name else self.gender

    @property
    def shown(self) -> str:
        """The name as records give it: "Lord Falk" of whom the article gives no first name."""
        return f"{self.style} {self.name}" if self.style and " " not in self.name else self.name

    def learn(self, phrase: Phrase, words: AroundRoles) -> None:
        """Take over what one more mention says: gender, role, affiliation."""
        if phrase.gender and (self.gender is None or self.gender_by_name):
            self.gender, self.gender_by_name = phrase.gender, False
        if self.kind == "person" and (self.role is None or len(self.role) <= _SHORT_ROLE):
            self.role = phrase.role or self.role
        self.affiliation = self.affiliation or phrase.affiliation
        self.words.update(words_of(phrase.affiliation or ""))
        self.words.update(words_of(phrase.name))
        if phrase.role:
            self.roles.update(_offices(phrase.role, words))
            self.words.update(words_of(phrase.role))
        if phrase.style:
            self.style = phrase.style
        if phrase.title:
            self.roles.add(phrase.title)
        if phrase.lemma:
            self.roles.add(phrase.lemma)
            self.words.add(phrase.lemma)


def _offices(role: str, listed: AroundRoles) -> list[str]:
    """The words of a role by which "the …" may take it up: no "chief" of "chief legal officer", but that of "police chief"."""
    words = words_of(role)
    return [
        word
        for word, behind in pairwise([*words, "of"])
        if word not in listed.ranks or behind in listed.after_ranks
    ]


def possessive_of(name: str) -> str:
    """ "Ana Kask's", "Bo Lins'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def words_of(text: str) -> list[str]:
    """The words of a name or role in lower case."""
    return re.findall(r"[\w-]+", text.lower())
