"""Numbers as written: digits, spelled numbers, fractions and vague magnitudes.

One regular expression lists the places where a number may begin; short functions read how far it reaches and
its value. All repetitions are over disjoint classes and end at the first character that does not fit, so
reading takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from extractor.language.rules import alternation
from extractor.matchers.quantities.notation import ENGLISH, EUROPEAN, SPACED, Notation, notation_of
from extractor.matchers.quantities.spelled import GAP, SpelledReader
from extractor.matchers.quantities.vocabulary import NumberWords

_BURST, _SPACING = 2_000, 256
"""Up to an offset, so many numbers are read and one more for every so many characters.

Prose has one in 350 characters and the densest market report one in 40, so that only a text of many pages of figures, a
spreadsheet or noise, loses any; see `NumeralReader.leaves_out`. What follows such a table is read again.
"""

Form = Literal["digits", "spelled", "fraction", "vague", "article", "fold", "decade"]

_PRINTED = frozenset({2, 3, 4, 8})
"""Denominators of mixed fractions."""

_PRINTED_PARTS = frozenset({16, 32, 64, 100})
"""Denominators of two digits that make a fraction of a numerator of two."""

_LONGEST = 24
"""No number of the news has more characters; longer digit runs are keys, hashes or noise."""

_TWO_DECIMALS = re.compile(r"\d\.\d\d\Z")
"""Dollars and cents, of which a fraction is one of a cent: "$4.05 1/2 a bushel"."""
_EXPONENT = re.compile(r"(?:[eE]|[^\S\n]?[x×][^\S\n]?10(?:\^|(?=[-+−])))([-+−]?)(\d{1,3})(?!\w|\.\d)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, without sign of currency and unit.

    Attributes:
        start: First character, a minus sign inside.
        end: After the last character, scale inside.
        low: The value, or the lower end of a vague magnitude.
        high: The value, or the upper end.
        scale: What a scale word or suffix multiplied by; 1 without.
        form: digits, spelled, fraction, vague, article for "a million" and "a dozen", fold for "sixfold", or decade for
            "her thirties".
        suffix: The letters of a scale glued to the digits, which may be a unit too ("m" of "100m").
        bare: Digits alone, without mark, sign and scale: what years and house numbers look like.
    """

    start: int
    end: int
    low: float
    high: float
    scale: float = 1
    form: Form = "digits"
    suffix: str = ""
    bare: bool = False

    def scaled(self, factor: float) -> Numeral:
        """The same number, multiplied."""
        low, high = times(self.low, factor), times(self.high, factor)
        return replace(self, low=low, high=high, scale=self.scale * factor, bare=False)


_CAPITALS_BEHIND, _CAPITALS_BEFORE = re.compile(r"[^\S\n]+[A-Z]{2,}"), re.compile(r"[A-Z]{2,}[^\S\n]+\Z")
_NEAR = 24
"""Characters before a number that may hold a word in capitals."""


