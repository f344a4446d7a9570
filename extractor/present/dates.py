"""Time expressions read, in words for someone who does not know TIMEX3: ``26 Feb to 3 Mar 2024``, ``about 2 years``."""

from __future__ import annotations

import datetime as dt
import re

from extractor.records import IntervalRecord, TimexRecord

_BY_MODIFIER = {
    "APPROX": "about",
    "LESS_THAN": "less than",
    "EQUAL_OR_LESS": "at most",
    "MORE_THAN": "more than",
    "EQUAL_OR_MORE": "at least",
}
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
_CLOCK = re.compile(r"T(\d\d:\d\d)")
_VAGUE_TIMES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}


def date_in_words(timex: TimexRecord) -> str:
    """A time expression as read: its days where they are known, the length of a duration, else what can be said."""
    clock = _CLOCK.search(timex.value)
    if timex.interval and (days := _days(timex.interval)):
        return f"{days}, {clock[1]}" if clock else days
    if length := _length(timex):
        return length
    return _VAGUE_TIMES.get(timex.value) or _unresolved(timex, clock)


def _unresolved(timex: TimexRecord, clock: re.Match[str] | None) -> str:
    """In the text's own words, which say as much as is known: "every Tuesday", "in May"."""
    words = " ".join(timex.text.split())
    if timex.type == "SET" or clock or "X" not in timex.value:
        return words
    return f"{words} (day not known)"


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
    plural = "centuries" if unit == "century" else f"{unit}s"
    if timex.type == "SET":
        return f"every {unit}" if single else f"every {found['number'] if known else 'few'} {plural}"
    amount = found["number"] if known else "some"
    words = (_BY_MODIFIER.get(timex.mod or "", ""), amount, unit if single else plural)
    return " ".join(filter(None, words))
