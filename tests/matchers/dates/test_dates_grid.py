"""Composition: parts, shifts, weekdays, ordinals and ranges crossed with periods and days, against dateutil and the calendar.

The values are computed a second time here, by other means than the matcher's own. The text is bare: no verb helps.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from dateutil import easter
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.annotations import Annotations, Timex
from extractor.language.resources import Resources
from extractor.matchers.dates import compile_matcher
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

Row = tuple[str, str]
"""An expression and what it reads as: ``value mod?``, several joined by ``, ``."""

TODAYS = [
    dt.date.fromisoformat(day)
    for day in ("2024-03-06", "2024-02-29", "2024-12-31", "2025-01-01", "2023-01-01")
]
MONTHS = list(calendar.month_name)[1:]
DAYS = list(calendar.day_name)
WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
PARTS = {
    "the start of": "START",
    "the beginning of": "START",
    "the middle of": "MID",
    "the end of": "END",
    "the close of": "END",
}
ADJECTIVES = {"early": "START", "mid-": "MID", "late": "END", "early in": "START", "late in": "END"}
DAYPARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1, "1st": 1, "2nd": 2}


def iso_week(day: dt.date) -> str:
    return f"{day:%G-W%V}"


def quarter(day: dt.date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


GRAINS = {
    "day": (relativedelta(days=1), dt.date.isoformat),
    "week": (relativedelta(weeks=1), iso_week),
    "month": (relativedelta(months=1), lambda day: f"{day:%Y-%m}"),
    "quarter": (relativedelta(months=3), quarter),
    "year": (relativedelta(years=1), lambda day: f"{day.year}"),
}


def seen_units(today: dt.date) -> Iterator[Row]:
    """Last week, this month, next year, the year before last."""
    for unit, (step, write) in GRAINS.items():
        if unit == "day":
            continue
        for word, count in (("last", -1), ("this", 0), ("next", 1), ("the current", 0)):
            yield f"{word} {unit}", write(today + count * step)
        yield f"the {unit} before last", write(today - 2 * step)
        yield f"the {unit} after next", write(today + 2 * step)


def periods(today: dt.date) -> Iterator[Row]:
    """Periods that stand behind "the end of"."""
    yield from seen_units(today)
    for year in (1987, 2019):
        yield f"{year}", f"{year}"
        yield f"March {year}", f"{year}-03"
        yield f"Sept. {year}", f"{year}-09"
        yield f"May of {year}", f"{year}-05"
        yield f"the third quarter of {year}", f"{year}-Q3"
        yield f"Q2 {year}", f"{year}-Q2"
        yield f"the second half of {year}", f"{year}-H2"
        yield f"the summer of {year}", f"{year}-SU"
        yield f"fall {year}", f"{year}-FA"
    for word, year in (("last", today.year - 1), ("next", today.year + 1), ("this", today.year)):
        yield f"October {word} year", f"{year}-10"
        yield f"the first quarter of {word} year", f"{year}-Q1"
        yield f"{word} year's second half", f"{year}-H2"
        yield f"{word} year's third quarter", f"{year}-Q3"
    yield from (("the 1990s", "199X"), ("the eighties", "198X"), ("the 19th century", "18"))


def parts(today: dt.date) -> Iterator[Row]:
    """Any part of any period."""
    for (surface, value), (part, mod) in product(periods(today), PARTS.items()):
        yield f"{part} {surface}", f"{value} {mod}"
    for (surface, value), (part, mod) in product(periods(today), ADJECTIVES.items()):
        article = surface.startswith("the ")
        if (
            article == part.endswith(" in")
            and "'" not in surface
            and surface.split()[-1] not in {"last", "next"}
        ):
            yield f"{part}{'' if part == 'mid-' else ' '}{surface}", f"{value} {mod}"


def shifts(today: dt.date) -> Iterator[Row]:
    """So many units ago, from now, hence."""
    numbers = {
        "a": 1,
        "one": 1,
        "two": 2,
        "3": 3,
        "eleven": 11,
        "twenty-five": 25,
        "a couple of": 2,
        "a dozen": 12,
    }
    for (unit, (step, write)), (number, count) in product(GRAINS.items(), numbers.items()):
        name = unit if count == 1 else f"{unit}s"
        yield f"{number} {name} ago", write(today - count * step)
        yield f"{number} {name} from now", write(today + count * step)
    yield "two and a half years ago", f"{today - relativedelta(months=30):%Y-%m}"
    yield "a year and a half ago", f"{today - relativedelta(months=18):%Y-%m}"
    yield "half a century ago", f"{today.year - 50}"
    yield "two decades ago", f"{today.year - 20}"
    yield "a fortnight ago", iso_week(today - relativedelta(weeks=2))
    for unit, (step, _) in GRAINS.items():
        if unit != "quarter":
            yield f"two {unit}s ago today", (today - 2 * step).isoformat()


def named_days(today: dt.date) -> Iterator[tuple[str, dt.date]]:
    """Days that others are counted from."""
    yield from (
        ("today", today),
        ("yesterday", today - relativedelta(days=1)),
        ("3 May 2021", dt.date(2021, 5, 3)),
    )
    yield from (("tomorrow", today + relativedelta(days=1)), ("Dec. 31, 2019", dt.date(2019, 12, 31)))
    yield from (
        ("the day before yesterday", today - relativedelta(days=2)),
        ("Christmas Day 2020", dt.date(2020, 12, 25)),
    )
    yield from (
        ("Easter Sunday 2022", easter.easter(2022)),
        ("the day after tomorrow", today + relativedelta(days=2)),
    )


def around_days(today: dt.date) -> Iterator[Row]:
    """The day before, the week after, so many days before; parts of a day; the week of it."""
    for surface, day in named_days(today):
        for word, count in (("before", -1), ("after", 1)):
            yield f"the day {word} {surface}", (day + relativedelta(days=count)).isoformat()
            yield f"the week {word} {surface}", iso_week(day + relativedelta(weeks=count))
            yield f"three weeks {word} {surface}", f"P3W, {day.isoformat()}"  # two expressions, as in TimeML
        yield f"the week of {surface}", iso_week(day)
    for (surface, day), (name, code) in product(named_days(today), DAYPARTS.items()):
        yield f"the {name} of {surface}", f"{day.isoformat()}{code}"
        if surface in {"yesterday", "tomorrow"}:
            yield f"{surface} {name}", f"{day.isoformat()}{code}"
            yield f"late {surface} {name}", f"{day.isoformat()}{code} END"


def weekdays(today: dt.date) -> Iterator[Row]:
    """Weekdays of weeks, counted weeks from weekdays, parts of them."""
    for name, day in zip(DAYS, WEEKDAYS, strict=True):
        back, on = (
            today + relativedelta(days=-1, weekday=day(-1)),
            today + relativedelta(days=1, weekday=day(1)),
        )
        monday = today - relativedelta(days=today.weekday())
        yield f"last {name}", back.isoformat()
        yield f"next {name}", on.isoformat()
        for word, count in (("last", -1), ("this", 0), ("next", 1)):
            inside = (monday + relativedelta(weeks=count, weekday=day(1))).isoformat()
            yield f"{name} {word} week", inside
            yield f"{name} of {word} week", inside
        yield f"two {name}s ago", (back - relativedelta(weeks=1)).isoformat()
        coming = today + relativedelta(weekday=day(1))
        yield f"a week on {name}", (coming + relativedelta(weeks=1)).isoformat()
        yield f"two weeks from {name}", (coming + relativedelta(weeks=2)).isoformat()
        for part, code in DAYPARTS.items():
            yield f"last {name} {part}", f"{back.isoformat()}{code}"


def ordinals(today: dt.date) -> Iterator[Row]:
    """The nth of its kind in a month, a year, a quarter."""
    del today
    for (word, nth), (number, year) in product(NTHS.items(), ((2, 2024), (5, 2021), (12, 2019))):
        whole, last = f"{MONTHS[number - 1]} {year}", calendar.monthrange(year, number)[1]
        first = dt.date(year, number, 1)
        day = dt.date(year, number, last) if nth < 0 else first + relativedelta(days=nth - 1)
        yield f"the {word} day of {whole}", day.isoformat()
        for name, weekday in zip(DAYS, WEEKDAYS, strict=True):
            base = dt.date(year, number, last) if nth < 0 else first
            yield f"the {word} {name} of {whole}", (base + relativedelta(weekday=weekday(nth))).isoformat()
            yield f"the {word} {name} in {whole}", (base + relativedelta(weekday=weekday(nth))).isoformat()
        weeks = [
            week for week in calendar.Calendar().monthdatescalendar(year, number) if week[3].month == number
        ]
        yield f"the {word} week of {whole}", iso_week(weeks[nth if nth < 0 else nth - 1][3])
        if nth in {1, 2, 3, 4}:
            yield f"the {word} quarter of {year}", f"{year}-Q{nth}"
    for year in (1999, 2021):
        yield from (
            (f"the first day of {year}", f"{year}-01-01"),
            (f"the last day of {year}", f"{year}-12-31"),
        )
        yield from ((f"the first month of {year}", f"{year}-01"), (f"the last month of {year}", f"{year}-12"))
        yield f"the first six months of {year}", f"{year}-H1"


def spellings(day: dt.date) -> Iterator[str]:
    """One day in every notation."""
    month, number, year = MONTHS[day.month - 1], day.day, day.year
    nth = f"{number}{'th' if 11 <= number <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
    names = [month, month[:3], f"{month[:3]}."] if month != "May" else [month]
    for name in names:
        yield from (
            f"{number} {name} {year}",
            f"{name} {number}, {year}",
            f"{name} {number} {year}",
            f"{nth} {name} {year}",
        )
        yield from (
            f"{name} {nth}, {year}",
            f"the {nth} of {name} {year}",
            f"{number} {name}, {year}",
            f"{name} the {nth}, {year}",
        )
        yield from (
            f"{day:%A}, {name} {number}, {year}",
            f"{day:%A} {number} {name} {year}",
            f"{day:%a} {name} {number}, {year}",
        )
        yield from (
            f"{day:%a}, {number} {name} {year}",
            f"{day:%A}, {number} {name} {year}",
            f"{day:%A} {nth} {name} {year}",
        )
        yield from (f"{number} of {name} {year}", f"{year} {name} {number}", f"{name} {nth} {year}")
    yield from (
        f"{number}-{month[:3]}-{year}",
        f"{number:02}-{month[:3]}-{year}",
        f"{number}-{month[:3]}-{year % 100:02}",
    )
    yield from (day.isoformat(), f"{day:%Y/%m/%d}", f"{day:%Y.%m.%d}")
    if number > 12:
        yield from (
            f"{day:%d/%m/%Y}",
            f"{day:%m/%d/%Y}",
            f"{day:%d.%m.%Y}",
            f"{number}/{day.month}/{year}",
            f"{day:%d-%m-%Y}",
        )


def notations(today: dt.date) -> Iterator[Row]:
    """Every notation of days and times."""
    del today
    for day in map(
        dt.date.fromisoformat, ("2021-05-03", "2019-12-31", "2012-02-29", "2020-09-11", "1998-10-22")
    ):
        yield from ((written, day.isoformat()) for written in spellings(day))
        clocks = {
            "9 a.m.": "T09:00",
            "9:30am": "T09:30",
            "21:45": "T21:45",
            "11.52pm": "T23:52",
            "noon": "T12:00",
        }
        for clock, code in clocks.items():
            for written in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"):
                yield f"at {clock} on {written}", f"{day.isoformat()}{code}"
                yield f"{written} at {clock}", f"{day.isoformat()}{code}"
        yield f"{day:%a %b} {day.day}, {day.year} 11:52am EST", f"{day.isoformat()}T11:52"
        yield f"{day.isoformat()}T14:30", f"{day.isoformat()}T14:30"
        yield f"{day.isoformat()} 14:30:05Z", f"{day.isoformat()}T14:30Z"


def spoken_years(today: dt.date) -> Iterator[Row]:
    """Years in words."""
    del today
    tens = {20: "twenty", 40: "forty", 60: "sixty", 90: "ninety"}
    small = ("one", "four", "nine")
    for hundreds, word in ((18, "eighteen"), (19, "nineteen"), (20, "twenty")):
        for (ten, name), one in product(tens.items(), small):
            number = ten + {"one": 1, "four": 4, "nine": 9}[one]
            yield f"in {word} {name}-{one}", f"{hundreds}{number}"
        yield f"in {word} twelve", f"{hundreds}12"
        yield f"in {word} oh-five", f"{hundreds}05"


def ranges(today: dt.date) -> Iterator[Row]:
    """Both ends of ranges."""
    del today
    for year in (2009, 2021):
        yield f"from 3 to 7 May {year}", f"{year}-05-03, {year}-05-07"
        yield f"May 3-7, {year}", f"{year}-05-03, {year}-05-07"
        yield f"May 3 to 7, {year}", f"{year}-05-03, {year}-05-07"
        yield f"3-7 May {year}", f"{year}-05-03, {year}-05-07"
        yield f"from the 3rd to the 7th of May {year}", f"{year}-05-03, {year}-05-07"
        yield f"from 3 May to 7 June {year}", f"{year}-05-03, {year}-06-07"
        yield f"between May 3 and June 7, {year}", f"{year}-05-03, {year}-06-07"
        yield f"from 15 November to 31 March {year}", f"{year - 1}-11-15, {year}-03-31"
        yield f"between March and June {year}", f"{year}-03, {year}-06"
        yield f"from March {year} to June {year + 1}", f"{year}-03, {year + 1}-06"
        yield f"from {year} to {year + 2}", f"{year}, {year + 2}"
        yield f"between {year} and {year + 2}", f"{year}, {year + 2}"
        yield f"{year}-{year + 2}", f"{year}, {year + 2}"
        yield f"the first and second quarters of {year}", f"{year}-Q1, {year}-Q2"
        yield f"from late May to early July {year}", f"{year}-05 END, {year}-07 START"
        yield "from the late 1990s to the early 2000s", "199X END, 200X START"


FAMILIES = (
    seen_units, periods, parts, shifts, around_days, weekdays, ordinals, notations, spoken_years, ranges,
)  # fmt: skip


@pytest.fixture(scope="module")
def matcher() -> Matcher[Timex]:
    """The date matcher."""
    return compile_matcher(Resources("en"))


def _misread(matcher: Matcher[Timex], rows: Iterable[Row], today: dt.date) -> list[str]:
    vocab = Vocab()
    wrong = []
    for surface, expected in dict.fromkeys(rows):
        text = f"That: {surface}."
        found = matcher(Parsed(Doc(vocab, words=[text], spaces=[False])), Annotations(published=today))
        read = ", ".join(f"{timex.value} {timex.mod or ''}".strip() for timex in found)
        if read != expected:
            spans = [text[timex.span.start : timex.span.end] for timex in found]
            wrong.append(f"{surface} ({today}): {read} {spans}, not {expected}")
    return wrong


@pytest.mark.parametrize("today", TODAYS, ids=str)
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_composes(family: object, today: dt.date, matcher: Matcher[Timex]) -> None:
    assert callable(family)
    assert _misread(matcher, family(today), today) == []
