"""Units of the calendar seen from the moment of writing or from the date told last: last week, the year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.fiscal import fiscal_seen
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.scene import Reading, Scene, echoed

_IDIOM = re.compile(r"\b(?:at the end of the day,|back in the day.?)$", re.IGNORECASE)
_RECENT_DAYS = 3
_REPORTED_DAYS = 200
"""How long after its beginning an article may tell of a quarter's figures."""
_OF_YEAR = frozenset({"quarter", "half"})
"""Units whose year is meant by "the year" behind them: "in the fourth quarter and for the full year"."""
_PARTITIVE = re.compile(r"\s{1,2}of\s(?!(?:this|last|next)\s)", re.IGNORECASE)  # the last week of the trial
_PAUSE = re.compile(r"\s*(?:[.,;:!?)\"”’']|$)")


@dataclass(frozen=True, slots=True)
class UnitRef:
    """Last week, this year, the coming decade, its last fiscal year, the weekend.

    Attributes:
        direction: The word that tells which; None behind a mere "the".
        part: Whether a part of it is meant ("the end of the month"), which makes "the month" a date anywhere.
    """

    unit: Word
    direction: Word | None = None
    part: bool = False
    fiscal: bool = False

    def year(self, scene: Scene) -> int | None:
        """The number of the year, as something of that year needs it."""
        reading = self._of_year(scene) if self.unit.key == "year" else None
        return reading.first.year if reading else None

    def _of_year(self, scene: Scene) -> Period | None:
        step = self.direction.number if self.direction else 0
        told = scene.mentioned
        if (self.direction is None or scene.holds("anaphoric", self.direction.lower)) and told:
            return periods.year(told.first.year + step)
        return periods.year(scene.published.year + step) if scene.published else None

    def read(self, scene: Scene) -> Reading | None:
        """The unit that holds publication day, or so many from it; "the previous year" is seen from the date told."""
        unit, word = self.unit.name, self.direction.lower if self.direction else "the"
        if self.direction is None and (self.unit.text.istitle() or not self._points_to_now(scene, unit)):
            return None  # "Man of the Year" is a title
        if not self.part and word not in {"this", "current"} and is_partitive(scene):
            return None
        step = self.direction.number if self.direction else 0
        told, base = scene.told(unit), scene.published
        anaphoric = scene.holds("anaphoric", word)
        if told and (anaphoric or self._tells_on(scene, unit)):
            if periods.is_finer(unit, told):
                return scene.plain("DATE", periods.open_value(unit))
            base = told.first
        if base is None:
            return scene.plain("DATE", "XXXX" if self.fiscal else periods.open_value(unit))
        if self.fiscal:
            return fiscal_seen(scene, base, step)
        if told and anaphoric and unit == "year" and told.unit == "fiscal":
            return echoed(scene.dated(periods.years_on(told, step), anchor=told.first))
        if unit == "weekend":
            return self._weekend(scene, step)
        if self.direction is None and (told_of := _told_of(scene, unit, base)):
            base = told_of
        return scene.dated(periods.around(unit, base, step), anchor=base)

    def _points_to_now(self, scene: Scene, unit: str) -> bool:
        """Whether "the day" is a date: behind "end", "of" or "for" and before a pause, or after a part."""
        if unit == "day" and _IDIOM.search(scene.text[max(0, scene.start - 16) : scene.end + 1]):
            return False
        if self.part:
            return True
        if (
            unit in periods.LONG_UNITS
            or not scene.before("unit")
            or (unit == "day" and scene.follows("beside"))
        ):
            return False
        return unit == "weekend" or closes(scene)

    def _tells_on(self, scene: Scene, unit: str) -> bool:
        """Whether "the next day" and "the next year" follow on what a story in the past has just told."""
        if (
            not self.direction
            or self.direction.lower != "next"
            or scene.text[scene.start : scene.start + 3].lower() != "the"
        ):
            return False
        close = scene.is_close
        return unit == "day" or (close and scene.tenses.at(self.unit.start) == "past")

    def _weekend(self, scene: Scene, step: int) -> Reading | None:
        """The weekend that has begun or passed, unless the verb looks ahead; "last" and "next" count from it."""
        published = scene.published
        if published is None:
            return scene.plain("DATE", periods.open_value("weekend"))
        tense = scene.tenses.at(self.unit.start)
        this = self.direction is not None and self.direction.lower == "this"
        ahead = step > 0 or tense == "future" or (this and tense == "present")
        inside = published.isoweekday() >= 6
        steps = step if inside else 0 if ahead else -1
        return scene.dated(periods.around("weekend", published, steps), anchor=published)


def _told_of(scene: Scene, unit: str, published: dt.date) -> dt.date | None:
    """The day or month the article tells of: "the day" and "the month" are those last mentioned close by."""
    if unit == "day":
        told = scene.latest.get("day")
        return told.first if told and abs((published - told.first).days) <= _RECENT_DAYS else None
    if unit == "quarter" and (told := scene.latest.get("quarter")) is not None:
        return told.first if 0 <= (published - told.first).days <= _REPORTED_DAYS else None
    mentioned = scene.mentioned
    if mentioned is None or not (mentioned.unit == unit or (unit == "year" and mentioned.unit in _OF_YEAR)):
        return None
    return mentioned.first if scene.is_close else None


def is_partitive(scene: Scene) -> bool:
    """Whether it is a unit of something: "the last week of the trial"."""
    return bool(_PARTITIVE.match(scene.text, scene.end))


def closes(scene: Scene) -> bool:
    """Whether the phrase ends here: a pause or a preposition follows."""
    return bool(_PAUSE.match(scene.text, scene.end)) or scene.follows("unit")


@dataclass(frozen=True, slots=True)
class ThisTime:
    """This time last year, this time next year."""

    direction: Word
    yearunit: Word

    def read(self, scene: Scene) -> Reading | None:
        """The month of publication in that year."""
        published, step = scene.published, self.direction.number
        if not step:
            return None
        if published is None:
            return scene.plain("DATE", "XXXX")
        return scene.dated(periods.month(published.year + step, published.month), anchor=published)


@dataclass(frozen=True, slots=True)
class Beyond:
    """The week before last, the year after next."""

    unit: Word
    steps: int

    def read(self, scene: Scene) -> Reading | None:
        """Two units from publication."""
        if scene.published is None:
            return scene.plain("DATE", periods.open_value(self.unit.name))
        return scene.dated(
            periods.around(self.unit.name, scene.published, self.steps), anchor=scene.published
        )
