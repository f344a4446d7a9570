"""What is counted: durations, ranges of them, stretches told by the day they end on, and what recurs."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass, replace

from extractor.annotations import TimexType
from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.scene import Reading, Scene, Value

_ISO = {
    "second": ("T", "S", 1),
    "minute": ("T", "M", 1),
    "hour": ("T", "H", 1),
    "day": ("", "D", 1),
    "night": ("", "D", 1),
    "weekend": ("", "D", 2),
    "week": ("", "W", 1),
    "fortnight": ("", "W", 2),
    "month": ("", "M", 1),
    "quarter": ("", "M", 3),
    "half": ("", "M", 6),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
    "millennium": ("", "Y", 1000),
}
"""Unit to the mark before its number, its letter, and how many of the letter's unit it holds (ISO 8601)."""
_OPEN = {"decade": "PXDE", "century": "PXCE", "millennium": "PXML"}
"""Unknown numbers of units that years would not show (TIMEX2)."""

_CLOCK = ("hour", "minute", "second")
_COMPOUND = "year month week day hour minute second"
"""Units that a duration may be composed of, from large to small."""
_ACCOUNT_DAYS = 7
_GOVERNS = ("VB", "IN")


@dataclass(frozen=True, slots=True)
class Count:
    """How many: two, 2 1/2, a year and a half's one and a half; None where the text leaves it open ("several").

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last one.
        kind: exact, article, vague or odd ("60-odd").
    """

    number: float | None
    start: int
    end: int
    kind: str = "exact"


def exact(exact: Word) -> Count:
    """Two, 2 1/2, twenty-five."""
    return Count(float(exact.key), exact.start, exact.end)


def article(article: Word) -> Count:
    """A year, a single day."""
    return Count(1, article.start, article.end, "article")


def vague(vague: Word) -> Count:
    """Several, dozens of."""
    return Count(None, vague.start, vague.end, "vague")


def odd(odd: Word) -> Count:
    """60-odd."""
    return Count(odd.number, odd.start, odd.end, "odd")


def and_a_half(count: Count) -> Count | None:
    """Two and a half, a … and a half."""
    return replace(count, number=count.number + 0.5) if count.number is not None else None


def a_half(half: Word) -> Count:
    """Half an hour, half a day."""
    return Count(0.5, half.start, half.end, "exact")


def iso_duration(count: float | None, unit: str) -> str:
    """P3D, PT5H30M, PXW: an ISO 8601 duration; X where the count is open.

    Args:
        count: How many; None when the text leaves it open.
        unit: Unit name of the calendar lexicon.
    """
    marker, letter, size = _ISO[unit]
    if count is None:
        return _OPEN.get(unit, f"P{marker}X{letter}")
    if unit == "day" and count == 0.5:
        return "PT12H"
    total = count * size
    if total == int(total):
        return f"P{marker}{int(total)}{letter}"
    if unit == "hour":
        return f"PT{int(total)}H{round(total % 1 * 60)}M" if total > 1 else f"PT{round(total * 60)}M"
    if unit == "year" and total < 1:
        return f"P{round(total * 12)}M"
    return f"P{marker}{total:g}{letter}"


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


def count_range(low: Count, high: Count) -> Count | None:
    """Two to three, 10-15: as many as the text leaves open."""
    if low.number is None or high.number is None or not low.number < high.number:
        return None
    return Count(None, low.start, high.end, "range")


def duration_range(low: Count, high: Count, unit: Word) -> tuple[Value, Value] | None:
    """Between 60 and 90 days: two durations, the unit said once."""
    if not count_range(low, high):
        return None
    return Duration(unit, low, joined=True), Duration(unit, high, joined=True)


def whole_unit(unit: Word) -> Duration:
    """All day, all week."""
    return Duration(unit, Count(1, unit.start, unit.end))


@dataclass(frozen=True, slots=True)
class Span:
    """A count and a unit as part of something longer: two years, the fiscal year, 12 months."""

    unit: Word
    count: Count | None = None
    fiscal: Word | None = None


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
    dates = [unit for unit in units if unit not in _CLOCK]
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
            return reading and replace(reading, relation="ago")
        return scene.plain("DURATION", iso_duration(self.parts * whole, unit))


