"""``lexicons/claimants.toml`` and ``lexicons/given_names.toml``: who can be a claimant, and what a name tells of its bearer."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar, Literal

from extractor.language.schema import Lexicon, Table, WordList, Words

Gender = Literal["male", "female"]


class Gendered(Table):
    """Words that state a gender."""

    male: Words
    female: Words

    @cached_property
    def gender(self) -> dict[str, Gender]:
        """The gender of each word."""
        male: dict[str, Gender] = dict.fromkeys(self.male, "male")
        return male | dict.fromkeys(self.female, "female")


class Titles(Gendered):
    """Titles before a name, in lower case.

    Attributes:
        either: Titles that tell no gender.
        offices: Titles that tell an office or profession, and so may stand as a role.
        styles: Titles that belong to the name of whom the article gives no first name ("prince").
        after: Honours behind a name ("KC").
        long: What an abbreviated title is short for.
    """

    either: Words
    offices: Words
    styles: Words
    after: Words
    long: dict[str, str]

    @cached_property
    def all(self) -> frozenset[str]:
        """Every title before a name."""
        return self.male | self.female | self.either


class Nouns(Table):
    """Lemmas of nouns."""

    nouns: Words


class Documents(Nouns):
    """Nouns for documents.

    Attributes:
        same: Rows of nouns that may stand for one document ("study", "paper").
    """

    same: tuple[WordList, ...]


class Roles(Gendered):
    """Nouns for one person by office or trade.

    Attributes:
        in_names: Those that also begin names of organisations ("General Motors").
        relations: Those that say how two people stand to each other, no office ("rival").
        spouses: Those of couples, each the other's ("wife", "fiancé").
        epithets: Nouns by which "the …" takes up the person the text is about ("the candidate").
        elected: Offices of which a person holds one at a time ("senator").
        sources: Nouns for those who speak and are not named ("source").
        unnamed: Nouns that leave open who it is.
        veiled: Nouns for those whom nobody may name ("official").
        synonyms: Roles that another noun also stands for ("ceo": chief executive).
    """

    nouns: Words
    in_names: Words
    relations: Words
    spouses: Words
    epithets: Words
    elected: Words
    sources: Words
    unnamed: Words
    veiled: Words
    synonyms: dict[str, WordList]


class Groups(Table):
    """Nouns for several people and for bodies.

    Attributes:
        heads_of_names: Nouns besides these that take "of" inside a name ("Court of …").
        shares: Words that count people and stand for those they count ("39 percent").
        bodies: Nouns for any organisation, whatever its class ("group").
        owners: Plurals that own a body in its name ("People's Party").
        legal_forms: Words that end the names of companies and tell no two apart ("inc").
    """

    nouns: Words
    heads_of_names: Words
    shares: Words
    bodies: Words
    owners: Words
    legal_forms: Words


class OrganisationClass(Table):
    """A class of organisations ("company").

    Attributes:
        nouns: By which "the …" takes one up.
        names: Words of a name that tell the class ("Inc.").
    """

    nouns: Words
    names: Words


class Labels(Table):
    """What stands before a colon and names nobody.

    Attributes:
        questions: Labels of an interviewer ("Q").
        answers: Labels of whom he asks ("A").
        topics: What tells the kind of article in a headline ("Analysis").
    """

    questions: Words
    answers: Words
    topics: Words


class ClaimantWords(Lexicon):
    """The file."""

    file: ClassVar[str] = "lexicons/claimants"

    titles: Titles
    roles: Roles
    groups: Groups
    classes: dict[str, OrganisationClass]
    collectives: Nouns
    documents: Documents
    utterances: Nouns
    labels: Labels

    @property
    def legal_forms(self) -> frozenset[str]:
        """Words that end the names of companies and tell no two apart."""
        return self.groups.legal_forms

    @cached_property
    def generic(self) -> frozenset[str]:
        """Common nouns for people, bodies, groups and documents, which alone are nobody's name."""
        return self.roles.nouns | self.groups.nouns | self.collectives.nouns | self.documents.nouns


class GivenNames(Lexicon, Gendered):
    """First names by the gender they tell."""

    file: ClassVar[str] = "lexicons/given_names"
