"""Resolvers of durations: counted, vague, and those that end or begin at the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.annotations import TimexType
from extractor.matchers.dates import periods
from extractor.matchers.dates.numbers import read_count
from extractor.matchers.dates.reading import Reading, Scene, group, plain

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

_ANCHORING = re.compile(r"\s(?:before|after|later|earlier|ago|from|since|into|of)\b")
_VAGUE = frozenset({"several", "few", "couple"})


def iso_duration(count: float | None, unit: str) -> str:
    """P3D, PT5H30M, PXW: an ISO 8601 duration; X where the count is open.

    Args:
        count: How many; None when the text leaves it open.
        unit: Unit name of the calendar lexicon.
    """
    marker, letter, size = _ISO[unit]
    if count is None:
        return f"P{marker}X{letter}"
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
    return plain(match, kind, iso_duration(count, unit), _mod(match, scene))


def bare_units(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """For weeks, in minutes."""
    return plain(match, "DURATION", iso_duration(None, scene.lexicon.name("unit", match["unit"])))


def anchored(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The past two years, the next six months."""
    unit = scene.lexicon.name("unit", match["unit"])
    count = _count(match["count"], scene)
    step = scene.lexicon.numbers["direction"].get(match["dir"].lower(), 0)
    return _reaching(match, scene, count, unit, step)


def past_unit(match: re.Match[str], scene: Scene) -> Sequence[Reading]:
    """The past decade, recent years, the coming months."""
    written, word = match["unit"].lower(), match["dir"].lower()
    unit = scene.lexicon.name("unit", written)
    plural = written.endswith("s") or written in {"centuries", "millennia"}
    if not plural and (
        (word != "past" and unit not in {"decade", "century"})
        or word in {"recent", "next", "following", "previous"}
    ):
        return []
    step = scene.lexicon.numbers["direction"].get(word, -1 if word == "recent" else 0)
    return _reaching(match, scene, None if plural else 1, unit, step)


def _reaching(
    match: re.Match[str], scene: Scene, count: float | None, unit: str, step: int
) -> Sequence[Reading]:
    """A duration up to (step -1) or from (step 1) the day of publication."""
    value, mod = iso_duration(count, unit), _mod(match, scene)
    bounds = _bounds(scene.published, unit, count, step)
    if bounds is None or scene.published is None:
        return plain(match, "DURATION", value, mod)
    return [Reading(*match.span(), "DURATION", value, mod, *bounds, scene.published, "for")]


def _bounds(
    published: dt.date | None, unit: str, count: float | None, step: int
) -> tuple[dt.date, dt.date] | None:
    if (
        published is None
        or count is None
        or count != int(count)
        or not step
        or unit in {"second", "minute", "hour"}
    ):
        return None
    try:
        other = periods.add(published, unit, step * int(count))
    except (OverflowError, ValueError):
        return None
    return (other, published) if step < 0 else (published, other)


def _count(written: str | None, scene: Scene) -> float | None:
    if written is None or written.lower() in _VAGUE | {"multi"} or written.lower().startswith("couple"):
        return None if not (written or "").lower().startswith("couple") else 2
    return read_count(written, scene.lexicon.counts)


def _mod(match: re.Match[str], scene: Scene) -> str | None:
    written = group(match, "amount") or group(match, "amount2")
    return scene.lexicon.name("amount", written) if written else None


def _is_rate(match: re.Match[str], scene: Scene, written: str | None) -> bool:
    """Whether an article and a unit stand right behind an amount or a noun: "$1 billion a year"."""
    if (written or "").lower() not in {"a", "an"} or match.start("count") != match.start():
        return False
    if _ANCHORING.match(scene.text, match.end()) or scene.text[match.start() - 1 : match.start()] != " ":
        return False
    return scene.tenses.tag(match.start() - 2) in {"CD", "NN", "NNS", "$", "NNP"}


def _is_idiom(match: re.Match[str], scene: Scene, unit: str, written: str | None) -> bool:
    """Whether it is no duration: "a second" (a moment), "a quarter" (a share), "60 Minutes" (a programme)."""
    surface = group(match, "unit") or match["unit2"]
    if surface[0].isupper() and surface[1:].islower() and not match[0][0].isupper():
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
