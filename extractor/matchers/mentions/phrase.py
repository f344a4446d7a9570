"""A phrase that may mention a claimant: what it says, and where it stands."""

from __future__ import annotations

from typing import Literal, NamedTuple

from extractor.annotations import ClaimantKind
from extractor.language.claimants import Gender
from extractor.matchers.mentions.words import Words

Form = Literal["name", "nominal", "pronoun"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Place(NamedTuple):
    """Where the head of a phrase stands.

    Attributes:
        speaks: The reporting cue the phrase is the subject of, -1 for none.
        quote: Number of the quotation it stands in, -1 outside.
        governor: The token its head depends on.
        above: The token its governor depends on.
        aside: Whether its verb is a parenthesis: "A nurse, he said, …".
        main: Whether its verb heads the sentence, alone or with others.
        owner: Whether it is a possessor ("the mayor's plan").
    """

    subject: bool
    speaks: int
    quote: int
    sentence: int
    block: int
    headline: bool
    governor: int
    above: int
    aside: bool
    main: bool
    owner: bool


class Phrase(NamedTuple):
    """A name, a nominal or a pronoun.

    Attributes:
        head: Its head token.
        name: The name without titles, or the nominal without its determiner; a pronoun's class (male, female, plural, …).
        start: First token; determiner, titles and other premodifiers are inside.
        end: Token after the last.
        lemma: Lemma of the head noun, by which nominals are matched; of the role or class noun for names in apposition.
        label: The recogniser's label of a name.
        titled: Whether a title, a role or an age shows that a name is a person's.
        title: "dr", "general".
        style: The title as written, where it belongs to a lone name ("Prince").
        modifiers: Lower-case words before a nominal's head, determiners and possessors outside.
        origins: Those of them that tell a place or people ("the Norland minister").
        definite: Whether it points at something known ("the minister", "her lawyer").
        owned: Whether a possessor makes it specific.
        attributive: Whether a name merely modifies another noun.
        vague: Whether no "he" goes back to it: only its clause, not the noun, lets it speak ("the smell told me"), or it says
            what somebody is ("served as a judge").
        epithet: Whether "the …" may take up the person the text is about ("the candidate", "the 46-year-old").
        antecedent: The head it refers to, for relative pronouns; -1 otherwise.
        alias_of: The long form that an acronym in brackets follows.
        together: The name of the couple or group it begins ("Ana Ruiz and colleagues"); "" when it stands alone.
    """

    head: int
    form: Form
    name: str
    kind: ClaimantKind
    place: Place
    start: int
    end: int
    lemma: str
    label: str = ""
    gender: Gender | None = None
    titled: bool = False
    title: str = ""
    style: str = ""
    role: str | None = None
    affiliation: str | None = None
    modifiers: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    plural: bool = False
    definite: bool = False
    owned: bool = False
    attributive: bool = False
    vague: bool = False
    epithet: bool = False
    antecedent: int = -1
    alias_of: str = ""
    together: str = ""


def place_of(parsed: Words, head: int) -> Place:
    """Where a token stands among verbs, quotations and sentences."""
    governor = parsed.head[head]
    above, dep, role = parsed.head[governor], parsed.dep[head], parsed.dep[governor]
    main = above == governor or (role == "conj" and parsed.head[above] == above)
    return Place(
        dep in SUBJECTS, parsed.speaks_with(head), parsed.quote_of[head], parsed.sentence_of[head], parsed.block_of[head],
        parsed.in_headline[head], governor, above, role == "parataxis", main, dep == "poss",
    )  # fmt: skip