class NumeralReader:
    """Finds the numbers of a text."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        self._spelled = SpelledReader(words)
        flags = re.VERBOSE  # on lower-cased text: three times as fast as IGNORECASE
        self._places = {
            notation: re.compile(_places(words, self._spelled.pattern, notation.digits), flags)
            for notation in (ENGLISH, SPACED, EUROPEAN)
        }
        self._scale = re.compile(rf"{GAP}({alternation(words.scales)})s?\b", re.IGNORECASE)
        self._suffix = re.compile(rf"({alternation(words.suffixes)})(?![\w/²³])")
        signs = "".join(words.signs)
        self._part = re.compile(
            rf"(?:[^\S\n]|-)?([{signs}])|(?:[^\S\n]{{1,20}}|-)(\d{{1,2}})/(\d{{1,2}})(?![\d/])"
        )
        self._and_part = re.compile(rf"{GAP}and{GAP}(?:an?|one){GAP}(half|quarter|third)\b", re.IGNORECASE)

    def __call__(self, text: str) -> Iterator[Numeral]:
        """The numbers of the text in text order, none overlapping another."""
        notation = notation_of(text)
        find = self._places[notation]
        position = count = 0
        lowered = _lowered(text)
        while match := find.search(lowered, max(position, _earliest(count))):
            numeral = self._read(text, match, notation)
            position = numeral.end if numeral else match.end()
            count += 1
            if numeral:
                yield numeral

    def leaves_out(self, text: str) -> bool:
        """Whether the text has more numbers than are read of it."""
        if len(text) < _BURST:
            return False
        places = self._places[notation_of(text)].finditer(_lowered(text))
        return any(place.start() < _earliest(count) for count, place in enumerate(places))

    def _read(self, text: str, match: re.Match[str], notation: Notation) -> Numeral | None:
        if match["digits"]:
            return self._digits(text, match, notation)
        if match["vague"]:
            return self._vague(match)
        if match["one"]:
            return Numeral(match.start(), match.end(), 1, 1, form="article")
        if match["fold"]:
            factor = self._words.cardinals[match["fold"].lower()]
            return Numeral(match.start(), match.end(), factor, factor, form="fold")
        if match["decade"]:
            first = self._words.decades[match["decade"]]
            return Numeral(match.start("decade"), match.end(), first, first + 9, form="decade")
        if match["sign"]:
            value = self._words.signs[match["sign"]]
            return self._scale_words(text, Numeral(match.start(), match.end(), value, value, form="fraction"))
        found = self._spelled(match["spelled"])
        if found is None or _is_acronym(text, *match.span("spelled")):
            return None
        value = -found.value if match["negative"] else found.value
        return Numeral(
            match.start(), match.start("spelled") + found.length, value, value, found.scale, form=found.form
        )

    def _digits(self, text: str, match: re.Match[str], notation: Notation) -> Numeral | None:
        written, denominator = match["digits"], match["denominator"]
        if len(written) > _LONGEST:
            return None
        if denominator and _is_ratio(written, denominator):
            return None
        value = _fraction(written, int(denominator) or 1) if denominator else notation.value(written)
        signed = -value if match["minus"] else value
        bare = written.isdecimal() and not (match["minus"] or denominator)
        numeral = Numeral(
            match.start(),
            match.end(),
            signed,
            signed,
            form="fraction" if denominator else "digits",
            bare=bare,
        )
        return numeral if denominator else self._tail(text, numeral)

    def _tail(self, text: str, numeral: Numeral) -> Numeral:
        """Mixed fraction, exponent, suffix and scale words that follow the digits."""
        if part := self._part.match(text, numeral.end):
            added = self._words.signs[part[1]] if part[1] else int(part[2]) / (int(part[3]) or 1)
            if 0 < added < 1:
                cents = _TWO_DECIMALS.search(text, numeral.start, numeral.end)
                numeral = _plus(numeral, added / 100 if cents else added, part.end())
        if exponent := _EXPONENT.match(text, numeral.end):
            power = min(int(exponent[2]), 60)
            factor = 10.0 ** (-power if exponent[1] in {"-", "−"} else power)
            return replace(numeral.scaled(factor), end=exponent.end(), scale=1)
        if suffix := self._suffix.match(text, numeral.end):
            numeral = numeral.scaled(self._words.suffixes[suffix[1]])
            return replace(numeral, end=suffix.end(), suffix=suffix[1])
        if part := self._and_part.match(text, numeral.end):
            numeral = _plus(numeral, 1 / self._words.fractions[part[1].lower()], part.end())
        return self._scale_words(text, numeral)

    def _scale_words(self, text: str, numeral: Numeral) -> Numeral:
        """Scale words after a number, as often as they come ("4 hundred million")."""
        while scale := self._scale.match(text, numeral.end):
            numeral = replace(numeral.scaled(self._words.scales[scale[1].lower()]), end=scale.end())
        return numeral

    def _vague(self, match: re.Match[str]) -> Numeral:
        surface = " ".join(match["vague"].lower().split())
        if surface in self._words.vague:
            (low, high), scale = self._words.vague[surface], 1.0
        else:
            opener, word = surface.rsplit(" ", 1)
            low, high = self._words.openers[opener.removesuffix(" of")]
            scale = self._words.scales.get(word) or self._words.scales[word.removesuffix("s")]
        return Numeral(match.start(), match.end(), low, high, form="vague").scaled(scale)


def _earliest(count: int) -> int:
    """The first offset at which another number is read after so many."""
    return (count - _BURST) * _SPACING


def _is_acronym(text: str, start: int, end: int) -> bool:
    """ "SIX" of "(SIX: SOLN)": capitals that stand alone; "SIX DIE IN FIRE" shouts."""
    shouted = _CAPITALS_BEHIND.match(text, end) or _CAPITALS_BEFORE.search(text, max(0, start - _NEAR), start)
    return text[start:end].isupper() and end - start > 1 and not shouted


def _lowered(text: str) -> str:
    """The text in lower case, character for character: the few letters that would grow are left alone."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def times(value: float, factor: float) -> float:
    """The product in decimal arithmetic: 4.35 million is 4350000, not 4349999.999."""
    return float(Decimal(repr(value)) * Decimal(repr(factor)))


