"""Which year an expression without one lies in: the tense decides, within what a writer may leave unsaid.

A writer leaves the year out only near publication. A month-day eleven months back and three weeks ahead is
the coming one even under a verb in the past ("invited them to a ceremony on March 12").
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from extractor.matchers.dates.reading import Scene
from extractor.matchers.dates.tense import Tense

Pointing = Tense | Literal["since"] | None
"""Where an expression points: by its verb, or surely back."""

_FAR, _NEAR = 300, 65
_UNDECIDED = 100
_BEFORE = re.compile(r"\b(since|until|till|by|from)\s{1,2}(?:the\s|early\s|late\s|mid[- ])?$", re.IGNORECASE)


def direction(scene: Scene, start: int) -> Pointing:
    """Past or future by the preposition ("since") or else by the governing verb."""
    return "since" if preposition(scene.text, start) == "since" else scene.tense(start)


def preposition(text: str, start: int) -> str | None:
    """The bounding preposition right before the offset."""
    found = _BEFORE.search(text[max(0, start - 16) : start])
    return found[1].lower() if found else None


def weekday_direction(scene: Scene, start: int, weekday: int, back: int) -> Tense | None:
    """Past or future for a weekday that lay ``back`` days before publication.

    "until Friday" points to the nearer Friday unless the verb looks ahead or puts something off.
    """
    word = preposition(scene.text, start)
    if word == "since":
        return "past"
    tense = scene.tense(weekday)
    if tense == "present":
        tense = "future"
    if word in {"until", "till", "by"} and tense != "future":
        deferred = word != "by" and scene.tenses.defers(weekday)
        return "future" if deferred or back > 7 - back else "past"
    return tense


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
        return future if ahead < back and ahead <= _UNDECIDED else past
    return future if pointing == "future" else past
