"""Rules over what stands around a number: it is a name or a date and no quantity, an age, or a magnitude."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from extractor.language.quantity_rules import Effect, QuantityRule, Shape
from extractor.language.rules import alternation, fill
from extractor.matchers.quantities.measure import Measure
from extractor.matchers.quantities.units import Unit

_LOOK_BACK = 24
"""Characters before a number in which ``before`` is looked for, unless the rule names its own ``reach``."""
_SPACES = (" ", "\u00a0")
_AGE = Unit("year of age", "age")
_MAGNITUDE = Unit("magnitude", "index")
_YEARS = {"year": (1000, 2199), "modern year": (1900, 2050)}


@dataclass(frozen=True, slots=True)
class ContextRule:
    """A rule of rules/quantities.toml that has an effect.

    Attributes:
        words: One of them must be the word before the measure; none for any.
        before: Must match up to the first character of the measure.
        number: Must match the whole measure.
        after: Must match behind the last character of the measure.
        shape: Which measures it applies to.
        reach: Characters before the number in which ``before`` is looked for.
    """

    id: str
    effect: Effect
    shape: Shape
    words: frozenset[str]
    before: re.Pattern[str] | None
    number: re.Pattern[str] | None
    after: re.Pattern[str] | None
    reach: int

    def holds(self, text: str, measure: Measure, word: str) -> bool:
        """Whether number and surroundings of a measure that has the shape fit; ``word`` is the one before it."""
        return (
            (not self.words or word in self.words or word.lower() in self.words)
            and (self.number is None or bool(self.number.fullmatch(text, measure.start, measure.end)))
            and (self.after is None or bool(self.after.match(text, measure.end)))
            and (
                self.before is None
                or bool(self.before.search(text, max(0, measure.start - self.reach), measure.start))
            )
        )


class ContextRules:
    """The rules, in the order of their file."""

    def __init__(self, rules: Iterable[ContextRule]) -> None:
        self._rules = tuple(rules)
        self._by_shapes: dict[frozenset[str], tuple[ContextRule, ...]] = {}

    def __call__(self, text: str, measure: Measure) -> Iterator[ContextRule]:
        """The rules that hold for a measure."""
        shapes = _shapes(measure)
        if (rules := self._by_shapes.get(shapes)) is None:
            rules = self._by_shapes[shapes] = tuple(rule for rule in self._rules if rule.shape in shapes)
        word = _word_before(text, measure.start)
        return (rule for rule in rules if rule.holds(text, measure, word))


def _word_before(text: str, start: int) -> str:
    """The word that one space parts from the character at ``start``; empty without one."""
    near = text[max(0, start - _LOOK_BACK) : start]
    return near[:-1].split()[-1].lstrip("(“‘\"'") if near[-1:] in _SPACES and near[:-1].strip() else ""


def compile_context_rule(rule: QuantityRule, effect: Effect, lists: Mapping[str, Any]) -> ContextRule:
    """The rule with its regular expressions.

    Args:
        rule: Of rules/quantities.toml.
        effect: Its effect.
        lists: The word lists of lexicons/quantity_contexts.toml.
    """
    vocabulary = {"months": alternation(lists["months"])}
    parts = (rule.before, rule.number, rule.after)
    before, number, after = (re.compile(fill(part, vocabulary)) if part else None for part in parts)
    words = frozenset(lists[rule.word_before] if isinstance(rule.word_before, str) else rule.word_before)
    reach = rule.reach or _LOOK_BACK
    return ContextRule(rule.id, effect, rule.shape, words, before, number, after, reach)


def with_effect(measure: Measure, rule: ContextRule) -> Measure | None:
    """The measure as the rule reads it: a bare number as an age in years or a magnitude; None when it is dropped."""
    if rule.effect == "drop":
        return None
    if rule.effect == "index":
        return replace(measure, unit=_MAGNITUDE, rule=rule.id)
    unit = Unit(f"{measure.unit.name} of age", "age") if measure.unit else _AGE
    return replace(measure, unit=unit, rule=rule.id)


def _shapes(measure: Measure) -> frozenset[str]:
    """Every shape a measure has."""
    numeral, unit = measure.numeral, measure.unit
    shapes = {"any"}
    if numeral.form == "fraction" and unit is None:
        shapes.add("fraction")
    if unit is not None and unit.kind == "time":
        shapes.add("age")
    if unit is not None and unit.name:
        return frozenset(shapes)
    shapes |= {"unitless"} if unit else {"unitless", "age"}
    if numeral.bare and (measure.first is None or measure.first.bare):
        shapes.add("bare")
        if numeral.end - numeral.start == 4:
            shapes |= {shape for shape, (first, last) in _YEARS.items() if first <= measure.low <= last}
    return frozenset(shapes)
