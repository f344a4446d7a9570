"""Now, recently, one day; today, yesterday, tomorrow."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.matchers.dates import periods
from extractor.matchers.dates.expressions.names import is_inside_name
from extractor.matchers.dates.lexicon import Word
from extractor.matchers.dates.scene import Reading, Scene

_OWNED = re.compile(r"\sof\s")
_POSSESSIVE = re.compile(r"['’]s")


@dataclass(frozen=True, slots=True)
class Reference:
    """Now, recently, in the future."""

    reference: Word

    def read(self, scene: Scene) -> Reading | None:
        """PAST_REF and its like; not "the future of the firm", "the future leader"."""
        if self.reference.lower == "the future" and _OWNED.match(scene.text, scene.end):
            return None
        return scene.plain("DATE", self.reference.name)


@dataclass(frozen=True, slots=True)
class SomeDay:
    """One day, of what is to come: "it will one day reopen"."""

    def read(self, scene: Scene) -> Reading | None:
        """FUTURE_REF; elsewhere it is a duration or begins a tale."""
        ahead = scene.before("some_day") or scene.tenses.at(scene.end - 1) == "future"
        return scene.plain("DATE", "FUTURE_REF") if ahead else None


@dataclass(frozen=True, slots=True)
class Recent:
    """Recent days, weeks, months, years: behind us, nobody says how far."""

    unit: Word

    def read(self, scene: Scene) -> Reading | None:
        """PAST_REF, as in TimeBank."""
        return scene.plain("DATE", "PAST_REF") if scene.holds("plural_units", self.unit.lower) else None


@dataclass(frozen=True, slots=True)
class Deictic:
    """Today, yesterday, the day after tomorrow."""

    deictic: Word

    def read(self, scene: Scene) -> Reading | None:
        """So many days from publication; "today's youth" is the present."""
        if self.deictic.text[0].isupper() and is_inside_name(scene):
            return None  # USA Today, the Today programme
        owner = _POSSESSIVE.match(scene.text, scene.end)
        generic = owner and scene.lexicon.context.after("generic", scene.text, owner.end())
        if self.deictic.lower == "today" and generic:
            return scene.plain("DATE", "PRESENT_REF")
        if scene.published is None:
            return scene.plain("DATE", "XXXX-XX-XX")
        spoken = scene.quoted.at(scene.start) or scene.published
        return scene.dated(periods.around("day", spoken, self.deictic.number), anchor=spoken)
