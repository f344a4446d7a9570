"""What a number counts, and what a share is a share of, told from the parse.

Both are noun phrases right of the number: "23 dangerous approaches", "two of the mayor's deputies",
"62 % of nurses".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotations import Counted, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB", "NUM", "DET"})
_BROKEN_BY = frozenset({"AUX", "PRON", "SCONJ", "SPACE"})
_DROPPED = frozenset({"DET", "PUNCT", "PRON", "CCONJ"})
_DROPPED_WORDS = frozenset(
    {"more", "fewer", "less", "such", "first", "last", "past", "next", "just", "only", "about", "nearly"}
)
_WHOLES = frozenset({"the", "its", "their", "his", "her", "all", "our", "my", "your", "these", "those"})
_DEICTIC = frozenset({"last", "this", "next", "that", "each"}) | frozenset(
    {"today", "tonight", "tomorrow", "yesterday"}
    | {f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")}
)
"""Words for when: "58 last week" and "58 Friday" count neither weeks nor days."""
_COLLECTIVES = frozenset(
    {"string", "series", "handful", "host", "number", "slew", "raft", "group", "couple", "range"}
)
_PARENTHESES = frozenset({("or", "more"), ("or", "fewer"), ("or", "less"), ("-", "odd"), ("-", "plus")})
"""Words between a number and its noun: "12 or more ships", "30-odd ships"."""
_MARKS = frozenset({"[", "”", "’", "''", '"'})
_VICTIMS = frozenset({"dead", "wounded", "injured", "missing", "hurt", "killed"})
"""Adjectives that name those they are said of: "31 dead and 74 wounded"."""
_SCALES = frozenset({"thousand", "million", "billion", "trillion"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM", "PUNCT", "ADJ", "ADP"})
_JOINTS = frozenset({"-", "of"})
_LONGEST = 10


def counted_noun(doc: Doc, last: int, value: float) -> Counted | None:
    """What the number that ends in token ``last`` counts, or None."""
    if last + 2 < len(doc) and (doc[last + 1].lower_, doc[last + 2].lower_) in _PARENTHESES:
        last += 2
    if last + 1 < len(doc) and doc[last + 1].text in _MARKS:
        last += 1  # "I won 10 [states]", "“millions” of them"
    after = last + 1
    if after >= len(doc):
        return None
    if doc[after].lower_ == "of":
        return _after_of(doc, after)
    if doc[after].lower_ == "times" or doc[after].lower_ in _VICTIMS:
        return _phrase(doc, after, after)
    head = head_noun(doc, last)
    if value != 1:
        head = _plural_behind_name(doc, after if head is None else head, after) or head
    if head is None:
        return None
    singular = doc[head].tag_ == "NN" and doc[after].tag_ == "NN" and after < head
    parted = doc[after + 1].text == "-" if after + 1 < len(doc) else False  # "three quarter-point cuts"
    if value != 1 and singular and doc[after].text.islower() and doc[after].is_alpha and not parted:
        head = after  # "a 12 page document", but "50 A320 aircraft": a singular head is not what is counted
    return _phrase(doc, after, head)


def share_of(doc: Doc, last: int) -> Span | None:
    """The whole that a share ending in token ``last`` is of."""
    after = last + 1
    if after >= len(doc):
        return None
    if doc[after].lower_ != "of":
        if doc[after].lower_ in _WHOLES:
            head = doc[after].head
            return _span(doc, after, _extended(doc, head)) if 0 < head.i - after <= _LONGEST else None
        whole = head_noun(doc, last) if doc[after].tag_ == "NNS" else None
        return _span(doc, after, whole) if whole is not None else None
    whole_of = _object_of(doc, after)
    return _span(doc, after + 1, _extended(doc, whole_of)) if whole_of else None


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
    mistaken = index > first and doc[index].tag_ == "VBZ"  # "several recent polls", taken for a verb
    return _run_end(doc, index) if doc[index].pos_ in _NOUNS or mistaken else None


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
    while first < last and doc[first].lower_ in _SCALES:
        first += 1  # "2 million of 5 million voters"
    if last < first:
        return None
    span = _span(doc, first, last)
    return Counted(span, doc[first : last + 1].text, doc[last].lemma_.lower())


def _after_of(doc: Doc, of: int) -> Counted | None:
    """The object of "of": "two of the mayor's deputies"."""
    counted = _object_of(doc, of)
    while counted and counted.lower_ in _COLLECTIVES and doc[counted.i + 1 : counted.i + 2].text == "of":
        of = counted.i + 1  # "one of a string of speakers"
        counted = _object_of(doc, of)
    if counted:
        end = _extended(doc, counted)
        behind = _plural_behind_name(doc, end, end) or end  # "two of their Davis Cup **matches**"
        return _phrase(doc, of + 1, behind) if counted.pos_ in _NOUNS else None
    if of + 1 < len(doc) and doc[of + 1].pos_ == "NUM":  # "eight of nine states"
        head = head_noun(doc, of + 1)
        return _phrase(doc, of + 2, head) if head is not None else None
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


def _object_of(doc: Doc, of: int) -> Token | None:
    """The object of the preposition, looked for nearby: a token may have any number of children."""
    for index in range(of + 1, min(of + 2 + _LONGEST, len(doc))):
        token = doc[index]
        if token.head.i == of and token.dep_ in {"pobj", "pcomp"}:
            return token
    return None


def _leads(doc: Doc, index: int) -> bool:
    """Whether the token leads up to a noun: adjective, participle, adverb before one, "and" between two."""
    token = doc[index]
    if token.pos_ == "ADJ" or token.tag_ in {"VBN", "VBG"} or token.dep_ == "amod" or token.text == "-":
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


def _plural_behind_name(doc: Doc, index: int, first: int) -> int | None:
    """The plural that a name leads up to, whatever the parse made of it: "two Norrland Jet 737 MAX 8 **planes**"."""
    if doc[index].tag_ in _PLURAL or (
        not doc[first].text[:1].isupper() and not doc[first].text[:1].isdigit()
    ):
        return None
    end = min(first + _LONGEST, len(doc))
    for place in range(first, end):
        token = doc[place]
        if place > index and token.tag_ in _PLURAL:
            return _hyphenated(doc, place)
        if not _in_name(token):
            return None
    return None


def _in_name(token: Token) -> bool:
    """Whether a token may stand in a name before its noun: "Ministry **of** Defence centres", "AIM-120 **air-to-air** arms"."""
    return token.pos_ in _NAMING and (
        token.text[:1].isupper() or token.text[:1].isdigit() or token.text in _JOINTS
    )


def _unbroken(doc: Doc, first: int, head: int) -> bool:
    """Whether nothing between number and noun belongs to another clause."""
    return all(doc[index].pos_ not in _BROKEN_BY for index in range(first, head))


def _extended(doc: Doc, head: Token) -> int:
    """The last token of a name that runs on after its head, or of what belongs to it ("the party's delegates")."""
    if head.dep_ == "poss" and 0 < head.head.i - head.i <= _LONGEST and head.head.pos_ in _NOUNS:
        head = head.head
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
