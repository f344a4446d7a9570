"""A cue and its subject between two commas, known by their place: "The bridge, [said Ana Ruiz], would open in May".

The parse seldom survives them: it takes the bridge for the subject of "said", or Ana Ruiz for its object.
"""

from __future__ import annotations

from extractor.matchers.attributions.candidates import Content, Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.other_frames import after_connective
from extractor.text.ranges import Range

_FARTHEST_COMMA = 9
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_TIMES = frozenset({"DATE", "TIME"})


def insertion(parsed: Discourse, verb: int) -> tuple[Content, Source] | None:
    """The sentence around a strong verb and its subject, before or behind it, where it has its own verb behind them."""
    if not parsed.is_strong[verb] or not _is_finite(parsed, verb):
        return None
    start, end = after_connective(parsed, parsed.sentence[verb])
    first = _comma(parsed, range(verb - 1, max(start, verb - _FARTHEST_COMMA) - 1, -1))
    second = _comma(parsed, range(verb + 1, min(end, verb + _FARTHEST_COMMA)))
    # a finite verb before it makes a clause of its own, of which the parse tells where it ends
    if first <= start or second < 0 or parsed.finite_before[first] > parsed.finite_before[start]:
        return None
    goes_on = _next_verb(parsed, second + 1, end)
    subject = (first + 1, verb) if first + 1 < verb else (verb + 1, second)
    head = _head(parsed, subject)
    if goes_on < 0 or head < 0 or (subject[0] > verb and parsed.pos[subject[0]] == "ADP"):
        return None
    around = Content("host:inserted", ((start, first), (second + 1, end)), goes_on)
    return around, Source("subject", (subject,), head)


def _is_finite(parsed: Discourse, token: int) -> bool:
    return parsed.finite_before[token + 1] > parsed.finite_before[token]


def _comma(parsed: Discourse, places: range) -> int:
    """The first comma at these places, -1 if a quotation or nothing of the kind comes before it."""
    for place in places:
        if parsed.quote_of[place] >= 0:
            return -1
        if parsed.lower[place] == ",":
            return place
    return -1


def _next_verb(parsed: Discourse, token: int, end: int) -> int:
    """The main verb of a finite verb that comes next, but for an adverb; -1 without one."""
    while token < end and parsed.pos[token] == "ADV":
        token += 1
    if token >= end or not _is_finite(parsed, token):
        return -1
    return parsed.head[token] if parsed.dep[token] in ("aux", "auxpass") else token


def _head(parsed: Discourse, phrase: Range) -> int:
    """The last noun of a noun phrase before its first preposition; -1 for what is no noun phrase or tells a time."""
    tokens = range(*phrase)
    if any(
        parsed.pos[t] not in _PHRASE or parsed.tag[t] in _RELATIVE or parsed.entity[t] in _TIMES
        for t in tokens
    ):
        return -1
    preposition = next((t for t in tokens if parsed.pos[t] == "ADP"), phrase[1])
    return next((t for t in range(preposition - 1, phrase[0] - 1, -1) if parsed.pos[t] in _HEADS), -1)
