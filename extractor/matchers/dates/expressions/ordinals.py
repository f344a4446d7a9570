"""The nth of its kind in a longer period, and the unit that holds a day."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.scene import Reading, Scene, Value


@dataclass(frozen=True, slots=True)
class NthUnit:
    """The last week of March, the first day of next month, the last day of 2011, the second half of October."""

    nth: Word
    unit: Word
    whole: Value

    def read(self, scene: Scene) -> Reading | None:
        """The nth such unit inside the whole; a week belongs to the month that holds most of it, as in ISO 8601."""
        whole = self.whole.read(scene)
        if whole is None or whole.period is None:
            return None
        period = _nth_unit(self.unit.name, self.nth.number, whole.period)
        return scene.dated(period, anchor=whole.anchor)


def _nth_unit(unit: str, nth: int, whole: Period) -> Period | None:
    if unit == "day":
        return periods.day(whole.last if nth < 0 else whole.first + (nth - 1) * DAY)
    if unit == "weekend":
        monthly = whole.unit == "month"
        middle = periods.nth_weekday(whole.first.year, whole.first.month, 6, nth) if monthly else None
        return periods.weekend(
            middle or (whole.last - 6 * DAY if nth < 0 else whole.first + 7 * (nth - 1) * DAY)
        )
    if unit == "week":
        return periods.week(whole.last - 3 * DAY if nth < 0 else whole.first + (3 + 7 * (nth - 1)) * DAY)
    if unit in {"month", "year", "decade"} and periods.SIZES[unit] < periods.SIZES.get(whole.unit, 9):
        return periods.around(unit, whole.last if nth < 0 else whole.first, max(nth - 1, 0))
    return None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The second Tuesday in November, the last Friday of February."""

    nth: Word
    weekday: Word
    whole: Value

    def read(self, scene: Scene) -> Reading | None:
        """That day of the month."""
        whole = self.whole.read(scene)
        if whole is None or whole.period is None or whole.period.unit != "month":
            return None
        month = whole.period
        date = periods.nth_weekday(month.first.year, month.first.month, self.weekday.number, self.nth.number)
        return (
            scene.dated(periods.day(date), anchor=whole.anchor) if month.first <= date <= month.last else None
        )


@dataclass(frozen=True, slots=True)
class UnitOfDay:
    """The week of March 12, the weekend beginning 5 May."""

    unit: Word
    day: Value

    def read(self, scene: Scene) -> Reading | None:
        """The unit that holds the day."""
        day = self.day.read(scene)
        if day is None or day.first is None:
            return None
        return scene.dated(periods.around(self.unit.name, day.first), anchor=day.anchor)
