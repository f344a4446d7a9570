"""What neighbouring readings tell each other: the day of a clock time, and that a range runs forward."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.clock import names_day
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.scene import Reading

_NEAR = 30
_OTHER_CLAUSE = re.compile(r"[.!?;]\s|\n|\b(?:and|but|until|to|before|after)\b")
_RANGE = re.compile(r"\s{0,2}(?:to|until|till|through|thru|[-–—])\s{0,2}$")
_TO_TIME = re.compile(r"\s{0,2}(?:and|to|until|till|[-–—])\s{0,2}$")


def join(readings: Sequence[Reading], text: str) -> list[Reading]:
    """The readings with their days settled, in text order."""
    return _forward(_with_days(readings, text), text)


def _with_days(readings: Sequence[Reading], text: str) -> list[Reading]:
    """Gives clock times of assumed day the day that follows close by: "9:20 p.m. (2020 GMT) Monday"."""
    settled: list[Reading] = []
    for reading in reversed(readings):
        if settled and reading.floating and _belongs(reading, settled[-1], text):
            reading = _moved(reading, settled[-1])
        settled.append(reading)
    return settled[::-1]


def _belongs(time: Reading, day: Reading, text: str) -> bool:
    """Whether the day is that of the time: close by in its clause, or that of the time a range goes on to."""
    between = text[time.end : day.start]
    if not names_day(day):
        return False
    if day.type == "TIME" and _TO_TIME.match(between):
        return True
    return len(between) <= _NEAR and not _OTHER_CLAUSE.search(between)


def _moved(time: Reading, day: Reading) -> Reading:
    named = day.period.value if day.period else day.value
    value = named + time.value[time.value.index("T") :]
    return time._replace(value=value, first=day.first, last=day.last, period=day.period, floating=False)


def _forward(readings: Sequence[Reading], text: str) -> list[Reading]:
    """Lets "Monday through Friday" and "Nov. 5 to Jan. 2" run forward: the second day is the next of its name."""
    forward = list(readings)
    for index, reading in enumerate(readings[1:], start=1):
        before = forward[index - 1]
        if before.period is None or reading.period is None or not reading.recurs:
            continue
        if before.period.unit == "day" and _RANGE.match(text[before.end : reading.start]):
            later = periods.safely(
                partial(_after, before.period, reading.period, weekly=reading.recurs == "week")
            )
            if later is None:
                continue
            forward[index] = reading._replace(
                value=later.value, first=later.first, last=later.last, period=later
            )
    return forward


def _after(first: Period, second: Period, *, weekly: bool) -> Period:
    """The second day as the next of its name: the weekday within a week of the first, the month-day within a year."""
    if weekly:
        return periods.day(first.first + (second.first - first.first).days % 7 * DAY)
    return second if second.first >= first.first else periods.years_on(second, 1)
