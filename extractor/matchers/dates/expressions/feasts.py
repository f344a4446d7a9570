"""Named days: Thanksgiving Day, last Christmas, Easter week."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.yearless import Yearless
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.scene import Reading, Scene, choose

_ARTICLE = re.compile(r"\ban?\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedDay(Yearless):
    """Thanksgiving Day, last Christmas, Easter week."""

    holiday: Word
    direction: Word | None = None
    span: Word | None = None

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The day, week or weekend in that year."""
        named = scene.lexicon.holidays[self.holiday.name]
        if named.open:
            return replace(periods.year(year), value=f"{year:04}-XX-XX")
        return self._around(named.in_year(year))

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The one that direction, tense and nearness tell."""
        named = scene.lexicon.holidays[self.holiday.name]
        reach = range(-named.every - 1, named.every + 2)
        dates = sorted({date for step in reach if (date := named.in_year(published.year + step))})
        past = max((date for date in dates if date <= published), default=None)
        future = min((date for date in dates if date >= published), default=None)
        if past is None or future is None:
            return self._around(past or future)
        if self.direction:
            return self._around(past if self.direction.number < 0 else future)
        return self._around(choose(past, future, published, scene.tenses.at(self.holiday.start)))

    def _around(self, date: dt.date | None) -> Period | None:
        unit = self.span.name if self.span else "day"
        if date and unit == "weekend" and date.isoweekday() <= 2:
            date -= 2 * DAY  # a holiday on a Monday closes the weekend before it
        return periods.around(unit, date) if date else None

    def is_named(self, scene: Scene) -> bool:
        """Not inside a longer name or before a thing: "a Christmas sweater"."""
        following = scene.text[scene.end : scene.end + 2]
        thing = following[:1] == " " and following[1:2].isalpha()
        article = _ARTICLE.search(scene.text[max(0, scene.start - 4) : scene.start])
        war = scene.text.startswith(" War", scene.end)
        return self.holiday.text[0].isupper() and not (thing and article) and not war

    def open_value(self, scene: Scene) -> str:
        """Its month and day where they are the same every year."""
        return scene.lexicon.holidays[self.holiday.name].open_value

    def read(self, scene: Scene) -> Reading | None:
        """Its days; of a feast whose day is proclaimed nothing is known."""
        if self.is_named(scene) and scene.lexicon.holidays[self.holiday.name].open:
            return scene.plain("DATE", "XXXX-XX-XX")
        return Yearless.read(self, scene)


def holiday_span(holiday: Word, span: Word, direction: Word | None = None) -> NamedDay | None:
    """Labor Day weekend, Easter week."""
    return NamedDay(holiday, direction, span) if span.key in {"week", "weekend"} else None
