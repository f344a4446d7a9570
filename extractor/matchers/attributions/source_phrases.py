"""The words of a source: a noun phrase with and without the clause at its end, in whole words, without what is glued to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.ranges import Range, without
from extractor.matchers.attributions.view import View

_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_HYPHENS = frozenset({"-", "‐", "‑"})


def with_and_without_clause(view: View, path: str, head: int, cue: int) -> Iterator[Source]:
    """The whole phrase, and the phrase without the clause or circumstance at its end ("who …", "in a speech")."""
    start, end = view.subtree(head)
    if start <= cue < end:  # the cue itself modifies the phrase: only the part on the head's side of it
        start, end = (start, cue) if head < cue else (cue + 1, end)
    whole = _in_whole_words(view, after_time(view, _after_quotation(view, (start, end), head)), cue)
    clause = _clause_of(view, head, cue)
    yield Source(path, (whole,), head, clause)
    if clause >= 0 and (bare := without((whole,), [view.subtree(clause)])):
        yield Source(f"{path}-clause", bare, head, clause)


def _clause_of(view: View, head: int, cue: int) -> int:
    """The verb of the clause that ends a phrase, also deep in it ("Ana Ruiz, a nurse at a ward [which …]"), or -1."""
    token, end = head, view.right[head]
    while True:
        child = next((c for c in reversed(view.children[token]) if c > token and view.deps[c] != "punct"), -1)
        if child < 0 or (token != head and view.right[child] < end - 1):
            return -1
        if view.deps[child] in _CLAUSES or (token == head and _is_circumstance(view, head, child)):
            return -1 if view.left[child] <= cue < view.right[child] else child
        token = child


def _is_circumstance(view: View, head: int, child: int) -> bool:
    """Whether a name is followed by how or where it spoke rather than by what it is part of: "Ana Ruiz in her speech"."""
    return view.pos[head] == "PROPN" and view.deps[child] == "prep" and view.lower[child] != "of"


def _after_quotation(view: View, phrase: Range, head: int) -> Range:
    """The phrase without a quotation that the parse has glued to its front: " "…," [Ana Ruiz, 40,] told"."""
    start, end = phrase
    number = view.quote_of[start]
    if number < 0 or view.quoted(head) or not view.speech[number]:
        return phrase
    after = view.quotes[number][1]
    return (after, end) if after <= head else phrase


def after_time(view: View, phrase: Range) -> Range:
    """The phrase without the time of a live entry at the start of its paragraph: "08.40 [Union]: …"."""
    start, end = phrase
    opens = start == view.blocks[view.block_of[start]][0] and start + 1 < end
    return (start + 1, end) if opens and _CLOCK.fullmatch(view.texts[start]) else phrase


def _in_whole_words(view: View, phrase: Range, cue: int) -> Range:
    """The phrase with the other half of a hyphened word that the parse has cut in two: "co-|host Pip Maes", "ex-|mayor"."""
    start, end = phrase
    while _joins(view, start - 1) and start - 2 != cue:
        left = view.left[start - 2]
        start = start - 2 if left <= cue < start else left
    cut = end
    while _joins(view, end) and end + 1 != cue:
        end += 2
    while cut < end < view.size and view.pos[end] == "PROPN" and end != cue:
        end += 1
    return start, end


def _joins(view: View, token: int) -> bool:
    """Whether a token is a hyphen inside a word: "co-host"."""
    inside = 0 < token < view.size - 1 and view.texts[token] in _HYPHENS
    return (
        inside and view.ends[token - 1] == view.offsets[token] and view.ends[token] == view.offsets[token + 1]
    )
