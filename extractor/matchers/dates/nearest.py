"""Which year an expression without one lies in: the tense decides, within what a writer may leave unsaid.

A writer leaves the year out only near publication. A month-day eleven months back and three weeks ahead is
the coming one even under a verb in the past ("invited them to a ceremony on March 12").
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from extractor.matchers.dates.reading import Scene
from extractor.text.tense import Tense

Pointing = Tense | Literal["since"] | None
"""Where an expression points: by its verb, or surely back."""

_FAR, _NEAR = 320, 45
_UNDECIDED, _HALF_YEAR = 100, 183
_TOLD_DAYS = 7
_TOMORROW, _IN_TWO_DAYS = 6, 5  # days back to the weekday of the same name
_OWNER = re.compile(r"\w+['’]s\b")
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midnight)(?:\s[A-Z]{2,4})?,?\s(?:on\s)?"
_BEFORE = re.compile(
    rf"\b(since|until|till|by|from|through)\s{{1,2}}(?:the\s|early\s|late\s|mid[- ])?(?:{_CLOCK})?$",
    re.IGNORECASE,
)


def direction(scene: Scene, start: int) -> Pointing:
    """Past or future by the preposition ("since") or else by the governing verb.

    What was put off "until March" in the past may lie ahead: the nearer March tells.
    """
    word = preposition(scene.text, start)
    if word == "since":
        return "since"
    tense = scene.tense(start)
    return None if tense == "past" and word in scene.lexicon.lists["bounding"] else tense


def preposition(text: str, start: int) -> str | None:
    """The bounding preposition right before the offset."""
    found = _BEFORE.search(text[max(0, start - 40) : start])
    return found[1].lower() if found else None


def weekday_direction(scene: Scene, start: int, weekday: int, back: int) -> Tense | None:
    """Past or future for a weekday that lay ``back`` days before publication.

    "until Friday" points to the nearer Friday unless the verb looks ahead or puts something off. The name of tomorrow
    is tomorrow even under a verb in the past: of what lies six days back a writer says "last Tuesday", while a story
    is stamped on its eve or in another time zone ("the minister flew out Tuesday", told on Monday).
    """
    word = preposition(scene.text, start)
    if word == "since":
        return "past"
    tense = scene.tense(weekday)
    if back == _TOMORROW or (back == _IN_TWO_DAYS and tense is None and _owns(scene.text, weekday)):
        return "future"
    if tense == "present":
        tense = "future"
    if word in scene.lexicon.lists["bounding"] and tense != "future":
        deferred = word != "by" and scene.tenses.defers(weekday)
        return "future" if deferred or back > 7 - back else "past"
    return tense


def _owns(text: str, start: int) -> bool:
    """Whether the weekday is that of an event, which no verb places: "Saturday's caucus"."""
    return bool(_OWNER.match(text, start))


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


def told_day(scene: Scene, start: int) -> dt.date | None:
    """The day a report tells of when its verb is in the past: the last one mentioned, if it is of this week."""
    day = scene.latest.get("day")
    if day is None or scene.published is None or scene.tense(start) != "past":
        return None
    return day.first if 0 <= (scene.published - day.first).days <= _TOLD_DAYS else None
