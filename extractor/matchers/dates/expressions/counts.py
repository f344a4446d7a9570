"""How many there are of something, and ISO 8601 durations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.matchers.dates.lexicon import Word

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


def count_range(low: Count, high: Count) -> Count | None:
    """Two to three, 10-15: as many as the text leaves open."""
    if low.number is None or high.number is None or not low.number < high.number:
        return None
    return Count(None, low.start, high.end, "range")


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
