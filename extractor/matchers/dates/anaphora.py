"""Resolvers of what is counted from the date last mentioned or from publication: that day, two weeks ago."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.durations import iso_duration
from extractor.matchers.dates.lexicon import normal
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.reading import Reading, Scene, begins, dated, echoes, group, plain
from extractor.matchers.dates.weekdays import towards

_POINT_MOD = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
_GRAIN = {"fortnight": "week", "night": "day"}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FINER = {("day", "year"): "-XX-XX", ("day", "month"): "-XX", ("month", "year"): "-XX"}
"""What a unit inside a coarser one mentioned leaves open: "that day" after "in 2008" is 2008-XX-XX."""
_ACCOUNTED = frozenset({"quarter", "half", "month"})
_SIZES = {
    "day": 1,
    "night": 1,
    "week": 2,
    "fortnight": 2,
    "month": 3,
    "quarter": 4,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
    "millennium": 8,
}
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def same_unit(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """That day, the same month, later that year, the same period last year, the same quarter of 2024."""
    unit, mod = match["unit"].lower(), scene.lexicon.phase(match["when"])
    if match["of"]:
        mod = scene.lexicon.name("part", match["of"])
    shifted = bool(match["year"] or match["shift"] or "year" in match[0].lower().split(unit, 1)[1])
    if unit in {"time", "period"} and not shifted:
        return _that_time(match, scene) if unit == "time" else []
    base = scene.latest.get(unit) if unit in _ACCOUNTED and shifted else scene.mentioned
    if shifted and unit != "year":
        return echoes(
            dated(
                match, _in_other_year(match, scene, base, unit), mod=mod, anchor=base.first if base else None
            )
        )
    if base is None:
        return plain(match, "DATE", "PAST_REF", mod)
    if (unit, base.unit) in _FINER:
        return [
            replace(reading, value=base.value + _FINER[unit, base.unit])
            for reading in dated(match, base, mod=mod)
        ]
    whole = periods.safely(lambda: periods.around(unit, base.first))
    return dated(match, whole, mod=mod, anchor=base.first)


def year_period(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The 1988 quarter: the quarter, month or half told of, in that year; the year itself where none was."""
    unit = match["unit"].lower()
    return echoes(dated(match, _in_other_year(match, scene, scene.latest.get(unit), unit)))


def _in_other_year(match: re.Match[str], scene: Scene, base: Period | None, unit: str) -> Period | None:
    """The unit in the year that the phrase names, or a year before or after the one told of."""
    if base is None and unit in {"period", "time"}:
        base = scene.mentioned
    if scene.published and (base is None or (unit in {"day", "week"} and base.unit != unit)):
        base = periods.around(unit if unit in {"day", "week"} else "year", scene.published)
    if base is None:
        return None
    if unit not in {"period", "time", "half", base.unit} and unit in _ACCOUNTED | {"day", "week"}:
        return periods.year(int(match["year"])) if match["year"] else None
    if match["year"]:
        return periods.safely(lambda: periods.years_on(base, int(match["year"]) - base.first.year))
    step = 1 if (group(match, "shift") or "").lower() == "next" else -1
    return periods.safely(lambda: periods.years_on(base, step))


