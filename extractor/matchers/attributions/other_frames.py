"""Contents of cues that are not verbs: nouns, "according to", adverbs, colons and dashes."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.ranges import Range, union, without
from extractor.matchers.attributions.view import View

_MOST_BEFORE = 16
_LONGEST_TURN = 600
"""Tokens after which a speaker's turn in a transcript is no longer followed."""
_CLAUSE_TOPS = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis"})


def noun_contents(view: View, noun: int) -> Iterator[Content]:
    """ "her claim [that …]", "allegations of [fraud]", "the question is [whether …]", "made threats [to leave]"."""
    for child in view.children[noun]:
        dep = view.deps[child]
        if dep in ("acl", "relcl", "ccomp", "appos"):
            yield Content(f"noun_{dep}", (view.subtree(child),), child)
        elif dep == "prep" and child + 1 < view.right[child]:
            yield Content(f"noun_prep:{view.lower[child]}", ((child + 1, view.right[child]),), child)
    head, dep = view.heads[noun], view.deps[noun]
    if head == noun or view.pos[head] not in ("VERB", "AUX"):
        return
    for child in view.children[head]:
        child_dep = view.deps[child]
        if (
            dep in ("dobj", "attr", "pobj", "oprd")
            and child > noun
            and child_dep in ("xcomp", "advcl", "ccomp")
        ):
            yield Content(f"noun_verb_{child_dep}", (view.subtree(child),), child)
        elif dep == "dobj" and child > noun and child_dep == "prep" and child + 1 < view.right[child]:
            yield Content(f"noun_verb_prep:{view.lower[child]}", ((child + 1, view.right[child]),), child)
        elif dep == "nsubj" and child > head and child_dep in ("ccomp", "attr", "xcomp", "acomp"):
            yield Content(f"copula_{child_dep}", (view.subtree(child),), child)
        elif dep == "attr" and child_dep in ("nsubj", "csubj"):
            yield Content("copula_subject", (view.subtree(child),), child)


def phrase_contents(view: View, phrase: Range, last: int) -> Iterator[Content]:
    """ "According to X, [taxes rose]": the sentence or clause the phrase stands in, before, after or around it."""
    start, end = after_connective(view, view.sentence[last])
    top = next((t for t in range(*phrase) if not phrase[0] <= view.heads[t] < phrase[1]), last)
    low, high = view.subtree(top)
    own = union([phrase, (low, high)]) if high - low < end - start else (phrase,)
    yield Content("phrase_sentence", without(((start, end),), own), view.heads[top])
    left, right = own[0][0], own[-1][1]
    if start < left and right < end:
        yield Content("phrase_before", ((start, left),))
        yield Content("phrase_after", ((right, end),))
    head = view.heads[top]
    if head != top:
        yield Content("phrase_head", without((view.subtree(head),), own), head)
        clause = head
        while view.heads[clause] != clause and view.deps[clause] not in _CLAUSE_TOPS:
            clause = view.heads[clause]
        if clause != head:
            yield Content("phrase_clause", without((view.subtree(clause),), own), clause)


def adverb_contents(view: View, adverb: int) -> Iterator[Content]:
    """ "[The plant] reportedly [closed]": its sentence, or the phrase it modifies."""
    start, end = view.sentence[adverb]
    yield Content("adverb_sentence", without(((start, end),), [(adverb, adverb + 1)]))
    head = view.heads[adverb]
    yield Content("adverb_head", without((view.subtree(head),), [(adverb, adverb + 1)]), head)


def colon_contents(view: View, mark: int) -> Iterator[Content]:
    """ "MINISTER: [Taxes will fall.]": quotations after the colon, the sentence, the rest of the block."""
    end = view.blocks[view.block_of[mark]][1]
    after = [n for n in view.quotes_near(mark) if view.quotes[n][0] > mark]
    if after:
        yield Content("colon_quotes", tuple(view.quotes[n] for n in after))
        yield Content("colon_quote", (view.quotes[after[0]],))
    if mark + 1 < end:
        yield Content("colon_block", ((mark + 1, end),))
        yield Content("colon_sentence", ((mark + 1, max(view.sentence[mark][1], mark + 2)),))
        next_turn = _next_turn(view, mark, end)
        if next_turn:
            yield Content("colon_turn", ((mark + 1, next_turn),))


def dash_contents(view: View, mark: int) -> Iterator[Content]:
    """ "[Taxes will fall] – minister": what the block or the one above holds before the dash."""
    block = view.block_of[mark]
    start = view.blocks[block][0]
    while block > 0 and view.words_before[mark] == view.words_before[start]:
        block -= 1
        start = view.blocks[block][0]
    if start < mark:
        yield Content("dash_block", ((start, mark),))
    numbers = (
        view.quotes_in_block[block][-_MOST_BEFORE:]
        if block != view.block_of[mark]
        else view.quotes_near(mark)
    )
    before = [view.quotes[n] for n in numbers if view.quotes[n][1] <= mark]
    if before:
        yield Content("dash_quotes", tuple(before))


def after_connective(view: View, sentence: Range) -> Range:
    """A sentence without the "However," or "But" that links it to the one before."""
    start, end = sentence
    if start + 1 < end and view.deps[start] == "cc":
        return start + 1, end
    if start + 2 < end and view.deps[start] == "advmod" and view.lower[start + 1] == ",":
        return start + 2, end
    return sentence


def _next_turn(view: View, mark: int, end: int) -> int | None:
    """Where the next speaker of a transcript begins: the capitals before the next colon."""
    for token in range(mark + 2, min(end, mark + _LONGEST_TURN)):
        if view.lower[token] == ":" and view.texts[token - 1].isupper() and len(view.texts[token - 1]) > 2:
            start = token - 1
            while start - 1 > mark and view.texts[start - 1].isupper():
                start -= 1
            return start
    return None
