"""He, she, his and her in a claim: explained only where nobody else can be meant.

A wrong name is worse than none, so whoever else was named near a pronoun and may be of its gender rules the explanation out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from extractor.annotations import Mention, Span
from extractor.claims.introductions import Introductions
from extractor.claims.lookup import Lookup, merged
from extractor.claims.wording import BY_NAME, Placed, ReferentWords

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENING = 8
"""Characters of a content before a pronoun that opens it: "that her town …"."""
_QUOTED_REACH = 4
"""Sentences a quoted pronoun looks back."""
_TWO_WORDS = re.compile(r"\w[\w.'’-]+ .*\w\w")


class Gendered:
    """The gendered pronouns of one article.

    Args:
        text: The article text.
        doc: Its parse.
        starts: Where its sentences start.
        mentions: Its mentions.
        known: How it introduces those it names.
        words: The words that point outside a claim.
        quoted: How many quotations a character stands in.
    """

    def __init__(
        self,
        text: str,
        doc: Doc,
        starts: Sequence[int],
        mentions: Lookup[Placed[Mention]],
        known: Introductions,
        words: ReferentWords,
        quoted: Callable[[int], int],
    ) -> None:
        self._text, self._doc, self._starts = text, doc, starts
        self._mentions, self._known, self._words, self._quoted = mentions, known, words, quoted
        covered = merged(placed.span for placed in mentions.items)
        people = (e for e in doc.ents if e.label_ == "PERSON")
        placed = {mention.start for mention in mentions.items}
        self._left_open = {
            gender: Lookup(
                Span(*found.span()) for found in forms.finditer(text) if found.start() not in placed
            )
            for gender, forms in words.gendered.items()
        }
        self._unknown = Lookup(
            Span(e.start_char, e.end_char) for e in people if not _overlaps(covered, e.start_char, e.end_char)
        )

    def means(self, pronoun: Mention, gender: str, pieces: Sequence[Span], claimant: Mention | None) -> bool:
        """Whether a pronoun of a claim surely means the one it was resolved to."""
        if self._is_object_of_cue(pronoun, pieces, claimant) or self._is_divine(pronoun):
            return False
        return self.is_alone(pronoun, gender, pieces, claimant)

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

    def is_alone(
        self, pronoun: Mention, gender: str, pieces: Sequence[Span], claimant: Mention | None
    ) -> bool:
        """Whether nobody else whom a gendered pronoun fits was read near it."""
        if pronoun.kind != "person" or self._known.genders(pronoun.cluster) - {gender}:
            return False
        if not _TWO_WORDS.match(pronoun.name) and (claimant is None or pronoun.cluster != claimant.cluster):
            return False  # "Universe" of "Miss Universe", "Alicia M" of a cut tweet
        quoted = self._quoted(pronoun.span.start) > 0
        speaker = claimant.cluster if claimant and quoted else -1
        near = self._near(pronoun, pieces, quoted)
        others = [m for m in self._between(near) if m.cluster not in (pronoun.cluster, speaker)]
        rivals = any(self._is_rival(mention, gender) for mention in others)
        owns = self._surface(pronoun).lower() == "his" or self._doc[pronoun.token].tag_ == "PRP$"
        rivals = rivals or (owns and self._is_outdone(pronoun, gender))
        rivals = rivals or any(
            quoted or not self._quoted(p.start) for p in self._left_open[gender].inside(near)
        )
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
            m.cluster == pronoun.cluster and m.resolved_by in BY_NAME
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
        return bool(self._unknown.inside(span))

    def _is_rival(self, mention: Mention, gender: str) -> bool:
        if self._known.is_other_gender(mention.cluster, gender):
            return False
        if mention.kind == "person" or self._doc[mention.token].ent_type_ == "PERSON":
            return True  # "the Kasks" may be one of them
        return mention.kind == "anonymous" and self._doc[mention.token].lemma_.lower() in self._words.roles

    def _surface(self, mention: Mention) -> str:
        return self._text[mention.span.start : mention.span.end]


def _overlaps(spans: Lookup[Span], start: int, end: int) -> bool:
    last = spans.last_before(end - 1)
    return last is not None and last.end > start
