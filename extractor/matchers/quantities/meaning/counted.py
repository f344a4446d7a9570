"""What a count counts: with what belongs to its name, "cases **of assault**", "drones **and missiles**", or as told before.

Numbers leave out what was said: "three **people** were killed and 15 injured", "36 **ships** sank, including 21 from Lund",
"four **boats** left. Two came back."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.annotations import Counted, Quantity, Span
from extractor.matchers.quantities.meaning.amounts import Amount
from extractor.matchers.quantities.meaning.phrases import NOUNS, KindPhrases, numbers_apart
from extractor.matchers.quantities.meaning.words import MeasureWords
from extractor.text.parsed import Parsed

_ELLIPTIC = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_LENDERS = 3
_ENDS = frozenset({"ADP", "AUX", "CCONJ", "PUNCT", "VERB", "ADV", "SCONJ", "PART"})
"""What may follow a number that stands for a noun of its own."""


class CountedReader:
    """Completes the phrase that a number counts."""

    def __init__(self, words: MeasureWords) -> None:
        self._words = words
        self._phrases = KindPhrases(frozenset({"of"}), words.dropped, words.members)

    def __call__(
        self, parsed: Parsed, quantity: Quantity, amount: Amount, earlier: Sequence[Quantity]
    ) -> Quantity:
        """The quantity with the whole phrase that it counts, of its own or of one of the numbers ``earlier``."""
        if quantity.unit is not None or quantity.unit_kind != "count":
            return quantity
        counted = quantity.counted
        if counted is None or self._is_state(parsed, counted):
            lent = self._lent(parsed, quantity, amount, earlier)
            return replace(quantity, counted=lent) if lent else quantity
        return replace(quantity, counted=self._whole(parsed, quantity, counted, amount))

    def _whole(self, parsed: Parsed, quantity: Quantity, counted: Counted, amount: Amount) -> Counted:
        noun = parsed.token_of(counted.span.end - 1)
        if counted.span.start < quantity.span.end or parsed.pos[noun] not in NOUNS:
            return counted
        first = parsed.token_of(counted.span.start)
        if not numbers_apart(
            amount.numbers - {noun}, first, noun
        ):  # "100 Muslim, 80 Hindu and 50 Jewish **schools**"
            head = Span(parsed.start[noun], parsed.end[noun])
            return replace(counted, span=head, text=parsed.word[noun])
        last = self._phrases(parsed, noun, amount.numbers - {noun}, least=noun).last
        span = Span(counted.span.start, parsed.end[last])
        return replace(counted, span=span, text=parsed.text[span.start : span.end])

    def _is_state(self, parsed: Parsed, counted: Counted) -> bool:
        """Whether it says how somebody fared rather than who: "15 **injured**", "251 **taken hostage**"."""
        return all(word in self._words.states for word in counted.text.lower().split())

    def _lent(
        self, parsed: Parsed, quantity: Quantity, amount: Amount, earlier: Sequence[Quantity]
    ) -> Counted | None:
        fared = quantity.counted is not None or self._fares(parsed, amount)
        if not fared and not self._is_elliptic(parsed, amount):
            return None
        for lender in reversed(earlier[-_LENDERS:]):
            apart = parsed.sentence_of[amount.root] - parsed.sentence_of[parsed.token_of(lender.span.start)]
            if apart > 1:
                return None
            if lender.counted and self._can_lend(parsed, lender, lender.counted, fared):
                return lender.counted
        return None

    def _fares(self, parsed: Parsed, amount: Amount) -> bool:
        behind = amount.last + 1
        return behind < parsed.size and parsed.lower[behind] in self._words.states

    def _is_elliptic(self, parsed: Parsed, amount: Amount) -> bool:
        """Whether a bare number stands where a noun would: "including 21 from Lund", "Two survived"."""
        behind = amount.last + 1
        if behind < parsed.size and parsed.pos[behind] not in _ENDS:
            return False
        if amount.first and parsed.lower[amount.first - 1] in self._words.subsets:
            return True
        verb = parsed.head[amount.root]
        return parsed.dep[amount.root] in _ELLIPTIC and parsed.lemma[verb] in self._words.faring

    def _can_lend(self, parsed: Parsed, lender: Quantity, counted: Counted, fared: bool) -> bool:
        """Whether a count can lend its noun: it is no part of another ("including three **children**"), and can fare so."""
        if self._is_state(parsed, counted) or counted.head in self._words.points:
            return False
        first = parsed.token_of(lender.span.start)
        if first and parsed.lower[first - 1] in self._words.subsets:
            return False
        noun = parsed.token_of(counted.span.end - 1)
        return not fared or counted.head in self._words.people or parsed.entity[noun] == "NORP"
