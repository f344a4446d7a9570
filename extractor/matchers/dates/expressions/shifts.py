"""So many units ago, later, from now, or from a day that is named."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.counts import Count, iso_duration
from extractor.matchers.dates.expressions.told import ACCOUNTED, YearAgo
from extractor.matchers.dates.expressions.weekdays import Weekday
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.scene import Reading, Scene, Value, towards

_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_POINT_MOD = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}


@dataclass(frozen=True, slots=True)
class Shift:
    """Two weeks ago, 41 years ago, a year later, days ago, two weeks from now.

    Attributes:
        way: Which way it counts, and whether from publication or from the date told.
        count: None of "days ago".
    """

    unit: Word
    way: Word
    count: Count | None = None
    amount: Word | None = None
    half: bool = False
    about: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """The unit so many steps from its base; a duration where nothing tells the base."""
        compares, (count, unit) = self._compares(scene), self._counted()
        mod = None if compares else self._mod()
        start = self.count.start if compares and self.count else scene.start
        now, sign = self.way.key in {"ago", "hence"}, -1 if self.way.key in {"ago", "earlier"} else 1
        comparing = self._compares_years(scene)
        if (count, unit) == (1, "year") and comparing and not mod:
            reading = YearAgo().read(scene)
            return reading and reading._replace(start=start)
        base = scene.published if now else self._told(scene)
        if count is not None and unit not in periods.CLOCK_UNITS:
            period = _stepped(base, unit, sign * count) if base else None
            if now and not base:
                return Reading(start, scene.end, "DATE", periods.open_value(unit), mod)
            if period:
                relation = "ago" if now and sign < 0 else None
                first, last = period.first, period.last
                value = period.value
                return Reading(start, scene.end, "DATE", value, mod, first, last, base, relation, period)
        if now:
            return Reading(start, scene.end, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod)
        return Reading(start, scene.end, "DURATION", iso_duration(count, unit), mod)

    def _compares_years(self, scene: Scene) -> bool:
        """Whether "a year earlier" is the period that accounts tell of, a year before; "a year ago" only in a comparison."""
        if scene.holds("comparing", self.way.lower):
            return _tells_of_accounts(scene)
        told = scene.mentioned
        if self.way.key != "ago" or told is None or told.unit not in ACCOUNTED | {"fiscal"}:
            return False
        return scene.is_close and scene.before("compared")

    def _counted(self) -> tuple[float | None, str]:
        """How many of which unit, decades and centuries in years; None for an unknown number."""
        unit = self.unit.name
        count = self.count.number if self.count else None
        if count is None:
            return None, unit
        if self.half:
            count += 0.5
        return (count * _YEARS[unit], "year") if unit in _YEARS else (count, unit)

    def _told(self, scene: Scene) -> dt.date | None:
        """The first day of what was mentioned last; "in 1989 … a month later" is a month that nobody names."""
        told, size = scene.mentioned, periods.SIZES.get(self.unit.name, -1)
        return told.first if told and size >= periods.SIZES.get(told.unit, 0) else None

    def _compares(self, scene: Scene) -> bool:
        """Whether "more than" compares figures: "€9,000 more than a year earlier"."""
        than = self.amount is not None and self.amount.lower.endswith(" than")
        return than and scene.start > 1 and scene.tenses.tag(scene.start - 2) in {"CD", "NN", "NNS", "$"}

    def _mod(self) -> str | None:
        if self.amount:
            return _POINT_MOD.get(self.amount.name, self.amount.name)
        return "APPROX" if self.about else None


def _tells_of_accounts(scene: Scene) -> bool:
    """Whether figures are compared: "in the third quarter … a year earlier" is the third quarter before."""
    return scene.mentioned is None or scene.mentioned.unit in ACCOUNTED | {"fiscal"}


def _stepped(base: dt.date, unit: str, count: float) -> Period | None:
    """The unit so many steps from the base, as coarse as the unit counted."""
    if count == int(count):
        grain = {"fortnight": "week", "night": "day"}.get(unit, unit)
        return periods.safely(lambda: periods.around(grain, periods.add(base, unit, int(count))))
    if unit != "year":
        return None
    return periods.safely(lambda: periods.around("month", periods.add(base, "month", int(count * 12))))


@dataclass(frozen=True, slots=True)
class TimeHence:
    """In two weeks' time, in a year's time."""

    count: Count
    unit: Word

    def read(self, scene: Scene) -> Reading | None:
        """The day so many units on, of years the year; FUTURE_REF where nobody says how many."""
        count, unit = self.count.number, self.unit.name
        if count is None or count != int(count) or unit in periods.CLOCK_UNITS:
            return scene.plain("DATE", "FUTURE_REF")
        if scene.published is None:
            return scene.plain("DATE", periods.open_value(unit))
        grain = unit if unit in {"quarter", "year", *periods.LONG_UNITS} else "day"
        day = periods.add(scene.published, unit, int(count))
        return scene.dated(periods.around(grain, day), anchor=scene.published)


@dataclass(frozen=True, slots=True)
class ShiftFrom:
    """A year ago today, a week from Tuesday, a week ago Friday, ten years ago this month, a week tomorrow."""

    unit: Word
    base: Value
    sign: int
    count: Count

    def read(self, scene: Scene) -> Reading | None:
        """Counted from the day or unit that is named, on its own grain."""
        count = self.count.number
        if scene.published is None or count is None or count != int(count):
            return None
        base = self._base(scene, scene.published)
        if base is None:
            return None
        date = periods.add(base.first, self.unit.name, self.sign * int(count))
        return scene.dated(periods.around(base.unit, date), anchor=scene.published)

    def _base(self, scene: Scene, published: dt.date) -> Period | None:
        if isinstance(self.base, Weekday) and self.base.direction is None:
            wanted = self.base.weekday.number
            return periods.day(towards(published, wanted, "past" if self.sign < 0 else "future"))
        reading = self.base.read(scene)
        return reading.period if reading else None


@dataclass(frozen=True, slots=True)
class Beside:
    """The day before Christmas, the week after Easter, the day after March 3."""

    unit: Word
    step: int
    base: Value

    def read(self, scene: Scene) -> Reading | None:
        """The unit on that side of the day named."""
        base = self.base.read(scene)
        if base is None or base.first is None or base.last is None:
            return None
        beside = periods.around(self.unit.name, base.first if self.step < 0 else base.last, self.step)
        return scene.dated(beside, anchor=base.first)


def beside(unit: Word, step: Word, base: Value) -> Beside:
    """The day before Christmas."""
    return Beside(unit, step.number, base)
