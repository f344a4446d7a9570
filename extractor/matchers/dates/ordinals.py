"""Resolvers of what is counted inside a unit: the last week of March, the second Tuesday in November, the first nine months."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.matchers.dates import periods
from extractor.matchers.dates.durations import iso_duration
from extractor.matchers.dates.guards import written_as_name
from extractor.matchers.dates.holidays import nth_weekday
from extractor.matchers.dates.months import month_near
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.reading import Reading, Scene, dated, group, plain

_WEEK_MIDDLE = 3 * DAY


def unit_of(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The last week of February, the first weekend in May, the last day of 2011, the first day of next month."""
    whole = _whole(match, scene)
    if whole is None:
        return []
    return dated(match, _nth_unit(match, scene, whole), anchor=_anchor(match, scene))


def week_of(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The week of March 12."""
    month = _whole(match, scene)
    if month is None:
        return []
    date = periods.safely(lambda: periods.day(month.first.replace(day=int(re.sub(r"\D", "", match["day"])))))
    return dated(
        match, date and periods.around(match["unit"].lower(), date.first), anchor=_anchor(match, scene)
    )


def weekday_of(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The second Tuesday in November; the first Monday of every month is a set."""
    weekday, nth = scene.lexicon.number("weekday", match["weekday"]), _nth(match["ord"], scene)
    if match["every"]:
        return plain(match, "SET", f"XXXX-XX-WXX-{weekday}")
    month = _whole(match, scene)
    if month is None:
        return []
    date = nth_weekday(month.first.year, month.first.month, weekday, nth)
    return dated(
        match, periods.day(date) if month.first <= date <= month.last else None, anchor=_anchor(match, scene)
    )


def day_of_every(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The first of every month, the last day of each year."""
    return plain(match, "SET", "P1Y" if match["whole"].lower() == "year" else "P1M")


def counted_from_edge(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The first nine months, the final two weeks: a duration, bounded where the whole is said or understood."""
    unit, count = scene.lexicon.name("unit", match["unit"]), read_count(match["count"], scene.lexicon.counts)
    if count is None or count != int(count):
        return []
    value = iso_duration(count, unit)
    bounds = _edge(match, scene, unit, int(count))
    if bounds is None:
        return plain(match, "DURATION", value)
    return [Reading(*match.span(), "DURATION", value, None, *bounds, scene.published)]


def _edge(match: re.Match[str], scene: Scene, unit: str, count: int) -> tuple[dt.date, dt.date] | None:
    whole = _stated_whole(match, scene)
    if whole is None or unit in {"second", "minute", "hour"}:
        return None
    if _nth(match["ord"], scene) > 0:
        first, last = whole.first, periods.add(whole.first, unit, count) - DAY
    else:
        first, last = periods.add(whole.last + DAY, unit, -count), whole.last
    return (first, last) if whole.first <= first <= last <= whole.last else None


def _stated_whole(match: re.Match[str], scene: Scene) -> Period | None:
    """The year behind "of"; a business report that counts three, six or nine months means its own year."""
    if match["year"] or match["dir"]:
        return _whole(match, scene)
    business = scene.lexicon.surroundings.around("business", scene.text, match.start(), match.end())
    counts_months = match["unit"].lower() == "months" and _nth(match["ord"], scene) > 0
    return periods.year(scene.published.year) if business and counts_months and scene.published else None


def _whole(match: re.Match[str], scene: Scene) -> Period | None:
    """The month or year that the phrase names behind "of"."""
    if group(match, "month"):
        if not written_as_name(match, "month", scene):
            return None
        return month_near(match, scene)
    if match["year"]:
        return periods.year(int(match["year"]))
    unit, word = match["whole"].lower(), match["dir"].lower()
    told = scene.latest.get(unit) if word in {"the", "that"} else None
    base = told.first if told else scene.published
    step = scene.lexicon.numbers["direction"].get(word, 0)
    return periods.around(unit, base, step) if base else None


def _anchor(match: re.Match[str], scene: Scene) -> dt.date | None:
    return None if match["year"] else scene.published


def _nth_unit(match: re.Match[str], scene: Scene, whole: Period) -> Period:
    """A week belongs to the month that holds most of it, as in ISO 8601."""
    unit, nth = match["unit"].lower(), _nth(match["ord"], scene)
    if unit == "day":
        return periods.day(whole.last if nth < 0 else whole.first + (nth - 1) * DAY)
    if unit == "month":
        return periods.around("month", whole.last if nth < 0 else whole.first, max(nth - 1, 0))
    if unit == "weekend":
        return periods.weekend(
            nth_weekday(whole.first.year, whole.first.month, 6, nth)
            if whole.unit == "month"
            else (whole.last - 6 * DAY if nth < 0 else whole.first + 7 * (nth - 1) * DAY)
        )
    middle = whole.last - _WEEK_MIDDLE if nth < 0 else whole.first + _WEEK_MIDDLE + 7 * (nth - 1) * DAY
    return periods.week(middle)


def _nth(written: str, scene: Scene) -> int:
    """1 for "first" and "1st", -1 for "last"."""
    return int(written[:-2]) if written[0].isdigit() else scene.lexicon.number("edge", written)
