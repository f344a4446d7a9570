"""Weekdays: Tuesday, Friday last week, two Sundays ago."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.counts import Count
from extractor.matchers.dates.expressions.names import is_before_name
from extractor.matchers.dates.expressions.units import UnitRef
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import DAY
from extractor.matchers.dates.scene import Reading, Scene, towards

_ABBREVIATED = 5  # letters of "Thurs"


@dataclass(frozen=True, slots=True)
class Weekday:
    """Tuesday, last Friday, next Tuesday, the following Monday."""

    weekday: Word
    direction: Word | None = None

    def date(self, scene: Scene, published: dt.date) -> dt.date:
        """The day that direction or tense tell."""
        wanted = self.weekday.number
        if self.direction is None:
            back = (published.isoweekday() - wanted) % 7
            return towards(published, wanted, scene.weekday_pointing(self.weekday, back))
        base = published
        if scene.mentioned and scene.holds("anaphoric", self.direction.lower):
            base = scene.mentioned.first
        step = self.direction.number
        if step == 0:
            tense = scene.tenses.at(self.weekday.start)
            return towards(base, wanted, "past" if tense == "past" else "future")
        if step > 0:
            return base + ((wanted - base.isoweekday() - 1) % 7 + 1) * DAY
        return base - ((base.isoweekday() - wanted - 1) % 7 + 1) * DAY

    def _is_name(self, scene: Scene) -> bool:
        """Whether it is another name: "the Sun says", "Sat nav", "the Sunday Business"."""
        short, start = len(self.weekday.lower) <= _ABBREVIATED, scene.start
        if (
            self.direction
            and self.direction.lower == "following"
            and scene.text[start : start + 3].lower() != "the"
        ):
            return True
        if short and not self.direction and scene.end == self.weekday.end:
            return self.weekday.text.isupper() or not scene.before("short_weekday")
        headed = scene.text[max(0, start - 4) : start].lower() == "the " and not self.direction
        return headed and (self.weekday.text.endswith(".") or bool(is_before_name(scene.text, scene.end)))

    def read(self, scene: Scene) -> Reading | None:
        """The day; not "the cat sat", nor "on Mondays"."""
        if not scene.as_name(self.weekday) or self.weekday.lower.endswith("days") or self._is_name(scene):
            return None
        if scene.published is None:
            return scene.plain("DATE", f"XXXX-WXX-{self.weekday.number}")
        reading = scene.dated(periods.day(self.date(scene, scene.published)), anchor=scene.published)
        return reading and reading._replace(recurs="" if self.direction else "week")


@dataclass(frozen=True, slots=True)
class WeekdayOfWeek:
    """Friday last week, Wednesday of next week; Tuesday week, a week on Friday (the one after the next)."""

    weekday: Weekday
    week: UnitRef | None = None
    count: Count | None = None

    def read(self, scene: Scene) -> Reading | None:
        """The day in that week, or so many weeks on."""
        if not scene.as_name(self.weekday.weekday):
            return None
        if scene.published is None:
            return scene.plain("DATE", f"XXXX-WXX-{self.weekday.weekday.number}")
        if self.week is None:
            weeks = int(self.count.number) if self.count and self.count.number else 1
            coming = towards(scene.published, self.weekday.weekday.number, "future")
            if self.count is None:
                coming = self.weekday.date(scene, scene.published)
            return scene.dated(periods.day(coming + 7 * weeks * DAY), anchor=scene.published)
        week = self.week.read(scene)
        if week is None or week.first is None:
            return None
        return scene.dated(
            periods.day(week.first + (self.weekday.weekday.number - 1) * DAY), anchor=scene.published
        )


@dataclass(frozen=True, slots=True)
class WeekdaysAgo:
    """Two Sundays ago: the one before the last one."""

    count: Count
    weekday: Word

    def read(self, scene: Scene) -> Reading | None:
        """That day."""
        count = self.count.number
        if scene.published is None or not count or count != int(count):
            return None
        latest = towards(scene.published - DAY, self.weekday.number, "past")
        return scene.dated(periods.day(latest - 7 * (int(count) - 1) * DAY), anchor=scene.published)
