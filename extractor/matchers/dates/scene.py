"""Resolve: what an expression is read against, and what reading it gives.

A writer leaves the year out only near publication. A month-day eleven months back and three weeks ahead is the coming one
even under a verb in the past ("invited them to a ceremony on March 12").
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from extractor.annotations import TimexType
from extractor.matchers.dates import periods
from extractor.matchers.dates.evidence import DateOrder
from extractor.matchers.dates.lexicon import Lexicon, Word
from extractor.matchers.dates.periods import DAY, Period
from extractor.matchers.dates.quoted import QuotedDays
from extractor.text.tense import Tense, Tenses

Pointing = Tense | Literal["since"] | None
"""Where an expression points: by its verb, or surely back."""

_FAR, _NEAR = 320, 45
_UNDECIDED, _HALF_YEAR = 100, 183
_TOLD_DAYS = 7
_CLOSE = 250  # characters
_CLAUSE = 40
_BREAK = re.compile(r"[.;:\n]|\d")
_TOMORROW, _IN_TWO_DAYS = 6, 5  # days back to the weekday of the same name
_CAPTION = 3  # days back to what a caption shows: "Smoke rises in Ravna on Thursday"
_OWNER = re.compile(r"\w+['’]s\b")
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midnight)(?:\s[A-Z]{2,4})?,?\s(?:on\s)?"
_BEFORE = re.compile(
    rf"\b(since|until|till|by|from|through)\s{{1,2}}(?:the\s|early\s|late\s|mid[- ])?(?:{_CLOCK})?$",
    re.IGNORECASE,
)


class Reading(NamedTuple):
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
        echo: Whether it is only what another period is compared with ("a year earlier"); nothing points back to it.
        recurs: "week" or "year" where that brings it again, so that a range makes it run forward.
        rule: The rule that found it.
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
    echo: bool = False
    recurs: str = ""
    rule: str = ""


class Value(Protocol):
    """What a production composes: an expression that can be read."""

    def read(self, scene: Scene) -> Reading | None:
        """Its reading where it stands; None where it is no time expression after all."""
        ...


@dataclass(slots=True)
class Scene:
    """The article around an expression.

    Attributes:
        text: The article text.
        published: Publication date, or None.
        lexicon: Words of the calendar.
        tenses: The tense that governs a place in the text.
        order: Whether the article writes days or months first in numeric dates.
        fiscal_years: Offsets of the fiscal years that it names by their number, and the numbers.
        quoted: The days on which its quotations were said.
        closing: Month and day on which its fiscal years end, where it says so.
        start: Offset of the expression that is read.
        end: Offset behind it.
        mentioned: The calendar unit last mentioned, for "that day" and "a year earlier".
        mentioned_at: Offset behind that mention.
        latest: The period last mentioned of each calendar unit, for "the same quarter".
        latest_at: Offset behind it.
        years: Month and day to the year in which the article's dates in full have them.
    """

    text: str
    published: dt.date | None
    lexicon: Lexicon
    tenses: Tenses
    order: DateOrder
    closing: tuple[int, int] | None = None
    fiscal_years: Sequence[tuple[int, int]] = ()
    quoted: QuotedDays = field(default_factory=QuotedDays)
    start: int = 0
    end: int = 0
    mentioned: Period | None = None
    mentioned_at: int = 0
    latest: dict[str, Period] = field(default_factory=dict)
    latest_at: dict[str, int] = field(default_factory=dict)
    years: dict[tuple[int, int], int] = field(default_factory=dict)

    def remember(self, readings: Sequence[Reading]) -> None:
        """Keeps the calendar unit mentioned last, for expressions that point back to it.

        Args:
            readings: Those of one expression; the day that ends a quarter or a fiscal year counts less than these.
        """
        reading = readings[-1]
        if (
            readings[0].period
            and readings[0].period.unit in {"quarter", "fiscal"}
            and reading.period
            and reading.period.unit in {"day", "month"}
        ):
            reading = readings[0]
        if reading.period is not None and not reading.echo:
            self.mentioned, self.mentioned_at = reading.period, reading.end
            self.latest[reading.period.unit] = reading.period
            self.latest_at[reading.period.unit] = reading.end

    def told(self, unit: str) -> Period | None:
        """What was mentioned last; of a smaller unit the day told close by, for "the next day" needs a day."""
        if self.mentioned is None or not periods.is_finer(unit, self.mentioned):
            return self.mentioned
        close = self.start - self.latest_at.get("day", -_CLOSE) < _CLOSE
        return self.latest.get("day") if close else self.mentioned

    @property
    def is_close(self) -> bool:
        """Whether what was mentioned last stands close by."""
        return self.start - self.mentioned_at <= _CLOSE

    def fiscal_year_behind(self) -> int | None:
        """The fiscal year that the clause goes on to: "first-quarter sales for fiscal 2023"."""
        place = bisect_left(self.fiscal_years, (self.end, 0))
        if place == len(self.fiscal_years):
            return None
        start, year = self.fiscal_years[place]
        between = self.text[self.end : start]
        return year if len(between) <= _CLAUSE and not _BREAK.search(between) else None

    def before(self, name: str, start: int | None = None) -> bool:
        """Whether a word of the named list stands before the offset, or the expression."""
        return self.lexicon.context.before(name, self.text, self.start if start is None else start)

    def follows(self, name: str) -> bool:
        """Whether a word of the named list follows the expression."""
        return self.lexicon.context.after(name, self.text, self.end)

    def around(self, name: str) -> bool:
        """Whether a word of the named list stands within the list's reach of the expression."""
        return self.lexicon.context.around(name, self.text, self.start, self.end)

    def holds(self, name: str, word: str) -> bool:
        """Whether the lexicon's list has the word."""
        return word in self.lexicon.lists[name]

    def plain(self, kind: TimexType, value: str, mod: str | None = None) -> Reading:
        """A reading that denotes no stretch of the calendar."""
        return Reading(self.start, self.end, kind, value, mod)

    def dated(
        self, period: Period | None, *, mod: str | None = None, anchor: dt.date | None = None
    ) -> Reading | None:
        """A DATE for a calendar unit; None when the unit does not exist."""
        if period is None:
            return None
        first, last = period.first, period.last
        return Reading(self.start, self.end, "DATE", period.value, mod, first, last, anchor, period=period)

    def timed(self, period: Period, clock: str, *, anchor: dt.date | None = None) -> Reading:
        """A TIME on a day: the day's value with ``T…`` behind it."""
        first, last = period.first, period.last
        value = period.value + clock
        return Reading(self.start, self.end, "TIME", value, None, first, last, anchor, period=period)

    def as_name(self, word: Word) -> bool:
        """Whether a month or weekday is written and tagged as one: "may", "march", "sat", "sun" are not."""
        if not word.text[:1].isupper():
            return False
        if word.lower.rstrip(".") not in self.lexicon.lists["ambiguous"]:
            return True
        return not self.before("title", word.start) and not self.tenses.tag(word.start).startswith(
            ("VB", "MD")
        )

    def preposition(self, start: int) -> str | None:
        """The bounding preposition right before the offset."""
        found = _BEFORE.search(self.text[max(0, start - 40) : start])
        return found[1].lower() if found else None

    def pointing(self, start: int) -> Pointing:
        """Past or future by the preposition ("since") or else by the governing verb.

        What was put off "until March" in the past may lie ahead: the nearer March tells.
        """
        word = self.preposition(start)
        if word == "since" or self.tenses.unplanned(start):
            return "since"
        tense = self.tenses.at(start)
        if tense != "past":
            return "future" if self.before("starting") else tense
        if word and self.holds("bounding", word):
            return None
        return "since" if self.tenses.directly(start) else "past"

    def weekday_pointing(self, weekday: Word, back: int) -> Tense | None:
        """Past or future for a weekday that lay ``back`` days before publication.

        "until Friday" points to the nearer Friday unless the verb looks ahead or puts something off. The name of tomorrow
        is tomorrow even under a verb in the past: of what lies six days back a writer says "last Tuesday", while a story
        is stamped on its eve or in another time zone ("the minister flew out Tuesday", told on Monday).
        """
        word = self.preposition(self.start)
        if word == "since" or self.tenses.unplanned(weekday.start):
            return "past"
        if back and self.before("ahead"):
            return "future"
        tense = self.tenses.at(weekday.start)
        owned = bool(_OWNER.match(self.text, weekday.start))  # no verb places "Saturday's caucus"
        if back == _TOMORROW or (back == _IN_TWO_DAYS and tense is None and owned):
            return "future"
        if tense == "present":
            shown = 0 < back <= _CAPTION and self.text[max(0, self.start - 4) : self.start] == " on "
            tense = None if shown else "future"
        if word and self.holds("bounding", word) and tense != "future":
            deferred = word != "by" and self.tenses.defers(weekday.start)
            return "future" if deferred or back > 7 - back else "past"
        return tense

    def told_day(self, start: int) -> dt.date | None:
        """The day a report tells of when its verb is in the past: the last one mentioned, if it is of this week."""
        day = self.latest.get("day")
        if day is None or self.published is None or self.tenses.at(start) != "past":
            return None
        return day.first if 0 <= (self.published - day.first).days <= _TOLD_DAYS else None


def choose(past: dt.date, future: dt.date, published: dt.date, pointing: Pointing) -> dt.date:
    """The past or the future one of two dates of the same name.

    Args:
        past: The latest on or before publication.
        future: The first on or after it.
        published: Publication date.
        pointing: What the text says; None when it says nothing, and a verb in the present says little.
    """
    back, ahead = (published - past).days, (future - published).days
    if pointing == "since":
        return past
    if back > _FAR and ahead < _NEAR:
        return future
    if ahead > _FAR and back < _NEAR:
        return past
    if pointing is None or pointing == "present":
        limit = _UNDECIDED if pointing is None else _HALF_YEAR
        return future if ahead < back and ahead <= limit else past
    return future if pointing == "future" else past


def towards(published: dt.date, weekday: int, tense: Tense | None) -> dt.date:
    """The nearest such weekday on the side of the tense, publication day included; back without one."""
    if tense == "future":
        return published + (weekday - published.isoweekday()) % 7 * DAY
    return published - (published.isoweekday() - weekday) % 7 * DAY


def echoed(reading: Reading | None) -> Reading | None:
    """The reading, marked as a period that others are compared with."""
    return reading and reading._replace(echo=True)
