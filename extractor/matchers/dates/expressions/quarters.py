"""Quarters and halves of a year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.yearless import InYear, Yearless
from extractor.matchers.dates.expressions.years import YearRef
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.scene import Reading, Scene, Value

_AHEAD = 100  # days for which a quarter to come is meant without a verb that says so


@dataclass(frozen=True, slots=True)
class Term(Yearless):
    """The third quarter, Q3, the first half; the days of fiscal ones stay open.

    Attributes:
        written: Whether its number is a word.
        at: Where the verb is asked for its tense.
        seen: Whether it is one of a year only beside it: "last quarter" alone is the one before this.
    """

    unit: str
    number: int
    fiscal: bool = False
    written: bool = True
    at: int | None = None
    seen: bool = False

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The quarter or half of that year."""
        return (periods.quarter if self.unit == "quarter" else periods.half)(year, self.number)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The latest that has begun, or the one of this year when the verb looks ahead."""
        this, tense = (
            self.in_year(published.year, scene),
            scene.tenses.at(scene.start if self.at is None else self.at),
        )
        if this is None:
            return None
        if this.first <= published:
            return self.in_year(published.year + (tense == "future" and this.last < published), scene)
        ahead = tense != "past" and (this.first - published).days <= _AHEAD
        return this if ahead or tense == "future" else self.in_year(published.year - 1, scene)

    def stands_alone(self, scene: Scene) -> bool:
        """Not of a match; a half alone needs a business beside it to be one of a year."""
        if self.seen or scene.around("game"):
            return False
        if not self.written:
            return scene.around("business") or scene.before("month")
        return self.unit == "quarter" or scene.around("business")

    def open_value(self, scene: Scene) -> str:
        """XXXX-Q3."""
        return f"XXXX-{self.unit[0].upper()}{self.number}"

    def settled(self, reading: Reading | None, year: int, scene: Scene) -> Reading | None:
        """Without days where it is fiscal."""
        return undated(reading) if self.fiscal else reading

    def read(self, scene: Scene) -> Reading | None:
        """The quarter or half; without days where it is fiscal."""
        year = scene.fiscal_year_behind() if self.written and not self.seen else None
        if year is not None and self.stands_alone(scene):
            return undated(scene.dated(self.in_year(year, scene)))
        reading = Yearless.read(self, scene)
        return undated(reading) if self.fiscal else reading


def undated(reading: Reading | None) -> Reading | None:
    """The reading without its days: those of a fiscal quarter stay open."""
    return reading and reading._replace(first=None, last=None)


def term(unit: Word, nth: Word, fiscal: bool = False) -> Term | None:
    """The third quarter, the final half; "the last quarter" alone is seen from publication."""
    most = 4 if unit.key == "quarter" else 2
    number = most if nth.number < 0 else nth.number
    seen = nth.lower == "last" and unit.key == "quarter"
    return Term(unit.name, number, fiscal, seen=seen) if number <= most else None


def in_fiscal_year(inner: Yearless, of: YearRef) -> InYear | None:
    """The first half of fiscal 2021: its days stay open."""
    return InYear(replace(inner, fiscal=True), of) if isinstance(inner, Term) else None


def short_term(term: Word) -> Term | None:
    """Q3, 3Q, H1."""
    digit, letter = sorted(term.parts)
    unit = "quarter" if letter.upper() == "Q" else "half"
    return Term(unit, int(digit), written=False) if unit == "quarter" or digit in "12" else None


def two_terms(first: Word, last: Word, unit: Word, of: YearRef | None = None) -> tuple[Value, Value] | None:
    """The first and second quarters, of a year where it is said."""
    one, other = term(unit, first), term(unit, last)
    if one is None or other is None or not one.number < other.number:
        return None
    return (
        (InYear(one, of), InYear(other, of))
        if of
        else (replace(one, at=unit.start), replace(other, at=unit.start))
    )


@dataclass(frozen=True, slots=True)
class MonthQuarter(Yearless):
    """The June quarter, as Australia names them by the month they end in."""

    month: Word

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The quarter that ends in the month of that year."""
        return None if self.month.number % 3 else periods.quarter(year, self.month.number // 3)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The latest that has ended, or the next where the tense says so."""
        ended = self.month.number < published.month
        ahead = scene.tenses.at(scene.start) == "future"
        return self.in_year(published.year - (not ended) + ahead, scene)

    def open_value(self, scene: Scene) -> str:
        """XXXX-Q2."""
        return "" if self.month.number % 3 else f"XXXX-Q{self.month.number // 3}"
