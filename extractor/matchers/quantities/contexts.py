"""Rules over what stands around a number: it is a name or a date and no quantity, or it is an age."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractor.errors import ResourceError
from extractor.matchers.quantities.measures import Measure
from extractor.matchers.quantities.vocabulary import Unit
from extractor.rules import Rule, fill

_LOOK_BACK = 72
_AGE = Unit("year of age", "age")
_SHAPES = frozenset({"bare", "year", "modern year", "unitless", "fraction", "age", "any"})

Effect = Literal["drop", "age"]


@dataclass(frozen=True, slots=True)
class ContextRule:
    """A rule of rules/quantities.toml that has an effect.

    Attributes:
        before: Must match up to the first character of the measure.
        number: Must match the whole measure.
        after: Must match behind the last character of the measure.
        shape: Which measures it applies to.
        person: Whether a person's name must stand before it.
    """

    id: str
    effect: Effect
    shape: str
    before: re.Pattern[str] | None
    number: re.Pattern[str] | None
    after: re.Pattern[str] | None
    person: bool

    def holds(self, text: str, measure: Measure) -> bool:
        """Whether shape, number and surroundings fit."""
        return (
            _fits(self.shape, measure)
            and (self.number is None or bool(self.number.fullmatch(text, measure.start, measure.end)))
            and (self.after is None or bool(self.after.match(text, measure.end)))
            and (
                self.before is None
                or bool(self.before.search(text, max(0, measure.start - _LOOK_BACK), measure.start))
            )
        )


def compile_context_rule(rule: Rule, vocabulary: dict[str, str]) -> ContextRule:
    """The rule with its regular expressions.

    Raises:
        ResourceError: When effect or shape is unknown.
    """
    effect, shape = rule.options["effect"], rule.options.get("shape", "unitless")
    if effect not in {"drop", "age"} or shape not in _SHAPES:
        raise ResourceError(
            f"unknown effect {effect!r} or shape {shape!r}", where=rule.id, remedy="see the head of the file"
        )
    parts = (rule.options.get(part) for part in ("before", "number", "after"))
    before, number, after = (re.compile(fill(part, vocabulary)) if part else None for part in parts)
    return ContextRule(rule.id, effect, shape, before, number, after, bool(rule.options.get("person")))


def as_age(measure: Measure, rule: str) -> Measure:
    """The bare number, read as an age in years."""
    unit = Unit(f"{measure.unit.name} of age", "age") if measure.unit else _AGE
    return replace(measure, unit=unit, rule=rule)


def _fits(shape: str, measure: Measure) -> bool:
    numeral = measure.numeral
    if shape == "any":
        return True
    if shape == "fraction":
        return numeral.form == "fraction" and measure.unit is None
    if shape == "age" and measure.unit is not None:
        return measure.unit.kind == "time"
    if measure.unit is not None and measure.unit.name:
        return False
    if shape in {"unitless", "age"}:
        return True
    if not numeral.bare or (measure.first and not measure.first.bare):
        return False
    if shape == "year":
        return numeral.end - numeral.start == 4 and 1000 <= measure.low <= 2199
    if shape == "modern year":
        return numeral.end - numeral.start == 4 and 1900 <= measure.low <= 2050
    return True
