"""Signs that nobody sees inside a number: soft hyphens, zero-width spaces and joiners, marks of direction.

Typesetters and web pages leave them in words and figures (a hyphen for the end of a line in "million"). Numbers are read without
them and told by their places in the text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from extractor.matchers.quantities.measure import Measure

_SIGNS = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def seen_through(text: str, read: Callable[[str], Iterable[Measure]]) -> Iterable[Measure]:
    """The measures of ``read`` on the text without invisible signs, at their places in ``text``.

    Offsets count code points of ``text``; signs inside a measure are part of it, those around it are not.
    """
    if not _SIGNS.search(text):
        return read(text)
    places = [place for place, sign in enumerate(text) if not _SIGNS.match(sign)]
    return _placed(read("".join(text[place] for place in places)), places)


def _placed(measures: Iterable[Measure], places: list[int]) -> Iterator[Measure]:
    for measure in measures:
        reach = places[measure.reach - 1] + 1 if measure.reach else 0
        yield replace(measure, start=places[measure.start], end=places[measure.end - 1] + 1, reach=reach)
