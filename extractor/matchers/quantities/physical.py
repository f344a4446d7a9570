"""Physical units our own lexicon does not know, resolved by quantulum3: the only user of it.

quantulum3 is quadratic in text length and cubic on digit runs, so it sees nothing but "1 " and a compound
symbol of a few characters ("kV/cm", "W/m^2"). Its answers are kept only where the unit is an entity of the
whitelist, since it reads "euro barn" and "atomic mass" into the news. Its classifier stays off: it would
unpickle a scikit-learn model of another version.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.matchers.quantities.vocabulary import Unit, Units

_COMPOUND = re.compile(
    r"[^\S\n]?((?:[A-Za-zµμΩ°]{1,4})(?:[/·][A-Za-zµμΩ°]{1,4}(?:\^?[-−]?\d)?){1,2})(?![\w/])"
)
_PART = re.compile(r"[A-Za-zµμΩ°]+")
_ENTITIES = frozenset(
    [
        "length",
        "mass",
        "time",
        "volume",
        "area",
        "speed",
        "acceleration",
        "density",
        "pressure",
        "energy",
        "power",
        "force",
        "torque",
        "frequency",
        "electric potential",
        "electric field",
        "electric current",
        "temperature",
        "radiation",
        "concentration",
        "data transfer rate",
        "irradiance",
        "fuel consumption",
        "volumetric flow",
        "mass flow",
    ]
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A unit and the character after its symbol."""

    unit: Unit
    end: int


def resolve(text: str, end: int, units: Units) -> Resolved | None:
    """The unit of the compound symbol behind the number that ends at ``end``; None when unresolvable."""
    symbol = _COMPOUND.match(text, end)
    if symbol is None or symbol[1] in units.symbols:
        return None
    if not all(part in units.parts for part in _PART.findall(symbol[1])):
        return None
    name = _unit_name(symbol[1])
    return Resolved(Unit(name, "physical"), symbol.end()) if name else None


@lru_cache(maxsize=1024)
def _unit_name(symbol: str) -> str | None:
    """The singular English name of a compound unit, or None."""
    from quantulum3 import classifier, parser  # a slow import that most articles never need

    classifier.USE_CLF = False
    try:
        found = parser.parse(f"1 {symbol}")
    except Exception:  # quantulum3 raises whatever its regular expressions trip over
        return None
    if len(found) != 1 or found[0].span != (0, len(symbol) + 2):
        return None
    unit = found[0].unit
    return unit.name if unit.entity.name in _ENTITIES or _derived(unit) else None


def _derived(unit: object) -> bool:
    """Whether the unit is composed ("watt per minute"), which quantulum3 gives an entity called unknown."""
    name: str = getattr(unit, "name", "")
    return " per " in name
