"""Lex: where calendar words and figures stand in a run, and what each of them is.

One fast pattern finds runs; only inside a run are its words looked up and its figures read. A word or figure may be
several things at once ("second", "may", "10"): each becomes a typed `Word` for the productions to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.matchers.dates.lexicon import Lexicon, Word

_SCAN = re.compile(r"[A-Za-z]+|\d+")
_TOKEN = re.compile(r"[A-Za-z]+|\d+|[^\sA-Za-z\d]")
_NEWLINE = re.compile(r"[^\S\n]{0,2}\n[^\S\n]{0,2}$")
_GAP, _WIDEST_GAP = 6, 3
_LONGEST = 64  # more calendar words in a row are a table, cut into pieces of so many
_TABLE_WORDS = 10_000
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})
_MARKS = "'’‘½"
_FIGURE_BEGINS = frozenset(":/.-–'’sStnrdaphAPHq½")
"""What stands right behind the first digits of a clock time, a numeric date, "1990s", "20th", "9am"."""


class Found(NamedTuple):
    """A terminal or a nonterminal of the chart: what it is, the token behind it, and its typed value."""

    symbol: str
    end: int
    value: object


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring calendar words and figures: offsets of the stretch in which expressions can lie."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """A run in tokens: words, figures and single marks.

    Attributes:
        starts: Offset of each token's first character.
        ends: Offset behind its last character.
        words: The token, lower case, with plain apostrophes and hyphens.
        joined: Whether an expression may go on from the token before to this one.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    joined: list[bool]


def runs(text: str, lexicon: Lexicon) -> Iterator[Run]:
    """The stretches of the text in which an expression can lie.

    A long stretch is cut into several, so that a timetable is read row by row. Of texts that are nothing but calendar
    words, only the first ten thousand words of such tables are read: no article has more.
    """
    weights = lexicon.weights
    first = end = count = 0
    telling = False
    budget = _TABLE_WORDS
    for token in _SCAN.finditer(text):
        word, start = token[0], token.start()
        if word[0] <= "9":
            tells: bool | None = len(word) == 4 or text[token.end() : token.end() + 1] in _FIGURE_BEGINS
        else:
            tells = weights.get(word)
            if tells is None:
                tells = weights.get(word.lower())
        near = start - end <= _GAP
        if tells is not None and count and near and (count < _LONGEST or budget <= 0):
            count += 1
            end = token.end() if count <= _LONGEST else end
            telling = telling or tells
            if count > _LONGEST:
                end = token.end()
            continue
        if telling:
            yield Run(first, min(end, first + 64 * 16))
        if near:
            budget -= count
        count, telling, end = 0, False, token.end()
        if tells is not None:
            first, count, telling = start, 1, tells
    if telling:
        yield Run(first, min(end, first + 64 * 16))


def tokens(text: str, run: Run) -> Tokens:
    """The run in tokens, with the marks that touch it on either side."""
    start = run.start - 1 if run.start and text[run.start - 1] in _MARKS else run.start
    end = run.end
    while end < len(text) and end < run.end + 3 and not text[end].isalnum() and not text[end].isspace():
        end += 1
    out = Tokens([], [], [], [])
    last = start
    for token in _TOKEN.finditer(text, start, end):
        out.starts.append(token.start())
        out.ends.append(token.end())
        out.words.append(token[0].lower().translate(_PLAIN))
        out.joined.append(_passable(text, last, token.start()))
        last = token.end()
    return out


def _passable(text: str, end: int, start: int) -> bool:
    """Whether an expression may run over this gap: a few blanks, or the end of a line inside a sentence."""
    if start == end or (start - end == 1 and text[end] == " "):
        return True
    gap = text[end:start]
    if "\n" not in gap:
        return len(gap) <= _WIDEST_GAP
    return bool(_NEWLINE.match(gap)) and (text[start].islower() or text[start].isdigit())


def terminals(
    text: str, run: Tokens, at: int, lexicon: Lexicon, last: tuple[int, frozenset[str]]
) -> list[Found]:
    """All that the words and figures beginning at a token can be.

    Args:
        text: The article text.
        run: The run.
        at: The token.
        lexicon: Words of the calendar.
        last: The token from which on nothing can follow, and the symbols that can be the last before it.
    """
    word = run.words[at]
    end_of_run, closing = last
    found = [
        Found(
            symbol,
            end,
            Word(key, run.starts[at], run.ends[end - 1], text[run.starts[at] : run.ends[end - 1]]),
        )
        for rest, symbol, key in lexicon.entries.get(word, ())
        if (end := _matches(run, at + 1, rest))
        and (end < end_of_run or symbol in closing or symbol == "NUMBER")
    ]
    if word[0].isdigit() or word == "'" or word == "½" or word in _SHAPE_WORDS:
        found.extend(_figures(text, run, at, closing if at + 1 >= end_of_run else None))
    if word in lexicon.numerals:
        found.extend(_numerals(text, run, at, lexicon, found))
    return found


