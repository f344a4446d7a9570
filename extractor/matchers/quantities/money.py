"""Amounts of money: signs and codes around the number, scales inside them, pounds and pence, and which country's francs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from extractor.language.rules import alternation
from extractor.matchers.quantities.ambiguous import Ambiguities
from extractor.matchers.quantities.letters import CurrencyLetters
from extractor.matchers.quantities.measure import Measure
from extractor.matchers.quantities.numerals import Numeral
from extractor.matchers.quantities.units import Unit, Units

_STERLING = Unit("pound sterling", "currency", currency="GBP")
_CENT = Unit("cent", "currency", currency="USD")
_WEIGHT = "pound-mass"
_NEARBY = 1500
"""Characters around an amount in which the country of its currency may be named."""
_SCALED = {"m": 1e6, "b": 1e9, "t": 1e12}
_APART = re.compile(r"[^\S\n](million|billion|trillion)\b")
_CODE = 3


class MoneyReader:
    """Reads currency signs, codes and words."""

    def __init__(self, units: Units, ambiguities: Ambiguities, words: Mapping[str, Any]) -> None:
        self._units = units
        self._ambiguities = ambiguities
        self._namelike: Mapping[str, float] = words["namelike_currencies"]
        self._scales: Mapping[str, float] = words["scales_in_codes"]
        self._pence = frozenset(words["pence"])
        self._in_code = re.compile(rf"[^\S\n]?({alternation(self._scales)})([A-Z]{{3}})\b")
        self._scale_in_code = re.compile(rf"(?<![A-Za-z])({alternation(self._scales)})([A-Z]{{3}})\Z")
        letters = [letter for letter, _ in units.letters.items()]
        self._letters = CurrencyLetters(letters, words["letter_scales"], words["money_words"])
        self._paying = re.compile(
            rf"\b(?:{alternation(words['money_words'])})(?:s|d|r|ed|er|ing|ments?|ors?)?\b|£", re.IGNORECASE
        )

    def letters_used(self, text: str) -> frozenset[str]:
        """The capital letters that stand for a currency in this text."""
        return self._letters.used(text)

    def before(self, text: str, plain: Measure, least: int, letters: frozenset[str]) -> Measure | None:
        """The number with the sign, code or letter in front of it, not before ``least``."""
        end = plain.start
        blank = end > least and text[end - 1].isspace() and text[end - 1] != "\n"
        if found := self._units.prefixes.before(text, least, end - blank):
            return _negated(text, replace(plain, start=found.start, unit=found.unit, signed=True))
        if code := self._scale_in_code.search(text, least, end - blank):
            unit = self._units.prefixes.get(code[2])
            scaled = _scaled(plain, self._scales[code[1]], unit, plain.end) if unit else None
            return replace(scaled, start=code.start(), signed=True) if scaled else None
        if letter := self._letters.before(text, plain.numeral, letters):
            return replace(plain, start=end - 1, unit=self._units.letters[letter], signed=True)
        return None

    def scaled_apart(self, text: str, measure: Measure) -> Measure | None:
        """A currency between number and scale, or a scale inside its code: "5 US$ million", "48 MEUR"."""
        end = measure.end
        if code := self._in_code.match(text, end):
            unit = self._units.prefixes.get(code[2])
            return _scaled(measure, self._scales[code[1]], unit, code.end()) if unit else None
        if not (end < len(text) and text[end].isspace() and text[end] != "\n"):
            return None
        sign = self._units.prefixes.at(text, end + 1)
        scale = _APART.match(text, sign.end) if sign else None
        return _scaled(measure, _SCALED[scale[1][0]], sign.unit, scale.end()) if sign and scale else None

    def repeated(self, text: str, measure: Measure) -> Measure:
        """A unit said twice ("$5 dollars", "$76 US", "$3.50 USD") belongs to the span."""
        blank = measure.end < len(text) and text[measure.end] in " \u00a0-"
        found = self._units.word_at(text, measure.end + 1) if blank else None
        if found and found.unit.kind == "currency" and found.unit.currency:
            return replace(measure, end=found.end, unit=_narrower(measure.unit, found.unit))
        symbol = self._units.symbol_at(text, measure.end)
        if symbol and symbol.unit.kind == "currency" and len(symbol.surface) == _CODE:
            return replace(measure, end=symbol.end, unit=_narrower(measure.unit, symbol.unit))
        return measure

    def is_name(self, text: str, surface: str, start: int, value: float) -> bool:
        """Whether a currency word is a name or a verb here: "5 Rand", "15 won"."""
        least = self._namelike.get(surface)
        return least is not None and (text[start : start + len(surface)].istitle() or value < least)

    def meant(self, text: str, measure: Measure, surface: str, unit: Unit, end: int) -> Unit:
        """The unit that a word stands for here: pounds weigh or pay, pennies are British or American, francs are a country's."""
        if unit.name == _WEIGHT and self._is_paid(text, measure, end):
            return _STERLING
        if surface in self._pence and not self._ambiguities.is_british(text, measure.start, end):
            return _CENT
        return self._of_country(text, unit, measure.start)

    def _of_country(self, text: str, unit: Unit, start: int) -> Unit:
        """Of the currencies that share a word, the one whose country is named nearby most; the word alone without one."""
        if unit.kind != "currency" or unit.currency is not None:
            return unit
        near = text[max(0, start - _NEARBY) : start + _NEARBY].lower()
        named: Counter[Unit] = Counter()
        for candidate in self._units.choices.get(unit.name, ()):
            named[candidate.unit] += max((near.count(clue) for clue in candidate.clues), default=0)
        (first, most), *others = [*named.most_common(2), (unit, 0)]
        return first if most > others[0][1] else unit

    def _is_paid(self, text: str, measure: Measure, end: int) -> bool:
        """Pounds are money after a scale ("3 million pounds") and among words of paying; others weigh."""
        if text[end : end + 4] == " of " or "-" in text[measure.end : end]:
            return measure.numeral.scale >= 1e6
        if measure.numeral.form == "vague":
            return True
        paying = self._paying.search(text, max(0, measure.start - 60), end + 40)
        return measure.numeral.scale >= 1e3 or bool(paying)


def _scaled(measure: Measure, factor: float, unit: Unit, end: int) -> Measure:
    numeral: Numeral = measure.numeral.scaled(factor)
    return Measure(measure.start, end, numeral.low, numeral.high, numeral, unit)


def _narrower(sign: Unit | None, word: Unit) -> Unit:
    """The dollar sign leaves open which dollar; the word after the number says it."""
    return word if sign is None or (sign.currency == "USD" and "dollar" in word.name) else sign


def _negated(text: str, measure: Measure) -> Measure:
    """A minus before the currency sign: "-$5 million"."""
    before = measure.start - 1
    minus = before >= 0 and text[before] in "-−" and (before == 0 or text[before - 1] in " (\n")
    if minus and measure.low > 0:
        return replace(measure, start=before, low=-measure.low, high=-measure.high)
    return measure
