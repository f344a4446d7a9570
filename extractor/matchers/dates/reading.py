"""What a resolver knows and what it returns, before relation and interval are set."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from extractor.annotations import TimexType
from extractor.matchers.dates.lexicon import Lexicon
from extractor.matchers.dates.numeric import DateOrder
from extractor.matchers.dates.periods import Period
from extractor.text.tense import Tense, Tenses


@dataclass(frozen=True, slots=True)
class Reading:
    """One time expression, read.

    Attributes:
        start: Offset of its first character in the article text.
        end: Offset behind its last character.
        value: TIMEX3 value.
        mod: TIMEX3 modifier.
        first: First day of what the value denotes; None when that is no stretch of the calendar.
        last: Last day of it, inclusive.
        anchor: The date it was resolved against.
        relation: Set where the expression carries its own relation ("ago").
        floating: Whether it is a clock time whose day was only assumed.
        period: The calendar unit, for later expressions that point back to it.
        reaches: Set where the date behind it bounds it: "to" ("the week to 18 March"), "ended" ("the nine months ended
            Sept. 30"), "quarter" or "fiscal" where that day names the quarter or the fiscal year; "before day", "after week"
            where it is counted from that day ("the day before Christmas").
        echo: Whether it is only what another period is compared with ("a year earlier"); nothing points back to it.
    """

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    anchor: dt.date | None = None
    relation: str | None = None
    period: Period | None = None
    floating: bool = False
    reaches: str | None = None
    echo: bool = False


@dataclass(slots=True)
class Scene:
    """The article around an expression.

    Attributes:
        text: The article text.
        published: Publication date, or None.
        lexicon: Words of the calendar.
        tenses: The tense that governs a place in the text.
        order: Whether the article writes days or months first in numeric dates.
        mentioned: The calendar unit last mentioned, for "that day" and "a year earlier".
        mentioned_at: Offset behind that mention.
        latest: The period last mentioned of each calendar unit, for "the same quarter".
        closing_days: Month and day on which its fiscal years end, or None, once somebody has asked.
    """

    text: str
    published: dt.date | None
    lexicon: Lexicon
    tenses: Tenses
    order: DateOrder
    mentioned: Period | None = None
    mentioned_at: int = 0
    latest: dict[str, Period] = field(default_factory=dict)
    closing_days: list[tuple[int, int] | None] = field(default_factory=list)

    def before(self, name: str, start: int) -> bool:
        """Whether a word of the named list stands before the offset."""
        return self.lexicon.surroundings.before(name, self.text, start)

    def tense(self, start: int) -> Tense | None:
        """The tense of the verb that governs the token at this offset."""
        return self.tenses.at(start)


Resolver = Callable[[re.Match[str], Scene], Sequence[Reading]]
"""Readings of a match, in text order; none when the match is not a date after all."""


def group(match: re.Match[str], name: str) -> str | None:
    """The text of a named group; None when the pattern lacks it or it took no part."""
    return match[name] if name in match.re.groupindex else None


def plain(match: re.Match[str], kind: TimexType, value: str, mod: str | None = None) -> list[Reading]:
    """A reading of the match that denotes no stretch of the calendar."""
    return [Reading(begins(match, mod), match.end(), kind, value, mod)]


def begins(match: re.Match[str], mod: str | None) -> int:
    """Where the span begins: "about" and its like stay outside, "more than" and its like stay inside."""
    approximate = mod == "APPROX" and group(match, "amount") and match.start("amount") == match.start()
    return match.start("count") if approximate else match.start()


def dated(
    match: re.Match[str],
    period: Period | None,
    *,
    mod: str | None = None,
    anchor: dt.date | None = None,
    span: tuple[int, int] | None = None,
) -> list[Reading]:
    """A DATE for a calendar unit; nothing when the unit does not exist.

    Args:
        match: The match that is read.
        period: The calendar unit, or None.
        mod: TIMEX3 modifier.
        anchor: The date it was resolved against.
        span: Offsets in the article text; the whole match when None.
    """
    if period is None:
        return []
    start, end = span or match.span()
    return [Reading(start, end, "DATE", period.value, mod, period.first, period.last, anchor, period=period)]


def echoes(readings: list[Reading]) -> list[Reading]:
    """The readings, marked as periods that others are compared with."""
    return [replace(reading, echo=True) for reading in readings]


def timed(
    match: re.Match[str], period: Period, clock: str, *, mod: str | None = None, anchor: dt.date | None = None
) -> list[Reading]:
    """A TIME on a day: the day's value with ``T…`` behind it."""
    value = period.value + clock
    return [Reading(*match.span(), "TIME", value, mod, period.first, period.last, anchor, period=period)]
