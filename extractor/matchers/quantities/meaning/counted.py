"""What a count counts, with what belongs to the name of it: "cases **of assault**", "drones **and missiles**"."""

from __future__ import annotations

from dataclasses import replace

from extractor.annotations import Quantity, Span
from extractor.matchers.quantities.meaning.amounts import Amount
from extractor.matchers.quantities.meaning.phrases import NOUNS, KindPhrases
from extractor.matchers.quantities.meaning.words import MeasureWords
from extractor.text.parsed import Parsed


class CountedReader:
    """Completes the phrase that a number counts."""

    def __init__(self, words: MeasureWords) -> None:
        self._phrases = KindPhrases(frozenset({"of"}), words.dropped, words.members)

    def __call__(self, parsed: Parsed, quantity: Quantity, amount: Amount) -> Quantity:
        """The quantity with the whole phrase that it counts."""
        counted = quantity.counted
        if counted is None or counted.span.start < quantity.span.end:
            return quantity
        noun = parsed.token_of(counted.span.end - 1)
        if parsed.pos[noun] not in NOUNS:
            return quantity
        last = self._phrases(parsed, noun, amount.numbers - {noun}, least=noun).last
        span = Span(counted.span.start, parsed.end[last])
        return replace(quantity, counted=replace(counted, span=span, text=parsed.text[span.start : span.end]))
