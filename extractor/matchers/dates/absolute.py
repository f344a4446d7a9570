"""Resolvers of absolute expressions: dates in full, years, decades, centuries."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.matchers.dates import periods
from extractor.matchers.dates.eras import before_christ, is_before_christ
from extractor.matchers.dates.guards import is_count, written_as_name
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.reading import Reading, Scene, dated, group, timed


def iso(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """2023-07-27, 2023-07-27T14:30Z, 2023/07/27."""
    period = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    if period is None:
        return []
    if group(match, "clock"):
        return timed(match, period, f"T{match['clock']}{_zone(match['zone'])}")
    return dated(match, period)


def full_date(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """February 24, 1955; 18 April 1951."""
    if not written_as_name(match, "month", scene):
        return []
    month = scene.lexicon.number("month", match["month"])
    return dated(match, _day(int(match["year"]), month, day_number(match["day"])))


def numeric(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """31/12/2024, 8/13/07; an ambiguous one keeps its year and leaves month and day open."""
    a, b = int(match["a"]), int(match["b"])
    if match["sep"] == "." and len(match["year"]) == 2:
        return []
    year_number = _full_year(match["year"], scene)
    read = scene.order.read(a, b)
    if read:
        return dated(match, _day(year_number, *read))
    if not (1 <= a <= 12 and 1 <= b <= 12):
        return []
    published = scene.published
    if published and {a, b} == {published.month, published.day} and year_number == published.year:
        return dated(match, periods.day(published))
    whole = periods.safely(lambda: periods.year(year_number))
    if whole is None:
        return []
    return [Reading(*match.span(), "DATE", f"{year_number:04}-XX-XX", None, whole.first, whole.last)]


def year(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """1962, early 2022; not a count of things."""
    number = int(match["year"])
    if is_count(match.start("year"), match.end("year"), scene):
        return []
    return dated(match, periods.year(number), mod=part(match, scene))


def year_range(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """2018-2022, 1914-18: two years."""
    first, written = int(match["year"]), match["year2"]
    second = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    if not first < second <= first + 300:
        return []
    return [
        *dated(match, periods.year(first), span=match.span("year")),
        *dated(match, periods.year(second), span=match.span("year2")),
    ]


def year_in_words(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Nineteen ninety-eight, the nineteen sixties."""
    hundreds = 100 * scene.lexicon.number("spoken", match["hundreds"])
    if match["decade"]:
        return dated(
            match,
            periods.decade(hundreds + scene.lexicon.number("decade", match["decade"])),
            mod=part(match, scene),
        )
    rest = read_count(re.sub(r"^oh?\b[\s-]*", "", match["rest"].lower()), scene.lexicon.counts)
    return dated(match, periods.year(hundreds + int(rest)), mod=part(match, scene)) if rest else []


def short_year(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """'82: the latest such year that is not beyond the next two years."""
    return dated(match, periods.year(_full_year(match["year"], scene)))


def decade(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The 1990s, the '70s, the eighties; not ages and temperatures ("in her 70s")."""
    if match["year"]:
        number = int(match["year"])
        if match[0][-2] in "'’" and not _after_article(match, scene):
            return []  # "2020's worst storm" is of one year
        build = periods.hundred if number % 100 == 0 and number < 2000 else periods.decade
        return dated(match, periods.safely(lambda: build(number)), mod=part(match, scene))
    if not _after_article(match, scene) or scene.lexicon.surroundings.told_before(
        "not_decade", scene.text, match.start()
    ):
        return []
    tens = int(match["short"]) if match["short"] else scene.lexicon.number("decade", match["word"])
    latest = scene.published.year if scene.published else 2030
    start = latest // 100 * 100 + tens
    return dated(match, periods.decade(start if start <= latest else start - 100), mod=part(match, scene))


def century(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The 20th century, the late nineteenth century, the 19th and 20th centuries."""
    mod = part(match, scene)
    if is_before_christ(match["era"]):
        return before_christ(match, f"{_ordinal(match['ord'], scene) - 1:02}", mod)
    if not match["ord2"]:
        return dated(match, _century(match["ord"], scene), mod=mod)
    second = match.start("part2") if match["part2"] else match.start("ord2"), match.end()
    return [
        *dated(match, _century(match["ord"], scene), mod=mod, span=(match.start(), match.end("ord"))),
        *dated(match, _century(match["ord2"], scene), mod=scene.lexicon.phase(match["part2"]), span=second),
    ]


def _century(written: str, scene: Scene) -> periods.Period | None:
    number = _ordinal(written, scene)
    return periods.safely(lambda: periods.century(number))


def _ordinal(written: str, scene: Scene) -> int:
    ordinal = written.lower()
    return int(ordinal[:-2]) if ordinal[0].isdigit() else scene.lexicon.number("ordinal", ordinal)


def part(match: re.Match[str], scene: Scene) -> str | None:
    """START, MID or END of the match's ``part`` group."""
    written = group(match, "part")
    return scene.lexicon.name("part", written) if written else None


def day_number(written: str) -> int:
    """3, 03, 3rd → 3."""
    return int(re.sub(r"\D", "", written))


def _day(year_number: int, month: int, day: int) -> periods.Period | None:
    return periods.safely(lambda: periods.day(dt.date(year_number, month, day)))


def _full_year(written: str, scene: Scene) -> int:
    if len(written) == 4:
        return int(written)
    latest = (scene.published.year if scene.published else 2030) + 2
    candidate = latest // 100 * 100 + int(written)
    return candidate if candidate <= latest else candidate - 100


def _zone(written: str | None) -> str:
    return written.replace(":", "") if written else ""


def _after_article(match: re.Match[str], scene: Scene) -> bool:
    return scene.before("decade", match.start()) or bool(group(match, "part"))
