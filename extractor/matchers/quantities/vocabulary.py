"""The word lists of quantities, read from models/<language>/lexicons and checked once.

A surface is looked up lower-cased; symbols ("kW", "°C", "US$") keep their case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from extractor.annotations import UnitKind
from extractor.errors import ResourceError
from extractor.language.resources import Resources


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is measured in.

    Attributes:
        name: Singular English name ("kilometre", "dollar").
        kind: Dimension in the words of the JSON contract.
        currency: ISO 4217 code, for money.
        per: Denominator inside the unit ("hour" of "mile per hour").
    """

    name: str
    kind: UnitKind
    currency: str | None = None
    per: str | None = None


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
    before_article: Sequence[str]
    long_units: Sequence[str]
    article_units: Sequence[str]
    smaller_units: Sequence[str]


@dataclass(frozen=True, slots=True)
class Units:
    """Surfaces of units and currencies.

    Attributes:
        words: Spelled forms, lower case.
        symbols: Written after the number, case kept.
        prefixes: Currency symbols and codes written before the number.
        letters: Currencies by the capital letter that may stand for them before the number.
        parts: Names by symbol of what a compound unit may be made of ("kV" and "cm" of "kV/cm").
    """

    words: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    prefixes: Mapping[str, Unit]
    letters: Mapping[str, Unit]
    parts: Mapping[str, str]


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


def read_units(language: Resources) -> Units:
    """Units and currencies of ``lexicons/quantity_units.toml`` and ``lexicons/quantity_currencies.toml``.

    Raises:
        ResourceError: When two units claim one surface.
    """
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    prefixes: dict[str, Unit] = {}
    letters: dict[str, Unit] = {}
    for entry in language.toml("lexicons/quantity_units")["unit"]:
        unit = Unit(entry["name"], cast(UnitKind, entry["kind"]), per=entry.get("per"))
        _claim(words, _inflected(entry), unit)
        _claim(symbols, entry.get("symbols", ()), unit)
    for entry in language.toml("lexicons/quantity_currencies")["currency"]:
        unit = Unit(entry["name"], "currency", currency=entry["code"])
        _claim(words, (word.lower() for word in entry["words"] if len(word) > 1), unit)
        _claim(symbols, (word for word in entry["words"] if len(word) == 1), unit)
        _claim(prefixes, entry["symbols"], unit)
        _claim(letters, entry.get("letter", ""), unit)
        _claim(symbols, (symbol for symbol in entry["symbols"] if _may_follow(symbol)), unit)
    measuring = {symbol: unit.name for symbol, unit in symbols.items() if unit.kind in {"physical", "time"}}
    parts = language.toml("lexicons/quantity_units")["compound_parts"]
    return Units(words, symbols, prefixes, letters, measuring | parts)


def _inflected(entry: Mapping[str, Any]) -> Iterable[str]:
    words = [word.lower() for word in entry.get("words", ())]
    return [*words, *(f"{word}s" for word in words), *(form.lower() for form in entry.get("forms", ()))]


def _may_follow(symbol: str) -> bool:
    """Signs and ISO codes may stand after the number ("18 €", "140 USD"); "US$" and "Rs." may not."""
    return (
        (len(symbol) == 3 and symbol.isalpha() and symbol.isupper())
        or not any(c.isalnum() for c in symbol)
        or symbol in {"kr", "Rs", "RM"}
    )


def _claim(table: dict[str, Unit], surfaces: Iterable[str], unit: Unit) -> None:
    for surface in surfaces:
        if table.setdefault(surface, unit) != unit:
            raise ResourceError(
                f"{surface!r} names {table[surface].name} and {unit.name}",
                where="lexicons/quantity_*.toml",
                remedy="keep one",
            )


def _pair(ends: Iterable[float]) -> tuple[float, float]:
    low, high = ends
    return float(low), float(high)