def _matches(run: Tokens, at: int, rest: Sequence[str]) -> int:
    """The token behind the words, or 0 where others stand there."""
    end = at + len(rest)
    if rest and (run.words[at:end] != list(rest) or not all(run.joined[at:end])):
        return 0
    return end


@dataclass(frozen=True, slots=True)
class _Shape:
    """A notation with figures: what it is called, and how it is written.

    Attributes:
        behind: The signs of which one stands right behind its first word or figures; empty where any may.
    """

    symbol: str
    pattern: re.Pattern[str]
    behind: str = ""


def _shape(symbol: str, pattern: str, behind: str = "", flags: int = re.IGNORECASE) -> _Shape:
    return _Shape(symbol, re.compile(pattern, flags), behind)


_FOUR_DIGITS = (
    _shape(
        "ISO",
        r"(\d{4})-(\d\d)-(\d\d)(?:[T ]([0-2]\d:[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?)?(?![\d-])",
        "-",
    ),
    _shape("YEARFIRST", r"((?:19|20)\d\d)([/.])(\d{1,2})\2(\d{1,2})(?![\w/%-])(?!\.\d)", "/."),
    _shape("YEARS", r"((?:1\d|20)\d0)(['’]?)s(?!\w)", "sS'’"),
    _shape("YEAR", r"(?:1\d|20)\d\d(?![\d%])"),
    _shape("MILITARY", r"(?:[01]\d|2[0-3])[0-5]\d(?!\d)"),
)
_TWO_DIGITS = (
    _shape("NUMERIC", r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/%-])(?!\.\d)", "/.-"),
    _shape("CLOCK", r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])", ":"),
    _shape("CLOCKDOT", r"([01]?\d|2[0-3])\.([0-5]\d)(?![\d:])(?!\.\d)", "."),
    _shape("CLOCKH", r"([01]?\d|2[0-3])h([0-5]\d)(?!\w)", "hH"),
    _shape("NTH", r"(\d{1,2})(?:st|nd|rd|th)(?!\w)", "sSnNrRtT"),
    _shape("DAY", r"(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.:/]\d)(?!,\d{3})"),
    _shape("TWO", r"\d\d(?!\w)"),
    _shape("SHORTTERM", r"([1-4])([QH])(?!\w)", "qQhH"),
    _shape("TENS", r"([2-9]0)['’]?s(?!\w)", "sS'’"),
)
_NUMBERS = (
    _shape("EXACT", r"\d{1,3}(?:,\d{3}){1,2}(?!,?\d)", ","),
    _shape("EXACT", r"(?!0\d)\d{1,4}(?:\.\d{1,2})?(?![\d/])(?!,\d{3})"),
    _shape("EXACT", r"(?!0\d)(?:\d{1,3}[ -])?[1-9]/[1-9](?!\d)", "/ -"),
    _shape("EXACT", r"\d{1,3} ?½", " ½"),
    _shape("ODD", r"(\d{1,4})-odd(?!\w)", "-"),
    _shape("BIG", r"\d{1,2},\d{3}(?![\d,])|\d{1,5}(?![\d%])(?![,.]\d)"),
)
_OF_TWO = (*_TWO_DIGITS, *_NUMBERS)
_BY_LENGTH = (_NUMBERS, _OF_TWO, _OF_TWO, _NUMBERS, (*_FOUR_DIGITS, *_NUMBERS))
_APOSTROPHE = (
    _shape("SHORTYEAR", r"['’‘](\d\d)(?![\w'’])"),
    _shape("TENS", r"['’‘]([2-9]0)['’]?s(?!\w)"),
)
_MERIDIEM = (_shape("MERIDIEM", r"([ap])(?:\.[^\S\n]?m(?:\.|(?!\w))|m(?!\w))"),)
_TERM = (_shape("SHORTTERM", r"([QH])([1-4])(?!\w)"),)
_ERA = (_shape("ERA", r"(?:B\.C\.(?:E\.)?|BCE?|C\.E\.|CE|A\.D\.|AD)(?![A-Za-z])", flags=0),)
_OFFSET = (_shape("OFFSET", r"(?:GMT|UTC)[^\S\n]?([+−-])[^\S\n]?(\d{1,2})(?::?([0-5]\d))?(?!\d)"),)
_SHAPE_WORDS = {
    **dict.fromkeys(("a", "p", "am", "pm"), _MERIDIEM),
    **dict.fromkeys(("q", "h"), _TERM),
    **dict.fromkeys(("b", "bc", "bce", "c", "ce", "ad"), _ERA),
    "a": (*_MERIDIEM, *_ERA),
    "fy": (_shape("FY", r"FY[^\S\n]?['’]?(\d{4}|\d\d)(?!\w)"),),
    "gmt": _OFFSET,
    "utc": _OFFSET,
}
NOTATIONS = frozenset(
    shape.symbol
    for shapes in (_FOUR_DIGITS, _TWO_DIGITS, _NUMBERS, _APOSTROPHE, *_SHAPE_WORDS.values())
    for shape in shapes
)
"""The symbols of all notations with figures."""


