"""What looks like a date and is none: verbs, names, counts of things."""

from __future__ import annotations

import re

from extractor.matchers.dates.reading import Scene, group

_VERB_OR_AUXILIARY = ("VB", "MD")
_PAUSE = re.compile(r"[(,;–—-]\s?$")
_NOUN_AFTER = re.compile(r"\s{1,2}([a-z]{2,20}s)\b")
_NUMBER_BEFORE = re.compile(r"(?:[$€£#№/:]|\bNo\.?\s|[A-Z]{1,3}-|\d[-.,])$")


def written_as_name(match: re.Match[str], name: str, scene: Scene) -> bool:
    """Whether a month or weekday is written and tagged as one: "may", "march", "sat", "sun" are not."""
    written = group(match, name) or ""
    if not written[:1].isupper():
        return False
    if written.lower().rstrip(".") not in scene.lexicon.ambiguous:
        return True
    start = match.start(name)
    if scene.before("title", start):
        return False
    return not scene.tenses.tag(start).startswith(_VERB_OR_AUXILIARY)


def _is_model(start: int, end: int, scene: Scene) -> bool:
    """Whether it is the year of a car: "a 1987 Chevrolet"; not "in 2019 Toyota said"."""
    return scene.lexicon.surroundings.after("year", scene.text, end) and not scene.before("make", start)


def is_count(start: int, end: int, scene: Scene) -> bool:
    """Whether four digits count things or name a model rather than a year."""
    text = scene.text
    before = text[max(0, start - 12) : start]
    if _NUMBER_BEFORE.search(before) or _is_model(start, end, scene):
        return True
    introduced = scene.before("year", start) or bool(_PAUSE.search(before))
    number = int(text[start:end])
    if number < 1500 or number > 2100:
        return True
    if not 1800 <= number <= 2050 and not introduced:
        return True
    noun = _NOUN_AFTER.match(text, end)
    if noun and not introduced and noun[1] not in scene.lexicon.surroundings.verbs["no_plurals"]:
        return scene.tenses.tag(noun.start(1)) in {"NNS", ""}
    return False
