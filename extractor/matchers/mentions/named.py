"""Names as phrases: who or what bears the name, with the role, the affiliation and the gender that the text gives beside it."""

from __future__ import annotations

import re
from itertools import takewhile

from extractor.annotations import ClaimantKind
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.neighbours import Neighbours
from extractor.matchers.mentions.phrase import Phrase, place_of
from extractor.matchers.mentions.proper import ProperName
from extractor.matchers.mentions.roles import Descriptions
from extractor.matchers.mentions.words import Words

_KIND_OF_LABEL: dict[str, ClaimantKind] = {"PERSON": "person", "WORK_OF_ART": "document", "LAW": "document"}
_UNTOLD = frozenset({"", "WORK_OF_ART"})
"""Labels of names that may be a body's: the recogniser takes much that it does not know for a work of art."""
_STATES = frozenset({"GPE", "ORG", "LOC"})
_GENDERS = frozenset({"male", "female"})
_INNER_CAPITAL = re.compile(r"(?!Mc|Mac|De|La|Le|O)[A-Z][a-z]+[A-Z]")
"""RadioQuay, but not McArdle."""


class NameReader:
    """Makes phrases of proper names."""

    def __init__(
        self, parsed: Words, lexicon: ClaimantLexicon, described: Descriptions, beside: Neighbours
    ) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self._described = described
        self._beside = beside
        self._alias_of = dict(beside.aliases())

    def read(self, name: ProperName) -> Phrase:
        """A name with what stands before and behind it: "deputy governor Ana Ruiz", "Ana Ruiz, 71, a retired teacher"."""
        described, lexicon = self._described, self._lexicon
        affiliation: str | None = None
        role: str | None = described.role_before(name)
        lemma, gender = "", name.gender
        if role:
            noun = self._role_noun(name)
            affiliation = described.affiliation(noun) or described.affiliation(name.head)
            gender = gender or lexicon.role_gender.get(self._parsed.lemma[noun])
        noun = self._beside.noun_behind(name)
        if noun >= 0:
            lemma = self._parsed.lemma[noun]
            affiliation = affiliation or described.affiliation(noun)
            if lemma in lexicon.roles:
                role = role or (described.role(noun) if lemma not in lexicon.relations else None)
                gender = gender or lexicon.role_gender.get(lemma)
        kind = self._kind(name, bool(role))
        if kind == "organisation" and self._is_called_so(name):
            kind = "person"
        return Phrase(
            name.head, "name", self._with_state(name) if kind == "organisation" else name.text, kind,
            place_of(self._parsed, name.head), name.start, name.end, lemma, name.label, gender,
            titled=bool(role or name.title or name.aged), title=name.title.lower(),
            style=name.title if name.title.lower() in lexicon.styles else "",
            role=role or (name.title if name.title.lower() in lexicon.offices else None),
            affiliation=affiliation or (described.affiliation(name.head) if kind == "person" else None),
            plural=name.label == "NORP", attributive=name.attributive,
            alias_of=self._alias_of.get(name.head, ""), together=self._beside.together(name.head),
        )  # fmt: skip

    def beside_noun(self, noun: int, name: ProperName, person: bool) -> Phrase:
        """A noun with its name in apposition: "the transport secretary, Colm Weatherby"."""
        parsed, lemma = self._parsed, self._parsed.lemma[noun]
        body = parsed.lower[name.end - 1] in self._lexicon.class_of_name  # "its parent, Orbis Holdings"
        several = parsed.tag[noun] in ("NNS", "NNPS")  # "its auditors, Penrose Lyle"
        person = person and not body and not several
        return Phrase(
            noun, "name", name.text, "person" if person else "organisation", place_of(parsed, noun),
            noun, name.end, lemma, name.label, name.gender or self._lexicon.role_gender.get(lemma), titled=person,
            role=self._described.role(noun) if person and lemma not in self._lexicon.relations else None,
            affiliation=self._described.affiliation(noun) if person else None, together=self._beside.together(noun),
        )  # fmt: skip

    def _role_noun(self, name: ProperName) -> int:
        """The noun of the role in front of a name."""
        before = name.core - 1 if name.role >= 0 and not name.title else name.start - 1
        for token in (before, name.core - 2, name.core - 1):
            if self._parsed.lemma[token] in self._lexicon.roles:
                return token
        return before

    def _kind(self, name: ProperName, role: bool) -> ClaimantKind:
        parsed, lexicon = self._parsed, self._lexicon
        parts = parsed.lower[name.core : name.end]
        if role or name.title or name.aged:
            return "person"
        if name.label == "NORP":
            return "group"
        if not lexicon.small.names.against.isdisjoint(parts):
            return "document"
        if len(parts) == 1 and name.label != "PERSON" and _INNER_CAPITAL.match(name.text):
            return "organisation"
        if any(p in lexicon.groups for p in parts) or parts[-1] in lexicon.class_of_name or "&" in parts:
            return "organisation"
        if self._takes_article(name):
            papers = parts[-1] in lexicon.documents and name.label == "WORK_OF_ART"
            return "document" if papers else "organisation"
        return _KIND_OF_LABEL.get(name.label, "organisation" if name.label else "person")

    def _is_called_so(self, name: ProperName) -> bool:
        """Whether a body with a first name is a person: "Ana Ruiz said her client …", but not "Morgan Stanley said it …"."""
        parsed, gender = self._parsed, self._lexicon.gender_of_name(name.text)
        if gender is None or name.attributive or name.label != "ORG":
            return False
        behind = range(name.end, parsed.size)
        sentence = takewhile(lambda token: parsed.sentence_of[token] == parsed.sentence_of[name.head], behind)
        named = (self._lexicon.pronoun.get(parsed.lower[token]) for token in sentence)
        return next((told for told in named if told in _GENDERS), None) == gender

    def _takes_article(self, name: ProperName) -> bool:
        """Whether "the" stands before it, as before no person's name, whatever the recogniser makes of "the Skerry Line"."""
        parsed = self._parsed
        determiner = parsed.child(name.head, "det")
        if determiner < 0 or parsed.lower[determiner] != "the":
            return False
        unlike = name.label == "PERSON" and determiner == name.start - 1 and " " in name.text
        return name.label in _UNTOLD or (unlike and self._lexicon.gender_of_name(name.text) is None)

    def _with_state(self, name: ProperName) -> str:
        """ "Karvia's Interior Ministry": a ministry's name alone does not say whose it is."""
        parsed = self._parsed
        if any(parsed.lower[token] in self._lexicon.groups for token in range(name.core, name.end)):
            owner = parsed.child(name.head, "poss")
            if 0 <= owner < name.start and parsed.entity[owner] in _STATES and name.start - owner == 2:
                known = self._beside.name_at(owner)
                return parsed.words_of(known.core if known else owner, name.end)
        return name.text
