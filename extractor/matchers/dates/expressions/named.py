"""Years and what lies in one by its name: dates, months, quarters, seasons, holidays; decades and centuries.

What needs a year (`Yearless`) takes one from beside it ("March 2020", "the third quarter of last year", "this year's first half")
or lies in the year that tense and nearness tell.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Protocol

from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.scene import Reading, Scene, Value, choose

_PAUSE = re.compile(r"[(,;–—-]\s?$")
_NOUN_AFTER = re.compile(r"\s{1,2}([a-z]{2,20}s)\b")
_NUMBER_BEFORE = re.compile(r"(?:[$€£#№/:]|\bNo\.?\s|[A-Z]{1,3}-|\d[-.,])$")
_GOES_ON = re.compile(r"[-‐‑–/]\d")
_DAY_BEHIND = re.compile(r"\.?[^\S\n]?\d{1,2}(?![\d:])")
_EVENT = re.compile(r"\s(?:for|of(?:\sthe)?|on)\s[A-Z]")  # the March for Life
_PHRASE = re.compile(r"(?:\b(?:of|in)\s{1,2})$", re.IGNORECASE)
_TITLE = re.compile(r"\s[A-Z][a-z]")
_ARTICLE = re.compile(r"\ban?\s$", re.IGNORECASE)
_AHEAD = 100  # days for which a quarter to come is meant without a verb that says so
_RECENT_SEASON = 92  # days for which "this summer" is the one just gone
_WEEK = 7
_COME_ROUND = 300  # days from an event until its first anniversary is spoken of
_LONGEST_RANGE = 300  # years


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


def spoken_tens(hundreds: Word, tens: Word) -> Decade:
    """The nineteen sixties."""
    return Decade(100 * hundreds.number + tens.number)


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
            return replace(reading, mod="AFTER", relation="after", first=reading.last + DAY, last=None)
        return replace(reading, mod="BEFORE", relation="before", first=None, last=reading.first - DAY)


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


@dataclass(frozen=True, slots=True)
class Decade:
    """The nineteen sixties, by the full number of its first year."""

    number: int

    def read(self, scene: Scene) -> Reading | None:
        """The ten years; of "the 1800s" the hundred."""
        hundred = self.number % 100 == 0 and self.number < 2000
        return scene.dated(periods.hundred(self.number) if hundred else periods.decade(self.number))


@dataclass(frozen=True, slots=True)
class WrittenDecade:
    """The 1990s, the '70s, the eighties; not "2020's worst storm", nor ages and temperatures ("in her 70s")."""

    decade: Word
    led: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """The ten years, of "the '70s" the latest such."""
        introduced = self.led or scene.before("decade")
        if self.decade.number > 99:
            return Decade(self.decade.number).read(scene) if introduced or not self.decade.parts[1] else None
        if not introduced or scene.lexicon.context.told_before("not_decade", scene.text, scene.start):
            return None
        latest = scene.published.year if scene.published else 2030
        start = latest // 100 * 100 + self.decade.number
        return scene.dated(periods.decade(start if start <= latest else start - 100))


@dataclass(frozen=True, slots=True)
class Century:
    """The 20th century, the 6th century B.C."""

    nth: Word
    era: Word | None = None

    def read(self, scene: Scene) -> Reading | None:
        """The hundred years by their ordinal."""
        if self.era and self.era.text.startswith("B"):
            return scene.plain("DATE", f"BC{self.nth.number - 1:02}")
        return scene.dated(periods.century(self.nth.number))


