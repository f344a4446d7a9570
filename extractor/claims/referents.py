"""Whom the words of a claim mean: pronouns, short names and nouns that take up a name, where that is sure.

A wrong name is worse than none. So a pronoun is explained only when nobody else whom it might mean was named since, and
when all pronouns of the article agree on the gender of the one it means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.annotations import Annotations, Attribution, Mention, Span
from extractor.claims.gendered import Gendered
from extractor.claims.introductions import Introductions
from extractor.claims.lookup import Lookup
from extractor.claims.short_names import ShortNames
from extractor.claims.wording import (
    BY_NAME,
    GENDERED,
    SPEAKING,
    Insertion,
    Placed,
    ReferentWords,
    behind_possessive,
)
from extractor.matchers.mentions.cluster import possessive_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_NEAR = 8
"""Characters before a quotation that may hold a colon."""
_REACH = 400
"""Characters in which single quotation marks are paired, and in which a name just read need not be told again."""
_NOT_REFERRING = frozenset({"compound", "attr", "oprd"})
_MORE = frozenset({"relcl", "acl", "prep", "appos"})
_INNER = re.compile(r"[\"“”]")
"""Double quotation marks, within single ones: 'He said, "I …"'."""
_OPENED, _CLOSED = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"(?<=[\w.,!?])['’](?!\w)")
"""Single quotation marks, which may stand for a quotation within one: "He just says 'believe me' and leaves"."""


class Referents:
    """The mentions of one article, asked what they mean."""

    def __init__(
        self, text: str, doc: Doc, sentences: Sequence[Span], found: Annotations, words: ReferentWords
    ) -> None:
        self._text, self._doc, self._words = text, doc, words
        self._mentions = Lookup(Placed(mention.span, mention) for mention in found.mentions)
        self._starts = [sentence.start for sentence in sentences]
        self._quotations = [  # of one kind none lies in another
            Lookup(Placed(q.inner, q) for q in found.quotations if q.single is single)
            for single in (False, True)
        ]
        self._of_span = {mention.span: mention for mention in found.mentions}
        self._known = Introductions(text, doc, found, words, self._starts)
        self._names = ShortNames(text, doc, self._known, words)
        self._pronouns = Gendered(text, doc, self._starts, self._mentions, self._known, words, self.quoted)

    def quoted(self, offset: int) -> int:
        """How many quotations a character stands in: 2 in a quotation that somebody quotes."""
        last = (quotations.last_before(offset) for quotations in self._quotations)
        return sum(quotation is not None and offset < quotation.end for quotation in last)

    def of(self, pieces: Sequence[Span], attribution: Attribution | None) -> Iterator[Insertion]:
        """One insertion for each claimant, group or organisation that the pieces mean but do not name in full."""
        mentions = [placed.value for piece in pieces for placed in self._mentions.inside(piece)]
        claimant = self._claimant(attribution)
        speaker = self._speaker(claimant)
        told = {mention.cluster for mention in mentions if _names(mention)}
        if speaker and (speaking := self._speaking(pieces, speaker)) and speaker.cluster not in told:
            told.add(speaker.cluster)
            yield speaking
        for mention in mentions:
            if mention.cluster not in told and self._is_meant(mention, pieces, claimant):
                told.add(mention.cluster)
                yield self._insertion(mention)

    def _claimant(self, attribution: Attribution | None) -> Mention | None:
        if attribution is None or attribution.claimant is None:
            return None
        mention = self._of_span.get(attribution.claimant.mention)
        return (
            mention
            if mention and mention.cluster in self._known.full and mention.name == attribution.claimant.name
            else None
        )

    def _speaker(self, claimant: Mention | None) -> Mention | None:
        """The claimant, if it is beyond doubt who that is: named, or a pronoun that can mean nobody else."""
        if claimant is None:
            return None
        kind = self._words.pronouns.get(self._surface(claimant).lower())
        sure = kind not in GENDERED or self._pronouns.is_alone(claimant, kind, (), claimant)
        return claimant if sure else None

    def _speaking(self, pieces: Iterable[Span], claimant: Mention) -> Insertion | None:
        """The first "I" of a person or "we" of an organisation in its own quotation, not in one that it quotes."""
        for piece in pieces:
            for word in self._words.first_person.finditer(self._text, piece.start, piece.end):
                kind = self._words.pronouns[word[0].lower()]
                if (
                    self._is_own(word.start(), piece)
                    and claimant.kind in SPEAKING[kind]
                    and (kind == "speaker" or self._speaks_as_one(claimant))
                    and self._is_pronoun(word)
                ):
                    return self._behind(word.end(), word[0], claimant.name)
        return None

    def _speaks_as_one(self, body: Mention) -> bool:
        """Whether "we" may be an organisation: no town or country, and no name that may be somebody's after all."""
        sure = body.name.isupper() or self._names.shows_a_body(body.name)
        return body.cluster not in self._known.places and sure

    def _is_own(self, offset: int, piece: Span) -> bool:
        """Whether the claimant speaks, and nobody whom the claimant quotes: "said that Berg had said: "I …" "."""
        quotations = [quotations.last_before(offset) for quotations in self._quotations]
        around = [q for q in quotations if q is not None and offset < q.end]
        double, single = self._quotations
        nested = len(double.items) > len(single.items)  # double marks quote, and "nobody cries 'my boat'"
        if len(around) != 1 or (around[0].value.single and nested):
            return False
        start = around[0].start
        said = self._text[max(start, offset - _REACH) : offset + 1]
        introduced = self._text[max(piece.start, start - _NEAR) : start].rstrip("\"“”'‘ ").endswith(":")
        inner = len(_INNER.findall(said[1:])) % 2
        return not introduced and not inner and len(_OPENED.findall(said)) <= len(_CLOSED.findall(said))

    def _is_pronoun(self, word: re.Match[str]) -> bool:
        """ "I" is no pronoun in "World War I", nor "US" in capitals."""
        if word[0].isupper() and word[0] != "I":
            return False
        token = self._doc.char_span(word.start(), word.end())
        return token is not None and token[0].pos_ in ("PRON", "")  # "F.B.I." is one token

    def _is_meant(self, mention: Mention, pieces: Sequence[Span], claimant: Mention | None) -> bool:
        if mention.cluster not in self._known.full or self._names.is_part(mention):
            return False
        start = max(pieces[0].start, mention.span.start - _REACH)
        if mention.name in self._text[start : mention.span.start]:
            return False  # "Ana Kask won her vote", whatever name she was taken for
        kind = self._words.pronouns.get(self._surface(mention).lower())
        if kind in GENDERED:
            return self._pronouns.means(mention, kind, pieces, claimant)
        if kind in ("neuter", "plural"):
            return self._is_subject(mention, kind, pieces, claimant)
        if mention.resolved_by in ("surname", "acronym"):
            return self._names.is_short(mention)
        return mention.resolved_by in ("title", "nominal") and self._takes_up(mention)

    def _insertion(self, mention: Mention) -> Insertion:
        return self._behind(mention.span.end, self._surface(mention), mention.name, mention.token)

    def _behind(self, end: int, surface: str, name: str, token: int = -1) -> Insertion:
        """Behind the whole word: "his [Ana Kask's]", "Kask's [Ana Kask's]", "I'd [Ana Kask] be back"."""
        word = surface.lower()
        owns = word in self._words.possessive
        if owns and word in self._words.plain:  # "her"
            owns = token >= 0 and self._doc[token].tag_ == "PRP$"
        if word in self._words.pronouns:
            contraction = self._words.contraction.match(self._text, end)
            end = contraction.end() if contraction else end
        elif (behind := behind_possessive(self._text, end)) > end:
            owns, end = True, behind
        return Insertion(end, possessive_of(name) if owns else name)

    def _is_subject(
        self, pronoun: Mention, kind: str, pieces: Sequence[Span], claimant: Mention | None
    ) -> bool:
        """ "it expected growth", "that its network …" of an organisation that says so itself, before any other noun."""
        if claimant is None or pronoun.cluster != claimant.cluster or self.quoted(pronoun.span.start):
            return False
        if claimant.resolved_by not in BY_NAME:
            return False  # "The party agrees only on its …" may be another
        short = claimant.resolved_by != "name" and not self._names.is_acronym(claimant)
        if short and not self._names.shows_a_body(claimant.name):
            return False  # "QB" is no short name of "QB Way"
        if claimant.kind == "group" and self._goes_on(claimant):
            return False  # "Teachers in the north said they …"
        if kind == "neuter" and self._doc[claimant.token].tag_ == "NNPS":
            return False  # "Ardenians say it is late"
        wanted = ("organisation",) if kind == "neuter" else ("organisation", "group")
        if claimant.kind not in wanted or pronoun.span.start > pieces[0].end:
            return False
        if self._is_object_with_rival(pronoun, pieces[0]):
            return False
        first = self._doc.char_span(pieces[0].start, pieces[0].start + 1, alignment_mode="expand")
        before = self._doc[first.start : pronoun.token] if first is not None else ()
        if any(token.pos_ in _NOUNS or token.tag_ == "TO" for token in before):
            return False  # "urged the bank to publish its forecasts"
        return not self._is_expletive(pronoun)

    def _is_object_with_rival(self, pronoun: Mention, piece: Span) -> bool:
        """ "Norbank rejected the board's letter, calling | its evidence thin": the object of the cue, after another body."""
        token = self._doc[pronoun.token]
        if pronoun.span.start != piece.start or token.dep_ != "poss" or token.head.head.i > token.i:
            return False
        before = Span(self._starts[max(bisect_right(self._starts, piece.start) - 1, 0)], piece.start)
        return any(
            placed.value.kind == "organisation" and placed.value.cluster != pronoun.cluster
            for placed in (self._mentions.inside(before) if before.start < before.end else ())
        )

    def _is_expletive(self, pronoun: Mention) -> bool:
        """ "it was too early", "it would be wrong": nothing is meant."""
        following = self._doc[pronoun.token + 1 : pronoun.token + 5]
        if self._surface(pronoun).lower() != "it":
            return False
        for token in following:
            if token.lower_ in self._words.be:
                after = [t for t in self._doc[token.i + 1 : token.i + 4] if t.pos_ not in ("ADV", "PART")]
                return bool(after) and after[0].pos_ in ("ADJ", "DET", "NOUN", "PRON", "SCONJ", "")
            if token.pos_ not in ("AUX", "PART", "ADV", ""):
                return False
        return False

    def _takes_up(self, nominal: Mention) -> bool:
        """Whether a noun phrase is definite and bare: "the company", "the prime minister", not "the group in which …"."""
        words = self._surface(nominal).lower().split()
        if not self._names.is_definite(nominal):
            return False
        words = words[1:] if words[0] in self._words.determiners else words
        if not words or self._goes_on(nominal):
            return False
        known = self._known.has_role if nominal.kind == "person" else self._known.is_called
        return nominal.cluster not in self._known.places and known(nominal, " ".join(words))

    def _goes_on(self, nominal: Mention) -> bool:
        """Whether more of the phrase follows its head, or the head is part of a compound or what somebody shall be."""
        head = self._doc[nominal.token]
        if head.dep_ in _NOT_REFERRING or head.head.lower_ == "as":
            return True  # "saw him as the president"
        return any(child.i > head.i and child.dep_ in _MORE for child in head.children)

    def _surface(self, mention: Mention) -> str:
        return self._text[mention.span.start : mention.span.end]


def _names(mention: Mention) -> bool:
    return mention.resolved_by == "name"
