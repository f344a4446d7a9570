"""A claim that stands alone: its text with what a reader without the article needs, in square brackets.

An insertion is a space and a pair of brackets behind the words it explains; taking the insertions out gives the text back to
the character. It is made only where the reading is sure, and once for each thing: "that his [Stefan Orlic's] country is ready".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.annotations import Annotations, Attribution, Span, Timex
from extractor.claims.lookup import Lookup
from extractor.claims.readings import DateReadings, NumberReadings
from extractor.claims.referents import Referents
from extractor.claims.statistics import Stating
from extractor.claims.tense import bears_out, is_now
from extractor.claims.wording import Insertion, Placed, ReferentWords, behind_possessive
from extractor.language.claimants import ClaimantWords
from extractor.language.pronouns import Pronouns
from extractor.language.resources import Resources
from extractor.language.standalone import StandaloneWords
from extractor.language.statistics import StatisticWords
from extractor.language.tense import TenseWords
from extractor.text.parsed import Parsed
from extractor.text.tense import Tenses

_BRACKET = re.compile(r"\[[^\]]*")
_NO_NAME = re.compile(r"^[a-z]|[][\"“”<>|—]")
_BODIES = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC"})

BETWEEN_PIECES = " … "
"""What stands between the pieces of a content in the text of a claim."""


@dataclass(frozen=True)
class Readings:
    """What a language needs to find and explain its claims, read once."""

    stating: Stating
    referents: ReferentWords
    dates: DateReadings
    numbers: NumberReadings
    tenses: TenseWords

    @classmethod
    def read(cls, resources: Resources) -> Readings:
        """The readings of a language.

        Raises:
            ResourceError: When a lexicon is missing or broken.
        """
        words = resources.lexicon(StandaloneWords)
        referents = ReferentWords.read(words, resources.lexicon(Pronouns), resources.lexicon(ClaimantWords))
        return cls(
            Stating(resources.lexicon(StatisticWords)),
            referents,
            DateReadings(words.dates),
            NumberReadings(words.numbers),
            resources.lexicon(TenseWords),
        )


class Standalone:
    """Explains the claims of one article; offsets are into its text."""

    def __init__(
        self,
        text: str,
        parsed: Parsed,
        sentences: Sequence[Span],
        found: Annotations,
        readings: Readings,
    ) -> None:
        self._text, self._parsed, self._published = text, parsed, found.published
        self._tenses = Tenses(parsed, readings.tenses)
        self._dates, self._numbers = readings.dates, readings.numbers
        self._referents = Referents(text, parsed.doc, sentences, found, readings.referents)
        self._timexes = Lookup(Placed(timex.span, timex) for timex in found.timexes)
        self._quantities = Lookup(Placed(quantity.span, quantity) for quantity in found.quantities)

    def of(self, pieces: Sequence[Span], attribution: Attribution | None = None) -> str:
        """The text of a content, its pieces joined as in the claim, with its insertions."""
        insertions = self.insertions(pieces, attribution)
        return BETWEEN_PIECES.join(
            with_insertions(self._text, piece, [i for i in insertions if piece.start < i.offset <= piece.end])
            for piece in pieces
        )

    def insertions(self, pieces: Sequence[Span], attribution: Attribution | None = None) -> list[Insertion]:
        """What is inserted, in text order: one for each thing and at most one at each place."""
        found = sorted(
            [*self._referents.of(pieces, attribution), *self._of_dates(pieces), *self._of_numbers(pieces)]
        )
        brackets = Lookup(self._brackets(pieces))
        return list(
            _once(
                one
                for one in found
                if _inside(one, pieces) and self._explains(one) and not _is_bracketed(one, brackets)
            )
        )

    def _brackets(self, pieces: Iterable[Span]) -> Iterator[Span]:
        """What stands between brackets of the article's own: "before we met [Bo Lind]"."""
        for piece in pieces:
            for bracket in _BRACKET.finditer(self._text, piece.start, piece.end):
                yield Span(bracket.start(), bracket.end())

    def _of_dates(self, pieces: Iterable[Span]) -> Iterator[Insertion]:
        for placed in (placed for piece in pieces for placed in self._timexes.inside(piece)):
            quoted = self._referents.quoted(placed.start) > 0
            days = self._dates.read(self._text, placed.value, self._published, quoted=quoted)
            if days and self._is_borne_out(placed.value):
                yield Insertion(behind_possessive(self._text, placed.end), days)

    def _is_borne_out(self, timex: Timex) -> bool:
        """Whether the words beside a date do not speak against its reading."""
        parsed = self._parsed
        start, end = parsed.tokens_touching(timex.span)
        if start == end or self._published is None:
            return True
        if parsed.entity[start] in _BODIES or parsed.text_of((start, end)).isupper():
            return False  # "the Harbour TODAY Network"
        root = parsed.root(start, end)
        if self._dates.may_be_our_time(self._text, timex) and is_now(self._tenses, root):
            return False
        hangs = self._dates.hangs_on_tense(self._text, timex)
        return not hangs or bears_out(parsed, self._tenses, root, timex, self._published)

    def _of_numbers(self, pieces: Iterable[Span]) -> Iterator[Insertion]:
        for placed in (placed for piece in pieces for placed in self._quantities.inside(piece)):
            if read := self._numbers.read(self._text, placed.value):
                yield Insertion(*read)

    def _explains(self, insertion: Insertion) -> bool:
        """Not where the article itself puts an explanation: "he [Mr Orlic] will", nor with what is no name: "of the Year"."""
        behind = self._text[insertion.offset : insertion.offset + 2].lstrip()
        return not behind.startswith(("[", "(")) and not _NO_NAME.search(insertion.words)


def with_insertions(text: str, piece: Span, insertions: Iterable[Insertion]) -> str:
    """A stretch of the text with insertions, which are in text order."""
    out: list[str] = []
    position = piece.start
    for insertion in insertions:
        out += [text[position : insertion.offset], str(insertion)]
        position = insertion.offset
    return "".join([*out, text[position : piece.end]])


def _is_bracketed(insertion: Insertion, brackets: Lookup[Span]) -> bool:
    last = brackets.last_before(insertion.offset - 1)
    return last is not None and insertion.offset <= last.end


def _inside(insertion: Insertion, pieces: Iterable[Span]) -> bool:
    """Not where the words it explains run on beyond the content."""
    return any(piece.start < insertion.offset <= piece.end for piece in pieces)


def _once(insertions: Iterable[Insertion]) -> Iterator[Insertion]:
    places: set[int] = set()
    said: set[str] = set()
    for insertion in insertions:
        if insertion.offset not in places and insertion.words not in said:
            places.add(insertion.offset)
            said.add(insertion.words)
            yield insertion
