"""The words by which claimants are known, as sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.language.claimants import ClaimantWords, Gender, GivenNames
from extractor.language.mentions import MentionWords
from extractor.language.pronouns import Pronouns
from extractor.language.resources import Resources


@dataclass(frozen=True, slots=True)
class ClaimantLexicon:
    """``lexicons/claimants.toml`` for look-up; all keys are lower-case.

    Attributes:
        title_gender: Gender a title states; None for "Dr" and its like.
        offices: Titles that tell an office or profession, and so may stand as a role.
        long_title: What an abbreviated title is short for ("gen.": "general").
        synonyms: Roles that another noun also stands for ("ceo": chief executive).
        role_gender: Gender a role noun states ("spokeswoman", "father").
        in_names: Role nouns that also begin names of organisations ("General Motors").
        styles: Titles that belong to the name of whom the article gives no first name ("prince").
        veiled: Role nouns of those whom nobody may name ("official").
        relations: Role nouns that say how two people stand to each other, no office ("rival").
        spouses: Role nouns of couples, each the other's ("wife", "fiancé").
        epithets: Nouns by which "the …" takes up the person the text is about ("the candidate", "the 46-year-old").
        elected: Offices of which a person holds one at a time ("senator", "governor").
        after_names: Honours after a name ("KC", "MP").
        shares: Words that count people and stand for those they count ("39 percent").
        bodies: Nouns for any organisation, whatever its class ("group", "organisation").
        heads_of_names: Nouns besides the groups that take "of" inside a name ("Court of …").
        same_document: Nouns that may stand for the same document as a noun ("study": "paper", "report").
        class_of: Class of organisation ("company") by the noun for it ("firm").
        class_of_name: Class of organisation by a word of its name ("Inc.", "Union").
        owners: Plurals that own a body in its name ("People's Party").
        generic: Common nouns for people, bodies, groups and documents, which alone are nobody's name.
        speaking: The same, with the plurals of roles that a tagger leaves alone ("Exporters").
        pronoun: Class of a third-person pronoun: male, female, plural, neuter or relative.
        currencies: Codes that stand before an amount ("CHF"), as ``lexicons/quantity_currencies.toml`` lists them.
        small: The small words in and around phrases.
        given: Gender of a first name, from ``lexicons/given_names.toml``.
    """

    title_gender: Mapping[str, Gender | None]
    offices: frozenset[str]
    long_title: dict[str, str]
    synonyms: Mapping[str, Sequence[str]]
    roles: frozenset[str]
    role_gender: dict[str, Gender]
    in_names: frozenset[str]
    unnamed: frozenset[str]
    styles: frozenset[str]
    veiled: frozenset[str]
    relations: frozenset[str]
    spouses: frozenset[str]
    epithets: frozenset[str]
    elected: frozenset[str]
    sources: frozenset[str]
    after_names: frozenset[str]
    groups: frozenset[str]
    shares: frozenset[str]
    bodies: frozenset[str]
    heads_of_names: frozenset[str]
    collectives: frozenset[str]
    documents: frozenset[str]
    same_document: dict[str, tuple[str, ...]]
    class_of: dict[str, str]
    class_of_name: dict[str, str]
    owners: frozenset[str]
    generic: frozenset[str]
    speaking: frozenset[str]
    pronoun: dict[str, str]
    currencies: frozenset[str]
    given: dict[str, Gender]
    small: MentionWords

    def gender_of_name(self, name: str) -> Gender | None:
        """What the first of several names tells; None for a surname alone."""
        first, _, rest = name.lower().partition(" ")
        return self.given.get(first) if rest else None

    def role_of(self, word: str) -> str:
        """The role noun that a word is, in the singular or plural; "" for none ("celebrities": celebrity)."""
        if word in self.roles:
            return word
        singular = f"{word[:-3]}y" if word.endswith("ies") else word[:-1] if word.endswith("s") else ""
        return singular if singular in self.roles else ""

    @classmethod
    def read(cls, resources: Resources) -> ClaimantLexicon:
        """The lexicon of a language."""
        words = resources.lexicon(ClaimantWords)
        titles, roles, groups, classes = words.titles, words.roles, words.groups, words.classes.items()
        forms = resources.lexicon(Pronouns)
        pronouns = {**forms.third_person, "relative": forms.relative}
        money = resources.toml("lexicons/quantity_currencies")["currency"]
        return cls(
            title_gender=dict.fromkeys(titles.either) | titles.gender,
            offices=titles.offices,
            long_title=titles.long,
            synonyms=roles.synonyms,
            roles=roles.nouns,
            role_gender=roles.gender,
            in_names=roles.in_names,
            unnamed=roles.unnamed,
            styles=titles.styles,
            veiled=roles.veiled,
            relations=roles.relations,
            spouses=roles.spouses,
            epithets=roles.epithets,
            elected=roles.elected,
            sources=roles.sources,
            after_names=titles.after,
            groups=groups.nouns,
            shares=groups.shares,
            bodies=groups.bodies,
            heads_of_names=groups.heads_of_names,
            collectives=words.collectives.nouns,
            documents=words.documents.nouns,
            same_document={noun: row for row in words.documents.same for noun in row},
            class_of={noun: name for name, listed in classes for noun in listed.nouns},
            class_of_name={word: name for name, listed in classes for word in listed.names},
            owners=groups.owners,
            generic=words.generic,
            speaking=words.generic | {f"{role}s" for role in roles.nouns},
            pronoun={form: kind for kind, of in pronouns.items() for form in of.forms},
            small=resources.lexicon(MentionWords),
            currencies=frozenset(currency["code"] for currency in money),
            given=resources.lexicon(GivenNames).gender,
        )
