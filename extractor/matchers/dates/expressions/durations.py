"""Durations: three days, decades-long, two years and three months."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.annotations import TimexType
from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.counts import Count, count_range, iso_duration
from extractor.matchers.dates.expressions.stretches import Span
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene, Value

_GOVERNS = ("VB", "IN")
_COMPOUND = "year month week day hour minute second"
"""Units that a duration may be composed of, from large to small."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Three days, more than a year, a 16-hour flight, decades-long, an hour and a half."""

    unit: Word
    count: Count | None = None
    amount: Word | None = None
    half: bool = False
    joined: bool = False
    about: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """A duration; a rate where article and unit stand right behind an amount ("$1 billion a year")."""
        if self._is_idiom(scene):
            return None
        count = self.count.number if self.count else None
        if self.half and count is not None:
            count += 0.5
        kind: TimexType = "SET" if self._is_rate(scene) else "DURATION"
        odd = self.count is not None and self.count.kind == "odd"
        mod = self.amount.name if self.amount else "APPROX" if self.about or odd else None
        start, mod = led_by_over(self.amount, self.count, mod, scene)
        return Reading(start, scene.end, kind, iso_duration(count, self.unit.name), mod)

    def _is_rate(self, scene: Scene) -> bool:
        count = self.count
        if count is None or count.kind != "article" or count.start != scene.start or self.joined:
            return False
        if (
            count.end - count.start > 2
            or scene.follows("anchoring")
            or scene.text[count.start - 1 : count.start] != " "
        ):
            return False
        return scene.tenses.tag(count.start - 2) in {"CD", "NN", "NNS", "$", "NNP"}

    def _is_idiom(self, scene: Scene) -> bool:
        """Whether it is no duration: "a second" (a moment), "a quarter" (a share), "One day," (some day), "60 Minutes"."""
        unit, surface = self.unit.name, self.unit.text
        if surface[0].isupper() and surface[1:].islower() and not scene.text[scene.start].isupper():
            return True
        if scene.text[scene.start : scene.end + 1].lower() == "one day,":
            return True
        if unit in {"second", "quarter"} and self.count and self.count.kind == "article" and not self.joined:
            return True
        if (
            unit == "quarter"
            and self.count
            and self.count.number == 3
            and scene.text.startswith(" of", scene.end)
        ):
            return True  # three quarters of the voters
        return unit == "second" and scene.tenses.tag(self.unit.start) in {"JJ", "RB"}


def led_by_over(
    amount: Word | None, count: Count | None, mod: str | None, scene: Scene
) -> tuple[int, str | None]:
    """Start and modifier, without an "over" that leads to a stretch: "cut £2m over two years"."""
    if amount and count and amount.lower == "over" and not scene.before("over"):
        return count.start, None
    return scene.start, mod


def long_unit(unit: Word) -> Duration:
    """Decades-long, a day-long."""
    plural = unit.lower.removesuffix("long").endswith("s")
    return Duration(unit, Count(None if plural else 1, unit.start, unit.start), joined=True)


def joined(count: Count, unit: Word) -> Duration:
    """A 16-hour flight, a single-day loss."""
    return Duration(unit, count, joined=True)


@dataclass(frozen=True, slots=True)
class BareUnits:
    """For weeks, in minutes."""

    unit: Word
    partitive: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """A duration of so many units as nobody says; not "the final months of the war"."""
        if not scene.holds("bare_units", self.unit.lower):
            return None
        if self.partitive and not scene.tenses.tag(scene.start - 2).startswith((*_GOVERNS, ".")):
            return None
        return scene.plain("DURATION", iso_duration(None, self.unit.name))


def duration_range(low: Count, high: Count, unit: Word) -> tuple[Value, Value] | None:
    """Between 60 and 90 days: two durations, the unit said once."""
    if not count_range(low, high):
        return None
    return Duration(unit, low, joined=True), Duration(unit, high, joined=True)


def whole_unit(unit: Word) -> Duration:
    """All day, all week."""
    return Duration(unit, Count(1, unit.start, unit.end))


@dataclass(frozen=True, slots=True)
class Compound:
    """Two years and three months, 2 hours 14 minutes 9 seconds: one duration, its units from large to small."""

    parts: tuple[tuple[Count, Word], ...]
    amount: Word | None = None

    def read(self, scene: Scene) -> Reading | None:
        """Its units from large to small, hours only behind days."""
        units = [unit.name for _, unit in self.parts]
        places = [_COMPOUND.find(unit) for unit in units]
        if min(places) < 0 or places != sorted(set(places)) or _leaps(units):
            return None
        parts = [iso_duration(count.number, unit.name)[1:] for count, unit in self.parts]
        days = "".join(part for part in parts if part[0] != "T")
        clock = "".join(part[1:] for part in parts if part[0] == "T")
        mod = self.amount.name if self.amount else None
        start, mod = led_by_over(self.amount, self.parts[0][0], mod, scene)
        return Reading(start, scene.end, "DURATION", f"P{days}" + (f"T{clock}" if clock else ""), mod)


def compound(a: Span, b: Span, c: Span | None = None, amount: Word | None = None) -> Compound:
    """Two or three counts with their units."""
    return Compound(tuple((span.count, span.unit) for span in (a, b, c) if span and span.count), amount)


def _leaps(units: list[str]) -> bool:
    """Whether hours follow on anything longer than days: "two years, 3 hours" is no one duration."""
    dates = [unit for unit in units if unit not in periods.CLOCK_UNITS]
    return 0 < len(dates) < len(units) and dates[-1] != "day"


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """A quarter of a century, three-quarters of an hour, a quarter-century ago."""

    unit: Word
    parts: int = 1
    ago: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """Years or minutes."""
        unit, whole = ("minute", 15) if self.unit.key == "hour" else ("year", 25)
        if self.unit.key not in {"hour", "century"}:
            return None
        if self.ago and unit == "year" and scene.published:
            ago = periods.year(scene.published.year - self.parts * whole)
            reading = scene.dated(ago, anchor=scene.published)
            return reading and reading._replace(relation="ago")
        return scene.plain("DURATION", iso_duration(self.parts * whole, unit))
