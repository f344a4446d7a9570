"""Whether the verb above a date bears out the reading of it: "in November" of a claim about to come is not last November.

A weekday or a month without a year is read by tense and nearness, and where the verb says neither, that is a guess: good enough
for a record that names its anchor, not for words put into somebody's claim.
"""

from __future__ import annotations

import datetime as dt

from extractor.annotations import Timex
from extractor.text.parsed import Parsed
from extractor.text.tense import Tenses

_ATTRIBUTIVE = frozenset({"compound", "nmod", "amod", "nummod", "poss", "npadvmod", "appos"})
_DAYS_OF_MONTHS = frozenset({"month-day", "day-month"})
"""Rules whose days may come in any present tense: "before the vote on Feb. 27 she leads"."""


def is_now(tenses: Tenses, token: int) -> bool:
    """Whether the verb above "today" tells of our time rather than of a day: "the mills that run today"."""
    told = tenses.told(token)
    return told is not None and not told & {"past", "future"}


def bears_out(parsed: Parsed, tenses: Tenses, token: int, timex: Timex, published: dt.date) -> bool:
    """Whether the tense above a date's first token goes with a reading before or after the day of publication."""
    if parsed.dep[token] in _ATTRIBUTIVE and parsed.pos[parsed.head[token]] in ("NOUN", "PROPN"):
        return False  # "the Oct. 4 election", "his address Sunday" may be over or to come
    told = tenses.told(token)
    if told is None:
        return True  # no verb, no tense: a headline or a list
    if timex.end is not None and timex.end < published:
        return "past" in told
    first = timex.begin or timex.end
    if first is None or first <= published:
        return True
    anyhow = timex.rule in _DAYS_OF_MONTHS or _is_scheduled(parsed, token)
    return "future" in told or (anyhow and "present" in told)


def _is_scheduled(parsed: Parsed, token: int) -> bool:
    """ "The mill closes on Friday", but not "leads after a loss on Friday", "is neutral on Friday" or "they close on Fridays"."""
    above = parsed.head[token]
    above = parsed.head[above] if parsed.pos[above] == "ADP" else above
    return parsed.tag[above] == "VBZ" and parsed.lemma[above] != "be"
