"""Nominals as phrases: noun phrases whose noun can speak, or whose clause says that it does."""

from __future__ import annotations

from extractor.annotations import ClaimantKind
from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.named import NameReader
from extractor.matchers.mentions.neighbours import Neighbours, definite
from extractor.matchers.mentions.phrase import Phrase, place_of
from extractor.matchers.mentions.roles import Descriptions
from extractor.matchers.mentions.words import Words

_ORIGINS = frozenset({"GPE", "LOC", "NORP"})
_DESCRIBING = frozenset({"compound", "amod", "nmod", "nummod"})


class NominalReader:
    """Makes phrases of common nouns."""

    def __init__(
        self,
        parsed: Words,
        lexicon: ClaimantLexicon,
        described: Descriptions,
        beside: Neighbours,
        names: NameReader,
    ) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self._described = described
        self._beside = beside
        self._names = names

    def read(self, token: int) -> Phrase | None:
        """The phrase a noun heads; None for things that neither speak nor are spoken for."""
        parsed, lexicon, lemma = self._parsed, self._lexicon, self._lemma(token)
        document = lemma in lexicon.documents
        person = lemma in lexicon.roles and not document
        group = lemma in lexicon.groups or lemma in lexicon.collectives
        vague = not (person or group or document)
        if vague and parsed.speaks_with(token) < 0 and parsed.child(token, "relcl") < 0:
            return None
        if self._beside.renames(token):
            return None
        if not document and (named := self._beside.name_behind(token, person)):
            return self._names.beside_noun(token, named, person)
        start, end = self._described.full_name(token)
        plural = parsed.tag[token] in ("NNS", "NNPS") or parsed.lemma[token] == f"{lemma}s"
        return Phrase(
            token, "nominal", parsed.words_of(start, end), self._kind(token, lemma, plural), place_of(parsed, token),
            start, end, lemma, gender=lexicon.role_gender.get(lemma),
            affiliation=self._described.affiliation(token) if person else None, modifiers=self._modifiers(token),
            origins=self._origins(token),
            plural=plural or lemma == "people" or lemma in lexicon.collectives,
            definite=self._definite(token), owned=parsed.child(token, "poss") >= 0,
            vague=vague or self._predicates(token),
            epithet=not plural and end == token + 1 and self._stands_for_a_name(token, lemma),
            together=self._beside.together(token),
        )  # fmt: skip

    def _definite(self, token: int) -> bool:
        return definite(self._parsed, token, self._lexicon.small.nominals.pointing)

    def _lemma(self, token: int) -> str:
        """The tagger takes "Exporters" at the start of a sentence for a name and leaves its plural alone."""
        lemma = self._parsed.lemma[token]
        if lemma == "old" and self._parsed.is_age(token):
            return "year-old"
        if (
            self._parsed.tag[token] in ("NNP", "NNPS")
            and lemma[-1] == "s"
            and lemma[:-1] in self._lexicon.roles
        ):
            return lemma[:-1]
        return lemma

    def _modifiers(self, token: int) -> frozenset[str]:
        parsed = self._parsed
        before = (c for c in parsed.children[token] if c < token and parsed.dep[c] in _DESCRIBING)
        return frozenset(parsed.lower[c] for c in before if parsed.word[c].isalpha())

    def _origins(self, token: int) -> frozenset[str]:
        parsed = self._parsed
        return frozenset(
            parsed.lower[c] for c in parsed.children[token] if c < token and parsed.entity[c] in _ORIGINS
        )

    def _kind(self, token: int, lemma: str, plural: bool) -> ClaimantKind:
        parsed, lexicon = self._parsed, self._lexicon
        if lemma in lexicon.documents:
            return "document"
        if lemma in lexicon.sources or (plural and parsed.child(token, "nummod") >= 0):
            return "anonymous"
        if lemma == "police":
            return "organisation"
        if plural or lemma in lexicon.collectives or lemma in lexicon.shares or lemma == "people":
            return "group"
        if lemma in lexicon.groups and lemma not in lexicon.roles:
            return "organisation"
        # "the finance director" is one person whom readers could look up, "the doctor" is not
        office = lemma in lexicon.roles and lemma not in lexicon.unnamed and self._definite(token)
        return "person" if office and self._specified(token) else "anonymous"

    def _stands_for_a_name(self, token: int, lemma: str) -> bool:
        """ "The candidate" and "the Swede" do; "the senator" needs an origin to tell which: "the Norland senator"."""
        if lemma in self._lexicon.epithets or self._parsed.entity[token] == "NORP":
            return True
        children = self._parsed.children[token]
        return lemma in self._lexicon.elected and any(self._is_origin(c) for c in children if c < token)

    def _is_origin(self, token: int) -> bool:
        """A place or people, or a capital that the recogniser does not know."""
        entity = self._parsed.entity[token]
        return entity in _ORIGINS or (entity == "" and self._parsed.tag[token] == "NNP")

    def _predicates(self, token: int) -> bool:
        """Whether a noun says what somebody is rather than who: "She is a lawyer", "served as a judge"."""
        parsed = self._parsed
        return parsed.dep[token] == "attr" or (
            parsed.dep[token] == "pobj" and parsed.lower[parsed.head[token]] == "as"
        )

    def _specified(self, token: int) -> bool:
        parsed = self._parsed
        return any(parsed.dep[c] in _DESCRIBING or parsed.lower[c] == "of" for c in parsed.children[token])
