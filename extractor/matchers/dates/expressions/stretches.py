"""Durations that lie in the calendar: the past decade, the first nine months, the week to 18 March."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass, replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.counts import Count, iso_duration
from extractor.matchers.dates.expressions.units import is_partitive
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.scene import Reading, Scene, Value

_SPANNED = frozenset({"week", "month", "year"})
_ACCOUNT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """The past decade, recent years, the coming months, the past two years: up to or from the day of publication."""

    unit: Word
    direction: Word
    count: Count | None = None
    amount: Word | None = None
    half: bool = False
    led: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """A duration that ends or begins today; "last week" and "last century" are units of the calendar."""
        unit, word = self.unit.name, self.direction.lower
        if self.count:
            if scene.tenses.tag(self.direction.start).startswith("VB"):
                return None  # "is expected to last six weeks"
            return self._reaching(scene, self.count.number, unit)
        plural = scene.holds("plural_units", self.unit.lower)
        if not plural and word != "past" and not self._reaches(scene, unit, word):
            return None
        if self.half and unit == "year" and not plural:
            return self._reaching(scene, 18, "month")
        return self._reaching(scene, None if plural else 1, unit)

    def _reaches(self, scene: Scene, unit: str, word: str) -> bool:
        """Whether it is "the last decade", "over the last year"; not "the last year of the war"."""
        if not self.led or is_partitive(scene):
            return False
        if unit in periods.LONG_UNITS:
            return scene.holds("reaching", word)
        return unit in _SPANNED and word in {"last", "next"} and scene.before("stretch")

    def _reaching(self, scene: Scene, count: float | None, unit: str) -> Reading | None:
        mod = self.amount.name if self.amount else None
        plain = scene.plain("DURATION", iso_duration(count, unit), mod)
        step = -1 if scene.holds("recent", self.direction.lower) else self.direction.number
        told = scene.mentioned and scene.holds("anaphoric", self.direction.lower)
        published = scene.published
        if (
            told
            or published is None
            or count is None
            or count != int(count)
            or not step
            or unit in periods.CLOCK_UNITS
        ):
            return plain
        try:
            other = periods.add(published, unit, step * int(count))
        except (OverflowError, ValueError):
            return plain
        first, last = (other, published) if step < 0 else (published, other)
        return plain._replace(first=first, last=last, anchor=published, relation="for")


@dataclass(frozen=True, slots=True)
class FromEdge:
    """The first nine months, the final two weeks: bounded where the whole is said, or is a business year."""

    nth: Word
    count: Count
    unit: Word
    whole: Value | None = None

    def read(self, scene: Scene) -> Reading | None:
        """A duration, with its days where the whole is known."""
        count, unit = self.count.number, self.unit.name
        lasts = self.nth.lower == "last" and self.whole is None  # a verb, or "the last six weeks" up to today
        if lasts or count is None or count != int(count):
            return None
        reading = scene.plain("DURATION", iso_duration(count, unit))
        whole = self._whole(scene)
        if whole is None or unit in periods.CLOCK_UNITS:
            return reading
        if self.nth.number > 0:
            first, last = whole.first, periods.add(whole.first, unit, int(count)) - DAY
        else:
            first, last = periods.add(whole.last + DAY, unit, -int(count)), whole.last
        if not whole.first <= first <= last <= whole.last:
            return reading
        half = _half_of(first, last)
        return reading._replace(first=first, last=last, anchor=scene.published, period=half)

    def _whole(self, scene: Scene) -> Period | None:
        """What is said behind "of"; a business report that counts three, six or nine months means its own year."""
        if self.whole:
            reading = self.whole.read(scene)
            return reading.period if reading else None
        business = self.unit.lower == "months" and self.nth.number > 0 and scene.around("business")
        return periods.year(scene.published.year) if business and scene.published else None


@dataclass(frozen=True, slots=True)
class SixMonths:
    """The first six months of 2012: a half of that year."""

    months: FromEdge

    def read(self, scene: Scene) -> Reading | None:
        """The half; None where they are no half of a year."""
        reading = self.months.read(scene)
        return scene.dated(reading.period, anchor=reading.anchor) if reading else None


def six_months(nth: Word, count: Count, unit: Word, whole: Value) -> SixMonths | None:
    """The first six months of 2012."""
    known = count.number == 6 and unit.key == "month"
    return SixMonths(FromEdge(nth, count, unit, whole)) if known else None


def _half_of(first: dt.date, last: dt.date) -> Period | None:
    """The half of a year that the first or last six months of it are."""
    half = periods.half(first.year, 1 if first.month == 1 else 2)
    return half if (half.first, half.last) == (first, last) else None


def from_edge_of(nth: Word, count: Count, unit: Word, whole: Value) -> tuple[Value, Value]:
    """The first nine months of 1990: the stretch, bounded by the year, and the year."""
    return FromEdge(nth, count, unit, whole), whole


@dataclass(frozen=True, slots=True)
class Span:
    """A count and a unit as part of something longer: two years, the fiscal year, 12 months."""

    unit: Word
    count: Count | None = None
    fiscal: Word | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The quarter ended Sept. 30, the week to 18 March, the three months to December: bounded by the day it ends on."""

    span: Span
    until: Value
    named: bool = True

    def read(self, scene: Scene) -> Reading | None:
        """A duration with its days; a fiscal year or quarter by its name."""
        name, count = self.span.unit.name, self.span.count.number if self.span.count else 1.0
        plural = self.span.unit.lower.endswith("s")
        if count is None or count != int(count) or (plural and not self.span.count):
            return None
        unit, size = {"quarter": ("month", 3), "half": ("month", 6)}.get(name, (name, 1))
        reading = scene.plain("DURATION", iso_duration(count * size, unit))
        until = self.until.read(scene)
        if until is None or until.last is None:
            return reading
        first = _first_day(until.last, unit, int(count) * size)
        if self.named and self.span.fiscal and name == "year":
            return _as(reading, Period(f"FY{until.last.year:04}", first, until.last, "fiscal"))
        if self.named and name == "quarter" and (quarter := _quarter_to(until.last)):
            return _as(reading, quarter)
        return reading._replace(first=first, last=until.last)


def ended_on(span: Span, until: Value) -> tuple[Value, Value]:
    """The nine months ended Sept. 30: the stretch and the day."""
    return Ended(span, until), until


def _as(reading: Reading, period: Period) -> Reading:
    return reading._replace(
        type="DATE", value=period.value, first=period.first, last=period.last, period=period
    )


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
