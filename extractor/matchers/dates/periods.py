"""Stretches of the calendar, from days to centuries, and the steps between them.

All functions raise OverflowError or ValueError outside the years 1 to 9999; `safely` turns that into None.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
_OPEN_VALUES = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

CLOCK_UNITS = frozenset({"second", "minute", "hour"})
LONG_UNITS = frozenset({"decade", "century"})
SIZES = {
    name: size
    for size, name in enumerate(
        ["day", "week", "month", "quarter", "year", "decade", "century", "millennium"]
    )
}
SIZES |= {"night": 0, "fortnight": 1, "half": 3}
"""Units from small to large."""


@dataclass(frozen=True, slots=True)
class Period:
    """A unit of the calendar.

    Attributes:
        value: TIMEX3 value.
        first: First day.
        last: Last day, inclusive.
        unit: day, week, weekend, month, quarter, half, season, year, decade or century.
    """

    value: str
    first: dt.date
    last: dt.date
    unit: str


def day(date: dt.date) -> Period:
    """One day."""
    return Period(date.isoformat(), date, date, "day")


def week(date: dt.date) -> Period:
    """The ISO week of the date, Monday to Sunday."""
    monday = date - (date.isoweekday() - 1) * DAY
    year, number, _ = date.isocalendar()
    return Period(f"{year:04}-W{number:02}", monday, monday + 6 * DAY, "week")


def weekend(date: dt.date) -> Period:
    """Saturday and Sunday of the ISO week of the date."""
    whole = week(date)
    return Period(f"{whole.value}-WE", whole.first + 5 * DAY, whole.last, "weekend")


def month(year: int, number: int) -> Period:
    """A calendar month."""
    last = monthrange(year, number)[1]
    return Period(f"{year:04}-{number:02}", dt.date(year, number, 1), dt.date(year, number, last), "month")


def quarter(year: int, number: int) -> Period:
    """A quarter of the calendar year, 1 to 4."""
    return _months(f"{year:04}-Q{number}", year, 3 * number - 2, 3, "quarter")


def half(year: int, number: int) -> Period:
    """A half of the calendar year, 1 or 2."""
    return _months(f"{year:04}-H{number}", year, 6 * number - 5, 6, "half")


def season(year: int, code: str) -> Period:
    """A meteorological season of the northern hemisphere; winter is named for the year it begins in."""
    return _months(f"{year:04}-{code}", year, _FIRST_MONTH[code], 3, "season")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04}", dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def decade(number: int) -> Period:
    """The ten years that share their first three digits with the year ``number``."""
    first = number // 10 * 10
    return Period(f"{first // 10:03}X", dt.date(max(first, 1), 1, 1), dt.date(first + 9, 12, 31), "decade")


def hundred(number: int) -> Period:
    """The hundred years that share their first two digits with the year: the 1800s, written 18."""
    first = number // 100 * 100
    return Period(f"{first // 100:02}", dt.date(first, 1, 1), dt.date(first + 99, 12, 31), "century")


def century(number: int) -> Period:
    """A century by its ordinal: the 20th runs from 1901 to 2000 and is written 19, as TIMEX3 does."""
    first = dt.date((number - 1) * 100 + 1, 1, 1)
    return Period(f"{number - 1:02}", first, dt.date(number * 100, 12, 31), "century")


def around(unit: str, date: dt.date, steps: int = 0) -> Period:
    """The unit that holds the date, moved by so many units of its kind."""
    if unit in {"day", "night"}:
        return day(date + steps * DAY)
    if unit in {"week", "fortnight"}:
        return week(date + steps * (7 if unit == "week" else 14) * DAY)
    if unit == "weekend":
        return weekend(date + 7 * steps * DAY)
    if unit == "month":
        moved = add_months(date, steps)
        return month(moved.year, moved.month)
    return _around_longer(unit, date, steps)


def _around_longer(unit: str, date: dt.date, steps: int) -> Period:
    if unit == "quarter":
        moved = add_months(date, 3 * steps)
        return quarter(moved.year, (moved.month + 2) // 3)
    if unit == "decade":
        return decade(date.year + 10 * steps)
    if unit == "century":
        return century((date.year + 99) // 100 + steps)
    if unit == "year":
        return year(date.year + steps)
    raise ValueError(f"no calendar unit {unit}")


def season_around(code: str, date: dt.date, steps: int = 0) -> Period:
    """The latest season of that name that has begun by the date, moved by so many years."""
    began = date.year if date.month >= _FIRST_MONTH[code] else date.year - 1
    return season(began + steps, code)


def add_months(date: dt.date, months: int) -> dt.date:
    """The date so many months on; the last day of the month where the target month is shorter."""
    total = date.year * 12 + date.month - 1 + months
    target, number = divmod(total, 12)
    return dt.date(target, number + 1, min(date.day, monthrange(target, number + 1)[1]))


def add(date: dt.date, unit: str, steps: int) -> dt.date:
    """The date so many units on, to the day."""
    per_unit = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit in per_unit:
        return date + steps * per_unit[unit] * DAY
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
    return add_months(date, steps * months[unit])


def years_on(period: Period, years: int) -> Period:
    """The same day, week, month, quarter or fiscal year so many years on; else the calendar year."""
    first = add_months(period.first, 12 * years)
    if period.unit == "fiscal":
        number = int(period.value[2:]) + years
        return Period(f"FY{number:04}", first, add_months(period.last, 12 * years), "fiscal")
    if period.unit == "half":
        return half(first.year, 1 if first.month == 1 else 2)
    if period.unit in {"day", "week", "month", "quarter", "year"}:
        return around(period.unit, first)
    return year(first.year)


def open_value(unit: str) -> str:
    """The TIMEX3 value of one such unit when nothing tells which: XXXX-XX for a month."""
    return _OPEN_VALUES.get(unit, "XXXX")


def is_finer(unit: str, told: Period) -> bool:
    """Whether the unit is smaller than what was told: nobody knows "the next day" of something in 2008."""
    return SIZES.get(unit, 9) < SIZES.get(told.unit, 0)


def safely(build: Callable[[], Period]) -> Period | None:
    """What ``build`` returns, or None where it leaves the years 1 to 9999."""
    try:
        return build()
    except (OverflowError, ValueError):
        return None


def _months(value: str, year_number: int, first: int, count: int, unit: str) -> Period:
    begin = dt.date(year_number, first, 1)
    return Period(value, begin, add_months(begin, count) - DAY, unit)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth such weekday (ISO 1-7) of the month; -1 is the last one."""
    if nth < 0:
        last = dt.date(year, month, monthrange(year, month)[1])
        return last - (last.isoweekday() - weekday) % 7 * DAY
    first = dt.date(year, month, 1)
    return first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) * DAY


def closing_date(year: int, month: int, day: int) -> dt.date:
    """The last day of the fiscal year that ends in that year."""
    return dt.date(year, month, min(day, monthrange(year, month)[1]))


def fiscal_year(number: int, month: int, day: int) -> Period:
    """A fiscal year that ends on that day of that month."""
    first = closing_date(number - 1, month, day) + DAY
    return Period(f"FY{number:04}", first, closing_date(number, month, day), "fiscal")


def month_day(year_number: int, month_number: int, number: int) -> Period | None:
    """The day of that year and month; None where the month has no such day."""
    date = day_of(year_number, month_number, number)
    return day(date) if date else None


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The date, if there is such a day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
