"""Sources by their place alone, for sentences whose parse failed."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.view import View

_NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
_OPENING = _NOMINALS | {"DET", "ADJ", "NUM"}
"""Parts of speech with which a noun phrase begins."""
_PARTS = frozenset({"compound", "poss", "pobj", "dobj", "appos", "nmod"})
"""Labels of nominals inside a larger noun phrase."""
_CLAUSES = frozenset({"acl", "relcl"})
_LONGEST_BEHIND = 16
"""Words between a quotation and a cue that may be its source."""


def nearest(view: View, verb: int) -> Iterator[Source]:
    """The nearest nominal on each side, for sentences whose parse failed: "…," said the mayor of Tallinn."""
    start, end = view.sentence[verb]
    for token in range(verb + 1, min(end, verb + 7)):
        if view.pos[token] in _NOMINALS and not view.quoted(token):
            head = _phrase_head(view, token, verb + 1, end)
            low, high = view.subtree(head)
            yield Source("nearest_right", ((max(low, verb + 1), high),), head)
            break
    for token in range(verb - 1, max(start - 1, verb - 9), -1):
        if view.pos[token] in _NOMINALS and not view.quoted(token):
            head = _phrase_head(view, token, start, verb)
            low, high = view.subtree(head)
            yield Source("nearest_left", ((low, min(high, verb)),), head)
            break


def behind_quotation(view: View, verb: int) -> Iterator[Source]:
    """What stands between a quotation and its cue, whatever the parse made of it: " "…," [Eva Ruiz, a nurse,] told KTA"."""
    start = view.sentence[verb][0]
    before = [n for n in view.quotes_near(verb) if view.speech[n] and start <= view.quotes[n][1] <= verb]
    if not before:
        return
    phrase = view.trimmed(((view.quotes[before[-1]][1], verb),))
    words = view.words_before[verb] - view.words_before[view.quotes[before[-1]][1]]
    if phrase and words <= _LONGEST_BEHIND:
        head = next((t for t in range(*phrase[0]) if view.pos[t] in _NOMINALS), -1)
        if head >= 0 and view.pos[phrase[0][0]] in _OPENING:
            yield Source("behind_quotation", phrase, _phrase_head(view, head, *phrase[0]))


def _phrase_head(view: View, token: int, start: int, end: int) -> int:
    """The head of the noun phrase a nominal is part of, not beyond a stretch of tokens."""
    while view.deps[token] in _PARTS:
        head = view.heads[token]
        if view.pos[head] == "ADP":
            head = view.heads[head]
        if view.deps[head] in _CLAUSES:  # "a minister, speaking on condition of anonymity, told"
            head = view.heads[head]
        if not start <= head < end or view.pos[head] not in _NOMINALS:
            break
        token = head
    return token
