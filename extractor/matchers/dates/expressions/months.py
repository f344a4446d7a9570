"""Months."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.names import is_before_name
from extractor.matchers.dates.expressions.yearless import Yearless
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.scene import Reading, Scene, Value, choose

_DAY_BEHIND = re.compile(r"\.?[^\S\n]?\d{1,2}(?![\d:])")
_EVENT = re.compile(r"\s(?:for|of(?:\sthe)?|on)\s[A-Z]")  # the March for Life

_HALF_YEAR = 6  # months


@dataclass(frozen=True, slots=True)
class Month(Yearless):
    """February, last October."""

    month: Word
    direction: Word | None = None

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The month of that year."""
        return periods.month(year, self.month.number)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """This month, or the one that direction or tense tell."""
        number = self.month.number
        if self.direction and scene.mentioned and scene.holds("anaphoric", self.direction.lower):
            published = scene.mentioned.first
        gap = (number - published.month) % 12
        if self.direction:
            step = self.direction.number
            months = 0 if step == 0 else (gap or 12) if step > 0 else gap - 12
            if months == -1:
                months -= 12  # of the month before this one a writer says "last month"
            return periods.month(periods.add_months(published, months).year, number)
        this = published.replace(day=1)
        ahead = periods.add_months(this, gap)
        if gap:
            ahead = choose(periods.add_months(ahead, -12), ahead, this, scene.pointing(self.month.start))
        return periods.month(ahead.year, number)

    def is_named(self, scene: Scene) -> bool:
        """Not the verbs may and march."""
        return scene.as_name(self.month)

    def stands_alone(self, scene: Scene) -> bool:
        """Not a person's or a place's name: "April Lane", "March Madness", "the March for Life"."""
        written = self.month.lower
        following = scene.text[scene.end : scene.end + 2]
        if _DAY_BEHIND.match(scene.text, self.month.end):
            return False
        if len(written) == 3 and written != "may" and not self.month.text.endswith("."):
            named = is_before_name(scene.text, self.month.end)  # "Jan" and "Jun" are first names, too
            return scene.before("month", self.month.start) and not named
        if written == "march" and _EVENT.match(scene.text, scene.end):
            return False
        if not (scene.holds("first_names", written) and following[:1] == " " and following[1:2].isupper()):
            return True
        return scene.tenses.tag(scene.end + 1) != "NNP" or scene.before("month", self.month.start)

    def open_value(self, scene: Scene) -> str:
        """XXXX-02."""
        return f"XXXX-{self.month.number:02}"


@dataclass(frozen=True, slots=True)
class BesideMonth:
    """The November of "from November until May", the May of "April or May": the one nearest to the month beside it.

    Attributes:
        before: Whether it lies before that month.
    """

    month: Month
    beside: Month
    before: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """The month in the year that the other one's tense tells."""
        if not self.month.is_named(scene):
            return None
        if scene.published is None:
            return scene.plain("DATE", self.month.open_value(scene))
        other = self.beside.near(scene, scene.published)
        if other is None:
            return None
        gap = (self.month.month.number - other.first.month) % 12
        steps = gap - 12 if self.before or gap > _HALF_YEAR else gap
        there = periods.add_months(other.first, steps)
        return scene.dated(periods.month(there.year, there.month), anchor=scene.published)


def months(first: Month, last: Month) -> tuple[Value, Value] | None:
    """April or May, November and December."""
    return None if first.direction or last.direction else (first, BesideMonth(last, first))


def month_range(first: Month, last: Month) -> tuple[Value, Value] | None:
    """November until May, September to December."""
    return None if first.direction or last.direction else (BesideMonth(first, last, before=True), last)