def centuries(first: Value, last: Value, part: Word | None = None) -> tuple[Value, Value]:
    """The 19th and early 20th centuries."""
    return first, Part(last, part) if part else last


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
            return reading and replace(reading, mod=self.part.name)
        now, first, last = scene.published, reading.first, reading.last
        if now is None or first is None or last is None or not first <= now <= last:
            return reading
        return replace(reading, last=now) if self.part.key == "EARLIER" else replace(reading, first=now)


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
        if isinstance(self.inner, MonthDay):  # told with its year once, it is that day further down, too
            scene.years.setdefault((self.inner.month.number, self.inner.day.number), year)
        return undated(reading) if isinstance(self.inner, Term) and self.inner.fiscal else reading


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
            named = _TITLE.match(scene.text, self.month.end)  # "Jan" and "Jun" are first names, too
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
class MonthDay(Yearless):
    """Feb. 28, 11 December, Monday, March 4, the twenty-first of May."""

    month: Word
    day: Word
    weekday: Word | None = None
    direction: Word | None = None

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The day of that year."""
        return _day(year, self.month.number, self.day.number)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The nearest such day on the side it points to; a weekday beside it outweighs the tense."""
        if (known := scene.years.get((self.month.number, self.day.number))) and not self.direction:
            return self.in_year(known, scene)
        if scene.lexicon.context.told_before("anniversary", scene.text, scene.start):
            return self._come_round(published, scene)
        if scene.tenses.names_unplanned(self.month.start) and self._is_of_this_week(published, scene):
            return self._come_round(published, scene)
        pointing = scene.pointing(self.month.start if self.month.start < self.day.start else scene.start)
        if self.direction and self.direction.number:
            pointing = "past" if self.direction.number < 0 else "future"
        reach = 8 if (self.month.number, self.day.number) == (2, 29) else 1
        span = range(published.year - reach, published.year + reach + 1)
        dates = [found.first for year in span if (found := self.in_year(year, scene))]
        past = max((date for date in dates if date <= published), default=None)
        future = min((date for date in dates if date >= published), default=None)
        if past is None or future is None:
            only = past or future
            return periods.day(only) if only else None
        fitting = [
            date for date in (past, future) if self.weekday and date.isoweekday() == self.weekday.number
        ]
        return periods.day(fitting[0] if len(fitting) == 1 else choose(past, future, published, pointing))

    def _is_of_this_week(self, published: dt.date, scene: Scene) -> bool:
        """Whether it was within the last days, of which a writer says "Monday's attack", not "the 7 October attack"."""
        this = self.in_year(published.year, scene)
        return this is not None and 0 <= (published - this.first).days < _WEEK

    def _come_round(self, published: dt.date, scene: Scene) -> Period | None:
        """The last such day that may have an anniversary by now or soon."""
        this = self.in_year(published.year, scene)
        back = this is None or (published - this.first).days < _COME_ROUND
        return self.in_year(published.year - back, scene)

    def is_named(self, scene: Scene) -> bool:
        """Not "you may 5 times"."""
        return scene.as_name(self.month)

    def read(self, scene: Scene) -> Reading | None:
        """The day, which a year brings again."""
        reading = Yearless.read(self, scene)
        return reading and replace(reading, recurs="year")

    def open_value(self, scene: Scene) -> str:
        """XXXX-12-24, if there is such a day."""
        return f"XXXX-{self.month.number:02}-{self.day.number:02}" if self.in_year(2024, scene) else ""


def day_range(first: Word, last: Value) -> tuple[Value, Value] | None:
    """12 to 18 March, 2-5 May 2019: two days of one month."""
    inner = last.inner if isinstance(last, InYear) else last
    if not isinstance(inner, MonthDay) or not first.number < inner.day.number:
        return None
    return SameYear(replace(inner, day=first, weekday=None), last), last


