"""Contents of cues that are not verbs: nouns, "according to", adverbs, colons and dashes."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Range, union, without

_MOST_BEFORE = 16
_LONGEST_TURN = 600
"""Tokens after which a speaker's turn in a transcript is no longer followed."""
_CLAUSE_TOPS = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis"})


def noun_contents(parsed: Discourse, noun: int) -> Iterator[Content]:
    """ "her claim [that …]", "allegations of [fraud]", "the question is [whether …]", "made threats [to leave]"."""
    for child in parsed.children[noun]:
        dep = parsed.dep[child]
        if dep in ("acl", "relcl", "ccomp", "appos"):
            yield Content(f"noun_{dep}", (parsed.subtree(child),), child)
        elif dep == "prep" and child + 1 < parsed.right[child]:
            yield Content(f"noun_prep:{parsed.lower[child]}", ((child + 1, parsed.right[child]),), child)
    head, dep = parsed.head[noun], parsed.dep[noun]
    if head == noun or parsed.pos[head] not in ("VERB", "AUX"):
        return
    for child in parsed.children[head]:
        child_dep = parsed.dep[child]
        if (
            dep in ("dobj", "attr", "pobj", "oprd")
            and child > noun
            and child_dep in ("xcomp", "advcl", "ccomp")
        ):
            yield Content(f"noun_verb_{child_dep}", (parsed.subtree(child),), child)
        elif dep == "dobj" and child > noun and child_dep == "prep" and child + 1 < parsed.right[child]:
            yield Content(f"noun_verb_prep:{parsed.lower[child]}", ((child + 1, parsed.right[child]),), child)
        elif dep == "nsubj" and child > head and child_dep in ("ccomp", "attr", "xcomp", "acomp"):
            yield Content(f"copula_{child_dep}", (parsed.subtree(child),), child)
        elif dep == "attr" and child_dep in ("nsubj", "csubj"):
            yield Content("copula_subject", (parsed.subtree(child),), child)


def phrase_contents(parsed: Discourse, phrase: Range, last: int) -> Iterator[Content]:
    """ "According to X, [taxes rose]": the sentence or clause the phrase stands in, before, after or around it."""
    start, end = after_connective(parsed, parsed.sentence[last])
    top = next((t for t in range(*phrase) if not phrase[0] <= parsed.head[t] < phrase[1]), last)
    low, high = parsed.subtree(top)
    own = union([phrase, (low, high)]) if high - low < end - start else (phrase,)
    yield Content("phrase_sentence", without(((start, end),), own), parsed.head[top])
    left, right = own[0][0], own[-1][1]
    if start < left and right < end:
        yield Content("phrase_before", ((start, left),))
        yield Content("phrase_after", ((right, end),))
    head = parsed.head[top]
    if head != top:
        yield Content("phrase_head", without((parsed.subtree(head),), own), head)
        clause = head
        while parsed.head[clause] != clause and parsed.dep[clause] not in _CLAUSE_TOPS:
            clause = parsed.head[clause]
        if clause != head:
            yield Content("phrase_clause", without((parsed.subtree(clause),), own), clause)


def adverb_contents(parsed: Discourse, adverb: int) -> Iterator[Content]:
    """ "[The plant] reportedly [closed]": its sentence, or the phrase it modifies."""
    start, end = parsed.sentence[adverb]
    yield Content("adverb_sentence", without(((start, end),), [(adverb, adverb + 1)]))
    head = parsed.head[adverb]
    yield Content("adverb_head", without((parsed.subtree(head),), [(adverb, adverb + 1)]), head)


def colon_contents(parsed: Discourse, mark: int) -> Iterator[Content]:
    """ "MINISTER: [Taxes will fall.]": quotations after the colon, the sentence, the rest of the block."""
    end = parsed.blocks[parsed.block_of[mark]][1]
    after = [n for n in parsed.quotes_near(mark) if parsed.quotes[n][0] > mark]
    if after:
        yield Content("colon_quotes", tuple(parsed.quotes[n] for n in after))
        yield Content("colon_quote", (parsed.quotes[after[0]],))
    if mark + 1 < end:
        yield Content("colon_block", ((mark + 1, end),))
        yield Content("colon_sentence", ((mark + 1, max(parsed.sentence[mark][1], mark + 2)),))
        next_turn = _next_turn(parsed, mark, end)
        if next_turn:
            yield Content("colon_turn", ((mark + 1, next_turn),))


def dash_contents(parsed: Discourse, mark: int) -> Iterator[Content]:
    """ "[Taxes will fall] – minister": what the block or the one above holds before the dash."""
    block = parsed.block_of[mark]
    start = parsed.blocks[block][0]
    while block > 0 and parsed.words_before[mark] == parsed.words_before[start]:
        block -= 1
        start = parsed.blocks[block][0]
    if start < mark:
        yield Content("dash_block", ((start, mark),))
    numbers = (
        parsed.quotes_in_block[block][-_MOST_BEFORE:]
        if block != parsed.block_of[mark]
        else parsed.quotes_near(mark)
    )
    before = [parsed.quotes[n] for n in numbers if parsed.quotes[n][1] <= mark]
    if before:
        yield Content("dash_quotes", tuple(before))


def after_connective(parsed: Discourse, sentence: Range) -> Range:
    """A sentence without the "However," or "But" that links it to the one before."""
    start, end = sentence
    if start + 1 < end and parsed.dep[start] == "cc":
        return start + 1, end
    if start + 2 < end and parsed.dep[start] == "advmod" and parsed.lower[start + 1] == ",":
        return start + 2, end
    return sentence


def _next_turn(parsed: Discourse, mark: int, end: int) -> int | None:
    """Where the next speaker of a transcript begins: the capitals before the next colon."""
    for token in range(mark + 2, min(end, mark + _LONGEST_TURN)):
        if (
            parsed.lower[token] == ":"
            and parsed.word[token - 1].isupper()
            and len(parsed.word[token - 1]) > 2
        ):
            start = token - 1
            while start - 1 > mark and parsed.word[start - 1].isupper():
                start -= 1
            return start
    return None
