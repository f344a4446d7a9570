"""The quantities of an article with what they measure and when they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotations import Annotations, Counted, Measured, Quantity, Span
from extractor.language.rules import alternation
from extractor.matchers.quantities.meaning.amounts import Amount, amounts_of
from extractor.matchers.quantities.meaning.carried import Links
from extractor.matchers.quantities.meaning.counted import CountedReader
from extractor.matchers.quantities.meaning.measured import MeasuredReader
from extractor.matchers.quantities.meaning.movements import joined_movements
from extractor.matchers.quantities.meaning.phrases import NOUNS, Phrase
from extractor.matchers.quantities.meaning.when import WhenReader
from extractor.matchers.quantities.meaning.words import MeasureWords
from extractor.text.parsed import Parsed

_OF = frozenset({"of"})
_LEVELS = frozenset({"pobj", "attr"})
_BY = "by"
_LENDERS = 4
"""How many numbers back one is looked for that measures the same."""
_ASIDE = frozenset({"time", "age"})
"""Numbers that stand between two of one thing: "£5m in six months, from £4m"."""
_SCORE = "score"
_SHARE = "share"
_MOST_PER_SHARE = 1000
"""What a share earns or pays is less; what a company does is more."""
_SIGNS = "+-−"


class MeaningReader:
    """Completes ``counted`` and adds ``measured`` and ``when``."""

    def __init__(self, words: MeasureWords) -> None:
        self._words = words
        self._shares = re.compile(rf"\b(?:{alternation(words.per_share)})\b", re.IGNORECASE)
        self._counted = CountedReader(words)
        self._explicit = MeasuredReader(words)
        self._links = Links(words)
        self._when = WhenReader(words)
        self._substances = {"currency": words.substances, "physical": _OF, "time": _OF, "count": _OF}

    def __call__(
        self, parsed: Parsed, found: Annotations, quantities: Sequence[Quantity]
    ) -> tuple[Quantity, ...]:
        """The quantities, in their order, with what the text says of each."""
        if not quantities:
            return ()
        amounts = amounts_of(parsed, quantities, self._substances, self._words.points)
        told: list[Quantity] = []
        for quantity, amount in zip(quantities, amounts, strict=True):
            counting = self._counted(parsed, quantity, amount, told)
            measured = self._measured(parsed, found, counting, amount, told)
            told.append(
                replace(counting, measured=measured, per=counting.per or self._per_share(parsed, counting))
            )
        told = joined_movements(parsed.text, told, found.timexes, self._links)
        times = self._when(parsed, amounts, told, found.timexes)
        return tuple(replace(quantity, when=time) for quantity, time in zip(told, times, strict=True))

    def _per_share(self, parsed: Parsed, quantity: Quantity) -> str | None:
        """ "Share" where the sentence has spoken of what a share earns: "earnings per share rose to 57 cents from 45 cents"."""
        start = quantity.span.start
        if (
            quantity.unit_kind != "currency"
            or max(quantity.value or 0, quantity.high or 0) >= _MOST_PER_SHARE
        ):
            return None
        told = self._shares.search(
            parsed.text, parsed.start[parsed.sentence[parsed.token_of(start)][0]], start
        )
        return _SHARE if told else None

    def _measured(
        self,
        parsed: Parsed,
        found: Annotations,
        quantity: Quantity,
        amount: Amount,
        earlier: Sequence[Quantity],
    ) -> Measured | None:
        """What the number measures: of a share its whole, of a count who has it, else what sentence or neighbour says."""
        last = next((other for other in reversed(earlier[-_LENDERS:]) if other.unit_kind not in _ASIDE), None)
        if quantity.rule == _SCORE:
            return None
        if quantity.of and not _is_level(parsed, amount):
            return _told(parsed, self._explicit.whole(parsed, amount, parsed.token_of(quantity.of.end - 1)))
        if quantity.counted and quantity.counted.head not in self._words.points:
            return _told(parsed, self._owner(parsed, quantity.counted, amount))
        if last and last.measured and self._links.lends(parsed.text, last, quantity, found.timexes):
            return _carried(last.measured)
        explicit = self._phrase(parsed, quantity, amount)
        if explicit and parsed.lemma[explicit.head] == quantity.unit:
            return None  # "five more **miles**"
        return _told(parsed, explicit) or self._referent(parsed, quantity, amount, last)

    def _owner(self, parsed: Parsed, counted: Counted, amount: Amount) -> Phrase | None:
        """Who has what is counted; "one of them" only picks out."""
        if parsed.lower[amount.first] in self._words.picking:
            return None
        noun = parsed.token_of(counted.span.end - 1)
        return self._explicit.holder(parsed, amount) or self._explicit.possessor(parsed, amount, noun)

    def _phrase(self, parsed: Parsed, quantity: Quantity, amount: Amount) -> Phrase | None:
        """What the sentence says of a number with a unit."""
        if quantity.unit_kind == "time" and not self._is_lasting(parsed, amount):
            return self._explicit.substance(parsed, amount)
        if quantity.unit_kind == "age":
            return self._explicit.person(parsed, amount)
        signed = parsed.text[quantity.span.start] in _SIGNS and quantity.unit_kind == "percent"
        named = self._explicit.named_before(parsed, amount) if signed else None
        return named or self._explicit(parsed, amount)

    def _is_lasting(self, parsed: Parsed, amount: Amount) -> bool:
        """Whether a duration is what something lasts, not when it happens: "a two-day trip", "lasts four years"."""
        head = parsed.head[amount.root]
        modifies = amount.last < head and parsed.pos[head] in NOUNS
        return modifies or parsed.lemma[head] in self._words.lasting

    def _referent(
        self, parsed: Parsed, quantity: Quantity, amount: Amount, last: Quantity | None
    ) -> Measured | None:
        """What the number before measures, where nothing or a pronoun stands for it: "it fell to 9.6 %"."""
        if last is None:
            return None
        apart = parsed.sentence_of[amount.root] - parsed.sentence_of[parsed.token_of(last.span.start)]
        if apart > 1 or (apart and not self._explicit.is_elliptic(parsed, amount)):
            return None
        if quantity.unit_kind in _ASIDE:
            return None
        if last.measured and (last.unit_kind, last.currency) == (quantity.unit_kind, quantity.currency):
            return _carried(last.measured)
        lent = last.measured or last.counted
        return _carried(lent) if lent and quantity.unit_kind == "percent" else None


def _is_level(parsed: Parsed, amount: Amount) -> bool:
    """Whether a share is the level of something: "a **deficit** of 3 % of GDP"; "10 % of **staff** left" is none."""
    return parsed.dep[amount.root] in _LEVELS and parsed.lower[parsed.head[amount.root]] != _BY


def _told(parsed: Parsed, phrase: Phrase | None) -> Measured | None:
    if phrase is None:
        return None
    span = Span(parsed.start[phrase.first], parsed.end[phrase.last])
    return Measured(span, parsed.text[span.start : span.end], parsed.lemma[phrase.head])


def _carried(lent: Measured | Counted) -> Measured:
    """The same, told by another number."""
    return Measured(lent.span, lent.text, lent.head, "carried")
