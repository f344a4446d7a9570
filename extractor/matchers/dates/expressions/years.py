"""Years: 1962, '82, nineteen ninety-eight; ranges and sides of them, eras."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import DAY
from extractor.matchers.dates.scene import Reading, Scene

_LONGEST_RANGE = 300  # years
_PAUSE = re.compile(r"[(,;–—-]\s?$")
_NOUN_AFTER = re.compile(r"\s{1,2}([a-z]{2,20}s)\b")
_NUMBER_BEFORE = re.compile(r"(?:[$€£#№/:]|\bNo\.?\s|[A-Z]{1,3}-|\d[-.,])$")
_GOES_ON = re.compile(r"[-‐‑–/]\d")


class YearRef(Protocol):
    """A year: 2020, last year, that year."""

    def year(self, scene: Scene) -> int | None:
        """Its number; None where nothing tells."""
        ...


@dataclass(frozen=True, slots=True)
class Year:
    """1962, '82, nineteen ninety-eight.

    Attributes:
        number: The year.
        word: Where it stands, if it is written in figures that could count something.
    """

    number: int
    word: Word | None = None

    def year(self, scene: Scene) -> int | None:
        """The number."""
        return self.number

    def read(self, scene: Scene) -> Reading | None:
        """The calendar year; nothing where the figures count things or name a model."""
        if self.word and is_count(self.word, scene):
            return None
        return scene.dated(periods.year(self.number))


def figures(year: Word) -> Year:
    """A year in four digits."""
    return Year(year.number, year)


@dataclass(frozen=True, slots=True)
class ShortYear:
    """'82, or the 12 of 19-Nov-12: the latest such year that is not beyond the next two years."""

    short: Word

    def year(self, scene: Scene) -> int | None:
        """The full number."""
        return full_year(self.short.number, scene)

    def read(self, scene: Scene) -> Reading | None:
        """The calendar year."""
        return scene.dated(periods.year(full_year(self.short.number, scene)))


def spoken_year(hundreds: Word, rest: Word) -> Year | None:
    """Nineteen ninety-eight, twenty oh-five."""
    known = 10 <= rest.number < 100 and rest.text[0].isalpha()
    return Year(100 * hundreds.number + rest.number) if known else None


def spoken_small(hundreds: Word, rest: Word) -> Year | None:
    """Nineteen oh-five."""
    return Year(100 * hundreds.number + rest.number) if 0 < rest.number < 10 else None


def years(first: Word, last: Word) -> tuple[Year, Year] | None:
    """2018-2022, 1914-18: two years."""
    second = last.number if len(last.text) == 4 else first.number // 100 * 100 + last.number
    return (
        (Year(first.number), Year(second)) if first.number < second <= first.number + _LONGEST_RANGE else None
    )


@dataclass(frozen=True, slots=True)
class SideOfYear:
    """Post-2008 rules, pre-1990 houses: what lies after or before the year."""

    side: Word
    year: Word

    def read(self, scene: Scene) -> Reading | None:
        """All days on that side."""
        reading = figures(self.year).read(scene)
        if reading is None or reading.first is None or reading.last is None:
            return None
        if self.side.key == "after":
            return reading._replace(mod="AFTER", relation="after", first=reading.last + DAY, last=None)
        return reading._replace(mod="BEFORE", relation="before", first=None, last=reading.first - DAY)


@dataclass(frozen=True, slots=True)
class Era:
    """27 BC, AD 410. Before Christ there are no days: the calendar of the intervals begins with the year 1."""

    number: Word
    era: Word

    def read(self, scene: Scene) -> Reading | None:
        """BC0027, or the calendar year."""
        if self.era.text.startswith("B"):
            return scene.plain("DATE", f"BC{self.number.number:04}")
        return scene.dated(periods.year(self.number.number))


def eras(low: Word, number: Word, era: Word) -> tuple[Era, Era] | None:
    """3300 to 3100 BC: both years."""
    return (Era(low, era), Era(number, era)) if era.text.startswith("B") else None


def full_year(short: int, scene: Scene) -> int:
    """The latest year that ends in these two digits and is not beyond the next two years."""
    latest = (scene.published.year if scene.published else 2030) + 2
    candidate = latest // 100 * 100 + short
    return candidate if candidate <= latest else candidate - 100


def is_count(year: Word, scene: Scene) -> bool:
    """Whether four digits count things or name a model rather than a year."""
    before = scene.text[max(0, year.start - 12) : year.start]
    makes = scene.lexicon.context.after("year", scene.text, year.end) and not scene.before("make", year.start)
    if makes or _NUMBER_BEFORE.search(before) or _GOES_ON.match(scene.text, year.end):
        return True
    introduced = scene.before("year", year.start) or bool(_PAUSE.search(before))
    if year.number < 1500 or year.number > 2100 or (not 1800 <= year.number <= 2050 and not introduced):
        return True
    noun = _NOUN_AFTER.match(scene.text, year.end)
    if noun and not introduced and noun[1] not in scene.lexicon.context.verbs["no_plurals"]:
        return scene.tenses.tag(noun.start(1)) in {"NNS", ""}
    return False