def _figures(text: str, run: Tokens, at: int, wanted: frozenset[str] | None) -> Iterator[Found]:
    """The notations that begin at the token and end at the end of one; only the wanted, where not all are."""
    word, start = run.words[at], run.starts[at]
    sign = text[run.ends[at] : run.ends[at] + 1]
    for shape in _shapes_of(word):
        if shape.behind and (not sign or sign not in shape.behind):
            continue
        if wanted is not None and shape.symbol not in wanted:
            continue
        match = shape.pattern.match(text, start)
        if match and (end := _token_behind(run, at, match.end())):
            parts = tuple(part or "" for part in match.groups())
            key = _key(shape.symbol, match[0], parts)
            yield Found(shape.symbol, end, Word(key, start, match.end(), match[0], parts))


def _shapes_of(word: str) -> tuple[_Shape, ...]:
    if not word[0].isdigit():
        return _APOSTROPHE if word == "'" else _SHAPE_WORDS.get(word, ())
    return _BY_LENGTH[len(word)] if len(word) < len(_BY_LENGTH) else _NUMBERS


def _token_behind(run: Tokens, at: int, offset: int) -> int:
    """The token behind that offset, 0 where no token ends there."""
    for index in range(at, min(at + 16, len(run.ends))):
        if run.ends[index] >= offset:
            return index + 1 if run.ends[index] == offset else 0
    return 0


def _key(symbol: str, written: str, parts: tuple[str, ...]) -> int | float | str:
    """What the notation says by itself: the number of a year, a day, a count; else how it is written."""
    if symbol in {"YEAR", "TWO", "BIG"}:
        return int(written.replace(",", ""))
    if symbol in {"NTH", "DAY", "TENS", "SHORTYEAR", "YEARS", "ODD"}:
        return int(parts[0])
    if symbol == "EXACT":
        return _number(written)
    return parts[0].lower() if symbol == "MERIDIEM" else written


def _number(written: str) -> float:
    """1,200; 2.5; 2 1/2; 3/4; 2½."""
    whole, _, fraction = (
        written.replace("½", " 1/2").replace(",", "").replace("-", " ").strip().rpartition(" ")
    )
    if "/" not in fraction:
        return float(fraction)
    above, below = fraction.split("/")
    return float(whole.strip() or 0) + int(above) / int(below)


def _numerals(text: str, run: Tokens, at: int, lexicon: Lexicon, found: Sequence[Found]) -> Iterator[Found]:
    """Counts in words, each as long as it can be cut: twenty, twenty-five; a hundred, a hundred and fifty."""
    for first in found:
        if first.symbol != "NUMBER" or not isinstance(first.value, Word):
            continue
        value: int | None = int(first.value.key)
        end = first.end
        while value is not None:
            yield Found(
                "EXACT",
                end,
                Word(value, run.starts[at], run.ends[end - 1], text[run.starts[at] : run.ends[end - 1]]),
            )
            after = end + 1 if run.words[end : end + 1] in (["-"], ["and"]) else end
            if after >= len(run.words) or not all(run.joined[end : after + 1]):
                break
            part = lexicon.numbers.get(run.words[after])
            value = _compound(value, part, run.words[end] == "and") if part else None
            end = after + 1


def _compound(value: int, part: int, behind_and: bool) -> int | None:
    """The number that goes on with that part; None where it begins another: "one and two", "five six"."""
    if part in {100, 1000}:
        return value * part if value < part and not behind_and else None
    if value % 100 == 0:
        return value + part
    tens = value % 100 >= 20 and value % 10 == 0
    return value + part if tens and part < 10 and not behind_and else None
