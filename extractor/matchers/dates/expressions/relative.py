"""What is seen from the moment of writing or from the date told last: today, last week, Tuesday, that day, a year ago."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.counted import Count, iso_duration
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.scene import Reading, Scene, Value, echoed, towards

_RECENT_DAYS, _CLOSE = 3, 250
_REPORTED_DAYS = 200
"""How long after its beginning an article may tell of a quarter's figures."""
_OF_YEAR = frozenset({"quarter", "half"})
"""Units whose year is meant by "the year" behind them: "in the fourth quarter and for the full year"."""
_ACCOUNTED = frozenset({"quarter", "half", "month"})
_IDIOM = re.compile(r"\b(?:at the end of the day,|back in the day.?)$", re.IGNORECASE)
_OWNED = re.compile(r"\sof\s")
_TITLE = re.compile(r"\s[A-Z][a-z]")
_INSIDE = re.compile(r"[\w,’'] $")
_ABBREVIATED = 5  # letters of "Thurs"
_POSSESSIVE = re.compile(r"['’]s")
_PARTITIVE = re.compile(r"\s{1,2}of\s(?!(?:this|last|next)\s)", re.IGNORECASE)  # the last week of the trial
_PAUSE = re.compile(r"\s*(?:[.,;:!?)\"”’']|$)")
_SPANNED, _LONG = frozenset({"week", "month", "year"}), frozenset({"decade", "century"})
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FINER = {("day", "year"): "-XX-XX", ("day", "month"): "-XX", ("month", "year"): "-XX"}
"""What a unit inside a coarser one mentioned leaves open: "that day" after "in 2008" is 2008-XX-XX."""
_SIZES = {
    name: size
    for size, name in enumerate(
        ["day", "week", "month", "quarter", "year", "decade", "century", "millennium"]
    )
}
_SIZES |= {"night": 0, "fortnight": 1, "half": 3}
_POINT_MOD = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """Now, recently, in the future."""

    reference: Word

    def read(self, scene: Scene) -> Reading | None:
        """PAST_REF and its like; not "the future of the firm", "the future leader"."""
        if self.reference.lower == "the future" and _OWNED.match(scene.text, scene.end):
            return None
        return scene.plain("DATE", self.reference.name)


@dataclass(frozen=True, slots=True)
class SomeDay:
    """One day, of what is to come: "it will one day reopen"."""

    def read(self, scene: Scene) -> Reading | None:
        """FUTURE_REF; elsewhere it is a duration or begins a tale."""
        ahead = scene.before("some_day") or scene.tenses.at(scene.end - 1) == "future"
        return scene.plain("DATE", "FUTURE_REF") if ahead else None


@dataclass(frozen=True, slots=True)
class Recent:
    """Recent days, weeks, months, years: behind us, nobody says how far."""

    unit: Word

    def read(self, scene: Scene) -> Reading | None:
        """PAST_REF, as in TimeBank."""
        return scene.plain("DATE", "PAST_REF") if scene.holds("plural_units", self.unit.lower) else None


def is_inside_name(scene: Scene) -> bool:
    """Whether a word or comma stands right before: what is capitalised there is a name, "USA Today"."""
    return bool(_INSIDE.search(scene.text[max(0, scene.start - 2) : scene.start]))


