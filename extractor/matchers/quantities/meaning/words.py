"""The words that decide what a number is said of, from ``lexicons/quantity_measured.toml``."""

from __future__ import annotations

from dataclasses import dataclass, fields

from extractor.language.resources import Resources


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Lemmas and words by what they do; see the lexicon for what each is and for its sentence."""

    changes: frozenset[str]
    carriers: frozenset[str]
    of_itself: frozenset[str]
    spending: frozenset[str]
    purposes: frozenset[str]
    substances: frozenset[str]
    arguments: frozenset[str]
    post_modifiers: frozenset[str]
    relative: frozenset[str]
    reckoning: frozenset[str]
    sessions: frozenset[str]
    holding: frozenset[str]
    standing_for: frozenset[str]
    dropped: frozenset[str]
    links: frozenset[str]
    comparing: frozenset[str]
    lasting: frozenset[str]
    announcing: frozenset[str]
    definite: frozenset[str]
    picking: frozenset[str]
    members: frozenset[str]
    valuing: frozenset[str]
    periodic: frozenset[str]
    states: frozenset[str]
    subsets: frozenset[str]
    faring: frozenset[str]
    people: frozenset[str]
    contracts: frozenset[str]
    points: frozenset[str]
    per_share: frozenset[str]


def read_measure_words(language: Resources) -> MeasureWords:
    """The table of the lexicon; every list of it is a set."""
    table = language.toml("lexicons/quantity_measured")
    return MeasureWords(**{field.name: frozenset(table[field.name]) for field in fields(MeasureWords)})
