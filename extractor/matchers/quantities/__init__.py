"""Quantities: every number that measures or counts, read with unit, counted noun, modifier and change."""

from __future__ import annotations

from extractor.annotations import Matcher, Quantity
from extractor.matchers.quantities.changes import ChangeReader
from extractor.matchers.quantities.contexts import compile_context_rule
from extractor.matchers.quantities.matcher import QuantityMatcher
from extractor.matchers.quantities.measures import MeasureReader
from extractor.matchers.quantities.modifiers import ModifierReader
from extractor.matchers.quantities.numerals import NumeralReader
from extractor.matchers.quantities.ranges import RangeReader
from extractor.matchers.quantities.vocabulary import read_number_words, read_units
from extractor.resources import Language
from extractor.rules import alternation, read_rules

__all__ = ["compile_matcher"]


def compile_matcher(language: Language) -> Matcher[Quantity]:
    """The quantity matcher of a language, from its lexicons ``quantity_*`` and its rules ``quantities``.

    Raises:
        ResourceError: When a resource is missing or contradicts itself.
    """
    words = language.toml("lexicons/quantity_contexts")
    changes = ChangeReader.of(words["changes"], words["multipliers"])
    vocabulary = {"months": alternation(words["months"]), "names": alternation(words["name_nouns"])}
    rules = read_rules(language, "quantities")
    return QuantityMatcher(
        numerals=NumeralReader(read_number_words(language)),
        measures=MeasureReader(
            read_units(language), tuple(words["denominators"]), tuple(words["money_words"])
        ),
        ranges=RangeReader(words["movements"], words["score_nouns"], words["score_verbs"]),
        contexts=tuple(compile_context_rule(rule, vocabulary) for rule in rules if "effect" in rule.options),
        modifiers=ModifierReader(words["modifiers"], words["modifiers_after"]),
        changes=changes,
    )
