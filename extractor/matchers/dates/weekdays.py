"""Resolvers of weekdays: on or before publication unless the verb looks ahead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.matchers.dates import periods
from extractor.matchers.dates.guards import written_as_name
from extractor.matchers.dates.nearest import weekday_direction
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.periods import DAY
from extractor.matchers.dates.reading import Reading, Scene, dated, group, timed
from extractor.text.tense import Tense


def weekday(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Tuesday, last Friday, next Tuesday, Tuesday week."""
    if not written_as_name(match, "weekday", scene) or match["weekday"].lower().endswith("days"):
        return []
    mod = scene.lexicon.phase(match["part"])
    date = find_weekday(match, scene)
    if date is None:
        return [Reading(*match.span(), "DATE", _open(match, scene), mod)]
    if match["dir2"]:
        step = scene.lexicon.number("direction", match["dir2"])
        monday = periods.week(scene.published + 7 * step * DAY).first if scene.published else date
        date = monday + (date.isoweekday() - 1) * DAY
    if match["week"]:
        date += 7 * DAY
    return dated(match, periods.day(date), mod=mod, anchor=scene.published)


def weekday_part(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Tuesday night, early Friday morning; not "Saturday Night Live"."""
    if not written_as_name(match, "weekday", scene) or match["daypart"].istitle():
        return []
    code = "T" + scene.lexicon.name("daypart", match["daypart"])
    mod = scene.lexicon.phase(match["part"])
    date = find_weekday(match, scene)
    if date is None:
        return [Reading(*match.span(), "TIME", _open(match, scene) + code, mod)]
    return timed(match, periods.day(date), code, mod=mod, anchor=scene.published)


def weekdays_ago(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Two Sundays ago: the one before the last one."""
    count = read_count(match["count"], scene.lexicon.counts)
    if scene.published is None or not count or count != int(count):
        return []
    wanted = scene.lexicon.number("weekday", match["weekday"])
    latest = towards(scene.published - DAY, wanted, "past")
    day = periods.safely(lambda: periods.day(latest - 7 * (int(count) - 1) * DAY))
    return dated(match, day, anchor=scene.published)


def find_weekday(match: re.Match[str], scene: Scene) -> dt.date | None:
    """The date of the match's ``weekday`` group; None without a publication date."""
    if scene.published is None:
        return None
    wanted = scene.lexicon.number("weekday", match["weekday"])
    direction = group(match, "dir")
    if direction is None:
        back = (scene.published.isoweekday() - wanted) % 7
        return towards(
            scene.published, wanted, weekday_direction(scene, match.start(), match.start("weekday"), back)
        )
    word = direction.lower()
    base = (
        scene.mentioned.first
        if word in scene.lexicon.lists["anaphoric"] and scene.mentioned
        else scene.published
    )
    return _directed(base, wanted, scene.lexicon.number("direction", word), scene, match)


def towards(published: dt.date, wanted: int, tense: Tense | None) -> dt.date:
    """The nearest such weekday on the side of the tense, publication day included; back without one."""
    if tense == "future":
        return published + (wanted - published.isoweekday()) % 7 * DAY
    return published - (published.isoweekday() - wanted) % 7 * DAY


def _directed(base: dt.date, wanted: int, step: int, scene: Scene, match: re.Match[str]) -> dt.date:
    if step == 0:
        tense = scene.tense(match.start("weekday"))
        return towards(base, wanted, "past" if tense == "past" else "future")
    if step > 0:
        return base + ((wanted - base.isoweekday() - 1) % 7 + 1) * DAY
    return base - ((base.isoweekday() - wanted - 1) % 7 + 1) * DAY


def _open(match: re.Match[str], scene: Scene) -> str:
    return f"XXXX-WXX-{scene.lexicon.number('weekday', match['weekday'])}"