def days_on(first: MonthDay, day: Word, year: Value | None = None) -> tuple[Value, Value] | None:
    """Nov. 8 to 10; June 4 to 6, 2021: the month holds for both, and the year."""
    if first.day.number >= day.number:
        return None
    second = replace(first, day=day, weekday=None)
    if isinstance(year, Year):
        return InYear(first, year), InYear(second, year)
    return first, SameYear(second, first)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The 15th of this month."""

    day: Word
    month: Value

    def read(self, scene: Scene) -> Reading | None:
        """That day of the month."""
        month = self.month.read(scene)
        if month is None or month.period is None or month.period.unit != "month":
            return None
        first = month.period.first
        return scene.dated(_day(first.year, first.month, self.day.number), anchor=scene.published)


@dataclass(frozen=True, slots=True)
class Iso:
    """2023-07-27, 2024-03-05T14:30:00Z, 2023/07/31."""

    iso: Word

    def read(self, scene: Scene) -> Reading | None:
        """The day, or the time of that day."""
        pieces = self.iso.parts
        year, month, day, clock, zone = (
            pieces if len(pieces) == 5 else (pieces[0], pieces[2], pieces[3], "", "")
        )
        period = _day(int(year), int(month), int(day))
        if period and clock:
            return scene.timed(period, f"T{clock}{zone.replace(':', '')}")
        return scene.dated(period)


@dataclass(frozen=True, slots=True)
class Numeric:
    """31/12/2024, 8/13/07; an ambiguous one keeps its year and leaves month and day open."""

    numeric: Word

    def read(self, scene: Scene) -> Reading | None:
        """The day in the order of the article's other dates."""
        one, mark, two, written = self.numeric.parts
        if mark != "/" and len(written) == 2:
            return None
        a, b = int(one), int(two)
        number = int(written) if len(written) == 4 else full_year(int(written), scene)
        if (read := scene.order.read(a, b)) is not None:
            return scene.dated(_day(number, *read))
        if not (1 <= a <= 12 and 1 <= b <= 12):
            return None
        published = scene.published
        if published and {a, b} == {published.month, published.day} and number == published.year:
            return scene.dated(periods.day(published))
        whole = periods.year(number)
        return replace(scene.plain("DATE", f"{whole.value}-XX-XX"), first=whole.first, last=whole.last)


@dataclass(frozen=True, slots=True)
class Term(Yearless):
    """The third quarter, Q3, the first half; the days of fiscal ones stay open.

    Attributes:
        written: Whether its number is a word.
        at: Where the verb is asked for its tense.
        seen: Whether it is one of a year only beside it: "last quarter" alone is the one before this.
    """

    unit: str
    number: int
    fiscal: bool = False
    written: bool = True
    at: int | None = None
    seen: bool = False

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The quarter or half of that year."""
        return (periods.quarter if self.unit == "quarter" else periods.half)(year, self.number)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The latest that has begun, or the one of this year when the verb looks ahead."""
        this, tense = (
            self.in_year(published.year, scene),
            scene.tenses.at(scene.start if self.at is None else self.at),
        )
        if this is None:
            return None
        if this.first <= published:
            return self.in_year(published.year + (tense == "future" and this.last < published), scene)
        ahead = tense != "past" and (this.first - published).days <= _AHEAD
        return this if ahead or tense == "future" else self.in_year(published.year - 1, scene)

    def stands_alone(self, scene: Scene) -> bool:
        """Not of a match; a half alone needs a business beside it to be one of a year."""
        if self.seen or scene.around("game"):
            return False
        if not self.written:
            return scene.around("business") or scene.before("month")
        return self.unit == "quarter" or scene.around("business")

    def open_value(self, scene: Scene) -> str:
        """XXXX-Q3."""
        return f"XXXX-{self.unit[0].upper()}{self.number}"

    def read(self, scene: Scene) -> Reading | None:
        """The quarter or half; without days where it is fiscal."""
        reading = Yearless.read(self, scene)
        return undated(reading) if self.fiscal else reading


def undated(reading: Reading | None) -> Reading | None:
    """The reading without its days: those of a fiscal quarter stay open."""
    return reading and replace(reading, first=None, last=None)


