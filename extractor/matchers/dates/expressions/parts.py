"""Parts of periods: early 2022, the end of October, year-end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.decades import WrittenDecade
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene, Value


@dataclass(frozen=True, slots=True)
class Part:
    """Early 2022, the end of October, late Tuesday, mid-July; "earlier this year" ends on the day it is written."""

    whole: Value
    part: Word

    def read(self, scene: Scene) -> Reading | None:
        """The reading of the whole, marked as START, MID or END, or cut at the day of writing."""
        whole = replace(self.whole, led=True) if isinstance(self.whole, WrittenDecade) else self.whole
        reading = whole.read(scene)
        if reading is None or self.part.key not in {"EARLIER", "LATER"}:
            return reading and reading._replace(mod=self.part.name)
        now, first, last = scene.published, reading.first, reading.last
        if now is None or first is None or last is None or not first <= now <= last:
            return reading
        return reading._replace(last=now) if self.part.key == "EARLIER" else reading._replace(first=now)


def centuries(first: Value, last: Value, part: Word | None = None) -> tuple[Value, Value]:
    """The 19th and early 20th centuries."""
    return first, Part(last, part) if part else last


@dataclass(frozen=True, slots=True)
class EndOfUnit:
    """Year-end, the year's end, midyear, mid-week, mid-century."""

    unit: Word
    mod: str
    of: Value | None = None

    def read(self, scene: Scene) -> Reading | None:
        """The unit that holds publication day, or the year that has ended where the verb is in the past."""
        if self.of:
            reading = self.of.read(scene)
            return reading and reading._replace(mod=self.mod)
        published, unit = scene.published, self.unit.name
        if published is None:
            return scene.plain("DATE", "XXXX", self.mod)
        ended = scene.tenses.at(scene.end - 1) == "past" or scene.preposition(scene.start) == "since"
        back = -1 if ended and self.mod == "END" and unit == "year" and published.month < 12 else 0
        return scene.dated(periods.around(unit, published, back), mod=self.mod, anchor=published)
