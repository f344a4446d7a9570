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
from extractor.claims.introductions import PLACES, Introductions
from extractor.claims.lookup import Lookup
from extractor.claims.wording import GENDERED, SPEAKING, Insertion, Placed, ReferentWords, behind_possessive

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CONTRACTION = re.compile(r"['’](?:d|ll|m|re|s|ve)\b")
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_OPENING = 8
"""Characters of a content before a pronoun that opens it: "that her town …"."""
_QUOTED_REACH = 4
"""Sentences a quoted pronoun looks back."""
_NEAR = 8
"""Characters before a noun that may hold its determiner."""
_NOT_REFERRING = frozenset({"compound", "attr", "oprd"})
_MORE = frozenset({"relcl", "acl", "prep", "appos"})
_ATTRIBUTIVE = frozenset({"compound", "amod", "nmod"})
_TWO_WORDS = re.compile(r"\w[\w.'’-]+ .*\w\w")
_OPENED, _CLOSED = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"(?<=[\w.,!?])['’](?!\w)")
"""Single quotation marks, which may stand for a quotation within one: "He just says 'believe me' and leaves"."""
_PEOPLE = frozenset({"PERSON"})
_CAPITAL_BEHIND = re.compile(r" [A-Z0-9]")
_BY_NAME = frozenset({"name", "surname", "acronym"})
_BE = frozenset({"be", "been", "is", "was", "were", "'s", "’s"})


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
        self._entities = Lookup(Placed(Span(e.start_char, e.end_char), e) for e in doc.ents)
        self._of_span = {mention.span: mention for mention in found.mentions}
        self._known = Introductions(text, doc, found, words, frozenset(self._starts))

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
        sure = kind not in GENDERED or self._alone(claimant, kind, (), claimant)
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
        sure = body.name.isupper() or " " in body.name or self._shows_a_body(body.name)
        return body.cluster not in self._known.places and sure

    def _is_own(self, offset: int, piece: Span) -> bool:
        """Whether the claimant speaks, and nobody whom the claimant quotes: "said that Berg had said: "I …" "."""
        quotations = [quotations.last_before(offset) for quotations in self._quotations]
        around = [q for q in quotations if q is not None and offset < q.end]
        if len(around) != 1:
            return False
        start = around[0].start
        said = self._text[start : offset + 1]
        introduced = self._text[piece.start : start].rstrip("\"“”'‘ ").endswith(":")
        return not introduced and len(_OPENED.findall(said)) <= len(_CLOSED.findall(said))

    def _is_pronoun(self, word: re.Match[str]) -> bool:
        """ "I" is no pronoun in "World War I", nor "US" in capitals."""
        if word[0].isupper() and word[0] != "I":
            return False
        token = self._doc.char_span(word.start(), word.end())
        return token is not None and token[0].pos_ in ("PRON", "")  # "F.B.I." is one token

    def _is_meant(self, mention: Mention, pieces: Sequence[Span], claimant: Mention | None) -> bool:
        if mention.cluster not in self._known.full or self._in_longer_name(mention):
            return False
        kind = self._words.pronouns.get(self._surface(mention).lower())
        if kind in GENDERED:
            if self._is_object_of_cue(mention, pieces, claimant) or self._is_divine(mention):
                return False
            return self._alone(mention, kind, pieces, claimant)
        if kind in ("neuter", "plural"):
            return self._is_subject(mention, kind, pieces, claimant)
        if mention.resolved_by in ("surname", "acronym"):
            return self._is_short_name(mention)
        return mention.resolved_by in ("title", "nominal") and self._takes_up(mention)

    def _is_object_of_cue(self, pronoun: Mention, pieces: Sequence[Span], claimant: Mention | None) -> bool:
        """ "Ana Kask called | her a friend": that is somebody else."""
        opens = any(piece.start == pronoun.span.start for piece in pieces)
        word, tag = self._surface(pronoun).lower(), self._doc[pronoun.token].tag_
        objective = word == "him" or (word == "her" and tag == "PRP")
        return opens and objective and claimant is not None and claimant.cluster == pronoun.cluster

    def _is_divine(self, pronoun: Mention) -> bool:
        """ "Ask for His forgiveness": a capital where no sentence begins."""
        before = self._text[max(0, pronoun.span.start - 2) : pronoun.span.start]
        return (
            self._surface(pronoun)[0].isupper()
            and before[-1:] == " "
            and (before[0].isalnum() or before[0] == ",")
        )

    def _insertion(self, mention: Mention) -> Insertion:
        return self._behind(mention.span.end, self._surface(mention), mention.name, mention.token)

    def _behind(self, end: int, surface: str, name: str, token: int = -1) -> Insertion:
        """Behind the whole word: "his [Ana Kask's]", "Kask's [Ana Kask's]", "I'd [Ana Kask] be back"."""
        word = surface.lower()
        owns = word in self._words.possessive
        if owns and word in self._words.plain:  # "her"
            owns = token >= 0 and self._doc[token].tag_ == "PRP$"
        if word in self._words.pronouns:
            contraction = _CONTRACTION.match(self._text, end)
            end = contraction.end() if contraction else end
        elif (behind := behind_possessive(self._text, end)) > end:
            owns, end = True, behind
        return Insertion(end, f"{name}{_ending(name)}" if owns else name)

    def _alone(self, pronoun: Mention, gender: str, pieces: Sequence[Span], claimant: Mention | None) -> bool:
        """Whether nobody else whom a gendered pronoun fits was read near it."""
        if pronoun.kind != "person" or self._known.genders(pronoun.cluster) - {gender}:
            return False
        if not _TWO_WORDS.match(pronoun.name) and (claimant is None or pronoun.cluster != claimant.cluster):
            return False  # "Universe" of "Miss Universe", "Alicia M" of a cut tweet
        quoted = self.quoted(pronoun.span.start) > 0
        speaker = claimant.cluster if claimant and quoted else -1
        near = self._near(pronoun, pieces, quoted)
        others = [m for m in self._between(near) if m.cluster not in (pronoun.cluster, speaker)]
        rivals = any(self._is_rival(mention, gender) for mention in others)
        owns = self._surface(pronoun).lower() == "his" or self._doc[pronoun.token].tag_ == "PRP$"
        rivals = rivals or (owns and self._is_outdone(pronoun, gender))
        return pronoun.cluster != speaker and not rivals and not self._names_unknown(near)

    def _near(self, pronoun: Mention, pieces: Sequence[Span], quoted: bool) -> Span:
        """The stretch in which a pronoun must find no rival.

        "Ana Kask said she …" looks no further than its own sentence. Other pronouns look back by one sentence, and quoted
        ones, whose speaker may take up what was said long before, by several. Where the sentence has not yet named whom the
        pronoun means, its rest counts too: "what she hums, Ana goes pink".
        """
        sentence = max(bisect_right(self._starts, pronoun.span.start) - 1, 0)
        start, end = self._starts[sentence], pronoun.span.start
        named = any(
            m.cluster == pronoun.cluster and not self._is_pronoun_form(m)
            for m in self._between(Span(start, end) if start < end else None)
        )
        opening = any(
            pronoun.span.start - piece.start <= _OPENING for piece in pieces if piece.contains(pronoun.span)
        )
        if not (named and opening and not quoted):
            start = self._starts[max(sentence - (_QUOTED_REACH if quoted else 1), 0)]
        if not named:
            end = self._starts[sentence + 1] if sentence + 1 < len(self._starts) else len(self._text)
        return Span(start, max(end, start + 1))

    def _is_pronoun_form(self, mention: Mention) -> bool:
        return self._surface(mention).lower() in self._words.pronouns

    def _between(self, span: Span | None) -> list[Mention]:
        return [placed.value for placed in self._mentions.inside(span)] if span else []

    def _is_outdone(self, pronoun: Mention, gender: str) -> bool:
        """Whether somebody was read just before whom the article calls so more often: "Kask is ill. Lind mocked her plan"."""
        sentence = max(bisect_right(self._starts, pronoun.span.start) - 1, 0)
        start = self._starts[max(sentence - 1, 0)]
        times = self._known.called
        own = times(pronoun.cluster, gender)
        return any(
            mention.kind == "person"
            and mention.cluster != pronoun.cluster
            and times(mention.cluster, gender) > own
            for mention in self._between(Span(start, max(pronoun.span.start, start + 1)))
        )

    def _names_unknown(self, span: Span) -> bool:
        """Whether a person is named whom nothing tells apart from a namesake."""
        known = [mention.span for mention in self._between(span)]
        return any(
            entity.value.label_ in _PEOPLE and not any(one.overlaps(entity.span) for one in known)
            for entity in self._entities.inside(span)
        )

    def _is_rival(self, mention: Mention, gender: str) -> bool:
        if self._known.is_other_gender(mention.cluster, gender):
            return False
        return mention.kind == "person" or (
            mention.kind == "anonymous" and self._doc[mention.token].lemma_.lower() in self._words.roles
        )

    def _is_subject(
        self, pronoun: Mention, kind: str, pieces: Sequence[Span], claimant: Mention | None
    ) -> bool:
        """ "it expected growth", "that its network …" of an organisation that says so itself, before any other noun."""
        if claimant is None or pronoun.cluster != claimant.cluster or self.quoted(pronoun.span.start):
            return False
        if claimant.resolved_by not in _BY_NAME:
            return False  # "The party agrees only on its …" may be another
        short = claimant.resolved_by != "name" and not self._is_acronym(claimant)
        if short and not self._shows_a_body(claimant.name):
            return False  # "HP" is no short name of "HP Way"
        wanted = ("organisation",) if kind == "neuter" else ("organisation", "group")
        if claimant.kind not in wanted or pronoun.span.start > pieces[0].end:
            return False
        first = self._doc.char_span(pieces[0].start, pieces[0].start + 1, alignment_mode="expand")
        before = self._doc[first.start : pronoun.token] if first is not None else ()
        if any(token.pos_ in _NOUNS or token.tag_ == "TO" for token in before):
            return False  # "urged the bank to publish its forecasts"
        return not self._is_expletive(pronoun)

    def _is_expletive(self, pronoun: Mention) -> bool:
        """ "it was too early", "it would be wrong": nothing is meant."""
        following = self._doc[pronoun.token + 1 : pronoun.token + 5]
        if self._surface(pronoun).lower() != "it":
            return False
        for token in following:
            if token.lower_ in _BE:
                after = [t for t in self._doc[token.i + 1 : token.i + 4] if t.pos_ not in ("ADV", "PART")]
                return bool(after) and after[0].pos_ in ("ADJ", "DET", "NOUN", "PRON", "SCONJ", "")
            if token.pos_ not in ("AUX", "PART", "ADV", ""):
                return False
        return False

    def _takes_up(self, nominal: Mention) -> bool:
        """Whether a noun phrase is definite and bare: "the company", "the prime minister", not "the group in which …"."""
        words = self._surface(nominal).lower().split()
        if not self._is_definite(nominal):
            return False
        words = words[1:] if words[0] in self._words.determiners else words
        if not words or self._goes_on(nominal):
            return False
        known = self._known.has_role if nominal.kind == "person" else self._known.is_called
        return nominal.cluster not in self._known.places and known(nominal, " ".join(words))

    def _goes_on(self, nominal: Mention) -> bool:
        """Whether more of the phrase follows its head, or the head is part of a compound or what somebody shall be."""
        head = self._doc[nominal.token]
        return head.dep_ in _NOT_REFERRING or any(
            child.i > head.i and child.dep_ in _MORE for child in head.children
        )

    def _is_short_name(self, mention: Mention) -> bool:
        """Named in full before; of an organisation not the town in its name, nor part of a longer name: "the Lorne 30 index"."""
        token, known = self._doc[mention.token], self._known
        if mention.name.lower() in self._surface(mention).lower():
            return False  # "MAKE THE MILL GREAT" is no short name of the mill
        if known.full[mention.cluster] > mention.span.start or self._text.startswith("-", mention.span.end):
            return False
        if mention.kind == "person":
            return known.is_alone(mention) and self._is_vouched_for(mention)
        if token.ent_type_ in PLACES or mention.cluster in known.places or mention.kind != "organisation":
            return False
        if self._is_acronym(mention):
            return True
        if not self._shows_a_body(mention.name):
            return False  # "Zika" is no short name of "Zika Virus"
        if token.dep_ in _ATTRIBUTIVE or token.ent_type_ in _PEOPLE:
            return False  # "the Harbour 5 program" may be a namesake of the Harbour 5 Coalition
        name, short = mention.name.lower(), self._surface(mention).lower()
        ends = name.endswith(_bare(short)) and self._is_definite(mention)
        return (name.startswith(_bare(short)) or ends) and not _CAPITAL_BEHIND.match(
            self._text, mention.span.end
        )

    def _is_acronym(self, mention: Mention) -> bool:
        """Initials of the name, no word of it: "PSB", but not the "HP" of "HP Way"."""
        word = self._surface(mention).lower().split()[-1]
        return mention.resolved_by == "acronym" and word not in mention.name.lower().split()

    def _shows_a_body(self, name: str) -> bool:
        return bool(self._words.bodies & set(name.lower().split()))

    def _is_vouched_for(self, person: Mention) -> bool:
        """ "Bo" is Bo Lind where the article calls him "he" or gives him a role; "Zika" of "Zika Virus" may be nobody."""
        surname = person.name.lower().rsplit(" ", 1)[-1] in self._surface(person).lower()
        several = self._doc[person.token].tag_ == "NNPS"  # "Jews" is no short name of "Ruritanian Jews"
        if several:
            return bool(person.role)
        return surname or bool(person.role or self._known.genders(person.cluster))

    def _is_definite(self, mention: Mention) -> bool:
        """Whether "the" or its like stands at the start of a phrase or before it."""
        words = self._surface(mention).lower().split()[:1]
        before = self._text[max(0, mention.span.start - _NEAR) : mention.span.start].lower().split()[-1:]
        return bool(self._words.determiners & {*words, *before})

    def _in_longer_name(self, mention: Mention) -> bool:
        """ "Larkfield" in "Larkfield House", "Kask" in "the Kask Foundation"."""
        nearest = self._entities.last_before(mention.span.start)
        inside = nearest is not None and nearest.span.contains(mention.span)
        return (
            inside and nearest is not None and nearest.end > behind_possessive(self._text, mention.span.end)
        )

    def _surface(self, mention: Mention) -> str:
        return self._text[mention.span.start : mention.span.end]


def _bare(phrase: str) -> str:
    return phrase.removeprefix("the ")


def _names(mention: Mention) -> bool:
    return mention.resolved_by == "name"


def _ending(name: str) -> str:
    return "'" if name.endswith("s") else "'s"
