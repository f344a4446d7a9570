"""Parts of the day: Tuesday night, this morning, overnight."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.clock import names_day
from extractor.matchers.dates.expressions.names import is_inside_name
from extractor.matchers.dates.expressions.units import closes
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene, Value


@dataclass(frozen=True, slots=True)
class DaypartOn:
    """Tuesday night, yesterday morning, the morning of 3 March, mid-afternoon yesterday; not "Saturday Night Live"."""

    day: Value
    daypart: Word

    def read(self, scene: Scene) -> Reading | None:
        """The part of that day."""
        day = self.day.read(scene)
        if day is None or not names_day(day._replace(mod=None)) or self.daypart.text.istitle():
            return None
        return day._replace(type="TIME", value=f"{day.value}T{self.daypart.name}", recurs="")


def two_nights(first: Value, last: Value, daypart: Word) -> tuple[Value, Value]:
    """Monday and Tuesday nights."""
    return DaypartOn(first, daypart), DaypartOn(last, daypart)


@dataclass(frozen=True, slots=True)
class Daypart:
    """This morning, last night, that evening, the next morning, tonight.

    Attributes:
        told: Whether it is seen from the day told, not from publication.
    """

    daypart: Word
    direction: Word | None = None
    told: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """The part of the day that the word before it tells."""
        if self.daypart.text.istitle() and (self.direction or is_inside_name(scene)):
            return None  # "This Morning" is a programme, and "Look North Tonight"
        base = scene.published
        if self.told and scene.mentioned:
            base = scene.mentioned.first if scene.mentioned.unit == "day" else None
        code = f"T{self.daypart.name}"
        if base is None:
            return scene.plain("TIME", f"XXXX-XX-XX{code}")
        step = self.direction.number if self.direction else 0
        return scene.timed(periods.around("day", base, step), code, anchor=base)


@dataclass(frozen=True, slots=True)
class DaypartBefore:
    """The night before."""

    daypart: Word

    def read(self, scene: Scene) -> Reading | None:
        """The part of the day before the day told."""
        told, code = scene.told("day"), f"T{self.daypart.name}"
        base = told.first if told and told.unit == "day" else scene.published
        if base is None:
            return scene.plain("TIME", f"XXXX-XX-XX{code}")
        return scene.timed(periods.around("day", base, -1), code, anchor=base)


@dataclass(frozen=True, slots=True)
class BareDaypart:
    """In the afternoon, morning trading: on the day told of."""

    daypart: Word
    trading: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """The part of the day; only where the phrase ends."""
        if not (self.trading or closes(scene)):
            return None
        code = f"T{self.daypart.name}"
        if scene.published is None:
            return scene.plain("TIME", f"XXXX-XX-XX{code}")._replace(floating=True)
        day = scene.told_day(scene.start) or scene.published
        return scene.timed(periods.day(day), code, anchor=scene.published)._replace(floating=True)


@dataclass(frozen=True, slots=True)
class Overnight:
    """Overnight, as an adverb: the night that ended on the day of publication, unless the verb looks ahead."""

    word: Word

    def read(self, scene: Scene) -> Reading | None:
        """The night, over two days."""
        if scene.tenses.tag(scene.start) == "JJ":
            return None
        if scene.published is None:
            return scene.plain("TIME", "XXXX-XX-XXTNI")
        back = 0 if scene.tenses.at(scene.start) == "future" else -1
        night = periods.around("day", scene.published, back)
        morning = periods.day(night.first + periods.DAY)
        reading = scene.timed(night, "TNI", anchor=scene.published)
        return reading._replace(last=morning.last, period=morning)