def _plus(numeral: Numeral, part: float, end: int) -> Numeral:
    value = float(Decimal(repr(numeral.low)) + Decimal(repr(part if numeral.low >= 0 else -part)))
    return replace(numeral, end=end, low=value, high=value, bare=False)


def _is_ratio(numerator: str, denominator: str) -> bool:
    """Two numbers that are no fraction: "140/90", "28/36 mpg"."""
    return min(len(numerator), len(denominator)) > 1 and int(denominator) not in _PRINTED_PARTS


def _fraction(numerator: str, denominator: int) -> float:
    """A fraction; "41/2" is a mixed one whose space was lost in print."""
    whole, rest = numerator[:-1], numerator[-1:]
    if whole.isdecimal() and denominator in _PRINTED and 0 < int(rest) < denominator:
        return int(whole) + int(rest) / denominator
    return float(numerator.replace(",", "")) / denominator


def _places(words: NumberWords, spelled: str, digits: str) -> str:
    """Where a number may begin; the alternatives are tried in this order."""
    scales = alternation([*words.scales, *(f"{scale}s" for scale in words.scales)])
    listed = [*words.cardinals, *words.openers, *words.vague, *words.owners, "a", "minus", "half", "quarter"]
    first = {word[0] for word in listed}
    opening = "".join(sorted(first))
    return rf"""
      (?=[-−.\d]|minus|negative)
          (?P<minus> (?<![^\s($€£¥=<>]) [-−] | (?<!\bor[ ])\b(?:minus|negative){GAP} )?
          (?P<digits>(?<![\d.,/:])(?:{digits}))
          (?: /(?P<denominator>\d{{1,3}})(?![\d/]|[.,]\d) )?
    | (?P<sign>[{"".join(words.signs)}])
    | \b(?=[{opening}]) (?:
          (?P<vague> (?:{alternation(words.openers)})[^\S\n]+(?:of[^\S\n]+)?(?:{scales})\b
            | (?:{alternation(words.vague)})\b )
        | (?P<fold>{alternation(words.cardinals)})-?fold\b
        | {_article(words)}
        | (?:(?:{alternation(words.owners)})[^\S\n])(?:(?:early|mid|late)[^\S\n-])?(?P<decade>{alternation(words.decades)})\b
        | (?P<negative>(?<!\bor[ ])(?:minus|negative){GAP})? (?: (?P<spelled>{spelled}) ) )
    """


def _article(words: NumberWords) -> str:
    """ "A" as one, where more follows ("an hour and a half"); "for a decade" counts nothing."""
    smaller = rf"(?:\d+|{alternation(words.cardinals)})[^\S\n-](?:{alternation(words.smaller_units)})\b"
    return rf"""(?P<one>an?)(?=[^\S\n](?:{alternation(words.article_units)})[^\S\n](?:or[^\S\n]two\b | and[^\S\n]
            (?:an?[^\S\n](?:half|quarter)\b | {smaller})))"""
