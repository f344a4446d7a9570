"""What points back to the date told last: that day, the same period last year, the year before."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.scene import Reading, Scene, Value, echoed

_FINER = {("day", "year"): "-XX-XX", ("day", "month"): "-XX", ("month", "year"): "-XX"}
"""What a unit inside a coarser one mentioned leaves open: "that day" after "in 2008" is 2008-XX-XX."""
ACCOUNTED = frozenset({"quarter", "half", "month"})


@dataclass(frozen=True, slots=True)
class Same:
    """That day, the same month, later that year: the unit last mentioned."""

    unit: Word
    same: bool

    def year(self, scene: Scene) -> int | None:
        """The year told."""
        return scene.mentioned.first.year if scene.mentioned and self.unit.key == "year" else None

    def read(self, scene: Scene) -> Reading | None:
        """What was told, as coarse as the unit."""
        base, unit = scene.mentioned, self.unit.name
        if unit in {"time", "period"}:
            if self.same or unit == "period" or base is None:
                return None
            return scene.dated(base, anchor=base.first)
        if base is None:
            return scene.plain("DATE", "PAST_REF")
        if (unit, base.unit) in _FINER:
            reading = scene.dated(base)
            return reading and reading._replace(value=base.value + _FINER[unit, base.unit])
        return scene.dated(periods.safely(lambda: periods.around(unit, base.first)), anchor=base.first)


@dataclass(frozen=True, slots=True)
class InOtherYear:
    """The same period last year, the year-ago quarter, the 1988 quarter: what was told, in another year."""

    unit: Word
    step: int = -1
    of: Value | None = None

    def read(self, scene: Scene) -> Reading | None:
        """The quarter, half or month told of, a year before or in the year named."""
        unit = self.unit.name
        base = scene.latest.get(unit) if unit in ACCOUNTED else scene.mentioned
        period = self._moved(scene, base, unit)
        return echoed(scene.dated(period, anchor=base.first if base else None))

    def _moved(self, scene: Scene, base: Period | None, unit: str) -> Period | None:
        if base is None and unit in {"period", "time"}:
            base = scene.mentioned
        if scene.published and (base is None or (unit in {"day", "week"} and base.unit != unit)):
            base = periods.around(unit if unit in {"day", "week"} else "year", scene.published)
        number = getattr(self.of, "number", None)
        if base is None:
            return None
        if unit not in {"period", "time", "half", base.unit} and unit in ACCOUNTED | {"day", "week"}:
            return periods.year(number) if number else None
        steps = number - base.first.year if number else self.step
        return periods.safely(lambda: periods.years_on(base, steps))


@dataclass(frozen=True, slots=True)
class YearAgo:
    """A year earlier, the year-ago period: the quarter, month or year last mentioned, a year before."""

    def read(self, scene: Scene) -> Reading | None:
        """What was told a year before; nothing points back to it."""
        base = scene.mentioned
        if base is None and scene.published:
            base = periods.year(scene.published.year)
        if base is None:
            return scene.plain("DATE", "PAST_REF")
        return echoed(scene.dated(periods.years_on(base, -1), anchor=base.first))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The year before, the day after: from the date told."""

    unit: Word
    way: Word

    def read(self, scene: Scene) -> Reading | None:
        """The unit beside what was told."""
        told = scene.told(self.unit.name)
        if told is None:
            return None
        if periods.is_finer(self.unit.name, told):
            return scene.plain("DATE", periods.open_value(self.unit.name))
        step = self.way.number
        unit, base = self.unit.name, told.first if step < 0 else told.last
        return scene.dated(periods.around(unit, base, step), anchor=told.first)
