"""Resolvers of months and month-days: which year they lie in is told by the tense, else by nearness."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.matchers.dates import periods
from extractor.matchers.dates.absolute import day_number, part
from extractor.matchers.dates.guards import written_as_name
from extractor.matchers.dates.nearest import Pointing, choose, direction
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.reading import Reading, Scene, dated, group

_EVENT = re.compile(r"\s(?:for|of(?:\sthe)?|on)\s[A-Z]")  # the March for Life


def month_day(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Feb. 28, 11 December, "April 24 and 25"."""
    if not written_as_name(match, "month", scene):
        return []
    month_number, day = scene.lexicon.number("month", match["month"]), day_number(match["day"])
    second = group(match, "day2")
    end = match.end("day") if second else match.end()
    readings = _yearless(match, scene, month_number, day, (match.start(), end))
    if readings and second and day_number(second) > day:
        readings += _like(match, readings[0], month_number, day_number(second), match.span("day2"))
    return readings


def month_ordinal(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """March third, the twenty-first of May, 1998."""
    name = "month" if match["month"] else "month2"
    if not written_as_name(match, name, scene):
        return []
    number = scene.lexicon.number("month", match[name])
    day = scene.lexicon.number("ordinal", match["ord"] or match["ord2"])
    if match["year"]:
        return dated(match, _day(int(match["year"]), number, day))
    return _yearless(match, scene, number, day, match.span())


def day_range(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """12 and 18 March; June 4 to 6, 2021: two days."""
    first, second = day_number(match["day"]), day_number(match["day2"])
    if not written_as_name(match, "month", scene) or first >= second:
        return []
    month_number = scene.lexicon.number("month", match["month"])
    spans = (match.start(), match.end("day")), (match.start("day2"), match.end())
    if match["year"]:
        return [
            reading
            for day, span in zip((first, second), spans, strict=True)
            for reading in dated(match, _day(int(match["year"]), month_number, day), span=span)
        ]
    readings = _yearless(match, scene, month_number, first, spans[0])
    return readings and [*readings, *_like(match, readings[0], month_number, second, spans[1])]


def days_of_year(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """1 January to 31 March 2023; June 4 to July 6, 2021: the year holds for both days."""
    if not (written_as_name(match, "month", scene) and written_as_name(match, "month2", scene)):
        return []
    first, second = (scene.lexicon.number("month", match[name]) for name in ("month", "month2"))
    year = int(match["year"])
    return [
        *dated(
            match, _day(year - (first > second), first, day_number(match["day"])), span=match.span("from")
        ),
        *dated(match, _day(year, second, day_number(match["day2"])), span=match.span("to")),
    ]


def day_of_month(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The 15th of this month."""
    if scene.published is None:
        return []
    step = scene.lexicon.step(match["dir"])
    whole = periods.around("month", scene.published, step)
    date = _day(whole.first.year, whole.first.month, day_number(match["day"]))
    return dated(match, date, anchor=scene.published)


def month_year(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """October 2022, late September 2021."""
    if not written_as_name(match, "month", scene):
        return []
    return dated(match, periods.month(int(match["year"]), _number(match, scene)), mod=part(match, scene))


def month_range(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """April and June 2008: the year holds for both months."""
    if not (written_as_name(match, "month", scene) and written_as_name(match, "month2", scene)):
        return []
    second_number = scene.lexicon.number("month", match["month2"])
    if match["year"]:
        second = periods.month(int(match["year"]), second_number)
    elif scene.published:
        second = periods.month(scene.published.year + scene.lexicon.step(match["dir"]), second_number)
    else:
        return []
    first = periods.month(second.first.year - (_number(match, scene) > second_number), _number(match, scene))
    return [
        *dated(match, first, span=match.span("month")),
        *dated(match, second, span=(match.start("month2"), match.end())),
    ]


def month(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """February, last October, early December."""
    if not written_as_name(match, "month", scene) or not _stands_alone(match, scene):
        return []
    number, published = _number(match, scene), scene.published
    if published is None:
        return [Reading(*match.span(), "DATE", f"XXXX-{number:02}", part(match, scene))]
    year = _of_year(match, scene) or _month_year(match, scene, number, published)
    return dated(
        match, periods.safely(lambda: periods.month(year, number)), mod=part(match, scene), anchor=published
    )


def month_near(match: re.Match[str], scene: Scene) -> Period | None:
    """The month of the match, in its year or in the one that the tense and nearness tell; None without a date."""
    number = _number(match, scene)
    if match["year"]:
        return periods.month(int(match["year"]), number)
    if scene.published is None:
        return None
    return periods.month(_month_year(match, scene, number, scene.published), number)


def _number(match: re.Match[str], scene: Scene) -> int:
    return scene.lexicon.number("month", match["month"])


def _day(year: int, number: int, day: int) -> Period | None:
    return periods.safely(lambda: periods.day(dt.date(year, number, day)))


def _stands_alone(match: re.Match[str], scene: Scene) -> bool:
    """Not a person's or a place's name: "April Lane", "March Madness", "the June-Aug"."""
    written = match["month"].lower()
    following = scene.text[match.end() : match.end() + 2]
    if len(written) == 3 and written != "may" and scene.text[match.end("month") - 1] != ".":
        return scene.before("month", match.start())  # "Jan" and "Jun" are first names, too
    name_like = written in scene.lexicon.lists["first_names"]
    if _EVENT.match(scene.text, match.end()) and written == "march":
        return False
    if not (name_like and following[:1] == " " and following[1:2].isupper()):
        return True
    return scene.tenses.tag(match.end() + 1) != "NNP" or scene.before("month", match.start())


def _month_year(match: re.Match[str], scene: Scene, number: int, published: dt.date) -> int:
    gap = (number - published.month) % 12
    step = _step(match, scene)
    if step == 0:
        return published.year
    if step is not None:
        return periods.add_months(published, (gap or 12) if step > 0 else gap - 12).year
    if gap == 0:
        return published.year
    ahead = periods.add_months(published.replace(day=1), gap)
    back = periods.add_months(ahead, -12)
    tense = direction(scene, match.start("month"))
    return choose(back, ahead, published.replace(day=1), tense).year


def _step(match: re.Match[str], scene: Scene) -> int | None:
    written = group(match, "dir")
    return scene.lexicon.number("direction", written) if written else None


def _of_year(match: re.Match[str], scene: Scene) -> int | None:
    """The year of "October last year", "that year"."""
    written = (group(match, "ofyear") or "").lower()
    if written in scene.lexicon.numbers["direction"] and scene.published:
        return scene.published.year + scene.lexicon.step(written)
    return scene.mentioned.first.year if written and scene.mentioned else None


def _yearless(
    match: re.Match[str], scene: Scene, number: int, day: int, span: tuple[int, int]
) -> list[Reading]:
    published = scene.published
    year = _of_year(match, scene)
    if year:
        return dated(match, _day(year, number, day), anchor=published, span=span)
    if published is None:
        valid = _day(2024, number, day)
        return [Reading(*span, "DATE", f"XXXX-{number:02}-{day:02}")] if valid else []
    step = _step(match, scene)
    tense: Pointing = direction(scene, max(match.start("month"), match.start()))
    if step:
        tense = "past" if step < 0 else "future"
    weekday = group(match, "weekday")
    named = scene.lexicon.number("weekday", weekday) if weekday else None
    return dated(match, nearest_day(published, number, day, tense, named), anchor=published, span=span)


def nearest_day(
    published: dt.date, number: int, day: int, tense: Pointing, weekday: int | None = None
) -> Period | None:
    """The month-day nearest to publication on the side it points to.

    Args:
        published: Publication date.
        number: Month, 1 to 12.
        day: Day of the month.
        tense: Where the text points.
        weekday: ISO number of the weekday written beside the date; it outweighs the tense.
    """
    reach = 8 if (number, day) == (2, 29) else 1
    dates = [
        found.first
        for year in range(published.year - reach, published.year + reach + 1)
        if (found := _day(year, number, day))
    ]
    past = max((date for date in dates if date <= published), default=None)
    future = min((date for date in dates if date >= published), default=None)
    if past is None or future is None:
        only = past or future
        return periods.day(only) if only else None
    fitting = [date for date in (past, future) if date.isoweekday() == weekday]
    return periods.day(fitting[0] if len(fitting) == 1 else choose(past, future, published, tense))


def _like(
    match: re.Match[str], first: Reading, number: int, day: int, span: tuple[int, int]
) -> list[Reading]:
    """A second day of the same month as the first reading."""
    if first.period is None:
        return [Reading(*span, "DATE", f"XXXX-{number:02}-{day:02}")]
    return dated(match, _day(first.period.first.year, number, day), anchor=first.anchor, span=span)
