"""Phrases that may mention a claimant: names, nominals and pronouns, as parse and names show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractor.annotations import ClaimantKind
from extractor.matchers.mentions.lexicon import ClaimantLexicon, Gender
from extractor.matchers.mentions.neighbours import Neighbours, definite
from extractor.matchers.mentions.proper import ProperName, find_names
from extractor.matchers.mentions.roles import Descriptions
from extractor.matchers.mentions.words import Words

_KIND_OF_LABEL: dict[str, ClaimantKind] = {"PERSON": "person", "WORK_OF_ART": "document", "LAW": "document"}
_DESCRIBING = frozenset({"compound", "amod", "nmod", "nummod"})
_MODIFYING = frozenset({"compound", "amod", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INNER_CAPITAL = re.compile(r"(?!Mc|Mac|De|La|Le|O)[A-Z][a-z]+[A-Z]")
"""BuzzFeed, but not McConnell."""
_GENDERS: dict[str, Gender] = {"male": "male", "female": "female"}

Form = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A name, a nominal or a pronoun.

    Attributes:
        start: First token; determiner, titles and other premodifiers are inside.
        end: Token after the last.
        head: Its head token.
        name: The name without titles, or the nominal without its determiner; a pronoun's class (male, female, plural, …).
        lemma: Lemma of the head noun, by which nominals are matched; of the role or class noun for names in apposition.
        label: The recogniser's label of a name.
        titled: Whether a title, a role or an age shows that a name is a person's.
        modifiers: Lower-case words before a nominal's head, determiners and possessors outside.
        definite: Whether it points at something known ("the minister", "her lawyer").
        owned: Whether a possessor makes it specific.
        speaks: Whether it is the subject of a reporting cue.
        quote: Number of the quotation it stands in, -1 outside.
        title: "Dr", "General".
        epithet: Whether "the …" may take up the person the text is about ("the candidate", "the 46-year-old").
        vague: Whether only its clause, not the noun, lets it speak ("the smell told me"): no "he" goes back to it.
        governor: The token its head depends on.
        above: The token its governor depends on.
        aside: Whether its verb is a parenthesis: "A nurse, he said, …".
        antecedent: The head it refers to, for relative pronouns; -1 otherwise.
        alias_of: The long form that an acronym in brackets follows.
        together: The name of the couple or group it begins ("Ana Ruiz and colleagues"); "" when it stands alone.
    """

    start: int
    end: int
    head: int
    form: Form
    name: str
    lemma: str
    kind: ClaimantKind
    label: str = ""
    gender: Gender | None = None
    titled: bool = False
    role: str | None = None
    affiliation: str | None = None
    modifiers: frozenset[str] = frozenset()
    plural: bool = False
    definite: bool = False
    owned: bool = False
    attributive: bool = False
    subject: bool = False
    speaks: int = -1
    quote: int = -1
    sentence: int = 0
    block: int = 0
    headline: bool = False
    title: str = ""
    vague: bool = False
    epithet: bool = False
    governor: int = -1
    above: int = -1
    aside: bool = False
    antecedent: int = -1
    alias_of: str = ""
    together: str = ""


def find_phrases(words: Words, lexicon: ClaimantLexicon) -> list[Phrase]:
    """All phrases of an article's story in the order of their heads; no two share a head."""
    return list(_Finder(words, lexicon).phrases())


