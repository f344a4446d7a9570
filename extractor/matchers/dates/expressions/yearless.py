"""What a year holds once, and the year that it lies in.

It takes one from beside it ("March 2020", "the third quarter of last year") or lies in the one that tense and nearness tell.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from extractor.matchers.dates.expressions.parts import Part
from extractor.matchers.dates.expressions.years import ShortYear, Year, YearRef
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.scene import Reading, Scene, Value


class Yearless:
    """What a year holds once."""

    __slots__ = ()

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """Its days in that year; None where the year has no such day."""
        raise NotImplementedError

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """Its days near publication, as tense and nearness tell."""
        raise NotImplementedError

    def is_named(self, scene: Scene) -> bool:
        """Whether it is written as one."""
        return True

    def stands_alone(self, scene: Scene) -> bool:
        """Whether it is one without a year beside it, too."""
        return True

    def open_value(self, scene: Scene) -> str:
        """Its value where nothing tells the year."""
        raise NotImplementedError

    def settled(self, reading: Reading | None, year: int, scene: Scene) -> Reading | None:
        """The reading where its year is said."""
        return reading

    def read(self, scene: Scene) -> Reading | None:
        """Its days in the year that the text lets understand."""
        if not (self.is_named(scene) and self.stands_alone(scene)):
            return None
        if scene.published is None:
            value = self.open_value(scene)
            return scene.plain("DATE", value) if value else None
        return scene.dated(self.near(scene, scene.published), anchor=scene.published)


@dataclass(frozen=True, slots=True)
class InYear:
    """March 2020, Feb. 24, 1955, the third quarter of last year, this year's first half, 2019 fourth quarter."""

    inner: Yearless
    of: YearRef

    def read(self, scene: Scene) -> Reading | None:
        """Its days in that year."""
        if not self.inner.is_named(scene):
            return None
        absolute = isinstance(self.of, Year | ShortYear)
        year = self.of.year(scene)
        if year is None:
            return None if scene.published else scene.plain("DATE", self.inner.open_value(scene))
        reading = scene.dated(self.inner.in_year(year, scene), anchor=None if absolute else scene.published)
        return self.inner.settled(reading, year, scene)


@dataclass(frozen=True, slots=True)
class SameYear:
    """The 10 of "Nov. 8 to 10", the first of "the first and second quarters of 2022": in the year of what stands beside it."""

    inner: Yearless
    beside: Value
    before: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """Its days in that year; the year before where it comes first and would come later."""
        other = self.beside.read(scene)
        if other is None:
            return None
        if other.period is None:
            return scene.plain("DATE", self.inner.open_value(scene))
        year = other.period.first.year
        period = self.inner.in_year(year, scene)
        if self.before and period and period.first > other.period.first:
            period = self.inner.in_year(year - 1, scene)
        return scene.dated(period, anchor=other.anchor)


def year_spreads(first: Value, last: Value) -> tuple[Value, Value] | None:
    """April and June 2008, June 4 to July 6, 2021, late May to early July 2021: the year holds for both."""
    inner, end = (value.whole if isinstance(value, Part) else value for value in (first, last))
    if not (isinstance(inner, Yearless) and isinstance(end, InYear) and type(inner) is type(end.inner)):
        return None
    begin = SameYear(inner, end, before=True)
    return (replace(first, whole=begin) if isinstance(first, Part) else begin), last
