"""What a number counts, and what a share is a share of, told from the parse.

Both are noun phrases right of the number: "23 dangerous approaches", "two of the mayor's deputies",
"62 % of nurses".
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from extractor.annotations import Counted, Span

_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB", "NUM", "DET"})
_BROKEN_BY = frozenset({"AUX", "PRON", "SCONJ", "SPACE"})
_DROPPED = frozenset({"DET", "PUNCT", "PRON", "CCONJ"})
_DROPPED_WORDS = frozenset({"more", "such", "first", "last", "past", "next"})
_WHOLES = frozenset({"the", "its", "their", "his", "her", "all", "our", "my", "your", "these", "those"})
_DEICTIC = frozenset({"last", "this", "next", "that", "each"})  # "58 last week" counts no weeks
_LONGEST = 10


def counted_noun(doc: Doc, last: int, value: float) -> Counted | None:
    """What the number that ends in token ``last`` counts, or None."""
    if (
        last + 2 < len(doc)
        and doc[last + 1].lower_ == "or"
        and doc[last + 2].lower_ in {"more", "fewer", "less"}
    ):
        last += 2
    after = last + 1
    if after >= len(doc):
        return None
    if doc[after].lower_ == "of":
        return _after_of(doc, after)
    if doc[after].lower_ == "times":
        return _phrase(doc, after, after)
    head = head_noun(doc, last)
    if head is None:
        return None
    if value != 1 and doc[head].tag_ == "NN" and doc[after].tag_ == "NN" and after < head:
        head = after  # "a 12 page document": a singular head is not what is counted
    return _phrase(doc, after, head)


def share_of(doc: Doc, last: int) -> Span | None:
    """The whole that a share ending in token ``last`` is of."""
    after = last + 1
    if after >= len(doc):
        return None
    if doc[after].lower_ != "of":
        whole = head_noun(doc, last) if doc[after].lower_ in _WHOLES or doc[after].tag_ == "NNS" else None
        return _span(doc, after, whole) if whole is not None else None
    objects = [child for child in doc[after].children if child.dep_ in {"pobj", "pcomp"} and child.i > after]
    return _span(doc, after + 1, _extended(doc, objects[0])) if objects else None


def head_noun(doc: Doc, last: int) -> int | None:
    """Index of the noun the number modifies: its head to the right, or the end of the noun run behind it."""
    first, number = last + 1, doc[last]
    if first >= len(doc) or doc[first].pos_ not in _OPENING or doc[first].lower_ in _DEICTIC:
        return None
    head = number.head
    if head.i > last and head.i - last <= _LONGEST and head.pos_ in _NOUNS and _unbroken(doc, first, head.i):
        return _extended(doc, head)
    index = first
    while index + 1 < len(doc) and index - last <= _LONGEST and _leads(doc, index):
        index += 1
    return _run_end(doc, index) if doc[index].pos_ in _NOUNS else None


def _phrase(doc: Doc, first: int, last: int) -> Counted | None:
    """The noun phrase of tokens ``first`` to ``last`` without determiner, possessive and "more" in front."""
    while first < last and (doc[first].pos_ in _DROPPED or doc[first].lower_ in _DROPPED_WORDS):
        first += 1
    if (
        doc[first].pos_ == "NUM"
        and doc[first - 1].pos_ != "NUM"
        and first < last
        and doc[first + 1].text != "-"
    ):
        first += 1  # "two of the nine seats"
    if last < first:
        return None
    span = _span(doc, first, last)
    return Counted(span, doc[first : last + 1].text, doc[last].lemma_.lower())


def _after_of(doc: Doc, of: int) -> Counted | None:
    """The object of "of": "two of the mayor's deputies"."""
    for child in doc[of].children:
        if child.dep_ == "pobj" and child.i > of:
            return _phrase(doc, of + 1, _extended(doc, child)) if child.pos_ in _NOUNS else None
    index = of + 1
    while (
        index + 1 < len(doc)
        and index - of <= _LONGEST
        and (doc[index].pos_ in _DROPPED or _leads(doc, index))
    ):
        index += 1
    return (
        _phrase(doc, of + 1, _run_end(doc, index)) if index < len(doc) and doc[index].pos_ in _NOUNS else None
    )


def _leads(doc: Doc, index: int) -> bool:
    """Whether the token leads up to a noun: adjective, participle, adverb before one, "and" between two."""
    token = doc[index]
    if token.pos_ == "ADJ" or token.tag_ in {"VBN", "VBG"} or token.text == "-":
        return True
    following = doc[index + 1].pos_
    if token.pos_ == "ADV":
        return following in {"ADJ", "VERB"} and token.head.i > index
    return (
        (token.pos_ == "CCONJ" or token.text == ",") and following == "ADJ" and doc[index - 1].pos_ == "ADJ"
    )


def _run_end(doc: Doc, index: int) -> int:
    while (
        index + 1 < len(doc)
        and doc[index + 1].pos_ in _NOUNS
        and doc[index].dep_ in {"compound", "nmod", "amod"}
    ):
        index += 1
    return _hyphenated(doc, index)


def _unbroken(doc: Doc, first: int, head: int) -> bool:
    """Whether nothing between number and noun belongs to another clause."""
    return all(doc[index].pos_ not in _BROKEN_BY for index in range(first, head))


def _extended(doc: Doc, head: Token) -> int:
    """The last token of a name that runs on after its head."""
    return _run_end(doc, head.i) if head.dep_ == "compound" else _hyphenated(doc, head.i)


def _hyphenated(doc: Doc, index: int) -> int:
    """The last token of a word the tokenizer cut at its hyphens ("co-defendants")."""
    while (
        index + 2 < len(doc)
        and doc[index + 1].text == "-"
        and not doc[index].whitespace_
        and not doc[index + 1].whitespace_
    ):
        index += 2
    return index


def _span(doc: Doc, first: int, last: int) -> Span:
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))
