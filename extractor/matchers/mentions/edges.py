"""The edges of a name: what is glued to it on web pages, ticker symbols, codes of flights, numbers that are part of it."""

from __future__ import annotations

import re

from extractor.matchers.mentions.lexicon import ClaimantLexicon
from extractor.matchers.mentions.words import Words

_TICKER = re.compile(r"[A-Z0-9]{1,8}\.[A-Z]{1,3}")
_CODE = re.compile(r"[A-Z]{0,3}\d{1,4}[A-Z]?")
_GLUED = re.compile(r"([A-Za-z]*[a-z])([A-Z][a-z]+)")
_DIGITS = re.compile(r"\d{1,3}")
_ALNUM = re.compile(r"\d{1,2}[A-Z][A-Za-z]+")
"""3Meridian, but not 20A or 3D."""
_SHORTEST_GLUED = 5
"""Letters of a word glued to a first name: no De, Mac, Van."""
_BESIDE_AMOUNTS = frozenset("$£€¥#")


def before_ticker(parsed: Words, start: int, end: int) -> int:
    """Where a name ends before its ticker symbol: "Calder Foods Inc | CALF.N"."""
    while end - start > 1 and _TICKER.fullmatch(parsed.word[end - 1]) and "." not in parsed.word[start]:
        end -= 1
    return end


def before_code(parsed: Words, lexicon: ClaimantLexicon, start: int, end: int) -> int:
    """Where a name ends before a flight or train of its own: "Kelso Air | Flight KA12"; "Route 66 LLC" is whole."""
    for token in range(start, end - 1):
        coded = parsed.lower[token] in lexicon.small.names.coded and _CODE.fullmatch(parsed.word[token + 1])
        if coded and not number_inside(parsed, lexicon, token + 1):
            return token
    return end


def is_numbered(parsed: Words, lexicon: ClaimantLexicon, token: int) -> bool:
    """Whether a word and the number behind it are a name together, as the subject of a cue: "Number 10", "No 11"."""
    number = token + 1
    if parsed.lower[token] not in lexicon.small.names.numbered or not parsed.word[token][0].isupper():
        return False
    if number >= parsed.size or not _DIGITS.fullmatch(parsed.word[number]):
        return False
    return parsed.speaks_with(token) >= 0 or parsed.speaks_with(number) >= 0


def begins_with_digits(parsed: Words, token: int) -> bool:
    """Whether digits begin a name: "3M" in two tokens, "4Trend" in one; no amount, no "20A"."""
    if token and parsed.word[token - 1] in _BESIDE_AMOUNTS:
        return False
    if _ALNUM.fullmatch(parsed.word[token]) and parsed.tag[token] in ("NNP", "NN", "NNS"):
        return len(parsed.word[token]) > 3
    glued = token + 1 < parsed.size and parsed.end[token] == parsed.start[token + 1]
    return (
        glued
        and _DIGITS.fullmatch(parsed.word[token]) is not None
        and parsed.tag[token + 1] == "NNP"
        and parsed.speaks_with(token + 1) >= 0
    )


def number_inside(parsed: Words, lexicon: ClaimantLexicon, token: int) -> bool:
    """Whether a number stands inside a company's name: "Route 66 LLC"."""
    behind = parsed.lower[token + 1 : token + 2] if token + 1 < parsed.size else []
    company = bool(behind) and lexicon.class_of_name.get(behind[0]) == "company"
    return (
        company and _DIGITS.fullmatch(parsed.word[token]) is not None and parsed.word[token + 1][0].isupper()
    )


def joins_halves(parsed: Words, lexicon: ClaimantLexicon, token: int) -> bool:
    """Whether an "and" joins the halves of a body's name: "the Finance and Economy Ministry"."""
    fields, last = lexicon.small.names.portfolios, token + 2
    if parsed.lower[token] != "and" or not fields.issuperset(parsed.lower[token - 1 : token + 2 : 2]):
        return False
    while last < parsed.size and parsed.lower[last] in fields and parsed.word[last][0].isupper():
        last += 1
    if last >= parsed.size or not parsed.word[last][0].isupper():
        return False
    return parsed.lower[last] in lexicon.groups or bool(lexicon.role_of(parsed.lower[last]))


def is_listing(parsed: Words, start: int, end: int) -> bool:
    """Whether a name in brackets is the exchange where a company is listed: "Calder Foods plc (LSE: CAF)"."""
    opened = start > 0 and parsed.word[start - 1] in ("(", "[")
    return opened and parsed.word[end : end + 1] == [":"] and parsed.word[start].isupper()


def unglued(lexicon: ClaimantLexicon, word: str) -> str:
    """A name without the role that a web page glued to it: "SecretaryTom" is "Tom", "MacDonald" stays."""
    match = _GLUED.fullmatch(word)
    before = match[1].lower() if match else ""
    if match is None or len(before) < _SHORTEST_GLUED:
        return word
    told = (
        lexicon.role_of(before) or before in lexicon.small.names.portfolios or before in lexicon.title_gender
    )
    return match[2] if told or match[2].lower() in lexicon.given else word


def without_tail(lexicon: ClaimantLexicon, known: frozenset[str], text: str) -> str:
    """A name without the word that a web page glued behind it, where the article has the name alone: "Ana Ruizsaid"."""
    before, _, last = text.rpartition(" ")
    for length in range(len(last) - 2, _SHORTEST_GLUED - 2, -1):
        if last[length:] in lexicon.small.names.glued and last[:length] in known:
            return f"{before} {last[:length]}".strip()
    return text
