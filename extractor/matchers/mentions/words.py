"""One article as flat lists: what the mention rules ask of parse, entities, layout and quotations, read from the Doc once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.annotations import Annotations, Span
from extractor.columns import heads_of, offsets_of, strings_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NO_STORY = frozenset({"head", "dateline", "byline", "furniture"})
_BEGINS = 3
_NONE: tuple[int, ...] = ()
_LONGEST_HEADLINE = 20
_OPENING = frozenset("\"“„«‘'")
_BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", "–", "—", "--", "―"})


class Words:
    """Token properties by index.

    Attributes:
        vocabulary: Every word as written: what is there in small letters too is a common word.
        entity: Label of the named entity each token belongs to, "" outside.
        begins: Whether a token begins an entity.
        block: Index of the layout block of each token; no name runs from one block into the next.
        quote: Index of the quotation of each token, -1 outside.
        cues: Head tokens of the verb cues.
    """

    def __init__(self, doc: Doc, found: Annotations) -> None:
        self.size = len(doc)
        self.text, self.tag, self.pos, self.dep, self.entity, lemmas = strings_of(
            doc, "ORTH", "TAG", "POS", "DEP", "ENT_TYPE", "LEMMA"
        )
        self.lower, self.lemma = _lowered(self.text), _lowered(lemmas)
        self.vocabulary = frozenset(self.text)
        self.head, self.offset = heads_of(doc), offsets_of(doc)
        self.end = [start + len(text) for start, text in zip(self.offset, self.text, strict=True)]
        begins, stops, starts = doc.to_array(["ENT_IOB", "IS_STOP", "SENT_START"]).reshape(self.size, 3).T
        self.begins: list[bool] = (begins == _BEGINS).tolist()
        self.closed_class: list[bool] = stops.astype(bool).tolist()
        opens = starts == 1
        opens[:1] = False
        self.sentence: list[int] = opens.cumsum().tolist()
        self.children = _children(self.head)
        self._lay_out(found)
        self.cues = frozenset(cue.token for cue in found.cues if cue.form == "verb")

    def _lay_out(self, found: Annotations) -> None:
        starts = [bisect_left(self.offset, block.span.start) for block in found.blocks][1:]
        edges = [0, *starts, self.size]
        lengths = [end - start for start, end in pairwise(edges)]
        kinds = [block.kind for block in found.blocks] or ["paragraph"]
        shown = {n for n, kind in enumerate(kinds) if kind in ("headline", "subhead")}
        if len(kinds) > 1 and lengths[0] <= _LONGEST_HEADLINE:
            shown.add(0)  # many texts open with their headline, marked by nothing
        self.block, self.in_story, self.in_headline = list[int](), list[bool](), list[bool]()
        for number, length in enumerate(lengths):
            self.block += [number] * length
            self.in_story += [kinds[number] not in _NO_STORY] * length
            self.in_headline += [number in shown] * length
        self.quote = [-1] * self.size
        for number, quotation in enumerate(found.quotations):
            first = bisect_left(self.offset, quotation.span.start)
            last = bisect_left(self.offset, quotation.span.end)
            self.quote[first:last] = [number] * (last - first)

    def child(self, token: int, *deps: str) -> int:
        """The first child of a token with one of the dependency labels; -1 without one."""
        for child in self.children[token]:
            if self.dep[child] in deps:
                return child
        return -1

    def objects(self, preposition: int) -> list[int]:
        """What a preposition governs."""
        return [child for child in self.children[preposition] if self.dep[child] == "pobj"]

    def is_age(self, token: int) -> bool:
        """Whether it is the "old" of "the 23-year-old", which the tagger takes for an adjective."""
        year = self.child(token, "npadvmod")
        return (
            self.lower[token] == "old"
            and year >= 0
            and self.lemma[year] == "year"
            and self.dep[token] != "amod"
        )

    def opens_sentence(self, token: int) -> bool:
        """Whether a token is the first word of its sentence or quotation mark, where a capital tells nothing."""
        first = token
        while first and self.sentence[first - 1] == self.sentence[token] and self.text[first - 1] in _OPENING:
            first -= 1
        return first == 0 or self.sentence[first] != self.sentence[first - 1]

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
        written: list[str] = []
        for token in range(start, end):
            if written and self.offset[token] > self.end[token - 1]:
                written.append(" ")
            written.append(self.text[token])
        return " ".join("".join(written).split())

    def span(self, start: int, end: int) -> Span:
        """A range of tokens as a stretch of the text."""
        return Span(self.offset[start], self.end[end - 1])


def _children(heads: list[int]) -> list[Sequence[int]]:
    """The children of each token in text order; most tokens have none, and share one empty tuple."""
    children: dict[int, list[int]] = {}
    for token, head in enumerate(heads):
        if head != token:
            children.setdefault(head, []).append(token)
    return [children.get(token, _NONE) for token in range(len(heads))]


def _lowered(column: list[str]) -> list[str]:
    """A column in lower case; what is so already stays the same object, which makes comparing them cheap."""
    known = {word: word if (lower := word.lower()) == word else lower for word in set(column)}
    return [known[word] for word in column]
