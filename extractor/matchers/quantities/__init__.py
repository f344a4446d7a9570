"""Quantities: every number that measures or counts, read with unit, counted noun, modifier and change."""

from __future__ import annotations

from extractor.language.quantity_rules import QuantityRules
from extractor.language.resources import Resources
from extractor.matchers.quantities.ambiguous import Ambiguities
from extractor.matchers.quantities.changes import ChangeReader
from extractor.matchers.quantities.contexts import ContextRules, compile_context_rule
from extractor.matchers.quantities.matcher import QuantityMatcher
from extractor.matchers.quantities.meaning.reader import MeaningReader
from extractor.matchers.quantities.meaning.words import read_measure_words
from extractor.matchers.quantities.measures import MeasureReader
from extractor.matchers.quantities.modifiers import ModifierReader
from extractor.matchers.quantities.numerals import NumeralReader
from extractor.matchers.quantities.ranges import RangeReader
from extractor.matchers.quantities.standards import read_units
from extractor.matchers.quantities.vocabulary import read_number_words

__all__ = ["compile_matcher"]


def compile_matcher(language: Resources) -> QuantityMatcher:
    """The quantity matcher of a language, from its lexicons ``quantity_*`` and its rules ``quantities``.

    Raises:
        ResourceError: When a resource is missing or contradicts itself.
    """
    words = language.toml("lexicons/quantity_contexts")
    numbers = read_number_words(language)
    ambiguities = Ambiguities(words["ambiguous"], numbers.owners)
    changes = ChangeReader.of(words["changes"], words["multipliers"])
    rules = language.lexicon(QuantityRules).rule
    return QuantityMatcher(
        numerals=NumeralReader(numbers),
        measures=MeasureReader(read_units(language), ambiguities, words),
        ranges=RangeReader(words["movements"], words["scores"], words["modifiers"]),
        contexts=ContextRules(
            compile_context_rule(rule, rule.effect, words) for rule in rules if rule.effect
        ),
        modifiers=ModifierReader(words["modifiers"], words["modifiers_after"]),
        changes=changes,
        meanings=MeaningReader(read_measure_words(language)),
    )
