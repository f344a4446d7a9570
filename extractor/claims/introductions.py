"""How an article introduces those it names: whose short name is safe to spell out, and which noun means whom.

News gives a full name before a short one. Where a surname stands in the text before its full name, it may well be another's:
"Mr. Lind … his sister Eva Lind".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extractor.annotations import Annotations, Mention, Span
from extractor.claims.lookup import Lookup
from extractor.claims.wording import BY_NAME, GENDERED, ReferentWords

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACES = frozenset({"GPE", "LOC", "NORP"})

_NO_BODIES = PLACES | {"PERSON", "DATE", "TIME"}
_HEADINGS = frozenset({"head", "headline", "subhead"})
_NEAR = 24
"""Characters before a name that may hold "former prime minister"."""
_PREVAILS = 3
"""How many times as often as all others of a surname the one must be named in full who is meant by it."""
_SURE = 2
"""Pronouns that must agree on a gender no title tells."""


class Introductions:
    """The clusters of one article.

    Attributes:
        full: Cluster → offset of its first full name; without those that a short name precedes in the text.
        places: Clusters of towns, countries and nations, whose names stand for much else.
    """

    def __init__(
        self, text: str, doc: Doc, found: Annotations, words: ReferentWords, sentences: Sequence[int]
    ) -> None:
        self._text, self._doc, self._words, self._sentences = text, doc, words, sentences
        self.full: dict[int, int] = {}
        self.places: set[int] = set()
        starts = frozenset(sentences)
        for mention in found.mentions:
            # a lone word at the head of a sentence may be no name at all: "Medics said …"
            if mention.resolved_by == "name" and (" " in mention.name or mention.span.start not in starts):
                self.full.setdefault(mention.cluster, mention.span.start)
                if mention.kind != "person" and doc[mention.token].ent_type_ in PLACES:
                    self.places.add(mention.cluster)
        self._drop_unsure(found)
        self._of_surname: dict[str, Counter[int]] = {}
        self._titles: dict[int, set[str]] = {}
        self._pronouns: dict[int, Counter[str]] = {}
        self._former: set[int] = set()
        self._in_role: dict[str, set[int]] = {}
        self._in_name: dict[str, set[int]] = {}
        for mention in found.mentions:
            self._learn(mention)
        self._named = [
            (m.span, m.cluster)
            for m in found.mentions
            if m.kind == "organisation" and m.resolved_by in BY_NAME and m.cluster not in self.places
        ]

    def genders(self, cluster: int) -> set[str]:
        """What titles and pronouns of a cluster say: one gender, none, or two that disagree."""
        return self._titles.get(cluster, set()) | set(self._pronouns.get(cluster, ()))

    def called(self, cluster: int, gender: str) -> int:
        """How often pronouns of a gender stand for a cluster."""
        return self._pronouns.get(cluster, Counter())[gender]

    def is_other_gender(self, cluster: int, gender: str) -> bool:
        """Whether a cluster is surely not of a gender."""
        told = self._titles.get(cluster, set()) or {
            one
            for one, times in self._pronouns.get(cluster, Counter()).items()
            if times >= _SURE and cluster in self.full
        }
        return bool(told) and gender not in told and self.genders(cluster) == told

    def is_alone(self, mention: Mention) -> bool:
        """Whether a surname can mean nobody else: hardly anybody of the name is in the article whom its title fits."""
        first = self._text[mention.span.start : mention.span.end].lower().split()[0]
        gender = self._words.titles.get(first)
        named = self._of_surname.get(_surname(mention.name), Counter())
        fitting = [cluster for cluster in named if gender is None or self._is_known_as(cluster, gender)]
        others = sum(named[cluster] for cluster in fitting if cluster != mention.cluster)
        contradicted = gender is not None and self._is_mostly_other(mention.cluster, gender)
        return named[mention.cluster] >= _PREVAILS * others and not contradicted

    def _is_known_as(self, cluster: int, gender: str) -> bool:
        """Whether titles of a cluster, or without them its pronouns, say that it is of a gender."""
        titles, pronouns = self._titles.get(cluster), self._pronouns.get(cluster, Counter())
        return gender in titles if titles else 0 < pronouns.total() <= 2 * pronouns[gender]

    def _is_mostly_other(self, cluster: int, gender: str) -> bool:
        """ "Mrs. Kask" is not Bo Kask, whom the article calls "he"."""
        pronouns = self._pronouns.get(cluster, Counter())
        return 2 * pronouns[gender] < pronouns.total()

    def has_role(self, mention: Mention, noun: str) -> bool:
        """Whether a noun is the role of its cluster, word for word, and nobody else's: "the prime minister"."""
        head = noun.split()[-1]
        if mention.cluster in self._former:
            return False
        return noun == (mention.role or "").lower() and len(self._in_role.get(head, ())) == 1

    def is_called(self, mention: Mention, noun: str) -> bool:
        """Whether "the company" or "the bank" means the organisation named just before, or the only one so named."""
        last = bisect_left(self._named, mention.span.start, key=lambda named: named[0].start) - 1
        nearest = last >= 0 and self._named[last][1] == mention.cluster
        near = nearest and self._follows(self._named[last][0], mention.span)
        return noun in self._words.organisations and (near or self._in_name.get(noun) == {mention.cluster})

    def _follows(self, name: Span, noun: Span) -> bool:
        """Whether a name stands in a noun's sentence or the one before, and no other that may be a body's stands between."""
        sentences = bisect_right(self._sentences, noun.start) - bisect_right(self._sentences, name.start)
        if sentences > 1 or name.end >= noun.start:
            return False
        between = self._doc.char_span(name.end, noun.start, alignment_mode="expand") or ()
        return not any(token.pos_ == "PROPN" and token.ent_type_ not in _NO_BODIES for token in between)

    def _drop_unsure(self, found: Annotations) -> None:
        """Leaves out who is named in full in headings only, where words before a name look like part of it, or too late."""
        headings = Lookup(block.span for block in found.blocks if block.kind in _HEADINGS)
        told = [mention for mention in found.mentions if not _lies_in(mention.span, headings)]
        named = {mention.cluster for mention in told if mention.resolved_by == "name"}
        preceded = {
            mention.cluster
            for mention in told
            if mention.resolved_by == "surname" and mention.span.start < self.full.get(mention.cluster, -1)
        }
        self.full = {c: start for c, start in self.full.items() if c in named and c not in preceded}

    def _learn(self, mention: Mention) -> None:
        before = self._text[max(0, mention.span.start - _NEAR) : mention.span.end].lower()
        if self._words.former.search(before):
            self._former.add(mention.cluster)
        first = next(iter(self._text[mention.span.start : mention.span.end].lower().split()), "")
        if gender := self._words.titles.get(first):
            self._titles.setdefault(mention.cluster, set()).add(gender)
        if (gender := self._words.pronouns.get(first, "")) in GENDERED:
            self._pronouns.setdefault(mention.cluster, Counter())[gender] += 1
        if mention.kind == "person" and mention.resolved_by == "name":
            self._of_surname.setdefault(_surname(mention.name), Counter())[mention.cluster] += 1
        _index(self._in_role, (mention.role or "").lower().split()[-1:], mention.cluster)
        if mention.kind == "organisation":
            _index(self._in_name, mention.name.lower().split(), mention.cluster)


def _lies_in(span: Span, headings: Lookup[Span]) -> bool:
    heading = headings.last_before(span.start)
    return heading is not None and heading.contains(span)


def _surname(name: str) -> str:
    return name.lower().rsplit(" ", 1)[-1]


def _index(known: dict[str, set[int]], words: Iterable[str], cluster: int) -> None:
    for word in words:
        known.setdefault(word, set()).add(cluster)
