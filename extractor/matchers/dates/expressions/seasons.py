"""Spring, summer, autumn, winter."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.yearless import InYear, Yearless
from extractor.matchers.dates.expressions.years import YearRef
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.periods import Period
from extractor.matchers.dates.scene import Scene

_PHRASE = re.compile(r"(?:\b(?:of|in)\s{1,2})$", re.IGNORECASE)
_RECENT_SEASON = 92  # days for which "this summer" is the one just gone


@dataclass(frozen=True, slots=True)
class Season(Yearless):
    """Last fall, the summer, this spring; not "prices fall" and not "a spring"."""

    season: Word
    direction: Word | None = None
    definite: bool = False

    def in_year(self, year: int, scene: Scene) -> Period | None:
        """The season that begins in that year."""
        return periods.season(year, self.season.name)

    def near(self, scene: Scene, published: dt.date) -> Period | None:
        """The latest such season or the coming one, as the word before it or the tense says."""
        code = self.season.name
        latest, coming = periods.season_around(code, published), periods.season_around(code, published, 1)
        since = (published - latest.last).days
        step = self.direction.number if self.direction else None
        if step == -1:
            return latest if since > 0 else periods.season_around(code, published, -1)
        if step == 1:
            return coming
        pointing = scene.pointing(self.season.start)
        ahead = pointing == "future" or (pointing is None and (coming.first - published).days < since)
        if step == 0:
            return coming if since > _RECENT_SEASON or (since > 0 and ahead) else latest
        return coming if since > 0 and ahead else latest

    def is_named(self, scene: Scene) -> bool:
        """Not a verb."""
        return not scene.tenses.tag(self.season.start).startswith("VB")

    def stands_alone(self, scene: Scene) -> bool:
        """Not the fall of a town, a hot spring."""
        if self.direction:
            return True
        following = scene.text[scene.end : scene.end + 4].lower()
        attributive = (
            self.season.text.islower()
            and following[:1] == " "
            and scene.tenses.tag(scene.end + 1) in {"NN", "NNS"}
        )
        if attributive and not self.definite:
            return False  # winter clothing
        led = self.definite or _PHRASE.search(scene.text[max(0, scene.start - 5) : scene.start])
        if scene.holds("verbal_seasons", self.season.lower) and (
            following.startswith((" of", " in", "-", " for")) or not led
        ):
            return False
        return following[:1] not in {"-", "‐"} and not following.startswith(" of")

    def open_value(self, scene: Scene) -> str:
        """XXXX-SU."""
        return f"XXXX-{self.season.name}"


def in_season(inner: Yearless, of: YearRef, two: Word | None = None) -> InYear:
    """The winter of 1962-63: named for the year it begins in."""
    return InYear(inner, of)
