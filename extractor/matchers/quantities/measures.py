"""A number with its unit: "$1.5 million", "12 percentage points", "40 km/h", "8 dollars an hour"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from extractor.matchers.quantities.ambiguous import Ambiguities, spaced_scale
from extractor.matchers.quantities.denominators import DenominatorReader
from extractor.matchers.quantities.measure import Measure
from extractor.matchers.quantities.money import MoneyReader
from extractor.matchers.quantities.numerals import Numeral, times
from extractor.matchers.quantities.physical import resolve
from extractor.matchers.quantities.spelled import GAP, POINT
from extractor.matchers.quantities.units import Found, Unit, Units

_LOOK_BACK = 16
"""Characters before a number in which a currency sign may stand."""

_GAP = re.compile(r"(?:[^\S\n-]odd|-odd)?(?:[^\S\n]-[^\S\n]|-|[^\S\n]{1,20})")
_AGE = re.compile(
    rf"{GAP}(year|yr|month|week|day)s?(?:{GAP}olds?|[^\S\n]of[^\S\n]age)\b|[^\S\n]?(y)[./]?o\b\.?",
    re.IGNORECASE,
)
_LEADS = {
    "vague": re.compile(r"[^\S\n]of[^\S\n]"),
    "fraction": re.compile(r"[^\S\n](?:(?:of[^\S\n])?(?:an?|1|one)[^\S\n])?", re.IGNORECASE),
}
_AND_HALF = re.compile(r"[^\S\n]and[^\S\n]an?[^\S\n](half|quarter)\b", re.IGNORECASE)
_POINT = re.compile(POINT, re.IGNORECASE)
_PART_OF_POINT = re.compile(rf"[^\S\n](?:quarter|half){POINT}", re.IGNORECASE)
_STONE, _TONNE = "st", "t"
_OF = re.compile(r"[^\S\n]of\b")
_ORDINAL = re.compile(r"(?<!1)1\Z")
_SPACED_LETTERS = frozenset("mglLph")
"""One-letter symbols that may follow a space; "5 C" or "10 W" are names more often than measures."""


class MeasureReader:
    """Adds currency signs, units and denominators to numbers."""

    def __init__(self, units: Units, ambiguities: Ambiguities, words: Mapping[str, Any]) -> None:
        self._units = units
        self._ambiguities = ambiguities
        self._money = MoneyReader(units, ambiguities, words)
        self._denominator = DenominatorReader(words)

    def __call__(self, text: str, numerals: Iterable[Numeral]) -> Iterator[Measure]:
        """The numbers with what stands around them, in text order."""
        reach, letters = 0, self._money.letters_used(text)
        for numeral in numerals:
            if numeral.start >= reach:
                measure = self._measure(text, numeral, reach, letters)
                reach = max(measure.reach, measure.end)
                yield measure

    def _measure(self, text: str, numeral: Numeral, reach: int, letters: frozenset[str]) -> Measure:
        """The number with sign, unit and denominator; nothing before ``reach`` belongs to it."""
        start = numeral.start
        plain = Measure(start, numeral.end, numeral.low, numeral.high, numeral)
        if end := self._ambiguities.age_decade_end(text, numeral):
            unit = Unit("year of age", "age")
            return replace(plain, end=end, high=plain.low + 9, unit=unit, first=numeral, rule="age.decade")
        if paid := self._money.before(text, plain, max(reach, start - _LOOK_BACK), letters):
            return self.with_per(text, self._money.repeated(text, self._spaced_scale(text, paid)))
        return self.with_per(text, self._with_unit(text, plain))

    def with_per(self, text: str, measure: Measure) -> Measure:
        """The measure with the denominator that follows it ("an hour", "per share")."""
        if measure.per or measure.unit is None:
            return measure
        if measure.unit.per:
            return replace(measure, per=measure.unit.per)
        found = self._denominator(text, measure.end)
        if found is None or (measure.unit.kind == "time" and found[0] == measure.unit.name):
            return measure
        per, end, behind_bracket = found
        return replace(measure, per=per, reach=0 if behind_bracket else end)

    def per_after(self, text: str, end: int) -> str | None:
        """The denominator that begins at ``end`` ("an hour", "per share"), singular; None without one."""
        found = self._denominator(text, end)
        return found[0] if found else None

    def parted_unit(self, noun: str, alone: bool) -> Unit | None:
        """The unit a noun names that is parted from its number: "30 long years", and where it stands alone "four more inches"."""
        unit = self._units.words.get(noun)
        return unit if unit and (unit.kind == "time" or (alone and unit.kind == "physical")) else None

    def _with_unit(self, text: str, measure: Measure) -> Measure:
        """The number with the unit behind it; the readers are tried in this order."""
        if glued := self._glued(text, measure):
            return glued
        measure = self._spaced_scale(text, measure)
        readers = (
            self._money.scaled_apart,
            self._aged,
            self._compound,
            self._of_or_half,
            self._named,
            self._marked,
        )
        return next((read for reader in readers if (read := reader(text, measure))), measure)

    def _glued(self, text: str, measure: Measure) -> Measure | None:
        """A glued letter that is a unit and no scale: "100m"."""
        numeral = measure.numeral
        unit = self._units.symbols.get(numeral.suffix) if numeral.suffix else None
        if unit is None or not self._ambiguities.is_unit(text, numeral):
            return None
        value = times(numeral.low, 1 / numeral.scale)
        numeral = replace(numeral, low=value, high=value, scale=1, suffix="")
        return Measure(measure.start, measure.end, value, value, numeral, unit)

    def _aged(self, text: str, measure: Measure) -> Measure | None:
        """An age with its unit: "45-year-old", "20 months old"."""
        if age := _AGE.match(text, measure.end):
            name = (age[1] or "year").lower().replace("yr", "year")
            return replace(measure, end=age.end(), unit=Unit(f"{name} of age", "age"))
        return None

    def _compound(self, text: str, measure: Measure) -> Measure | None:
        found = resolve(text, measure.end, self._units)
        return replace(measure, end=found.end, unit=found.unit) if found else None

    def _of_or_half(self, text: str, measure: Measure) -> Measure | None:
        """A unit behind "of" or an article: "billions of dollars", "half an hour"."""
        lead = _LEADS.get(measure.numeral.form)
        led = lead.match(text, measure.end) if lead else None
        found = self._units.word_at(text, led.end()) if led else None
        return self._spelled(text, measure, found) if found else None

    def _named(self, text: str, measure: Measure) -> Measure | None:
        """A unit in words, unless a longer symbol stands there ("sq. m")."""
        if (inch := self._ambiguities.inch_end(text, measure.numeral)) is not None:
            return replace(measure, end=inch, unit=self._units.words["inch"])
        if point := _POINT.match(text, measure.end) if measure.numeral.form == "fraction" else None:
            return replace(measure, end=point.end(), unit=self._units.words["percentage point"])
        if _PART_OF_POINT.match(text, measure.end):
            return None  # "three | quarter-point cuts"
        gap = _GAP.match(text, measure.end)
        word = self._units.word_at(text, gap.end()) if gap else None
        symbol = self._units.symbol_at(text, measure.end)
        if word is None or (symbol and symbol.end > word.end):
            return None
        return self._spelled(text, measure, word)

    def _spelled(self, text: str, measure: Measure, word: Found) -> Measure:
        if self._money.is_name(text, word.surface, word.start, measure.numeral.high):
            return measure
        unit = self._money.meant(text, measure, word.surface, word.unit, word.end)
        if part := _AND_HALF.match(text, word.end):
            value = measure.low + (0.5 if part[1].lower() == "half" else 0.25)
            return replace(measure, end=part.end(), unit=unit, low=value, high=value)
        return replace(measure, end=word.end, unit=unit)

    def _marked(self, text: str, measure: Measure) -> Measure | None:
        """A symbol or mark: "30C", "12 km", "6'". A letter behind a space needs to be one of few."""
        if self._ambiguities.is_feet(text, measure.numeral):
            return replace(measure, end=measure.end + 1, unit=self._units.words["foot"])
        symbol = self._units.symbol_at(text, measure.end)
        if symbol is None:
            return None
        if self._is_other(text, measure, symbol):
            return None
        unit = self._money.meant(text, measure, symbol.surface, symbol.unit, symbol.end)
        return replace(measure, end=symbol.end + _closes(text, measure.end, symbol.end), unit=unit)

    def _is_other(self, text: str, measure: Measure, symbol: Found) -> bool:
        """Whether a letter behind a space is none of a unit ("Group 5 C"), or "st" is of an ordinal ("71st")."""
        if symbol.surface == _STONE:
            return bool(_ORDINAL.search(text, measure.start, measure.end))
        letter = symbol.surface.isascii() and symbol.surface.isalpha() and len(symbol.surface) == 1
        if not letter or symbol.start == measure.end or not text[measure.end : symbol.start].isspace():
            return False
        if symbol.surface == _TONNE and _OF.match(text, symbol.end):
            return False
        if symbol.surface in _SPACED_LETTERS or self._ambiguities.is_rated(text, symbol.end):
            return False
        return not self._is_temperature(text, measure, symbol.surface)

    def _is_temperature(self, text: str, measure: Measure, letter: str) -> bool:
        """Whether a spaced C or F says degrees: below nought ("-4 C") or behind a word of weather."""
        return letter in "CF" and (measure.low < 0 or self._ambiguities.is_weather(text, measure.start))

    def _spaced_scale(self, text: str, measure: Measure) -> Measure:
        """A capital letter for a scale behind a space: "$6 B", "6 B people"."""
        scale = spaced_scale(text, measure.end, measure.signed) if measure.numeral.scale == 1 else 0
        if not scale:
            return measure
        scaled = replace(measure.numeral.scaled(scale), end=measure.end + 2)
        return replace(measure, end=scaled.end, low=scaled.low, high=scaled.high, numeral=scaled)


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket that opened between number and unit closes behind it: "5 (kg)"."""
    return end < len(text) and text[end] in ")]}>" and any(mark in text[start:end] for mark in "([{<")
