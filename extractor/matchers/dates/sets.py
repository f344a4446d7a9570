"""Resolvers of recurring times: daily, every Tuesday, twice a week."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.matchers.dates.durations import iso_duration
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.reading import Reading, Scene, plain

_PLURALS = {"weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD", "weeknights": "XXXX-WXX-XTNI"}
_NIGHT_CODE = re.compile(r"T[A-Z]{2}$")


def frequency(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Daily, weekly, annual; not the end of a name ("Washington Monthly")."""
    before = scene.text[max(0, match.start() - 24) : match.start()].split()
    if match[0][0].isupper() and before and before[-1][0].isupper() and before[-1][-1].isalpha():
        return []
    return plain(match, "SET", scene.lexicon.name("frequency", match["frequency"]))


def every(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Every day, each Tuesday, every other week, twice a week."""
    if match["weekday"]:
        value = f"XXXX-WXX-{scene.lexicon.number('weekday', match['weekday'])}"
        if match["daypart"]:
            value += "T" + scene.lexicon.name("daypart", match["daypart"])
        return plain(match, "SET", value)
    unit = scene.lexicon.name("unit", match["often_unit"] or match["unit"])
    count = read_count(match["count"], scene.lexicon.counts) if match["count"] else 1.0
    other = (match["other"] or "").strip().lower()
    if other == "few":
        count = None
    elif other:
        count = 2.0
    if unit == "second" and match[0].lower().startswith(("each", "every")):
        return []
    return plain(match, "SET", iso_duration(count, unit))


def plural_weekday(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Mondays, weekends."""
    written = match["weekday"].lower()
    if written in _PLURALS:
        return plain(match, "SET", _PLURALS[written])
    return plain(match, "SET", f"XXXX-WXX-{scene.lexicon.number('weekday', written)}")
