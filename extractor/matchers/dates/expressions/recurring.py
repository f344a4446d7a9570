"""What recurs: daily, every Tuesday, twice a week."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.counts import Count, iso_duration
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene


@dataclass(frozen=True, slots=True)
class Recurring:
    """Every day, daily, twice a week, weekends, every Tuesday, each winter, most mornings."""

    value: str
    word: Word | None = None

    def read(self, scene: Scene) -> Reading | None:
        """A SET; not the end of a name ("Washington Monthly")."""
        if self.word:
            if scene.tenses.tag(scene.start) in {"NN", "NNP"} and self.word.text == "daily":
                return None  # a paper
            before = scene.text[max(0, scene.start - 24) : scene.start].split()
            if (
                self.word.text[0].isupper()
                and before
                and before[-1][0].isupper()
                and before[-1][-1].isalpha()
            ):
                return None
        return scene.plain("SET", self.value)


@dataclass(frozen=True, slots=True)
class Frequency:
    """Daily, annual; "quarterly profit" tells of the quarter that has ended."""

    frequency: Word

    def read(self, scene: Scene) -> Reading | None:
        """A SET; the quarter is kept for "a year earlier" further on."""
        reading = Recurring(self.frequency.name, self.frequency).read(scene)
        if reading and scene.published and reading.value == "P3M" and scene.follows("accounts"):
            return reading._replace(period=periods.around("quarter", scene.published, -1))
        return reading


def every_unit(
    unit: Word, count: Count | None = None, other: bool = False, few: bool = False
) -> Recurring | None:
    """Every day, every two weeks, every other month, every few days; not "each second counts"."""
    if unit.key == "second" and count is None:
        return None
    number = None if few else 2.0 if other else count.number if count else 1.0
    return Recurring(iso_duration(number, unit.name))


def per_unit(unit: Word) -> Recurring:
    """Twice a week, three times per year."""
    return Recurring(iso_duration(1, unit.name))


def most_units(unit: Word) -> Recurring | None:
    """Most days."""
    known = unit.key in {"day", "week", "month", "year", "weekend"} and unit.lower.endswith("s")
    return per_unit(unit) if known else None


def recurring(recurring: Word) -> Recurring:
    """Weekends, every weekday."""
    return Recurring(recurring.name)


def every_named(
    weekday: Word | None = None,
    season: Word | None = None,
    month: Word | None = None,
    daypart: Word | None = None,
    dayparts: Word | None = None,
) -> Recurring | None:
    """Every Tuesday, every Tuesday evening, each winter, every January, every morning, Mondays, most mornings."""
    part = daypart or dayparts
    code = f"T{part.name}" if part else ""
    if weekday:
        return Recurring(f"XXXX-WXX-{weekday.number}{code}") if weekday.text[0].isupper() else None
    if season:
        return Recurring(f"XXXX-{season.name}")
    if month:
        return Recurring(f"XXXX-{month.number:02}")
    return Recurring(f"XXXX-XX-XX{code}")


def two_weekdays(first: Word, last: Word) -> tuple[Recurring, Recurring] | None:
    """Every Monday and Thursday."""
    one, other = every_named(weekday=first), every_named(weekday=last)
    return (one, other) if one and other else None


def nth_weekday_of_every(nth: Word, weekday: Word) -> Recurring:
    """The first Monday of every month."""
    return Recurring(f"XXXX-XX-WXX-{weekday.number}")


def plural_weekday(weekday: Word) -> Recurring | None:
    """On Mondays."""
    return every_named(weekday=weekday) if weekday.lower.endswith("days") else None
