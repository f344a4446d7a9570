"""Resolvers of the years and periods of accounts: fiscal years, and stretches told by the day on which they end."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from extractor.language.rules import alternation
from extractor.matchers.dates import periods
from extractor.matchers.dates.absolute import day_number
from extractor.matchers.dates.durations import iso_duration
from extractor.matchers.dates.nearest import preposition
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.reading import Reading, Scene, dated, group, plain

_STRETCH = {"quarter": ("month", 3), "half": ("month", 6)}


def fiscal(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Fiscal 2025, FY24, the last fiscal year; its days only where the article tells on which day such a year ends."""
    number = _number(match, scene)
    if number is None:
        return []
    closing = _closing_day(scene)
    period = periods.safely(lambda: _fiscal_year(number, *closing)) if closing else None
    anchor = scene.published if match["dir"] else None
    if period is None:
        return [Reading(*match.span(), "DATE", f"FY{number:04}", anchor=anchor)]
    return [replace(reading, reaches="named") for reading in dated(match, period, anchor=anchor)]


def budget_year(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The 2025-26 budget: one fiscal year, named like any other by the year it begins in where it spans two."""
    first = int(match["year"])
    written = match["year2"]
    second = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    if second != first + 1:
        return []
    return plain(match, "DATE", f"FY{first:04}")


def stretch(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The quarter ended Sept. 30, the week to 18 March, the 12 months ended in May: `joins` sets the days."""
    count = read_count(match["count"], scene.lexicon.counts) if match["count"] else 1.0
    plural = match["unit"].lower().endswith("s")
    if count is None or count != int(count) or (plural and not match["count"]):
        return []
    named = scene.lexicon.name("unit", match["unit"])
    unit, size = _STRETCH.get(named, (named, 1))
    kind = "to" if match["to"] else "fiscal" if match["fiscal"] and named == "year" else "ended"
    if kind == "ended" and named == "quarter":
        kind = "quarter"
    return [Reading(*match.span(), "DURATION", iso_duration(count * size, unit), reaches=kind)]


def year_end(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Year-end, the year's end, midyear, mid-week, mid-century."""
    mod = "MID" if group(match, "mid") else "END"
    unit = scene.lexicon.name("unit", match["unit"] or match["unit2"])
    if group(match, "year"):
        return dated(match, periods.year(int(match["year"])), mod=mod)
    if scene.published is None:
        return plain(match, "DATE", "XXXX", mod)
    ended = scene.tense(match.end() - 1) == "past" or preposition(scene.text, match.start()) == "since"
    back = -1 if ended and mod == "END" and unit == "year" and scene.published.month < 12 else 0
    whole = periods.around(unit, scene.published, back)
    return dated(match, whole, mod=mod, anchor=scene.published)


def _number(match: re.Match[str], scene: Scene) -> int | None:
    """The number of the fiscal year; one told from publication is the calendar year's, unless the article knows better."""
    written = match["year"] or match["year1"] or match["short"]
    if written:
        return int(written) if len(written) == 4 else 2000 + int(written)
    if not match["dir"] or scene.published is None:
        return None
    step, closing = scene.lexicon.number("direction", match["dir"]), _closing_day(scene)
    current = scene.published.year
    if closing and scene.published > _closing_date(current, *closing):
        current += 1
    return current + step


def _closing_day(scene: Scene) -> tuple[int, int] | None:
    """Month and day on which the article's fiscal years end, looked up once an article."""
    if not scene.closing_days:
        scene.closing_days.append(_told_closing_day(scene))
    return scene.closing_days[0]


def _told_closing_day(scene: Scene) -> tuple[int, int] | None:
    """The day of "the fiscal year that ended Sept. 30"."""
    months = alternation(scene.lexicon.numbers["month"])
    told = re.compile(
        rf"\b(?:fiscal|financial)(?:\syear)?(?:\s\d{{4}})?,?\s(?:which\s|that\s)?(?:end(?:ed|s|ing)|will\send)\s"
        rf"(?:on\s|in\s)?(?:(?P<before>\d{{1,2}})\s)?(?P<month>{months})(?!\w)(?:\s(?P<after>\d{{1,2}})(?!\d))?",
        re.IGNORECASE,
    ).search(scene.text)
    if told is None:
        return None
    number = scene.lexicon.number("month", told["month"])
    written = told["after"] or told["before"]
    return number, day_number(written) if written else 31


def _closing_date(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, monthrange(year, month)[1]))


def _fiscal_year(number: int, month: int, day: int) -> Period:
    first = _closing_date(number - 1, month, day) + DAY
    return Period(f"FY{number:04}", first, _closing_date(number, month, day), "fiscal")
