"""Verbs of saying that the tagger takes for plural nouns ("notes", "claims", "fumes"), known by their place beside a quotation.

`"It is a farce," the minister fumes.` / `The minister notes: "It is late."` / `"It is late," notes the minister.`
"""

from __future__ import annotations

from extractor.text.parsed import Parsed
from extractor.text.ranges import Range

_LONGEST = 10
"""Tokens of a speaker between a quotation and the verb."""
_ENDS = frozenset({".", ",", ";", ":", "-", "–", "—"})
_LEADS = frozenset({",", ":"})
_VERBS = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})


def speaker_beside(parsed: Parsed, token: int) -> Range | None:
    """Who speaks by a plural noun that stands where a verb does, None where it does not."""
    if parsed.tag[token] not in ("NNS", "NNPS") or parsed.quote_of[token] >= 0:
        return None
    start, end = parsed.blocks[parsed.block_of[token]]
    return (
        _before_quotation(parsed, token, end)
        or _behind_quotation(parsed, token, start, end)
        or _after_verb(parsed, token, start, end)
    )


def taken_for_auxiliary(parsed: Parsed, token: int) -> bool:
    """Whether a full verb behind its subject was taken for the auxiliary of the next: "which officials [say] killed 40"."""
    if parsed.dep[token] != "aux" or parsed.tag[token] not in _FINITE:
        return False
    head = parsed.head[token]
    return token < head and any(
        parsed.dep[child] == "nsubj" and parsed.right[child] == token for child in parsed.children[head]
    )


def _before_quotation(parsed: Parsed, token: int, end: int) -> Range | None:
    """Before the quotation, as in `The minister notes: "…"`."""
    if token + 2 >= end or parsed.word[token + 1] not in _LEADS or parsed.quote_of[token + 2] < 0:
        return None
    return _phrase(parsed, parsed.sentence[token][0], token)


def _behind_quotation(parsed: Parsed, token: int, start: int, end: int) -> Range | None:
    """Behind the speaker, as in `"…," the minister notes`."""
    low = next((t for t in range(token - 1, max(start, token - _LONGEST) - 1, -1) if _closes(parsed, t)), -1)
    if low < 0 or low + 1 == token or not _ends_here(parsed, token + 1, end):
        return None
    return _phrase(parsed, low + 1, token)


def _after_verb(parsed: Parsed, token: int, start: int, end: int) -> Range | None:
    """Before the speaker, as in `"…," notes the minister`."""
    if token == start or not _closes(parsed, token - 1):
        return None
    most = min(end, token + 1 + _LONGEST)
    return _phrase(
        parsed, token + 1, next((t for t in range(token + 1, most) if parsed.word[t] in _ENDS), most)
    )


def _closes(parsed: Parsed, token: int) -> bool:
    """Whether a token ends a quotation that is not the end of its sentence."""
    number = parsed.quote_of[token]
    if number < 0 or parsed.quotes[number][1] != token + 1:
        return False
    inner = parsed.quotations[number].inner
    return parsed.text[inner.start : inner.end].rstrip()[-1:] in ",?!"


def _ends_here(parsed: Parsed, token: int, end: int) -> bool:
    return token >= end or parsed.word[token] in _ENDS


def _phrase(parsed: Parsed, start: int, end: int) -> Range | None:
    """A stretch of words that may be a name or noun phrase."""
    words = range(start, end)
    if not any(parsed.pos[t] in _NOMINALS for t in words) or any(parsed.pos[t] in _VERBS for t in words):
        return None
    return (start, end) if len(words) <= _LONGEST and parsed.lower[end - 1] != "'s" else None