@dataclass(frozen=True, slots=True)
class FromEdge:
    """The first nine months, the final two weeks: bounded where the whole is said, or is a business year."""

    nth: Word
    count: Count
    unit: Word
    whole: Value | None = None

    def read(self, scene: Scene) -> Reading | None:
        """A duration, with its days where the whole is known."""
        count, unit = self.count.number, self.unit.name
        lasts = self.nth.lower == "last" and self.whole is None  # a verb, or "the last six weeks" up to today
        if lasts or count is None or count != int(count):
            return None
        reading = scene.plain("DURATION", iso_duration(count, unit))
        whole = self._whole(scene)
        if whole is None or unit in _CLOCK:
            return reading
        if self.nth.number > 0:
            first, last = whole.first, periods.add(whole.first, unit, int(count)) - DAY
        else:
            first, last = periods.add(whole.last + DAY, unit, -int(count)), whole.last
        if not whole.first <= first <= last <= whole.last:
            return reading
        half = _half_of(first, last)
        return replace(reading, first=first, last=last, anchor=scene.published, period=half)

    def _whole(self, scene: Scene) -> Period | None:
        """What is said behind "of"; a business report that counts three, six or nine months means its own year."""
        if self.whole:
            reading = self.whole.read(scene)
            return reading.period if reading else None
        business = self.unit.lower == "months" and self.nth.number > 0 and scene.around("business")
        return periods.year(scene.published.year) if business and scene.published else None


@dataclass(frozen=True, slots=True)
class SixMonths:
    """The first six months of 2012: a half of that year."""

    months: FromEdge

    def read(self, scene: Scene) -> Reading | None:
        """The half; None where they are no half of a year."""
        reading = self.months.read(scene)
        return scene.dated(reading.period, anchor=reading.anchor) if reading else None


def six_months(nth: Word, count: Count, unit: Word, whole: Value) -> SixMonths | None:
    """The first six months of 2012."""
    known = count.number == 6 and unit.key == "month"
    return SixMonths(FromEdge(nth, count, unit, whole)) if known else None


def _half_of(first: dt.date, last: dt.date) -> Period | None:
    """The half of a year that the first or last six months of it are."""
    half = periods.half(first.year, 1 if first.month == 1 else 2)
    return half if (half.first, half.last) == (first, last) else None


def from_edge_of(nth: Word, count: Count, unit: Word, whole: Value) -> tuple[Value, Value]:
    """The first nine months of 1990: the stretch, bounded by the year, and the year."""
    return FromEdge(nth, count, unit, whole), whole


@dataclass(frozen=True, slots=True)
class Ended:
    """The quarter ended Sept. 30, the week to 18 March, the three months to December: bounded by the day it ends on."""

    span: Span
    until: Value
    named: bool = True

    def read(self, scene: Scene) -> Reading | None:
        """A duration with its days; a fiscal year or quarter by its name."""
        name, count = self.span.unit.name, self.span.count.number if self.span.count else 1.0
        plural = self.span.unit.lower.endswith("s")
        if count is None or count != int(count) or (plural and not self.span.count):
            return None
        unit, size = {"quarter": ("month", 3), "half": ("month", 6)}.get(name, (name, 1))
        reading = scene.plain("DURATION", iso_duration(count * size, unit))
        until = self.until.read(scene)
        if until is None or until.last is None:
            return reading
        first = _first_day(until.last, unit, int(count) * size)
        if self.named and self.span.fiscal and name == "year":
            return _as(reading, Period(f"FY{until.last.year:04}", first, until.last, "fiscal"))
        if self.named and name == "quarter" and (quarter := _quarter_to(until.last)):
            return _as(reading, quarter)
        return replace(reading, first=first, last=until.last)


def ended_on(span: Span, until: Value) -> tuple[Value, Value]:
    """The nine months ended Sept. 30: the stretch and the day."""
    return Ended(span, until), until


def _as(reading: Reading, period: Period) -> Reading:
    return replace(
        reading, type="DATE", value=period.value, first=period.first, last=period.last, period=period
    )


