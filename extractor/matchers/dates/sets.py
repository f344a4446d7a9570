"""Resolvers of recurring times: daily, every Tuesday, twice a week."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.matchers.dates.durations import iso_duration
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.reading import Reading, Scene, plain


def frequency(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Daily, weekly, annual; not the end of a name ("Washington Monthly")."""
    before = scene.text[max(0, match.start() - 24) : match.start()].split()
    if match[0][0].isupper() and before and before[-1][0].isupper() and before[-1][-1].isalpha():
        return []
    return plain(match, "SET", scene.lexicon.name("frequency", match["frequency"]))


def every(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Every day, each Tuesday, every Monday and Thursday, every other week, each winter, most mornings."""
    if match["weekday2"]:
        return [
            _weekly(match, scene, "weekday", match.start()),
            _weekly(match, scene, "weekday2", match.start("weekday2")),
        ]
    value = _calendar_value(match, scene)
    if value:
        return plain(match, "SET", value)
    unit = scene.lexicon.name("unit", match["unit"] or match["days"])
    if unit == "second" and match[0].lower().startswith(("each", "every")):
        return []
    return plain(match, "SET", iso_duration(_interval(match, scene), unit))


def times_per_unit(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Twice a week, three times per year."""
    return plain(match, "SET", iso_duration(1, scene.lexicon.name("unit", match["unit"])))


def _weekly(match: re.Match[str], scene: Scene, name: str, start: int) -> Reading:
    return Reading(start, match.end(name), "SET", f"XXXX-WXX-{scene.lexicon.number('weekday', match[name])}")


def _calendar_value(match: re.Match[str], scene: Scene) -> str | None:
    """The value of what recurs by its name in the calendar; None for plain units."""
    lexicon = scene.lexicon
    if match["recurring"]:
        return lexicon.names["recurring"][match["recurring"].lower() + "s"]
    part = match["daypart"] or match["dayparts"]
    code = "T" + lexicon.name("daypart", part) if part else ""
    if weekday := match["weekday"] or match["weekdays"]:
        return f"XXXX-WXX-{lexicon.number('weekday', weekday)}{code}"
    if match["season"]:
        return f"XXXX-{lexicon.name('season', match['season'])}"
    if match["month"]:
        return f"XXXX-{lexicon.number('month', match['month']):02}"
    return f"XXXX-XX-XX{code}" if code else None


def _interval(match: re.Match[str], scene: Scene) -> float | None:
    """How many units lie between two occurrences."""
    other = (match["other"] or "").strip().lower()
    if other:
        return None if other == "few" else 2
    return read_count(match["count"], scene.lexicon.counts) if match["count"] else 1


def plural_weekday(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Mondays, weekends."""
    written = match["weekday"].lower()
    if value := scene.lexicon.names["recurring"].get(written):
        return plain(match, "SET", value)
    return plain(match, "SET", f"XXXX-WXX-{scene.lexicon.number('weekday', written)}")
