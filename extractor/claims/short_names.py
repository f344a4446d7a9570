"""Short names of those an article names in full: "Kask" for Ana Kask, "PSB" or "the Board" for the Port Safety Board."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotations import Mention, Span
from extractor.claims.introductions import PLACES, Introductions
from extractor.claims.lookup import Lookup
from extractor.claims.wording import Placed, ReferentWords, behind_possessive

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NEAR = 8
"""Characters before a name that may hold its determiner."""
_ATTRIBUTIVE = frozenset({"compound", "amod", "nmod"})
_PEOPLE = frozenset({"PERSON"})
_NO_NAMES = frozenset({"DATE", "TIME", "EVENT"})
"""Labels of what is no short name of anybody: "Christmas" of "Merry Christmas"."""
_CAPITAL_BEHIND = re.compile(r" [A-Z0-9]")
_NUMERAL = re.compile(r"[IVX]+")


class ShortNames:
    """The short names of one article.

    Args:
        text: The article text.
        doc: Its parse.
        known: How it introduces those it names.
        words: The words that point outside a claim.
    """

    def __init__(self, text: str, doc: Doc, known: Introductions, words: ReferentWords) -> None:
        self._text, self._doc, self._known, self._words = text, doc, known, words
        self._entities = Lookup(Placed(Span(e.start_char, e.end_char), e) for e in doc.ents)

    def is_short(self, mention: Mention) -> bool:
        """Whether a mention leaves out what a name tells, of somebody named in full before and of nobody else."""
        if self._tells_all(mention) or self._is_kind(mention):
            return False
        if self._doc[mention.token].ent_type_ in _NO_NAMES:
            return False
        named = self._known.full[mention.cluster]
        if named > mention.span.start or self._text.startswith("-", mention.span.end):
            return False
        if mention.kind == "person":
            return self._known.is_alone(mention) and self._is_vouched_for(mention)
        return mention.kind == "organisation" and self._is_short_of_a_body(mention)

    def is_acronym(self, mention: Mention) -> bool:
        """Initials of the name, no word of it: "PSB", but not the "QB" of "QB Way"."""
        word = self._surface(mention).lower().split()[-1]
        return mention.resolved_by == "acronym" and word not in mention.name.lower().split()

    def shows_a_body(self, name: str) -> bool:
        """Whether a word of a name tells that it is an organisation's."""
        return bool(self._words.bodies & set(name.lower().split()))

    def is_definite(self, mention: Mention) -> bool:
        """Whether "the" or its like stands at the start of a phrase or before it."""
        return bool(
            self._words.determiners & {*self._surface(mention).lower().split()[:1], self._before(mention)}
        )

    def is_part(self, mention: Mention) -> bool:
        """ "Larkfield" in "Larkfield House", "Kask" in "the Kask Foundation"."""
        nearest = self._entities.last_before(mention.span.start)
        inside = nearest is not None and nearest.span.contains(mention.span)
        return (
            inside and nearest is not None and nearest.end > behind_possessive(self._text, mention.span.end)
        )

    def _tells_all(self, mention: Mention) -> bool:
        """ "KEEP THE MILL OPEN" is no short name of the mill, nor is "Ana Kask" of "Ana B. Kask"."""
        surface, name = self._surface(mention).lower(), mention.name.lower().split()
        words = {name[0], *(word for word in name if not word.endswith("."))}
        before = self._text.startswith(mention.name, max(0, mention.span.end - len(mention.name)))
        return before or mention.name.lower() in surface or words <= set(surface.split())

    def _is_kind(self, mention: Mention) -> bool:
        """ "We do not elect a Lind every year": not he, but his like."""
        attributive = self._doc[mention.token].dep_ in _ATTRIBUTIVE
        return self._before(mention) in self._words.indefinite and not attributive

    def _is_short_of_a_body(self, mention: Mention) -> bool:
        """Not the town in its name, nor part of a longer name: "the Lorne 30 index"."""
        token = self._doc[mention.token]
        if token.ent_type_ in PLACES or mention.cluster in self._known.places:
            return False
        if self.is_acronym(mention):
            return True
        if not self.shows_a_body(mention.name):
            return False  # "Marsh" is no short name of "Marsh Fever"
        if token.dep_ in _ATTRIBUTIVE or token.ent_type_ in _PEOPLE:
            return False  # "the Harbour 5 program" may be a namesake of the Harbour 5 Coalition
        if _CAPITAL_BEHIND.match(self._text, mention.span.end):
            return False
        name, short = mention.name.lower(), self._surface(mention).lower().removeprefix("the ")
        if name.startswith(short):  # "the Lorne House" is no short name of "Lorne House Chief"
            return not self._words.roles & set(name.removeprefix(short).split())
        # "the Labour Party" is no short name of its branch, the "Lorne Labour Party"
        return " " not in short and name.endswith(short) and self.is_definite(mention)

    def _is_vouched_for(self, person: Mention) -> bool:
        """ "Bo" is Bo Lind where the article calls him "he" or gives him a role; "Marsh" of "Marsh Fever" may be nobody."""
        last = person.name.rsplit(" ", 1)[-1]
        if last.isupper() and len(last) > 1 and not _NUMERAL.fullmatch(last):
            return False  # "the PAC" of "Bo Lind PAC"
        if self._doc[person.token].tag_ == "NNPS":
            return bool(person.role)  # "Marrowers" is no short name of "Old Marrowers"
        surname = last.lower() in self._surface(person).lower()
        return surname or bool(person.role or self._known.genders(person.cluster))

    def _before(self, mention: Mention) -> str:
        """The word before a mention, in lower case."""
        before = self._text[max(0, mention.span.start - _NEAR) : mention.span.start].lower().split()
        return before[-1] if before else ""

    def _surface(self, mention: Mention) -> str:
        return self._text[mention.span.start : mention.span.end]
