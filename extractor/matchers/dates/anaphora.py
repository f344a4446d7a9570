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
from extractor.matchers.dates.reading import Reading, Scene, begins, dated, plain
from extractor.matchers.dates.relative import when

_BACK = frozenset({"ago", "back", "earlier", "before", "beforehand", "previous", "prior"})
_FROM_NOW = frozenset({"ago", "back", "from now", "from today", "hence"})
_POINT_MOD = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
_GRAIN = {"decade": "year", "century": "year", "millennium": "year", "fortnight": "week", "night": "day"}
_FINER = {("day", "year"): "-XX-XX", ("day", "month"): "-XX", ("month", "year"): "-XX"}
"""What a unit inside a coarser one mentioned leaves open: "that day" after "in 2008" is 2008-XX-XX."""
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def same_unit(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """That day, the same month, later that year, the same period last year."""
    unit, mod = match["unit"].lower(), when(match)
    if match["of"]:
        mod = scene.lexicon.name("part", match["of"])
    if unit in {"time", "period"} and not (match["shift"] or "year" in match[0].lower()):
        return _that_time(match, scene) if unit == "time" else []
    base = scene.mentioned
    if base is None:
        return plain(match, "DATE", "PAST_REF", mod)
    if unit in {"time", "period"}:
        whole: Period | None = base
    elif (unit, base.unit) in _FINER:
        return [
            replace(reading, value=base.value + _FINER[unit, base.unit])
            for reading in dated(match, base, mod=mod)
        ]
    else:
        whole = periods.safely(lambda: periods.around(unit, base.first))
    if whole and "year" in match[0].lower() and unit != "year":
        years = 1 if (match["shift"] or "").lower() == "next" else -1
        whole = _year_over(whole, years)
    return dated(match, whole, mod=mod, anchor=base.first)


def neighbour(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The year before, the day after."""
    if scene.mentioned is None:
        return []
    step = -1 if match["way"].lower() in _BACK else 1
    base = scene.mentioned.first if step < 0 else scene.mentioned.last
    unit = match["unit"].lower()
    return dated(
        match, periods.safely(lambda: periods.around(unit, base, step)), anchor=scene.mentioned.first
    )


def ago(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Two weeks ago, 41 years ago, a year later, days ago."""
    way, mod = normal(match["way"]), _mod(match, scene)
    unit = scene.lexicon.name("unit", match["unit"])
    count = read_count(match["count"], scene.lexicon.counts) if match["count"] else None
    base = scene.published if way in _FROM_NOW else scene.mentioned.first if scene.mentioned else None
    sign = -1 if way in _BACK else 1
    if unit == "year" and count == 1 and way in {"earlier", "before"} and _tells_of_quarter(scene):
        return year_ago(match, scene)
    if base and count is not None and unit not in _CLOCK_UNITS:
        period = _stepped(base, unit, sign * count)
        if period:
            relation = "ago" if way in {"ago", "back"} else None
            span = begins(match, mod), match.end()
            return [
                Reading(*span, "DATE", period.value, mod, period.first, period.last, base, relation, period)
            ]
    if way in _FROM_NOW:
        return plain(match, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod)
    return plain(match, "DURATION", iso_duration(count, unit), mod)


def year_ago(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The year-earlier period: the quarter, month or year last mentioned, a year before."""
    base = scene.mentioned
    if base is None and scene.published:
        base = periods.year(scene.published.year)
    if base is None:
        return plain(match, "DATE", "PAST_REF")
    return dated(match, _year_over(base, -1), anchor=base.first)


def _tells_of_quarter(scene: Scene) -> bool:
    """Whether figures are compared: "in the third quarter … a year earlier" is the third quarter before."""
    return scene.mentioned is not None and scene.mentioned.unit in {"quarter", "half"}


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


def _year_over(period: Period, years: int) -> Period | None:
    """The same day, month or quarter so many years on."""

    def build() -> Period:
        first = periods.add_months(period.first, 12 * years)
        if period.unit == "half":
            return periods.half(first.year, 1 if first.month == 1 else 2)
        if period.unit in {"day", "week", "month", "quarter", "year"}:
            return periods.around(period.unit, first)
        return periods.year(first.year)

    return periods.safely(build)
