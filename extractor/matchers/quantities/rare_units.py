"""Compound units with a part our own lexicon does not know, resolved by quantulum3: the only user of it.

quantulum3 is quadratic in text length and cubic on digit runs, so it sees nothing but "1 " and a symbol of a few characters
("Gy/h"). Its answers are kept only where the unit is an entity of the whitelist, since it reads "euro barn" and "atomic mass"
into the news. Its classifier stays off: it would unpickle a scikit-learn model of another version. Its first answer takes
seconds, which only a text with such a symbol pays.
"""

from __future__ import annotations

import warnings
from functools import lru_cache

_ENTITIES = frozenset(
    [
        *(
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
        ),
        *(
            "power",
            "force",
            "torque",
            "frequency",
            "electric potential",
            "electric field",
            "electric current",
        ),
        *(
            "temperature",
            "radiation",
            "concentration",
            "data transfer rate",
            "irradiance",
            "fuel consumption",
        ),
        *(
            "volumetric flow",
            "mass flow",
            "dose",
            "dose rate",
            "magnetic field",
            "luminous flux",
            "catalytic activity",
        ),
    ]
)


@lru_cache(maxsize=1024)
def rare_unit(symbol: str) -> str | None:
    """The singular English name of a compound unit ("sievert per hour"), or None.

    Args:
        symbol: A symbol of a few characters; no text of an article.
    """
    with warnings.catch_warnings(action="ignore"):  # of a classifier that we do not want
        from quantulum3 import classifier, parser  # a slow import that most articles never need

    classifier.USE_CLF = False
    try:
        found = parser.parse(f"1 {symbol}")
    except (ValueError, LookupError):  # what it raises for figures that are none and units it does not list
        return None
    if len(found) != 1 or found[0].span != (0, len(symbol) + 2):
        return None
    unit = found[0].unit
    name: str = unit.name
    return name if unit.entity.name in _ENTITIES or " per " in name else None