@dataclass(frozen=True, slots=True)
class Deictic:
    """Today, yesterday, the day after tomorrow."""

    deictic: Word

    def read(self, scene: Scene) -> Reading | None:
        """So many days from publication; "today's youth" is the present."""
        if self.deictic.text[0].isupper() and is_inside_name(scene):
            return None  # USA Today, the Today programme
        owner = _POSSESSIVE.match(scene.text, scene.end)
        generic = owner and scene.lexicon.context.after("generic", scene.text, owner.end())
        if self.deictic.lower == "today" and generic:
            return scene.plain("DATE", "PRESENT_REF")
        if scene.published is None:
            return scene.plain("DATE", "XXXX-XX-XX")
        spoken = scene.quoted.at(scene.start) or scene.published
        return scene.dated(periods.around("day", spoken, self.deictic.number), anchor=spoken)


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
        return headed and (self.weekday.text.endswith(".") or bool(_TITLE.match(scene.text, scene.end)))

    def read(self, scene: Scene) -> Reading | None:
        """The day; not "the cat sat", nor "on Mondays"."""
        if not scene.as_name(self.weekday) or self.weekday.lower.endswith("days") or self._is_name(scene):
            return None
        if scene.published is None:
            return scene.plain("DATE", f"XXXX-WXX-{self.weekday.number}")
        reading = scene.dated(periods.day(self.date(scene, scene.published)), anchor=scene.published)
        return reading and replace(reading, recurs="" if self.direction else "week")


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
        if not self.part and word not in {"this", "current"} and _PARTITIVE.match(scene.text, scene.end):
            return None
        step = self.direction.number if self.direction else 0
        told, base = scene.mentioned, scene.published
        anaphoric = scene.holds("anaphoric", word)
        if told and (anaphoric or self._tells_on(scene, unit)):
            if is_finer(unit, told):
                return scene.plain("DATE", periods.open_value(unit))
            base = told.first
        if base is None:
            return scene.plain("DATE", "XXXX" if self.fiscal else periods.open_value(unit))
        if self.fiscal:
            return _fiscal(scene, base, step)
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
        if unit in _LONG or not scene.before("unit") or (unit == "day" and scene.follows("beside")):
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
        close = scene.start - scene.mentioned_at <= _CLOSE
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


def is_finer(unit: str, told: Period) -> bool:
    """Whether the unit is smaller than what was told: nobody knows "the next day" of something in 2008."""
    return _SIZES.get(unit, 9) < _SIZES.get(told.unit, 0)


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
    return mentioned.first if scene.start - scene.mentioned_at <= _CLOSE else None


def closes(scene: Scene) -> bool:
    """Whether the phrase ends here: a pause or a preposition follows."""
    return bool(_PAUSE.match(scene.text, scene.end)) or scene.follows("unit")


def _fiscal(scene: Scene, base: dt.date, step: int) -> Reading | None:
    """The fiscal year that holds the day, moved; the calendar year's number, unless the article knows better."""
    number = base.year
    if scene.closing and base > periods.closing_date(number, *scene.closing):
        number += 1
    return replace(FiscalYear(number + step).read(scene), anchor=base)


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """Fiscal 2025, FY24, the 2025-26 budget; its days only where the article tells on which day such a year ends."""

    number: int

    def read(self, scene: Scene) -> Reading:
        """FY2025."""
        if scene.closing:
            period = periods.fiscal_year(self.number, *scene.closing)
            return Reading(
                scene.start, scene.end, "DATE", period.value, None, period.first, period.last, period=period
            )
        return scene.plain("DATE", f"FY{self.number:04}")


def fiscal_year(year: Word) -> FiscalYear:
    """Fiscal 2025."""
    return FiscalYear(year.number)


def short_fiscal(fiscal: Word) -> FiscalYear:
    """FY24."""
    written = fiscal.parts[0]
    return FiscalYear(int(written) if len(written) == 4 else 2000 + int(written))


def budget_year(first: Word, last: Word) -> FiscalYear | None:
    """The 2025-26 budget: one fiscal year, named like any other by the year it begins in where it spans two."""
    second = last.number if len(last.text) == 4 else first.number // 100 * 100 + last.number
    return FiscalYear(first.number) if second == first.number + 1 else None


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """The past decade, recent years, the coming months, the past two years: up to or from the day of publication."""

    unit: Word
    direction: Word
    count: Count | None = None
    amount: Word | None = None
    half: bool = False
    led: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """A duration that ends or begins today; "last week" and "last century" are units of the calendar."""
        unit, word = self.unit.name, self.direction.lower
        if self.count:
            if scene.tenses.tag(self.direction.start).startswith("VB"):
                return None  # "is expected to last six weeks"
            return self._reaching(scene, self.count.number, unit)
        plural = scene.holds("plural_units", self.unit.lower)
        if not plural and word != "past" and not self._reaches(scene, unit, word):
            return None
        if self.half and unit == "year" and not plural:
            return self._reaching(scene, 18, "month")
        return self._reaching(scene, None if plural else 1, unit)

    def _reaches(self, scene: Scene, unit: str, word: str) -> bool:
        """Whether it is "the last decade", "over the last year"; not "the last year of the war"."""
        if not self.led or _PARTITIVE.match(scene.text, scene.end):
            return False
        if unit in _LONG:
            return scene.holds("reaching", word)
        return unit in _SPANNED and word in {"last", "next"} and scene.before("stretch")

    def _reaching(self, scene: Scene, count: float | None, unit: str) -> Reading | None:
        mod = self.amount.name if self.amount else None
        plain = scene.plain("DURATION", iso_duration(count, unit), mod)
        step = -1 if scene.holds("recent", self.direction.lower) else self.direction.number
        told = scene.mentioned and scene.holds("anaphoric", self.direction.lower)
        published = scene.published
        if (
            told
            or published is None
            or count is None
            or count != int(count)
            or not step
            or unit in _CLOCK_UNITS
        ):
            return plain
        try:
            other = periods.add(published, unit, step * int(count))
        except (OverflowError, ValueError):
            return plain
        first, last = (other, published) if step < 0 else (published, other)
        return replace(plain, first=first, last=last, anchor=published, relation="for")


