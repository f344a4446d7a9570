"""Long articles: parsed in pieces that end where blocks of the layout do, and joined again with every offset in its place.

What a parse needs grows with the characters parsed together: 140,000 of them took 650 MB, 420,000 took 1.6 GB. Sentences never
cross the borders of blocks, so a cut there parts no sentence; the few words on either side are read without sight of each other.
The matchers still see one Doc, so a pronoun finds its name across a cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

PIECE = 50_000
"""Characters that are parsed together: those of 8,000 words of news, or of 25,000 tokens of one sign each."""

ENDLESS = 2_000
"""Characters without the end of a sentence after which one is made to end: the parser is quadratic in a sentence whose words all
hang on one ("Monday, Monday, …": 64,000 characters took more than a minute), and 300 words of prose hold an end."""

_END = re.compile(r"[.!?…][\"'”’)\]]*\s")

Bordered = tuple[str, Sequence[int]]
"""A text, and the offsets at which a sentence must start."""


def annotate_in_pieces(
    annotate: Callable[[Sequence[Bordered]], Sequence[Doc]], texts: Sequence[Bordered], piece: int = PIECE
) -> list[Doc]:
    """The Docs of texts, of which never more than a piece is annotated at once.

    Args:
        annotate: Makes the Docs of a few texts.
        texts: In order; the same ones give the same Docs.
        piece: How many characters a piece has at most.
    """
    cuts = [list(_cut(text, _with_ends(text, starts), piece)) for text, starts in texts]
    groups = _grouped((part for parts in cuts for part in parts), piece)
    docs = (doc for group in groups for doc in annotate(group))
    return [_joined([next(docs) for _ in parts]) for parts in cuts]


def _with_ends(text: str, starts: Sequence[int]) -> Sequence[int]:
    """The offsets at which a sentence must start, and more of them where none would end for very long."""
    if len(text) <= ENDLESS:
        return starts
    more: list[int] = []
    ends = sorted({0, *starts, *(end.end() for end in _END.finditer(text)), len(text)})
    for begin, end in pairwise(ends):
        while end - begin > ENDLESS:
            begin = _inside(text, begin, begin + ENDLESS)
            more.append(begin)
    return sorted({*starts, *more}) if more else starts


def _cut(text: str, starts: Sequence[int], piece: int) -> Iterator[Bordered]:
    """The pieces of a text, each as long as it may be; each begins where a block does, or inside one that is too long."""
    begin = 0
    for border, following in pairwise([*starts, len(text)]):
        if following - begin > piece and border > begin:
            yield _part(text, starts, begin, border)
            begin = border
        while following - begin > piece:
            end = _inside(text, begin, begin + piece)
            yield _part(text, starts, begin, end)
            begin = end
    yield _part(text, starts, begin, len(text))


def _inside(text: str, begin: int, end: int) -> int:
    """Where a block is cut that is longer than a piece, which none of an article is: after a sentence, a word, or anywhere."""
    for sign in (". ", " "):
        found = text.rfind(sign, begin + (end - begin) // 2, end)
        if found >= 0:
            return found + len(sign)
    return end


def _part(text: str, starts: Sequence[int], begin: int, end: int) -> Bordered:
    if end - begin == len(text):
        return text, starts
    return text[begin:end], [start - begin for start in starts if begin <= start < end]


def _grouped(parts: Iterable[Bordered], most: int) -> Iterator[list[Bordered]]:
    """Neighbours that are short enough to be annotated together."""
    group: list[Bordered] = []
    length = 0
    for part in parts:
        if group and length + len(part[0]) > most:
            yield group
            group, length = [], 0
        group.append(part)
        length += len(part[0])
    if group:
        yield group


def _joined(docs: Sequence[Doc]) -> Doc:
    if len(docs) == 1:
        return docs[0]
    from spacy.tokens import Doc

    joined = Doc.from_docs(list(docs), ensure_whitespace=False)
    if joined is None:
        raise ValueError("a text without pieces")
    return joined
