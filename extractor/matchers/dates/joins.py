"""What neighbouring readings tell each other: the day of a clock time, and where "the week to 18 March" ends."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.reading import Reading
from extractor.matchers.dates.relations import Read

_NEAR = 30
_ACCOUNT_DAYS = 7
_SMALL_HOURS = 4
_OTHER_CLAUSE = re.compile(r"[.!?;]\s|\n|\b(?:and|but|until|to|before|after)\b")
_ONE_PHRASE = re.compile(r"(?:,\s?|\s{1,2})(?:o[nf]\s{1,2})?$")
_WITH_YEAR = re.compile(r"\d{4}$")
_OPEN_DAY = re.compile(r"XXXX-(?:WXX-\d|(?:\d\d|XX)-(?:\d\d|XX))$")
_ENDS = re.compile(
    r",?\s{1,2}(?:(?:that|which)\s{1,2})?(?:end(?:ed|s|ing)|to|up\sto|through)"
    r"(?:\s{1,2}(?:on|in|at|last))?(?:\s{1,2}the)?\s{1,2}$"
)
_RANGE = re.compile(r"\s{0,2}(?:to|until|till|through|thru|[-–—])\s{0,2}$")
_TO_TIME = re.compile(r"\s{0,2}(?:and|to|until|till|[-–—])\s{0,2}$")
_NAMED_DAYS = frozenset({"weekday", "month-day", "day-month"})
"""Rules of days that a week or a year brings again."""
_DURATION = re.compile(r"P(\d+)([DWMY])$")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def join(readings: Sequence[Read], text: str) -> list[Read]:
    """The readings with their days and spans settled, in text order."""
    return _forward(_with_days(readings, text), text)


def _with_days(readings: Sequence[Read], text: str) -> list[Read]:
    """Gives clock times of assumed day the day that follows close by: "9:20 p.m. (2020 GMT) Monday".

    A day in the same phrase becomes part of the time: "midnight on 18 March".
    """
    settled: list[Read] = []
    for reading, rule in reversed(readings):
        after = settled[-1][0] if settled else None
        if after and reading.floating and _belongs(reading, after, text):
            reading = _moved(reading, after)
            deictic = settled[-1][1] == "this-daypart"
            if (after.type == "DATE" or deictic) and _in_phrase(text, reading.end, after):
                settled.pop()
                reading = _in_half(reading, after.value) if deictic else reading
                reading = replace(reading, end=after.end)
        settled.append((reading, rule))
    return settled[::-1]


def _in_half(time: Reading, daypart: str) -> Reading:
    """2:15 "this afternoon" is 14:15."""
    day, _, clock = time.value.partition("T")
    hour = int(clock[:2])
    late = daypart.endswith(("TAF", "TEV")) or (daypart.endswith("TNI") and hour > _SMALL_HOURS)
    return replace(time, value=f"{day}T{hour + 12}{clock[2:]}") if late and hour < 12 else time


def _belongs(time: Reading, day: Reading, text: str) -> bool:
    """Whether the day is that of the time: close by in its clause, or that of the time a range goes on to."""
    between = text[time.end : day.start]
    if day.type == "TIME" and _TO_TIME.match(between):
        return _names_day(day)
    return _names_day(day) and len(between) <= _NEAR and not _OTHER_CLAUSE.search(between)


def _in_phrase(text: str, end: int, day: Reading) -> bool:
    """Whether the day belongs to the phrase of the time; after a comma only a weekday or a date in full does."""
    between, surface = text[end : day.start], text[day.start : day.end]
    if not _ONE_PHRASE.match(between):
        return False
    return "," not in between or surface.isalpha() or bool(_WITH_YEAR.search(surface))


def _names_day(reading: Reading) -> bool:
    if reading.floating or reading.mod or reading.type not in {"DATE", "TIME"}:
        return False
    return reading.period.unit == "day" if reading.period else bool(_OPEN_DAY.match(reading.value))


def _moved(time: Reading, day: Reading) -> Reading:
    named = day.period.value if day.period else day.value
    value = named + time.value[time.value.index("T") :]
    return replace(time, value=value, first=day.first, last=day.last, period=day.period, floating=False)


def bound_last(readings: list[Read], text: str) -> Period | None:
    """Ends the stretch before the last reading where that tells its end, and returns the period it then is.

    "The week to 18 March" becomes one reading, "the quarter" ended "Sept. 30" stay two.
    """
    if len(readings) < 2:
        return None
    (stretch, rule), (day, _) = readings[-2:]
    if stretch.reaches and stretch.reaches.partition(" ")[2]:
        return _count_on(readings, text)
    if not (stretch.reaches and day.last and _ENDS.match(text[stretch.end : day.start])):
        return None
    ended = _ended(stretch, day.last)
    readings[-2] = ended, rule
    if stretch.reaches == "to":
        readings[-2:] = [(replace(ended, end=day.end), rule)]
    return ended.period


def _count_on(readings: list[Read], text: str) -> Period | None:
    """Makes "the day before" and "Christmas" one reading, as far from that day as it says."""
    (unit, rule), (day, _) = readings[-2:]
    side, _, name = str(unit.reaches).partition(" ")
    if day.first is None or day.last is None or text[unit.end : day.start].strip():
        return None
    base, step = (day.first, -1) if side == "before" else (day.last, 1)
    period = periods.safely(lambda: periods.around(name, base, step))
    if period is None:
        return None
    counted = replace(unit, end=day.end, anchor=day.first, reaches=None)
    readings[-2:] = [(_named(counted, period), rule)]
    return period


def _forward(readings: Sequence[Read], text: str) -> list[Read]:
    """Lets "Monday through Friday" and "Nov. 5 to Jan. 2" run forward: the second day is the next of its name."""
    forward = list(readings)
    for index, (reading, rule) in enumerate(readings[1:], start=1):
        before = forward[index - 1][0]
        if before.period is None or reading.period is None or rule not in _NAMED_DAYS:
            continue
        if before.period.unit == "day" and _RANGE.match(text[before.end : reading.start]):
            later = _after(before.period, reading.period, weekly=rule == "weekday")
            forward[index] = (
                replace(reading, value=later.value, first=later.first, last=later.last, period=later),
                rule,
            )
    return forward


def _after(first: Period, second: Period, *, weekly: bool) -> Period:
    """The second day as the next of its name: the weekday within a week of the first, the month-day within a year."""
    if weekly:
        return periods.day(first.first + (second.first - first.first).days % 7 * DAY)
    return second if second.first >= first.first else periods.years_on(second, 1)


def _ended(stretch: Reading, last: dt.date) -> Reading:
    """The stretch with its first and last day; a fiscal year or quarter named by the day it ended."""
    length = _DURATION.match(stretch.value)
    if length is None:  # a fiscal year by its number is complete
        return stretch
    count, unit = int(length[1]), _UNITS[length[2]]
    first = _first_day(last, unit, count)
    if stretch.reaches == "fiscal":
        return _named(stretch, Period(f"FY{last.year:04}", first, last, "fiscal"))
    if stretch.reaches == "quarter" and (quarter := _quarter_to(last)):
        return _named(stretch, quarter)
    return replace(stretch, first=first, last=last)


def _quarter_to(last: dt.date) -> Period | None:
    """The calendar quarter that ends on that day or, as accounts in whole weeks do, within a week of it."""
    quarter = periods.around("quarter", last - _ACCOUNT_DAYS * DAY)
    gap = abs((quarter.last - last).days)
    return replace(quarter, last=last) if gap < _ACCOUNT_DAYS else None


def _first_day(last: dt.date, unit: str, count: int) -> dt.date:
    """A stretch that ends on the last day of a month began on the first of one."""
    if unit in {"month", "year"} and last.day == monthrange(last.year, last.month)[1]:
        return periods.add_months(periods.add(last.replace(day=1), unit, -count), 1)
    return periods.add(last, unit, -count) + DAY


def _named(stretch: Reading, period: Period) -> Reading:
    return replace(
        stretch, type="DATE", value=period.value, first=period.first, last=period.last, period=period
    )
