"""Decades and centuries."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene


@dataclass(frozen=True, slots=True)
class Decade:
    """The nineteen sixties, by the full number of its first year."""

    number: int

    def read(self, scene: Scene) -> Reading | None:
        """The ten years; of "the 1800s" the hundred."""
        hundred = self.number % 100 == 0 and self.number < 2000
        return scene.dated(periods.hundred(self.number) if hundred else periods.decade(self.number))


def spoken_tens(hundreds: Word, tens: Word) -> Decade:
    """The nineteen sixties."""
    return Decade(100 * hundreds.number + tens.number)


@dataclass(frozen=True, slots=True)
class WrittenDecade:
    """The 1990s, the '70s, the eighties; not "2020's worst storm", nor ages and temperatures ("in her 70s")."""

    decade: Word
    led: bool = False

    def read(self, scene: Scene) -> Reading | None:
        """The ten years, of "the '70s" the latest such."""
        introduced = self.led or scene.before("decade")
        if self.decade.number > 99:
            return Decade(self.decade.number).read(scene) if introduced or not self.decade.parts[1] else None
        if not introduced or scene.lexicon.context.told_before("not_decade", scene.text, scene.start):
            return None
        latest = scene.published.year if scene.published else 2030
        start = latest // 100 * 100 + self.decade.number
        return scene.dated(periods.decade(start if start <= latest else start - 100))


@dataclass(frozen=True, slots=True)
class Century:
    """The 20th century, the 6th century B.C."""

    nth: Word
    era: Word | None = None

    def read(self, scene: Scene) -> Reading | None:
        """The hundred years by their ordinal."""
        if self.era and self.era.text.startswith("B"):
            return scene.plain("DATE", f"BC{self.nth.number - 1:02}")
        return scene.dated(periods.century(self.nth.number))
