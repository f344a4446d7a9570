"""Resolvers of durations: counted, vague, and those that end or begin at the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.annotations import TimexType
from extractor.matchers.dates import periods
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.reading import Reading, Scene, dated, group, plain

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
    "quarter": ("", "Q", 1),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
    "millennium": ("", "Y", 1000),
}
"""Unit to the mark before its number, its letter, and how many of the letter's unit it holds (ISO 8601)."""

_LONG = ("decade", "century")
_SPANNED = ("week", "month", "year")
_PARTITIVE = re.compile(r"\s{1,2}of\s(?!(?:this|last|next)\s)", re.IGNORECASE)
_CLOCK = ("hour", "minute", "second")
_COMPOUND = "year month week day hour minute second"
"""Units that a duration may be composed of, from large to small."""


def iso_duration(count: float | None, unit: str) -> str:
    """P3D, PT5H30M, PXW: an ISO 8601 duration; X where the count is open.

    Args:
        count: How many; None when the text leaves it open.
        unit: Unit name of the calendar lexicon.
    """
    marker, letter, size = _ISO[unit]
    if count is None:
        return f"P{marker}X{letter}"
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


def duration(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Three days, more than a year, a 16-hour flight, decades-long."""
    unit = scene.lexicon.name("unit", group(match, "unit") or match["unit2"])
    written = match["count"]
    count = _count(written, scene)
    if _is_idiom(match, scene, unit, written):
        return []
    if group(match, "unit2") and not match["unit2"].lower().endswith("s"):
        count = 1
    if group(match, "half") and count is not None:
        count += 0.5
    kind: TimexType = "SET" if _is_rate(match, scene, written) else "DURATION"
    if _is_preposition(match, scene):
        return [Reading(match.start("count"), match.end(), kind, iso_duration(count, unit))]
    return plain(match, kind, iso_duration(count, unit), _mod(match, scene))


def duration_range(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Two to three weeks, 10-15 minutes: two durations, the unit said once."""
    unit = scene.lexicon.name("unit", match["unit"])
    low, high = (read_count(match[name], scene.lexicon.counts) for name in ("low", "high"))
    if low is None or high is None or not low < high:
        return []
    return [
        Reading(*match.span("low"), "DURATION", iso_duration(low, unit)),
        Reading(match.start("high"), match.end(), "DURATION", iso_duration(high, unit)),
    ]


def quarter_of(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """A quarter of a century, three-quarters of an hour."""
    parts = 3 if match["three"] else 1
    unit, whole = ("minute", 15) if scene.lexicon.name("unit", match["unit"]) == "hour" else ("year", 25)
    if match["ago"] and unit == "year" and scene.published:
        return dated(match, periods.year(scene.published.year - parts * whole), anchor=scene.published)
    return plain(match, "DURATION", iso_duration(parts * whole, unit))


def compound(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """Two years and three months, 2 hours 14 minutes 9 seconds: one duration, its units from large to small."""
    written = [(match[name], match[f"unit_{name}"]) for name in "abc" if match[name]]
    units = [scene.lexicon.name("unit", unit) for _, unit in written]
    counts = [read_count(count, scene.lexicon.counts) for count, _ in written]
    places = [_COMPOUND.find(unit) for unit in units]
    if min(places) < 0 or places != sorted(set(places)) or _leaps(units):
        return []
    parts = [iso_duration(count, unit)[1:] for count, unit in zip(counts, units, strict=True)]
    days = "".join(part for part in parts if part[0] != "T")
    clock = "".join(part[1:] for part in parts if part[0] == "T")
    start = (
        match.start("a") if _is_preposition(match, scene) or _mod(match, scene) == "APPROX" else match.start()
    )
    mod = None if _is_preposition(match, scene) else _mod(match, scene)
    return [Reading(start, match.end(), "DURATION", f"P{days}" + (f"T{clock}" if clock else ""), mod)]


def _leaps(units: Sequence[str]) -> bool:
    """Whether hours follow on anything longer than days: "two years, 3 hours" is no one duration."""
    dates = [unit for unit in units if unit not in _CLOCK]
    return 0 < len(dates) < len(units) and dates[-1] != "day"


def bare_units(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """For weeks, in minutes."""
    return plain(match, "DURATION", iso_duration(None, scene.lexicon.name("unit", match["unit"])))


def anchored(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The past two years, the next six months."""
    if scene.tenses.tag(match.start("dir")).startswith("VB"):
        return []  # "is expected to last six weeks"
    unit = scene.lexicon.name("unit", match["unit"])
    count = _count(match["count"], scene)
    step = scene.lexicon.numbers["direction"].get(match["dir"].lower(), 0)
    return _reaching(match, scene, count, unit, step)


def past_unit(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The past decade, recent years, the coming months."""
    written, word = match["unit"].lower(), match["dir"].lower()
    unit = scene.lexicon.name("unit", written)
    lists, plural = scene.lexicon.lists, written in scene.lexicon.lists["plural_units"]
    if not plural and word != "past" and not _is_stretch(match, scene, unit, word):
        return []  # "last week", "last century" are calendar units
    step = -1 if word in lists["recent"] else scene.lexicon.step(word)
    if match["half"] and unit == "year" and not plural:
        return _reaching(match, scene, 18, "month", step)
    return _reaching(match, scene, None if plural else 1, unit, step)


def _is_stretch(match: re.Match[str], scene: Scene, unit: str, word: str) -> bool:
    """Whether it reaches to today or from it: "the last decade", "over the last year"; not "the last year of the war"."""
    if not match["the"] or _PARTITIVE.match(scene.text, match.end()):
        return False
    if unit in _LONG:
        return word in scene.lexicon.lists["reaching"]
    return unit in _SPANNED and word in {"last", "next"} and scene.before("stretch", match.start())


def _reaching(
    match: re.Match[str], scene: Scene, count: float | None, unit: str, step: int
) -> Sequence[Reading]:
    """A duration up to (step -1) or from (step 1) the day of publication."""
    value, mod = iso_duration(count, unit), _mod(match, scene)
    if match["dir"].lower() in scene.lexicon.lists["anaphoric"] and scene.mentioned:
        return plain(match, "DURATION", value, mod)
    bounds = _bounds(scene.published, unit, count, step)
    if bounds is None or scene.published is None:
        return plain(match, "DURATION", value, mod)
    return [Reading(*match.span(), "DURATION", value, mod, *bounds, scene.published, "for")]


def _bounds(
    published: dt.date | None, unit: str, count: float | None, step: int
) -> tuple[dt.date, dt.date] | None:
    if published is None or count is None or count != int(count) or not step or unit in _CLOCK:
        return None
    try:
        other = periods.add(published, unit, step * int(count))
    except (OverflowError, ValueError):
        return None
    return (other, published) if step < 0 else (published, other)


def _count(written: str | None, scene: Scene) -> float | None:
    return read_count(written, scene.lexicon.counts) if written else None


def _mod(match: re.Match[str], scene: Scene) -> str | None:
    written = group(match, "amount") or group(match, "amount2")
    if (group(match, "count") or "").endswith("odd"):
        return "APPROX"
    return scene.lexicon.name("amount", written) if written else None


def _is_preposition(match: re.Match[str], scene: Scene) -> bool:
    """Whether "over" leads to a stretch: "cut £2m over two years", not "waited for over two years"."""
    written = (group(match, "amount") or "").lower()
    return written == "over" and not scene.before("over", match.start())


def _is_rate(match: re.Match[str], scene: Scene, written: str | None) -> bool:
    """Whether an article and a unit stand right behind an amount or a noun: "$1 billion a year"."""
    if (written or "").lower() not in scene.lexicon.lists["rates"] or match.start("count") != match.start():
        return False
    if (
        scene.lexicon.surroundings.after("anchoring", scene.text, match.end())
        or scene.text[match.start() - 1 : match.start()] != " "
    ):
        return False
    return scene.tenses.tag(match.start() - 2) in {"CD", "NN", "NNS", "$", "NNP"}


def _is_idiom(match: re.Match[str], scene: Scene, unit: str, written: str | None) -> bool:
    """Whether it is no duration: "a second" (a moment), "a quarter" (a share), "One day," (some day), "60 Minutes"."""
    surface = group(match, "unit") or match["unit2"]
    if surface[0].isupper() and surface[1:].islower() and not match[0][0].isupper():
        return True
    if match[0].lower() == "one day" and scene.text[match.end() : match.end() + 1] == ",":
        return True
    article = (written or "").lower() in scene.lexicon.numbers["article"]
    if unit in {"second", "quarter"} and article:
        return True
    return unit == "second" and scene.tenses.tag(
        match.start("unit") if group(match, "unit") else match.start()
    ) in {
        "JJ",
        "RB",
    }
