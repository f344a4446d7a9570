"""Sources by their place alone, for sentences whose parse failed."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.source_phrases import after_quotation, front
from extractor.text.speaking import speaker_beside

_NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
_OPENING = _NOMINALS | {"DET", "ADJ", "NUM"}
"""Parts of speech with which a noun phrase begins."""
_PARTS = frozenset({"compound", "poss", "pobj", "dobj", "appos", "nmod"})
"""Labels of nominals inside a larger noun phrase."""
_CLAUSES = frozenset({"acl", "relcl"})
_LONGEST_BEHIND = 16
"""Words between a quotation and a cue that may be its source."""


def nearest(parsed: Discourse, verb: int) -> Iterator[Source]:
    """The nearest nominal on each side, for sentences whose parse failed: "…," said the mayor of Tallinn."""
    start, end = parsed.sentence[verb]
    for token in range(verb + 1, min(end, verb + 7)):
        if parsed.pos[token] in _NOMINALS and not parsed.quoted(token):
            head = _phrase_head(parsed, token, verb + 1, end)
            low, high = parsed.subtree(head)
            yield Source("nearest_right", ((max(low, verb + 1), high),), head)
            break
    for token in range(verb - 1, max(start - 1, verb - 9), -1):
        if parsed.pos[token] in _NOMINALS and not parsed.quoted(token):
            head = _phrase_head(parsed, token, start, verb)
            low, high = parsed.subtree(head)
            low, high = after_quotation(parsed, (low, min(high, verb)), head)
            yield Source("nearest_left", ((front(parsed, low, verb), high),), head)
            break


def behind_quotation(parsed: Discourse, verb: int) -> Iterator[Source]:
    """What stands between a quotation and its cue, whatever the parse made of it: " "…," [Eva Ruiz, a nurse,] told KTA"."""
    start = parsed.sentence[verb][0]
    before = [
        n for n in parsed.quotes_near(verb) if parsed.speech[n] and start <= parsed.quotes[n][1] <= verb
    ]
    if not before:
        return
    phrase = parsed.trimmed(((parsed.quotes[before[-1]][1], verb),))
    words = parsed.words_before[verb] - parsed.words_before[parsed.quotes[before[-1]][1]]
    if phrase and words <= _LONGEST_BEHIND:
        head = next((t for t in range(*phrase[0]) if parsed.pos[t] in _NOMINALS), -1)
        if head >= 0 and parsed.pos[phrase[0][0]] in _OPENING:
            yield Source("behind_quotation", phrase, _phrase_head(parsed, head, *phrase[0]))


def misread_speaker(parsed: Discourse, verb: int) -> Source | None:
    """Who speaks by a verb that the tagger took for a plural noun; None for other verbs."""
    phrase = speaker_beside(parsed, verb)
    pieces = parsed.trimmed((phrase,)) if phrase else ()
    if not pieces:
        return None
    heads = [t for t in range(*pieces[0]) if parsed.pos[t] in _NOMINALS]
    preposition = next((t for t in range(*pieces[0]) if parsed.pos[t] == "ADP"), pieces[0][1])
    before = [t for t in heads if t < preposition]
    return Source("subject", pieces, (before or heads)[-1])


def _phrase_head(parsed: Discourse, token: int, start: int, end: int) -> int:
    """The head of the noun phrase a nominal is part of, not beyond a stretch of tokens."""
    while parsed.dep[token] in _PARTS:
        head = parsed.head[token]
        if parsed.pos[head] == "ADP":
            head = parsed.head[head]
        if parsed.dep[head] in _CLAUSES:  # "a minister, speaking on condition of anonymity, told"
            head = parsed.head[head]
        if not start <= head < end or parsed.pos[head] not in _NOMINALS:
            break
        token = head
    return token
