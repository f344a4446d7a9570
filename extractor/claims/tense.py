"""Whether the verb above a date bears out the reading of it: "in November" of a claim about to come is not last November.

A weekday or a month without a year is read by tense and nearness, and where the verb says neither, that is a guess: good enough
for a record that names its anchor, not for words put into somebody's claim.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.annotations import Timex

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMB = 12
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_ATTRIBUTIVE = frozenset({"compound", "nmod", "amod", "nummod", "poss", "npadvmod", "appos"})
_DAYS_OF_MONTHS = frozenset({"month-day", "day-month"})
"""Rules whose days may come in any present tense: "before the vote on Feb. 27 she leads"."""
_AUXILIARY = frozenset({"aux", "auxpass"})
_PRESENT = frozenset({"VBZ", "VBP"})


def is_now(token: Token) -> bool:
    """Whether the verb above "today" tells of our time rather than of a day: "the mills that run today"."""
    times = _times(token)
    return times is not None and not times & {"past", "future"}


def bears_out(token: Token, timex: Timex, published: dt.date) -> bool:
    """Whether the tense above a date's first token goes with a reading before or after the day of publication."""
    if token.dep_ in _ATTRIBUTIVE and token.head.pos_ in ("NOUN", "PROPN"):
        return False  # "the Oct. 4 election", "his address Sunday" may be over or to come
    times = _times(token)
    if times is None:
        return True  # no verb, no tense: a headline or a list
    if timex.end is not None and timex.end < published:
        return "past" in times
    first = timex.begin or timex.end
    coming = first is not None and first > published
    told = {"future", "present"} if timex.rule in _DAYS_OF_MONTHS or _is_scheduled(token) else {"future"}
    return not coming or bool(told & times)


def _is_scheduled(token: Token) -> bool:
    """ "The mill closes on Friday", but not "leads after a loss on Friday", "is neutral on Friday" or "they close on Fridays"."""
    above = token.head.head if token.head.pos_ == "ADP" else token.head
    return above.tag_ == "VBZ" and above.lemma_ != "be"


def _times(token: Token) -> set[str] | None:
    """What the nearest verb with a tense tells, nothing for "would"; None where there is no verb above."""
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX") and (times := _of_verb(token)) is not None:
            return times
        if token.head.i == token.i:
            break
        token = token.head
    return None


def _of_verb(verb: Token) -> set[str] | None:
    """The times a verb and its auxiliaries speak of; None for participles, whose time the verb above tells."""
    if any(child.tag_ == "TO" for child in verb.children):
        return set()  # "were likely to vote in November"
    helpers = [child for child in verb.children if child.dep_ in _AUXILIARY]
    words, tags = {helper.lower_ for helper in helpers}, {helper.tag_ for helper in helpers}
    if words & _FUTURE:
        return {"future"}
    if "MD" in tags:
        return set()
    if verb.tag_ == "VBD" or tags & {"VBD"}:
        return {"past"}
    if verb.tag_ == "VBN":  # "has met on Monday", "released on Monday", but "is expected on Monday"
        return (
            {"present"}
            if tags & _PRESENT and not words & {"has", "have", "'ve", "’ve", "'s", "’s"}
            else {"past"}
        )
    if verb.tag_ == "VB" and verb.dep_ != "conj":
        return set()  # "Not only can they win in November", "Meet us on Friday"
    return {"present"} if verb.tag_ in _PRESENT or tags & _PRESENT else None
