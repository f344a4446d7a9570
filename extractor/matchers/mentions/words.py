"""One article as flat lists: what the mention rules ask of parse, entities, layout and quotations, read from the Doc once."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import numpy as np

from extractor.annotations import Annotations, Span

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_NO_STORY = frozenset({"head", "dateline", "byline"})
_COLUMNS = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD", "IS_STOP", "SPACY")
_BEGINS = 3
_UNSIGNED = (1 << 64) - 1
_LONGEST_HEADLINE = 20
_BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", "–", "—", "--", "―"})


class Words:
    """Token properties by index.

    Attributes:
        entity: Label of the named entity each token belongs to, "" outside.
        begins: Whether a token begins an entity.
        block: Index of the layout block of each token; no name runs from one block into the next.
        quote: Index of the quotation of each token, -1 outside.
        speaks: For each token the cue verb it is the subject of, -1 otherwise.
        cues: Head tokens of the verb cues.
    """

    def __init__(self, doc: Doc, found: Annotations) -> None:
        self.article = doc.text
        self.size = len(doc)
        columns = doc.to_array(list(_COLUMNS)).astype(np.int64).T.reshape(len(_COLUMNS), self.size).tolist()
        column = dict(zip(_COLUMNS, columns, strict=True))
        strings = doc.vocab.strings
        # one array instead of an object per token and property: a third of the time
        self.text, self.lower, self.lemma, self.tag, self.pos, self.dep, self.entity = (
            _spelled(column[name], strings)
            for name in ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")
        )
        self.lemma = [lemma.lower() for lemma in self.lemma]
        self.head = [token + head for token, head in enumerate(column["HEAD"])]
        self.begins = [iob == _BEGINS for iob in column["ENT_IOB"]]
        self.closed_class = [bool(stop) for stop in column["IS_STOP"]]
        self.offset = _offsets(self.text, column["SPACY"])
        self.end = [start + len(text) for start, text in zip(self.offset, self.text, strict=True)]
        self.sentence = [
            n for n, sentence in enumerate(doc.sents) for _ in range(sentence.start, sentence.end)
        ]
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        for token, head in enumerate(self.head):
            if head != token:
                self.children[head].append(token)
        self._lay_out(found)
        self.cues = frozenset(cue.token for cue in found.cues if cue.form == "verb")

    def _lay_out(self, found: Annotations) -> None:
        starts = [block.span.start for block in found.blocks]
        self.block = [max(0, bisect_right(starts, offset) - 1) for offset in self.offset]
        kinds = [block.kind for block in found.blocks] or ["paragraph"]
        self.in_story = [kinds[block] not in _NO_STORY for block in self.block]
        shown = {n for n, kind in enumerate(kinds) if kind in ("headline", "subhead")}
        if len(kinds) > 1 and sum(block == 0 for block in self.block) <= _LONGEST_HEADLINE:
            shown.add(0)  # many texts open with their headline, marked by nothing
        self.in_headline = [block in shown for block in self.block]
        starts = [quotation.span.start for quotation in found.quotations]
        ends = [quotation.span.end for quotation in found.quotations]
        self.quote = [-1] * self.size
        for token, offset in enumerate(self.offset):
            number = bisect_right(starts, offset) - 1
            if number >= 0 and offset < ends[number]:
                self.quote[token] = number

    def child(self, token: int, *deps: str) -> int:
        """The first child of a token with one of the dependency labels; -1 without one."""
        return next((child for child in self.children[token] if self.dep[child] in deps), -1)

    def objects(self, preposition: int) -> list[int]:
        """What a preposition governs."""
        return [child for child in self.children[preposition] if self.dep[child] == "pobj"]

    def opens_sentence(self, token: int) -> bool:
        """Whether a token is the first of its sentence, where a capital tells nothing."""
        return token == 0 or self.sentence[token] != self.sentence[token - 1]

    def speaks_with(self, token: int) -> int:
        """The cue verb a token is the subject of, -1 for none: its speaker."""
        head = self.head[token]
        return head if head in self.cues and self.dep[token] == "nsubj" else -1

    def right_edge(self, token: int) -> int:
        """The last token of the phrase a token heads."""
        last = token
        while self.children[last] and self.children[last][-1] > last:
            last = self.children[last][-1]
        return last

    def left_edge(self, token: int) -> int:
        """The first token of the phrase a token heads."""
        first = token
        while self.children[first] and self.children[first][0] < first:
            first = self.children[first][0]
        return first

    def until_break(self, start: int, end: int) -> int:
        """Where the first comma, bracket, dash or quotation mark of a stretch stands, else its end."""
        for token in range(start, end):
            if self.text[token] in _BREAKS or self.quote[token] != self.quote[start - 1]:
                return token
        return end

    def words(self, start: int, end: int) -> str:
        """The surface of a range of tokens, white space made single."""
        if start >= end:
            return ""
        return " ".join(self.article[self.offset[start] : self.end[end - 1]].split())

    def span(self, start: int, end: int) -> Span:
        """A range of tokens as a stretch of the text."""
        return Span(self.offset[start], self.end[end - 1])


def _spelled(column: list[int], strings: StringStore) -> list[str]:
    """The strings behind a column of hashes."""
    known = {key: strings[key & _UNSIGNED] if key else "" for key in set(column)}
    return [known[key] for key in column]


def _offsets(texts: list[str], spaces: list[int]) -> list[int]:
    """Where each token starts: tokens and the single spaces behind them are all there is in a Doc's text."""
    starts, offset = [], 0
    for text, space in zip(texts, spaces, strict=True):
        starts.append(offset)
        offset += len(text) + space
    return starts