def term(unit: Word, nth: Word, fiscal: bool = False) -> Term | None:
    """The third quarter, the final half; "the last quarter" alone is seen from publication."""
    most = 4 if unit.key == "quarter" else 2
    number = most if nth.number < 0 else nth.number
    seen = nth.lower == "last" and unit.key == "quarter"
    return Term(unit.name, number, fiscal, seen=seen) if number <= most else None


def short_term(term: Word) -> Term | None:
    """Q3, 3Q, H1."""
    digit, letter = sorted(term.parts)
    unit = "quarter" if letter.upper() == "Q" else "half"
    return Term(unit, int(digit), written=False) if unit == "quarter" or digit in "12" else None


def two_terms(first: Word, last: Word, unit: Word, of: YearRef | None = None) -> tuple[Value, Value] | None:
    """The first and second quarters, of a year where it is said."""
    one, other = term(unit, first), term(unit, last)
    if one is None or other is None or not one.number < other.number:
        return None
    return (
        (InYear(one, of), InYear(other, of))
        if of
        else (replace(one, at=unit.start), replace(other, at=unit.start))
    )


@dataclass(frozen=True, slots=True)
class MonthQuarter(Yearless):
    """The June quarter, as Australia names them by the month they end in."""

    month: Word

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The quarter that ends in the month of that year."""
        return None if self.month.number % 3 else periods.quarter(year, self.month.number // 3)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The latest that has ended, or the next where the tense says so."""
        ended = self.month.number < published.month
        ahead = scene.tenses.at(scene.start) == "future"
        return self.in_year(published.year - (not ended) + ahead, scene)

    def open_value(self, scene: Scene) -> str:
        """XXXX-Q2."""
        return "" if self.month.number % 3 else f"XXXX-Q{self.month.number // 3}"


@dataclass(frozen=True, slots=True)
class Season(Yearless):
    """Last fall, the summer, this spring; not "prices fall" and not "a spring"."""

    season: Word
    direction: Word | None = None
    definite: bool = False

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The season that begins in that year."""
        return periods.season(year, self.season.name)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The latest such season or the coming one, as the word before it or the tense says."""
        code = self.season.name
        latest, coming = periods.season_around(code, published), periods.season_around(code, published, 1)
        since = (published - latest.last).days
        step = self.direction.number if self.direction else None
        if step == -1:
            return latest if since > 0 else periods.season_around(code, published, -1)
        if step == 1:
            return coming
        pointing = scene.pointing(self.season.start)
        ahead = pointing == "future" or (pointing is None and (coming.first - published).days < since)
        if step == 0:
            return coming if since > _RECENT_SEASON or (since > 0 and ahead) else latest
        return coming if since > 0 and ahead else latest

    def is_named(self, scene: Scene) -> bool:
        """Not a verb."""
        return not scene.tenses.tag(self.season.start).startswith("VB")

    def stands_alone(self, scene: Scene) -> bool:
        """Not the fall of a town, a hot spring."""
        if self.direction:
            return True
        following = scene.text[scene.end : scene.end + 4].lower()
        attributive = (
            self.season.text.islower()
            and following[:1] == " "
            and scene.tenses.tag(scene.end + 1) in {"NN", "NNS"}
        )
        if attributive and not self.definite:
            return False  # winter clothing
        led = self.definite or _PHRASE.search(scene.text[max(0, scene.start - 5) : scene.start])
        if scene.holds("verbal_seasons", self.season.lower) and (
            following.startswith((" of", " in", "-", " for")) or not led
        ):
            return False
        return following[:1] not in {"-", "‐"} and not following.startswith(" of")

    def open_value(self, scene: Scene) -> str:
        """XXXX-SU."""
        return f"XXXX-{self.season.name}"


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


def in_season(inner: Yearless, of: YearRef, two: Word | None = None) -> InYear:
    """The winter of 1962-63: named for the year it begins in."""
    return InYear(inner, of)


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


def _day(year: int, month: int, day: int) -> Period | None:
    date = periods.day_of(year, month, day)
    return periods.day(date) if date else None
