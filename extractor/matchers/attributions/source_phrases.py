"""The words of a source: a noun phrase with and without the clause at its end, in whole words, without what is glued to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Range, without

_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_NAMES = frozenset({"NNP", "NNPS"})
_ORGANISATIONS = frozenset({"ORG", "GPE", "NORP"})
_JOINED = frozenset({"appos", "conj"})
_HYPHENS = frozenset({"-", "‐", "‑"})


def with_and_without_clause(parsed: Discourse, path: str, head: int, cue: int) -> Iterator[Source]:
    """The whole phrase, and the phrase without the clause or circumstance at its end ("who …", "in a speech")."""
    start, end = parsed.subtree(head)
    if start <= cue < end:  # the cue itself modifies the phrase: only the part on the head's side of it
        start, end = (start, cue) if head < cue else (cue + 1, end)
    start, end = after_time(parsed, after_quotation(parsed, (start, end), head))
    whole = _in_whole_words(
        parsed, (front(parsed, start, cue), _before_verb(parsed, (start, end), head)), cue
    )
    clause = _clause_of(parsed, head, cue)
    yield Source(path, (whole,), head, clause)
    if clause >= 0 and (bare := without((whole,), [parsed.subtree(clause)])):
        yield Source(f"{path}-clause", bare, head, clause)


def front(parsed: Discourse, start: int, cue: int) -> int:
    """Where a phrase begins whose article or name the parse has hung to its verb: "[Norbank] chief executive Eva Ruiz says"."""
    before = start - 1
    if before < 0 or before == cue or parsed.head[before] != cue:
        return start
    if any(parsed.dep[child] != "punct" for child in parsed.children[before]):
        return start
    named = (
        parsed.tag[before] in _NAMES
        and parsed.entity[before] in _ORGANISATIONS
        and parsed.word[start].islower()
    )
    return before if named or (parsed.dep[before] == "det" and start < cue) else start


def _before_verb(parsed: Discourse, phrase: Range, head: int) -> int:
    """Where a phrase ends that the parse has run on into its own verb of saying: "[Ana Ruiz, a nurse], states, adding"."""
    last = phrase[1] - 1
    while last > head and not parsed.is_word[last]:
        last -= 1
    runs_on = last - 1 > head and parsed.is_strong[last] and parsed.dep[last] in _JOINED
    return last if runs_on and parsed.lower[last].endswith("s") else phrase[1]


def _clause_of(parsed: Discourse, head: int, cue: int) -> int:
    """The verb of the clause that ends a phrase, also deep in it ("Ana Ruiz, a nurse at a ward [which …]"), or -1."""
    token, end = head, parsed.right[head]
    while True:
        child = next(
            (c for c in reversed(parsed.children[token]) if c > token and parsed.dep[c] != "punct"), -1
        )
        if child < 0 or (token != head and parsed.right[child] < end - 1):
            return -1
        if parsed.dep[child] in _CLAUSES or (token == head and _is_circumstance(parsed, head, child)):
            return -1 if parsed.left[child] <= cue < parsed.right[child] else child
        token = child


def _is_circumstance(parsed: Discourse, head: int, child: int) -> bool:
    """Whether a name is followed by how or where it spoke rather than by what it is part of: "Ana Ruiz in her speech"."""
    return parsed.pos[head] == "PROPN" and parsed.dep[child] == "prep" and parsed.lower[child] != "of"


def after_quotation(parsed: Discourse, phrase: Range, head: int) -> Range:
    """The phrase without a quotation that the parse has glued to its front: " "…," [Ana Ruiz, 40,] told"."""
    start, end = phrase
    number = parsed.quote_of[start]
    if number < 0 or parsed.quoted(head) or not parsed.speech[number]:
        return phrase
    after = parsed.quotes[number][1]
    return (after, end) if after <= head else phrase


def after_time(parsed: Discourse, phrase: Range) -> Range:
    """The phrase without the time of an entry at the start of its paragraph: "08.40 [Union]: …", "[00:01:12] [Ana Ruiz]: …"."""
    start, end = phrase
    if parsed.word[start] == "[" and start + 3 < end and parsed.word[start + 2] == "]":
        return (start + 3, end) if _CLOCK.match(parsed.word[start + 1]) else phrase
    opens = start == parsed.blocks[parsed.block_of[start]][0] and start + 1 < end
    return (start + 1, end) if opens and _CLOCK.fullmatch(parsed.word[start]) else phrase


def _in_whole_words(parsed: Discourse, phrase: Range, cue: int) -> Range:
    """The phrase with the other half of a hyphened word that the parse has cut in two: "co-|host Pip Maes", "ex-|mayor"."""
    start, end = phrase
    while _joins(parsed, start - 1) and start - 2 != cue:
        left = parsed.left[start - 2]
        start = start - 2 if left <= cue < start else left
    cut = end
    while _joins(parsed, end) and end + 1 != cue:
        end += 2
    while cut < end < parsed.size and parsed.pos[end] == "PROPN" and end != cue:
        end += 1
    return start, end


def _joins(parsed: Discourse, token: int) -> bool:
    """Whether a token is a hyphen inside a word: "co-host"."""
    inside = 0 < token < parsed.size - 1 and parsed.word[token] in _HYPHENS
    return (
        inside
        and parsed.end[token - 1] == parsed.start[token]
        and parsed.end[token] == parsed.start[token + 1]
    )