def _quarter_to(last: dt.date) -> Period | None:
    """The calendar quarter that ends on that day or, as accounts in whole weeks do, within a week of it."""
    quarter = periods.around("quarter", last - _ACCOUNT_DAYS * DAY)
    gap = abs((quarter.last - last).days)
    return replace(quarter, last=last) if gap < _ACCOUNT_DAYS else None


def _first_day(last: dt.date, unit: str, count: int) -> dt.date:
    """A stretch that ends on the last day of a month began on the first of one."""
    if unit in {"month", "year"} and last.day == monthrange(last.year, last.month)[1]:
        return periods.add_months(periods.add(last.replace(day=1), unit, -count), 1)
    return periods.add(last, unit, -count) + DAY


@dataclass(frozen=True, slots=True)
class Recurring:
    """Every day, daily, twice a week, weekends, every Tuesday, each winter, most mornings."""

    value: str
    word: Word | None = None

    def read(self, scene: Scene) -> Reading | None:
        """A SET; not the end of a name ("Washington Monthly")."""
        if self.word:
            if scene.tenses.tag(scene.start) in {"NN", "NNP"} and self.word.text == "daily":
                return None  # a paper
            before = scene.text[max(0, scene.start - 24) : scene.start].split()
            if (
                self.word.text[0].isupper()
                and before
                and before[-1][0].isupper()
                and before[-1][-1].isalpha()
            ):
                return None
        return scene.plain("SET", self.value)


@dataclass(frozen=True, slots=True)
class Frequency:
    """Daily, annual; "quarterly profit" tells of the quarter that has ended."""

    frequency: Word

    def read(self, scene: Scene) -> Reading | None:
        """A SET; the quarter is kept for "a year earlier" further on."""
        reading = Recurring(self.frequency.name, self.frequency).read(scene)
        if reading and scene.published and reading.value == "P3M" and scene.follows("accounts"):
            return replace(reading, period=periods.around("quarter", scene.published, -1))
        return reading


def every_unit(
    unit: Word, count: Count | None = None, other: bool = False, few: bool = False
) -> Recurring | None:
    """Every day, every two weeks, every other month, every few days; not "each second counts"."""
    if unit.key == "second" and count is None:
        return None
    number = None if few else 2.0 if other else count.number if count else 1.0
    return Recurring(iso_duration(number, unit.name))


def per_unit(unit: Word) -> Recurring:
    """Twice a week, three times per year."""
    return Recurring(iso_duration(1, unit.name))


def most_units(unit: Word) -> Recurring | None:
    """Most days."""
    known = unit.key in {"day", "week", "month", "year", "weekend"} and unit.lower.endswith("s")
    return per_unit(unit) if known else None


def recurring(recurring: Word) -> Recurring:
    """Weekends, every weekday."""
    return Recurring(recurring.name)


def every_named(
    weekday: Word | None = None,
    season: Word | None = None,
    month: Word | None = None,
    daypart: Word | None = None,
    dayparts: Word | None = None,
) -> Recurring | None:
    """Every Tuesday, every Tuesday evening, each winter, every January, every morning, Mondays, most mornings."""
    part = daypart or dayparts
    code = f"T{part.name}" if part else ""
    if weekday:
        return Recurring(f"XXXX-WXX-{weekday.number}{code}") if weekday.text[0].isupper() else None
    if season:
        return Recurring(f"XXXX-{season.name}")
    if month:
        return Recurring(f"XXXX-{month.number:02}")
    return Recurring(f"XXXX-XX-XX{code}")


def two_weekdays(first: Word, last: Word) -> tuple[Recurring, Recurring] | None:
    """Every Monday and Thursday."""
    one, other = every_named(weekday=first), every_named(weekday=last)
    return (one, other) if one and other else None


def nth_weekday_of_every(nth: Word, weekday: Word) -> Recurring:
    """The first Monday of every month."""
    return Recurring(f"XXXX-XX-WXX-{weekday.number}")


def plural_weekday(weekday: Word) -> Recurring | None:
    """On Mondays."""
    return every_named(weekday=weekday) if weekday.lower.endswith("days") else None