@dataclass(frozen=True, slots=True)
class Same:
    """That day, the same month, later that year: the unit last mentioned."""

    unit: Word
    same: bool

    def year(self, scene: Scene) -> int | None:
        """The year told."""
        return scene.mentioned.first.year if scene.mentioned and self.unit.key == "year" else None

    def read(self, scene: Scene) -> Reading | None:
        """What was told, as coarse as the unit."""
        base, unit = scene.mentioned, self.unit.name
        if unit in {"time", "period"}:
            if self.same or unit == "period" or base is None:
                return None
            return scene.dated(base, anchor=base.first)
        if base is None:
            return scene.plain("DATE", "PAST_REF")
        if (unit, base.unit) in _FINER:
            reading = scene.dated(base)
            return reading and replace(reading, value=base.value + _FINER[unit, base.unit])
        return scene.dated(periods.safely(lambda: periods.around(unit, base.first)), anchor=base.first)


@dataclass(frozen=True, slots=True)
class InOtherYear:
    """The same period last year, the year-ago quarter, the 1988 quarter: what was told, in another year."""

    unit: Word
    step: int = -1
    of: Value | None = None

    def read(self, scene: Scene) -> Reading | None:
        """The quarter, half or month told of, a year before or in the year named."""
        unit = self.unit.name
        base = scene.latest.get(unit) if unit in _ACCOUNTED else scene.mentioned
        period = self._moved(scene, base, unit)
        return echoed(scene.dated(period, anchor=base.first if base else None))

    def _moved(self, scene: Scene, base: Period | None, unit: str) -> Period | None:
        if base is None and unit in {"period", "time"}:
            base = scene.mentioned
        if scene.published and (base is None or (unit in {"day", "week"} and base.unit != unit)):
            base = periods.around(unit if unit in {"day", "week"} else "year", scene.published)
        number = getattr(self.of, "number", None)
        if base is None:
            return None
        if unit not in {"period", "time", "half", base.unit} and unit in _ACCOUNTED | {"day", "week"}:
            return periods.year(number) if number else None
        steps = number - base.first.year if number else self.step
        return periods.safely(lambda: periods.years_on(base, steps))


