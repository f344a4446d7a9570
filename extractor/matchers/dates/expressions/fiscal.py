"""Fiscal years, whose days are known only where the article tells when they end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene


def fiscal_seen(scene: Scene, base: dt.date, step: int) -> Reading | None:
    """The fiscal year that holds the day, moved; the calendar year's number, unless the article knows better."""
    number = base.year
    if scene.closing and base > periods.closing_date(number, *scene.closing):
        number += 1
    return FiscalYear(number + step).read(scene)._replace(anchor=base)


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
