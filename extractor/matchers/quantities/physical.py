"""Compound symbols, "kV/cm" or "µg/m³", told from the names of their parts.

Symbols whose parts the lexicon knows are put together here; quantulum3 is asked only about one with a known and an unknown part
("Gy/h"), since its first answer costs seconds and some are wrong ("L/min" is told as standard litres per minute). "AM/FM" and
"and/or" have no known part and are no units.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.matchers.quantities.rare_units import rare_unit
from extractor.matchers.quantities.units import Unit, Units

_SYMBOL = r"[A-Za-zµμΩ°]{1,5}"
_POWER = r"\^?[-−]?[123]|[²³]"
_COMPOUND = re.compile(rf"[^\S\n]?({_SYMBOL}(?:{_POWER})?(?:[/·](?:{_SYMBOL})(?:{_POWER})?){{1,2}})(?![\w/])")
_PART = re.compile(rf"([/·]?)({_SYMBOL})({_POWER})?")
_POWERS = {"2": "square", "3": "cubic", "²": "square", "³": "cubic"}
_LENGTHS = ("metre", "foot", "inch", "yard", "mile")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A unit and the character after its symbol."""

    unit: Unit
    end: int


def resolve(text: str, end: int, units: Units) -> Resolved | None:
    """The unit of the compound symbol behind the number that ends at ``end``; None when a part is unknown."""
    symbol = _COMPOUND.match(text, end)
    if symbol is None or symbol[1] in units.symbols:
        return None
    unit = _composed(symbol[1], units.parts) or _half_known(symbol[1], units.parts)
    return Resolved(unit, symbol.end()) if unit else None


def _composed(symbol: str, names: Mapping[str, str]) -> Unit | None:
    """Numerators, then each denominator behind "per"; a negative power divides ("J·m-2")."""
    above: list[str] = []
    below: list[str] = []
    for mark, part, power in _PART.findall(symbol):
        if part not in names:
            return None
        divides = mark == "/" or "-" in power or "−" in power
        (below if divides else above).append(_raised(names[part], _POWERS.get(power[-1:], "")))
    per = " per ".join(below) or None
    name = " ".join(above)
    return Unit(f"{name} per {per}" if per else name, "physical", per=per)


def _half_known(symbol: str, names: Mapping[str, str]) -> Unit | None:
    """A unit with a part that the lexicon lacks; words in capitals are no such part ("AM/h")."""
    parts = [part for _, part, _ in _PART.findall(symbol)]
    unknown = [part for part in parts if part not in names]
    if len(unknown) == len(parts) or any(len(part) > 1 and part.isupper() for part in unknown):
        return None
    name = rare_unit(symbol)
    return Unit(name, "physical", per=name.partition(" per ")[2] or None) if name else None


def _raised(name: str, power: str) -> str:
    """Lengths make areas and volumes ("square metre"); other units are squared ("metre per second squared")."""
    if not power:
        return name
    return f"{power} {name}" if name.endswith(_LENGTHS) else f"{name} {power}d".replace("cubicd", "cubed")