@dataclass(frozen=True, slots=True)
class YearAgo:
    """A year earlier, the year-ago period: the quarter, month or year last mentioned, a year before."""

    def read(self, scene: Scene) -> Reading | None:
        """What was told a year before; nothing points back to it."""
        base = scene.mentioned
        if base is None and scene.published:
            base = periods.year(scene.published.year)
        if base is None:
            return scene.plain("DATE", "PAST_REF")
        return echoed(scene.dated(periods.years_on(base, -1), anchor=base.first))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The year before, the day after: from the date told."""

    unit: Word
    way: Word

    def read(self, scene: Scene) -> Reading | None:
        """The unit beside what was told."""
        told = scene.mentioned
        if told is None:
            return None
        if is_finer(self.unit.name, told):
            return scene.plain("DATE", periods.open_value(self.unit.name))
        step = self.way.number
        unit, base = self.unit.name, told.first if step < 0 else told.last
        return scene.dated(periods.around(unit, base, step), anchor=told.first)


@dataclass(frozen=True, slots=True)
class Shift:
    """Two weeks ago, 41 years ago, a year later, days ago, two weeks from now.

    Attributes:
        way: Which way it counts, and whether from publication or from the date told.
        count: None of "days ago".
    """

    unit: Word
    way: Word
    count: Count | None = None
    amount: Word | None = None
    half: bool = False
    about: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """The unit so many steps from its base; a duration where nothing tells the base."""
        compares, (count, unit) = self._compares(scene), self._counted()
        mod = None if compares else self._mod()
        start = self.count.start if compares and self.count else scene.start
        now, sign = self.way.key in {"ago", "hence"}, -1 if self.way.key in {"ago", "earlier"} else 1
        comparing = self._compares_years(scene)
        if (count, unit) == (1, "year") and comparing and not mod:
            reading = YearAgo().read(scene)
            return reading and replace(reading, start=start)
        base = scene.published if now else self._told(scene)
        if count is not None and unit not in _CLOCK_UNITS:
            period = _stepped(base, unit, sign * count) if base else None
            if now and not base:
                return Reading(start, scene.end, "DATE", periods.open_value(unit), mod)
            if period:
                relation = "ago" if now and sign < 0 else None
                first, last = period.first, period.last
                value = period.value
                return Reading(start, scene.end, "DATE", value, mod, first, last, base, relation, period)
        if now:
            return Reading(start, scene.end, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod)
        return Reading(start, scene.end, "DURATION", iso_duration(count, unit), mod)

    def _compares_years(self, scene: Scene) -> bool:
        """Whether "a year earlier" is the period that accounts tell of, a year before; "a year ago" only in a comparison."""
        if scene.holds("comparing", self.way.lower):
            return _tells_of_accounts(scene)
        told = scene.mentioned
        if self.way.key != "ago" or told is None or told.unit not in _ACCOUNTED | {"fiscal"}:
            return False
        return scene.start - scene.mentioned_at <= _CLOSE and scene.before("compared")

    def _counted(self) -> tuple[float | None, str]:
        """How many of which unit, decades and centuries in years; None for an unknown number."""
        unit = self.unit.name
        count = self.count.number if self.count else None
        if count is None:
            return None, unit
        if self.half:
            count += 0.5
        return (count * _YEARS[unit], "year") if unit in _YEARS else (count, unit)

    def _told(self, scene: Scene) -> dt.date | None:
        """The first day of what was mentioned last; "in 1989 … a month later" is a month that nobody names."""
        told, size = scene.mentioned, _SIZES.get(self.unit.name, -1)
        return told.first if told and size >= _SIZES.get(told.unit, 0) else None

    def _compares(self, scene: Scene) -> bool:
        """Whether "more than" compares figures: "€9,000 more than a year earlier"."""
        than = self.amount is not None and self.amount.lower.endswith(" than")
        return than and scene.start > 1 and scene.tenses.tag(scene.start - 2) in {"CD", "NN", "NNS", "$"}

    def _mod(self) -> str | None:
        if self.amount:
            return _POINT_MOD.get(self.amount.name, self.amount.name)
        return "APPROX" if self.about else None


def _tells_of_accounts(scene: Scene) -> bool:
    """Whether figures are compared: "in the third quarter … a year earlier" is the third quarter before."""
    return scene.mentioned is None or scene.mentioned.unit in _ACCOUNTED | {"fiscal"}


def _stepped(base: dt.date, unit: str, count: float) -> Period | None:
    """The unit so many steps from the base, as coarse as the unit counted."""
    if count == int(count):
        grain = {"fortnight": "week", "night": "day"}.get(unit, unit)
        return periods.safely(lambda: periods.around(grain, periods.add(base, unit, int(count))))
    if unit != "year":
        return None
    return periods.safely(lambda: periods.around("month", periods.add(base, "month", int(count * 12))))


@dataclass(frozen=True, slots=True)
class ShiftFrom:
    """A year ago today, a week from Tuesday, a week ago Friday, ten years ago this month, a week tomorrow."""

    unit: Word
    base: Value
    sign: int
    count: Count

    def read(self, scene: Scene) -> Reading | None:
        """Counted from the day or unit that is named, on its own grain."""
        count = self.count.number
        if scene.published is None or count is None or count != int(count):
            return None
        base = self._base(scene, scene.published)
        if base is None:
            return None
        date = periods.add(base.first, self.unit.name, self.sign * int(count))
        return scene.dated(periods.around(base.unit, date), anchor=scene.published)

    def _base(self, scene: Scene, published: dt.date) -> Period | None:
        if isinstance(self.base, Weekday) and self.base.direction is None:
            wanted = self.base.weekday.number
            return periods.day(towards(published, wanted, "past" if self.sign < 0 else "future"))
        reading = self.base.read(scene)
        return reading.period if reading else None


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


@dataclass(frozen=True, slots=True)
class Beside:
    """The day before Christmas, the week after Easter, the day after March 3."""

    unit: Word
    step: int
    base: Value

    def read(self, scene: Scene) -> Reading | None:
        """The unit on that side of the day named."""
        base = self.base.read(scene)
        if base is None or base.first is None or base.last is None:
            return None
        beside = periods.around(self.unit.name, base.first if self.step < 0 else base.last, self.step)
        return scene.dated(beside, anchor=base.first)


def beside(unit: Word, step: Word, base: Value) -> Beside:
    """The day before Christmas."""
    return Beside(unit, step.number, base)


@dataclass(frozen=True, slots=True)
class NthUnit:
    """The last week of March, the first day of next month, the last day of 2011, the second half of October."""

    nth: Word
    unit: Word
    whole: Value

    def read(self, scene: Scene) -> Reading | None:
        """The nth such unit inside the whole; a week belongs to the month that holds most of it, as in ISO 8601."""
        whole = self.whole.read(scene)
        if whole is None or whole.period is None:
            return None
        period = _nth_unit(self.unit.name, self.nth.number, whole.period)
        return scene.dated(period, anchor=whole.anchor)


def _nth_unit(unit: str, nth: int, whole: Period) -> Period | None:
    if unit == "day":
        return periods.day(whole.last if nth < 0 else whole.first + (nth - 1) * DAY)
    if unit == "weekend":
        monthly = whole.unit == "month"
        middle = periods.nth_weekday(whole.first.year, whole.first.month, 6, nth) if monthly else None
        return periods.weekend(
            middle or (whole.last - 6 * DAY if nth < 0 else whole.first + 7 * (nth - 1) * DAY)
        )
    if unit == "week":
        return periods.week(whole.last - 3 * DAY if nth < 0 else whole.first + (3 + 7 * (nth - 1)) * DAY)
    if unit in {"month", "year", "decade"} and _SIZES[unit] < _SIZES.get(whole.unit, 9):
        return periods.around(unit, whole.last if nth < 0 else whole.first, max(nth - 1, 0))
    return None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The second Tuesday in November, the last Friday of February."""

    nth: Word
    weekday: Word
    whole: Value

    def read(self, scene: Scene) -> Reading | None:
        """That day of the month."""
        whole = self.whole.read(scene)
        if whole is None or whole.period is None or whole.period.unit != "month":
            return None
        month = whole.period
        date = periods.nth_weekday(month.first.year, month.first.month, self.weekday.number, self.nth.number)
        return (
            scene.dated(periods.day(date), anchor=whole.anchor) if month.first <= date <= month.last else None
        )


@dataclass(frozen=True, slots=True)
class UnitOfDay:
    """The week of March 12, the weekend beginning 5 May."""

    unit: Word
    day: Value

    def read(self, scene: Scene) -> Reading | None:
        """The unit that holds the day."""
        day = self.day.read(scene)
        if day is None or day.first is None:
            return None
        return scene.dated(periods.around(self.unit.name, day.first), anchor=day.anchor)


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
            return reading and replace(reading, mod=self.mod)
        published, unit = scene.published, self.unit.name
        if published is None:
            return scene.plain("DATE", "XXXX", self.mod)
        ended = scene.tenses.at(scene.end - 1) == "past" or scene.preposition(scene.start) == "since"
        back = -1 if ended and self.mod == "END" and unit == "year" and published.month < 12 else 0
        return scene.dated(periods.around(unit, published, back), mod=self.mod, anchor=published)