def neighbour(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The year before, the day after."""
    if scene.mentioned is None:
        return []
    step = -1 if match["way"].lower() in scene.lexicon.lists["back"] else 1
    base = scene.mentioned.first if step < 0 else scene.mentioned.last
    unit = match["unit"].lower()
    return dated(
        match, periods.safely(lambda: periods.around(unit, base, step)), anchor=scene.mentioned.first
    )


def ago(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Two weeks ago, 41 years ago, a year later, days ago."""
    lists, way = scene.lexicon.lists, normal(match["way"])
    compares = _compares(match, scene)
    mod = None if compares else _mod(match, scene)
    span = match.start("count") if compares else begins(match, mod), match.end()
    count, unit = _counted(match, scene)
    if (count, unit) == (1, "year") and way in lists["comparing"] and not mod and _tells_of_accounts(scene):
        return [replace(reading, start=match.start("count")) for reading in year_ago(match, scene)]
    from_now, sign = way in lists["from_publication"], -1 if way in lists["back"] else 1
    base = scene.published if from_now else _day_told(match, scene)
    period = None
    if count is not None and unit not in _CLOCK_UNITS:
        period = _stepped(base, unit, sign * count) if base else None
        if from_now and not base:
            return [Reading(*span, "DATE", periods.open_value(unit), mod)]
    if period:
        relation = "ago" if from_now and sign < 0 else None
        return [Reading(*span, "DATE", period.value, mod, period.first, period.last, base, relation, period)]
    if from_now:
        return [Reading(*span, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod)]
    return [Reading(*span, "DURATION", iso_duration(count, unit), mod)]


def _counted(match: re.Match[str], scene: Scene) -> tuple[float | None, str]:
    """How many of which unit, decades and centuries in years; None for an unknown number."""
    unit = scene.lexicon.name("unit", match["unit"])
    count = read_count(match["count"], scene.lexicon.counts) if match["count"] else None
    if count is None:
        return None, unit
    if group(match, "half"):
        count += 0.5
    return (count * _YEARS[unit], "year") if unit in _YEARS else (count, unit)


def _day_told(match: re.Match[str], scene: Scene) -> dt.date | None:
    """The first day of what was mentioned last; "in 1989 … a month later" is a month that nobody names."""
    size = _SIZES.get(scene.lexicon.name("unit", match["unit"]), 0)
    if scene.mentioned is None or size < _SIZES.get(scene.mentioned.unit, 0):
        return None
    return scene.mentioned.first


def ago_day(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """A year ago today, a week from Tuesday: counted from the day that is named."""
    back = match["way"].lower() == "ago"
    count = read_count(match["count"], scene.lexicon.counts)
    if scene.published is None or count is None or count != int(count):
        return []
    base = _named_day(match, scene, scene.published, back)
    moved = periods.safely(
        lambda: periods.day(_step(base, match["unit"], -int(count) if back else int(count)))
    )
    if moved and match["whole"]:
        moved = periods.around(match["whole"].lower(), moved.first)
    return dated(match, moved, anchor=scene.published)


def _named_day(match: re.Match[str], scene: Scene, published: dt.date, back: bool) -> dt.date:
    if match["deictic"]:
        return published + scene.lexicon.number("deictic", match["deictic"]) * periods.DAY
    if match["weekday"]:
        return towards(
            published, scene.lexicon.number("weekday", match["weekday"]), "past" if back else "future"
        )
    return published


def _step(base: dt.date, unit: str, count: int) -> dt.date:
    return periods.add(base, unit.lower().rstrip("s"), count)


def year_ago(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The year-earlier period: the quarter, month or year last mentioned, a year before."""
    base = scene.mentioned
    if base is None and scene.published:
        base = periods.year(scene.published.year)
    if base is None:
        return plain(match, "DATE", "PAST_REF")
    whole = periods.safely(lambda: periods.years_on(base, -1))
    return echoes(dated(match, whole, anchor=base.first))


def _compares(match: re.Match[str], scene: Scene) -> bool:
    """Whether "more than" compares figures: "€9,000 more than a year earlier"."""
    than = (match["amount"] or "").lower().endswith(" than")
    return than and match.start() > 1 and scene.tenses.tag(match.start() - 2) in {"CD", "NN", "NNS", "$"}


def _tells_of_accounts(scene: Scene) -> bool:
    """Whether figures are compared: "in the third quarter … a year earlier" is the third quarter before."""
    return scene.mentioned is None or scene.mentioned.unit in _ACCOUNTED | {"fiscal"}


def _stepped(base: dt.date, unit: str, count: float) -> Period | None:
    """The unit so many steps from the base, as coarse as the unit counted."""
    if count == int(count):
        grain = _GRAIN.get(unit, unit)
        return periods.safely(lambda: periods.around(grain, periods.add(base, unit, int(count))))
    if unit != "year":
        return None
    return periods.safely(lambda: periods.around("month", periods.add(base, "month", int(count * 12))))


def _mod(match: re.Match[str], scene: Scene) -> str | None:
    if not match["amount"]:
        return "APPROX" if " or so" in match[0].lower() else None
    written = scene.lexicon.name("amount", match["amount"])
    return _POINT_MOD.get(written, written)


def _that_time(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    if "same" in match["dir"].lower() or scene.mentioned is None:
        return []
    return dated(match, scene.mentioned, anchor=scene.mentioned.first)
