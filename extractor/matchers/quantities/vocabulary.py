"""How numbers are spelled, read from ``lexicons/quantity_numbers.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.language.resources import Resources


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How numbers are spelled; all keys lower case but for suffixes and signs."""

    cardinals: Mapping[str, int]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    fractions: Mapping[str, int]
    plural_fractions: Mapping[str, int]
    signs: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    openers: Mapping[str, tuple[float, float]]
    decades: Mapping[str, int]
    owners: Sequence[str]
    article_units: Sequence[str]
    smaller_units: Sequence[str]


def read_number_words(language: Resources) -> NumberWords:
    """The number words of ``lexicons/quantity_numbers.toml``."""
    table = language.toml("lexicons/quantity_numbers")
    return NumberWords(
        cardinals=table["units"] | table["teens"] | table["tens"],
        scales=table["scales"],
        suffixes=table["suffixes"],
        fractions=table["fractions"],
        plural_fractions=table["fraction_plurals"],
        signs=table["fraction_signs"],
        vague={word: _pair(ends) for word, ends in table["vague"].items()},
        openers={word: _pair(ends) for word, ends in table["openers"].items()},
        decades=table["age_decades"],
        **table["phrases"],
    )


def _pair(ends: Iterable[float]) -> tuple[float, float]:
    low, high = ends
    return float(low), float(high)