class _Finder:
    def __init__(self, words: Words, lexicon: ClaimantLexicon) -> None:
        self._words = words
        self._lexicon = lexicon
        self._names = find_names(words, lexicon)
        self._name_of = {token: name for name in self._names for token in range(name.start, name.end)}
        self._described = Descriptions(words, lexicon, self._name_of)
        self._beside = Neighbours(words, lexicon, self._names, self._name_of, self._described)
        self._alias_of = dict(self._beside.aliases())

    def phrases(self) -> Iterator[Phrase]:
        words = self._words
        for token in range(words.size):
            name = self._name_of.get(token)
            if name is not None:
                if name.head == token:
                    yield self._name(name)
            elif not words.in_story[token]:
                continue
            elif words.tag[token] in ("PRP", "PRP$", "WP", "WDT", "WP$"):
                if pronoun := self._pronoun(token):
                    yield pronoun
            elif self._may_be_nominal(token) and (nominal := self._nominal(token)):
                yield nominal

    def _may_be_nominal(self, token: int) -> bool:
        words = self._words
        head = words.dep[token] not in _MODIFYING or words.in_headline[token]
        return head and words.pos[token] in ("NOUN", "PROPN")

    def _name(self, name: ProperName) -> Phrase:
        words, described = self._words, self._described
        affiliation: str | None = None
        role: str | None = described.role_before(name)
        lemma, gender = "", name.gender
        if role:
            before = name.core - 1 if name.role >= 0 and not name.title else name.start - 1
            noun = next(
                (t for t in (before, name.core - 2, name.core - 1) if words.lemma[t] in self._lexicon.roles),
                before,
            )
            affiliation = described.affiliation(noun) or described.affiliation(name.head)
            gender = gender or self._lexicon.role_gender.get(words.lemma[noun])
        noun = self._beside.noun_behind(name)
        if noun >= 0:
            lemma = words.lemma[noun]
            affiliation = affiliation or described.affiliation(noun)
            if lemma in self._lexicon.roles:
                role = role or (described.role(noun) if lemma not in self._lexicon.relations else None)
                gender = gender or self._lexicon.role_gender.get(lemma)
        kind = self._kind_of_name(name, bool(role))
        start = name.start
        text = self._with_state(name) if kind == "organisation" else name.text
        return self._phrase(
            name.head, "name", text, kind,
            start=start, end=name.end, lemma=lemma, label=name.label, gender=gender,
            titled=bool(role or name.title or name.aged), title=name.title.lower(), role=role or self._office(name.title),
            affiliation=affiliation or (described.affiliation(name.head) if kind == "person" else None),
            attributive=name.attributive, alias_of=self._alias_of.get(name.head, ""),
            plural=name.label == "NORP",
        )  # fmt: skip

    def _office(self, title: str) -> str | None:
        return title if title.lower() in self._lexicon.offices else None

    def _kind_of_name(self, name: ProperName, role: bool) -> ClaimantKind:
        words = self._words
        parts = [words.lower[token] for token in range(name.core, name.end)]
        if role or name.title or name.aged:
            return "person"
        if name.label == "NORP":
            return "group"
        if len(parts) == 1 and name.label != "PERSON" and _INNER_CAPITAL.match(name.text):
            return "organisation"
        if (
            any(part in self._lexicon.groups for part in parts)
            or parts[-1] in self._lexicon.class_of_name
            or "&" in parts
        ):
            return "organisation"
        determiner = words.child(name.head, "det")
        if (
            name.label == "" and determiner >= 0 and words.lower[determiner] == "the"
        ):  # people's names take no article
            return "organisation"
        return _KIND_OF_LABEL.get(name.label, "organisation" if name.label else "person")

    def _with_state(self, name: ProperName) -> str:
        """ "Karvia's Interior Ministry": a ministry's name alone does not say whose it is."""
        words = self._words
        if words.lower[name.end - 1] in self._lexicon.groups:
            owner = words.child(name.head, "poss")
            if 0 <= owner < name.start and words.entity[owner] == "GPE" and name.start - owner <= 3:
                return words.words(self._name_of[owner].core if owner in self._name_of else owner, name.end)
        return name.text

    def _nominal(self, token: int) -> Phrase | None:
        words, lexicon, lemma = self._words, self._lexicon, self._lemma(token)
        person = lemma in lexicon.roles and lemma not in lexicon.documents
        group = lemma in lexicon.groups or lemma in lexicon.collectives
        if not (
            person
            or group
            or lemma in lexicon.documents
            or words.speaks_with(token) >= 0
            or words.child(token, "relcl") >= 0
        ):
            return None
        if words.dep[token] == "appos" and words.head[token] in self._name_of:
            return None
        if lemma not in lexicon.documents and (named := self._beside.name_behind(token, person)):
            return self._named(token, named, person)
        start, end = self._described.full_name(token)
        plural = words.tag[token] in ("NNS", "NNPS") or lemma != words.lemma[token]
        return self._phrase(
            token, "nominal", words.words(start, end), self._kind_of_nominal(token, plural),
            start=start, end=end, lemma=lemma, gender=lexicon.role_gender.get(lemma),
            affiliation=self._described.affiliation(token) if person else None,
            modifiers=self._modifiers(token),
            plural=plural or lemma == "people" or lemma in lexicon.collectives,
            epithet=not plural and lemma in lexicon.epithets and end == token + 1,
            vague=not (person or group or lemma in lexicon.documents),
            definite=definite(words, token), owned=words.child(token, "poss") >= 0,
        )  # fmt: skip

    def _lemma(self, token: int) -> str:
        """The tagger takes "Exporters" at the start of a sentence for a name and leaves its plural alone."""
        lemma = self._words.lemma[token]
        if (
            self._words.tag[token] in ("NNP", "NNPS")
            and lemma[-1] == "s"
            and lemma[:-1] in self._lexicon.roles
        ):
            return lemma[:-1]
        return lemma

    def _modifiers(self, token: int) -> frozenset[str]:
        words = self._words
        before = (c for c in words.children[token] if c < token and words.dep[c] in _DESCRIBING)
        return frozenset(words.lower[c] for c in before if words.text[c].isalpha())

    def _named(self, token: int, name: ProperName, person: bool) -> Phrase:
        words, lemma = self._words, self._words.lemma[token]
        person = person and words.tag[token] not in ("NNS", "NNPS")  # "its auditors, Penrose Lyle"
        return self._phrase(
            token, "name", name.text, "person" if person else "organisation",
            start=token, end=name.end, lemma=lemma, label=name.label,
            gender=name.gender or self._lexicon.role_gender.get(lemma), titled=person,
            role=self._described.role(token) if person and lemma not in self._lexicon.relations else None,
            affiliation=self._described.affiliation(token) if person else None,
        )  # fmt: skip

    def _kind_of_nominal(self, token: int, plural: bool) -> ClaimantKind:
        words, lexicon, lemma = self._words, self._lexicon, self._lemma(token)
        if lemma in lexicon.documents:
            return "document"
        if lemma in lexicon.sources or (plural and words.child(token, "nummod") >= 0):
            return "anonymous"
        if lemma == "police":
            return "organisation"
        if plural or lemma in lexicon.collectives or lemma == "people":
            return "group"
        if lemma in lexicon.groups and lemma not in lexicon.roles:
            return "organisation"
        # "the finance director" is one person whom readers could look up, "the doctor" is not
        specified = any(words.dep[c] in _DESCRIBING or words.lower[c] == "of" for c in words.children[token])
        office = (
            lemma in lexicon.roles and lemma not in lexicon.unnamed and specified and definite(words, token)
        )
        return "person" if office else "anonymous"

    def _pronoun(self, token: int) -> Phrase | None:
        words = self._words
        kind = self._lexicon.pronoun.get(words.lower[token])
        if kind is None:
            return None
        antecedent = -1
        if kind == "relative":
            antecedent = self._antecedent(token)
            if antecedent < 0:
                return None
        return self._phrase(
            token, "pronoun", kind, "person", start=token, end=token + 1, lemma=words.lower[token],
            gender=_GENDERS.get(kind), plural=kind == "plural", antecedent=antecedent,
        )  # fmt: skip

    def _antecedent(self, token: int) -> int:
        """The noun a relative clause modifies; -1 for questions and for "that" that is no subject."""
        words = self._words
        if words.dep[token] not in _SUBJECTS and words.lower[token] != "whose":
            return -1
        clause = words.head[token]
        for _ in range(6):
            if words.dep[clause] == "relcl":
                return words.head[clause]
            clause = words.head[clause]
        return -1

    def _phrase(self, head: int, form: Form, name: str, kind: ClaimantKind, **fields: object) -> Phrase:
        words = self._words
        return Phrase(
            head=head, form=form, name=name, kind=kind, subject=words.dep[head] in _SUBJECTS,
            speaks=words.speaks_with(head), governor=words.head[head],
            above=words.head[words.head[head]], aside=words.dep[words.head[head]] == "parataxis",
            quote=words.quote[head], sentence=words.sentence[head],
            block=words.block[head], headline=words.in_headline[head],
            together=self._beside.together(head) if form != "pronoun" else "", **fields,  # type: ignore[arg-type]
        )  # fmt: skip
