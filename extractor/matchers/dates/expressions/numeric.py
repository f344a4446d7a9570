"""Days in figures: 2023-07-27, 31/12/2024."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.years import full_year
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene


@dataclass(frozen=True, slots=True)
class Iso:
    """2023-07-27, 2024-03-05T14:30:00Z, 2023/07/31."""

    iso: Word

    def read(self, scene: Scene) -> Reading | None:
        """The day, or the time of that day."""
        pieces = self.iso.parts
        year, month, day, clock, zone = (
            pieces if len(pieces) == 5 else (pieces[0], pieces[2], pieces[3], "", "")
        )
        period = periods.month_day(int(year), int(month), int(day))
        if period and clock:
            return scene.timed(period, f"T{clock}{zone.replace(':', '')}")
        return scene.dated(period)


@dataclass(frozen=True, slots=True)
class Numeric:
    """31/12/2024, 8/13/07; an ambiguous one keeps its year and leaves month and day open."""

    numeric: Word

    def read(self, scene: Scene) -> Reading | None:
        """The day in the order of the article's other dates."""
        one, mark, two, written = self.numeric.parts
        if mark != "/" and len(written) == 2:
            return None
        a, b = int(one), int(two)
        number = int(written) if len(written) == 4 else full_year(int(written), scene)
        if (read := scene.order.read(a, b)) is not None:
            return scene.dated(periods.month_day(number, *read))
        if not (1 <= a <= 12 and 1 <= b <= 12):
            return None
        published = scene.published
        if published and {a, b} == {published.month, published.day} and number == published.year:
            return scene.dated(periods.day(published))
        whole = periods.year(number)
        return scene.plain("DATE", f"{whole.value}-XX-XX")._replace(first=whole.first, last=whole.last)
