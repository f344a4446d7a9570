"""Words for `extractor.claims.referents`, and the insertions made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.annotations import Span
from extractor.language.claimants import ClaimantWords
from extractor.language.pronouns import Pronouns
from extractor.language.standalone import StandaloneWords

T = TypeVar("T")

GENDERED = ("male", "female")
BY_NAME = frozenset({"name", "surname", "acronym"})
"""How a mention is resolved that names somebody, in full or short."""
SPEAKING = {"speaker": ("person",), "speakers": ("organisation",)}
"""Which kinds of claimant say "I", and which say "we" of themselves."""

_POSSESSIVE_END = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")


@dataclass(frozen=True, slots=True, order=True)
class Insertion:
    """Words to put in brackets behind a character of the article text."""

    offset: int
    words: str

    def __str__(self) -> str:
        return f" [{self.words}]"


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value with the place of its span, for a lookup."""

    span: Span
    value: T

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.span.end


@dataclass(frozen=True, slots=True)
class ReferentWords:
    """The words that point outside a claim.

    Attributes:
        pronouns: Lower-case form → what it agrees with: male, female, neuter, plural, speaker, speakers.
        gendered: Finds the pronouns of a gender.
        possessive: Forms that own what follows; "her" only when the tagger says so.
        plain: All other forms.
        determiners: Words before a noun that takes up a name.
        indefinite: Words before a name that stands for anybody like its bearer.
        former: Finds the words before a role that somebody else may hold now.
        organisations: Nouns that take up an organisation.
        first_person: Finds the pronouns of a speaker.
        titles: Title in lower case → male or female.
        roles: Nouns for one person.
        be: Forms of the verb.
        contraction: Finds what is left of a verb behind a pronoun: "I'd".
        bodies: Words by which a name is an organisation's: "Council", "Inc.".
    """

    pronouns: dict[str, str]
    gendered: dict[str, re.Pattern[str]]
    possessive: frozenset[str]
    plain: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    former: re.Pattern[str]
    organisations: frozenset[str]
    first_person: re.Pattern[str]
    titles: Mapping[str, str]
    roles: frozenset[str]
    bodies: frozenset[str]
    be: frozenset[str]
    contraction: re.Pattern[str]

    @classmethod
    def read(cls, words: StandaloneWords, pronouns: Pronouns, claimants: ClaimantWords) -> ReferentWords:
        """The words that point outside a claim, and the titles and roles of claimants."""
        forms, nominals = pronouns.personal, words.nominals
        kinds = {word: kind for kind, of in forms.items() for word in (*of.plain, *of.possessive)}
        classes = claimants.classes.values()
        return cls(
            pronouns=kinds,
            gendered={
                gender: _any_of(w for w, kind in kinds.items() if kind == gender) for gender in GENDERED
            },
            possessive=frozenset(word for of in forms.values() for word in of.possessive),
            plain=frozenset(word for of in forms.values() for word in of.plain),
            determiners=nominals.determiners,
            indefinite=nominals.indefinite,
            former=re.compile(rf"\b(?:{'|'.join(nominals.former)})\b"),
            organisations=nominals.organisations,
            first_person=_any_of(word for word, kind in kinds.items() if kind in SPEAKING),
            titles=claimants.titles.gender,
            roles=claimants.roles.nouns,
            be=words.verbs.be,
            contraction=re.compile(rf"['’](?:{'|'.join(words.verbs.contractions)})\b"),
            bodies=claimants.groups.nouns.union(*(listed.names for listed in classes)),
        )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(words)})\b")


def behind_possessive(text: str, end: int) -> int:
    """The end of a word with its possessive ending: "last year's"."""
    possessive = _POSSESSIVE_END.match(text, end)
    return possessive.end() if possessive else end
