"""Annotated articles as examples: what the rules propose for each cue, and how right each candidate is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotations import Annotations, Block
from extractor.engine import Engine
from extractor.evaluate.gold import GoldArticle, GoldAttribution, Stretch
from extractor.language.resources import Resources
from extractor.matchers import cues, quotations
from extractor.matchers.attributions.candidates import Candidate
from extractor.matchers.attributions.decision import jaccard
from extractor.matchers.attributions.discourse import Discourse, DiscourseWords
from extractor.matchers.attributions.proposals import Proposal, propose
from extractor.text.columns import text_of
from extractor.text.layout import Structure
from extractor.text.parsed import Parsed
from extractor.text.ranges import Ranges, union

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SAME = 0.5
"""Jaccard similarity from which two spans are taken for the same."""


class Marked(NamedTuple):
    """A gold attribution as tokens."""

    cue: Ranges
    content: Ranges
    source: Ranges


@dataclass(frozen=True, slots=True)
class Example:
    """One article.

    Attributes:
        proposals: Every cue with its candidates.
        rightness: For every candidate of every proposal a number from 0 (wrong) to 1 (content and source exactly right).
        gold: The attributions people marked.
    """

    parsed: Discourse
    proposals: list[Proposal]
    rightness: list[list[float]]
    gold: list[Marked]


class ExampleReader:
    """Runs the rules over annotated articles."""

    def __init__(self, engine: Engine, resources: Resources) -> None:
        self._engine = engine
        self._structure = Structure(resources)
        self._quotations = quotations.compile_matcher(resources)
        self._cues = cues.compile_matcher(resources)
        self._words = DiscourseWords.read(resources)

    def read(self, articles: Sequence[GoldArticle]) -> list[Example]:
        """The examples in the order of the articles."""
        blocks = [self._structure.blocks(gold.article.text) for gold in articles]
        texts = (
            (gold.article.text, self._structure.sentence_starts(gold.article.text, layout), (gold, layout))
            for gold, layout in zip(articles, blocks, strict=True)
        )
        return [
            self._example(doc, layout, gold.attributions or ())
            for doc, (gold, layout) in self._engine.parse(texts)
        ]

    def _example(self, doc: Doc, blocks: tuple[Block, ...], gold: Iterable[GoldAttribution]) -> Example:
        quotations = self._quotations(text_of(doc), blocks)
        plain = Parsed(doc, blocks, quotations)
        cues = self._cues(plain, Annotations(blocks=blocks, quotations=quotations))
        parsed = Discourse(plain, cues, self._words)
        marked = [
            Marked(*(_tokens(parsed, spans) for spans in (one.cue, one.content, one.source)))
            for one in gold
            if not one.carried
        ]
        proposals = list(propose(parsed, cues))
        return Example(parsed, proposals, _rightness(parsed, proposals, marked), marked)


def is_right(parsed: Discourse, candidate: Candidate, gold: Marked) -> bool:
    """Whether content and source of a candidate match the gold ones by half; an empty source only matches an empty one."""
    return (
        jaccard(parsed, gold.content, candidate.content.tokens) >= _SAME
        and jaccard(parsed, gold.source, candidate.source.tokens) >= _SAME
    )


def _rightness(
    parsed: Discourse, proposals: Sequence[Proposal], marked: Iterable[Marked]
) -> list[list[float]]:
    """How right each candidate is: its likeness to the gold attribution of its own cue.

    Another cue's candidate may say the same thing ("said, adding [that …]"); it counts only where the gold cue has none.
    """
    rightness = [[0.0] * len(proposal.candidates) for proposal in proposals]
    by_block: dict[int, list[int]] = {}
    for number, proposal in enumerate(proposals):
        for block in {b for c in proposal.candidates for b in _blocks(parsed, c.content.tokens)}:
            by_block.setdefault(block, []).append(number)
    for gold in marked:
        near = sorted(
            {number for block in _blocks(parsed, gold.content) for number in by_block.get(block, ())}
        )
        found = [
            (number, place, _likeness(parsed, candidate, gold))
            for number in near
            for place, candidate in enumerate(proposals[number].candidates)
            if is_right(parsed, candidate, gold)
        ]
        own = [one for one in found if _overlap(proposals[one[0]].cue.tokens, gold.cue)]
        for number, place, likeness in own or found:
            rightness[number][place] = max(rightness[number][place], likeness)
    return rightness


def _likeness(parsed: Discourse, candidate: Candidate, gold: Marked) -> float:
    content = jaccard(parsed, gold.content, candidate.content.tokens)
    return content * (1 + jaccard(parsed, gold.source, candidate.source.tokens)) / 2


def _overlap(one: Ranges, other: Ranges) -> bool:
    return any(start < high and low < end for start, end in one for low, high in other)


def _blocks(parsed: Discourse, tokens: Ranges) -> list[int]:
    return sorted(
        {b for start, end in tokens for b in range(parsed.block_of[start], parsed.block_of[end - 1] + 1)}
    )


def _tokens(parsed: Discourse, stretches: Iterable[Stretch]) -> Ranges:
    """The tokens that share a character with the stretches."""
    found = [(bisect_right(parsed.end, start), bisect_left(parsed.start, end)) for start, end in stretches]
    return union(found)
