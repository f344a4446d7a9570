"""Readings in words: what a number or a time expression means, for someone who knows neither our fields nor TIMEX3."""

from __future__ import annotations

import datetime as dt
import re

from extractor.records import ChangeRecord, IntervalRecord, QuantityRecord, TimexRecord

_MODIFIERS = {"=": "", "~": "about", "<": "less than", "<=": "at most", ">": "more than", ">=": "at least"}
_BY_MODIFIER = {
    "APPROX": "about",
    "LESS_THAN": "less than",
    "EQUAL_OR_LESS": "at most",
    "MORE_THAN": "more than",
    "EQUAL_OR_MORE": "at least",
}
_SIGNS = {"percentage": "%", "degree Celsius": "°C", "degree Fahrenheit": "°F"}
_IRREGULAR = {"foot": "feet", "inch": "inches", "pound-mass": "pounds"}
_WITHOUT_PLURAL = ("kelvin", "hertz", "horsepower", "magnitude", "stone", "index")
_MINOR_COINS = frozenset({"cent", "pence", "sen"})
"""Units whose ISO code is that of a hundred of them, so that the code alone would mislead."""

_PERIODS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "Q": "quarter",
    "DE": "decade",
    "CE": "century",
}
_HOURS = {"H": "hour", "M": "minute", "S": "second"}
_DURATION = re.compile(r"P(?P<clock>T?)(?P<number>X+|\d+(?:\.\d+)?)(?P<unit>[A-Z]+)")
_VAGUE_TIMES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}


def quantity_in_words(quantity: QuantityRecord) -> str:
    """A number read: ``about 2,500,000 jobs, up``."""
    measured = _share(quantity) or _measured(quantity)
    what = [_MODIFIERS[quantity.modifier], measured]
    if quantity.counted:
        what.append(quantity.counted.text)
    if quantity.of:
        what.append(f"of {quantity.of.text}")
    if quantity.per:
        what.append(f"per {quantity.per}")
    parts = [" ".join(filter(None, what)), *_change(quantity.change)]
    return ", ".join(parts + ["vague"] * quantity.vague)


def unit_label(quantity: QuantityRecord) -> str:
    """What a number is compared by: its currency, its unit, or the singular of what it counts."""
    if quantity.unit:
        return _unit(quantity, singular=True)
    return quantity.counted.head.lower() if quantity.counted else quantity.unit_kind


def timex_in_words(timex: TimexRecord) -> str:
    """A time expression read: its days where they are known, the length of a duration, else what can be said."""
    if timex.interval and (days := _days(timex.interval)):
        return days
    if length := _length(timex):
        return length
    return _VAGUE_TIMES.get(timex.value, "day not known" if "X" in timex.value else timex.value)


def _share(quantity: QuantityRecord) -> str:
    """A part of a whole in percent, as people compare it: ``20%`` for one in five."""
    value = quantity.value
    return (
        f"{value * 100:.4g}%" if quantity.unit_kind == "ratio" and value is not None and 0 < value < 1 else ""
    )


def _measured(quantity: QuantityRecord) -> str:
    amount, unit = _amount(quantity), _unit(quantity)
    return f"{amount}%" if unit == "%" else f"{amount} {unit}".rstrip()


def _amount(quantity: QuantityRecord) -> str:
    if quantity.value is not None:
        return _number(quantity.value)
    ends = [_number(end) for end in (quantity.low, quantity.high) if end is not None]
    return " to ".join(ends) or "some"


def _number(value: float) -> str:
    return f"{value:,.12g}" if abs(value) < 1e15 else f"{value:.6g}"


def _unit(quantity: QuantityRecord, *, singular: bool = False) -> str:
    unit = quantity.unit or ""
    if quantity.currency:
        return f"{unit} ({quantity.currency})" if unit in _MINOR_COINS else quantity.currency
    if unit in _SIGNS:
        return _SIGNS[unit]
    return unit if singular or quantity.value == 1 else _plural(unit)


def _plural(unit: str) -> str:
    """``kilometres per hour``: the plural of a unit's head, which is its first word, or its last before per and of."""
    head = re.match(r"(?:(?! per | of ).)*", unit)
    words = (head.group() if head else "").split(" ")
    if not words[-1] or words[-1] in _WITHOUT_PLURAL:
        return unit
    return " ".join([*words[:-1], _IRREGULAR.get(words[-1], f"{words[-1]}s")]) + unit[len(" ".join(words)) :]


def _change(change: ChangeRecord | None) -> list[str]:
    if change is None:
        return []
    first, second = change.from_value, change.to_value
    if change.direction is None and first is not None and second is not None:
        return [f"{_number(first)} to {_number(second)}"]  # a score or a vote: an order, no movement
    ends = (("from", change.from_value), ("to", change.to_value), ("×", change.multiplier))
    words = [change.direction or "", *(f"{word} {_number(end)}" for word, end in ends if end is not None)]
    return [said] if (said := " ".join(filter(None, words))) else []


def _days(interval: IntervalRecord) -> str:
    begin, end = interval.begin, interval.end
    if begin and end:
        return _whole(begin, end) or _from_to(begin, end)
    if begin:
        return f"from {_day(begin)}"
    return f"until {_day(end)}" if end else ""


def _whole(begin: dt.date, end: dt.date) -> str:
    """A day, a month or a year, if the days are just that; otherwise nothing."""
    if begin == end:
        return _day(begin)
    if begin.day != 1 or (end + dt.timedelta(days=end < dt.date.max)).day != 1 or begin.year != end.year:
        return ""
    if begin.month == end.month:
        return f"{begin:%b} {begin.year}"
    return str(begin.year) if (begin.month, end.month) == (1, 12) else ""


def _from_to(begin: dt.date, end: dt.date) -> str:
    """What the two days have in common is said once: ``26 Feb to 3 Mar 2024``."""
    shown = _day(begin)
    if begin.year == end.year:
        shown = f"{begin.day}" if begin.month == end.month else f"{begin.day} {begin:%b}"
    return f"{shown} to {_day(end)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _length(timex: TimexRecord) -> str:
    """``about 2 years`` for P2Y, ``every month`` for the set P1M; empty for what is no plain duration."""
    found = _DURATION.fullmatch(timex.value)
    if not found:
        return ""
    unit = (_HOURS if found["clock"] else _PERIODS).get(found["unit"], "")
    if not unit:
        return ""
    known = not found["number"].startswith("X")
    single = found["number"] == "1"
    if timex.type == "SET":
        return f"every {unit}" if single else f"every {found['number'] if known else 'few'} {unit}s"
    amount = found["number"] if known else "some"
    words = (_BY_MODIFIER.get(timex.mod or "", ""), amount, unit if single else f"{unit}s")
    return " ".join(filter(None, words))
