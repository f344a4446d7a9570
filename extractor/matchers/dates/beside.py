"""Resolvers of what lies beside a unit: the day before Christmas, the week before last, post-2008."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.absolute import year
from extractor.matchers.dates.periods import DAY
from extractor.matchers.dates.reading import Reading, Scene, dated, plain


def beside(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The day before Christmas, the week after Easter: `joins` counts from the day behind it."""
    unit = match["unit"].lower()
    return [
        Reading(*match.span(), "DATE", periods.open_value(unit), reaches=f"{match['side'].lower()} {unit}")
    ]


def beyond(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The week before last, the year after next."""
    unit = match["unit"].lower()
    if scene.published is None:
        return plain(match, "DATE", periods.open_value(unit))
    published = scene.published
    whole = periods.safely(lambda: periods.around(unit, published, -2 if match["last"] else 2))
    return dated(match, whole, anchor=published)


def side_of_year(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Post-2008 rules, pre-1990 buildings: what lies after or before the year."""
    after = match["side"].lower() == "post"
    return [
        replace(reading, mod="AFTER", relation="after", first=reading.last and reading.last + DAY, last=None)
        if after
        else replace(
            reading, mod="BEFORE", relation="before", first=None, last=reading.first and reading.first - DAY
        )
        for reading in year(match, scene)
    ]
