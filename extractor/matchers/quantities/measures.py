"""A number with its unit: "$1.5 million", "12 percentage points", "40 km/h", "8 dollars an hour"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from extractor.language.rules import alternation
from extractor.matchers.quantities.ambiguous import Ambiguities, spaced_scale
from extractor.matchers.quantities.denominators import DenominatorReader
from extractor.matchers.quantities.letters import CurrencyLetters
from extractor.matchers.quantities.numerals import Numeral, times
from extractor.matchers.quantities.physical import resolve
from extractor.matchers.quantities.spelled import GAP
from extractor.matchers.quantities.vocabulary import Unit, Units

_LOOK_BACK = 16
"""Characters before a number in which a currency sign may stand."""

_SPACED_LETTERS = frozenset("mglLph")
"""One-letter symbols that may follow a space; "5 C" or "10 W" are names more often than measures."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number or range with its unit, before its context is judged.

    Attributes:
        start: First character, currency sign and minus inside.
        end: After the last character, unit inside.
        low: The value, or the lower end.
        high: The value, or the upper end.
        numeral: The number as written; of a range the last one.
        unit: None for a bare number.
        per: Denominator, singular.
        signed: Whether the unit stands before the number.
        first: The lower end as written, when this is a range.
        rule: Which rule read it; empty for a number that nothing has claimed yet.
        reach: After the denominator; numbers before it ("per 100,000 people") are no quantities of their own.
    """

    start: int
    end: int
    low: float
    high: float
    numeral: Numeral
    unit: Unit | None = None
    per: str | None = None
    signed: bool = False
    first: Numeral | None = None
    rule: str = ""
    reach: int = 0

    @property
    def exact(self) -> bool:
        """Whether it is one number rather than a range or a vague magnitude."""
        return self.first is None and self.low == self.high


class MeasureReader:
    """Adds currency signs, units and denominators to numbers."""

    def __init__(self, units: Units, ambiguities: Ambiguities, words: Mapping[str, Any]) -> None:
        self._units = units
        self._ambiguities = ambiguities
        self._namelike: Mapping[str, float] = words["namelike_currencies"]
        self._scales: Mapping[str, float] = words["scales_in_codes"]
        names, signs = alternation(units.words), alternation(units.prefixes)
        codes = alternation(code for code in units.prefixes if len(code) == 3 and code.isupper())
        self._prefix = re.compile(rf"(?<![A-Za-z])({signs})[^\S\n]?\Z")
        self._word = re.compile(
            rf"(?:[^\S\n-]odd|-odd)?{GAP}({names})(?![\w]|-half|[^\S\n]half)", re.IGNORECASE
        )
        self._symbol = re.compile(
            rf"([^\S\n]|-|)([(\[{{<]?)({alternation(units.symbols)})(?![A-Za-z0-9]|\.m\b)"
        )
        self._apart = re.compile(rf"[^\S\n]({signs})[^\S\n](million|billion|trillion)\b")
        self._in_code = re.compile(rf"[^\S\n]?({alternation(self._scales)})({codes})\b")
        self._letters = CurrencyLetters(units.letters, words["letter_scales"])
        self._denominator = DenominatorReader(words)
        self._age = re.compile(
            rf"{GAP}(year|yr|month|week|day)s?(?:{GAP}olds?|[^\S\n]of[^\S\n]age)\b|[^\S\n]?(y)[./]?o\b\.?",
            re.IGNORECASE,
        )
        self._half_of = re.compile(
            rf"[^\S\n](?:(?:of[^\S\n])?(?:an?|1|one)[^\S\n])?({names})(?!\w)", re.IGNORECASE
        )
        self._of_unit = re.compile(rf"[^\S\n]of[^\S\n]({names})(?![\w-])", re.IGNORECASE)
        self._and_half = re.compile(r"[^\S\n]and[^\S\n]an?[^\S\n](half|quarter)\b", re.IGNORECASE)
        self._money = re.compile(
            rf"\b(?:{alternation(words['money_words'])})(?:s|d|r|ed|er|ing|ments?|ors?)?\b|£", re.IGNORECASE
        )

    def __call__(self, text: str, numerals: Iterable[Numeral]) -> Iterator[Measure]:
        """The numbers with what stands around them, in text order."""
        reach, letters = 0, self._letters.used(text)
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
        if prefix := self._prefix.search(text, max(reach, start - _LOOK_BACK), start):
            measure = replace(plain, start=prefix.start(1), unit=self._units.prefixes[prefix[1]], signed=True)
            measure = _negated(text, self._spaced_scale(text, measure))
            return self.with_per(text, self._repeated(text, measure))
        if letter := self._letters.before(text, numeral, letters):
            return self.with_per(
                text, replace(plain, start=start - 1, unit=self._units.letters[letter], signed=True)
            )
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

    def time_unit(self, noun: str) -> Unit | None:
        """The unit of time a noun names, for units parted from their number ("30 long years")."""
        unit = self._units.words.get(noun)
        return unit if unit and unit.kind == "time" else None

    def _with_unit(self, text: str, measure: Measure) -> Measure:
        """The number with the unit behind it; the readers are tried in this order."""
        if glued := self._glued(text, measure):
            return glued
        measure = self._spaced_scale(text, measure)
        readers = (
            self._scaled_apart,
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

    def _scaled_apart(self, text: str, measure: Measure) -> Measure | None:
        """A currency between number and scale, or a scale inside its code: "5 US$ million", "48 MEUR"."""
        if apart := self._apart.match(text, measure.end):
            factor, sign, end = {"m": 1e6, "b": 1e9, "t": 1e12}[apart[2][0]], apart[1], apart.end()
        elif code := self._in_code.match(text, measure.end):
            factor, sign, end = self._scales[code[1]], code[2], code.end()
        else:
            return None
        scaled = measure.numeral.scaled(factor)
        return Measure(measure.start, end, scaled.low, scaled.high, scaled, self._units.prefixes[sign])

    def _aged(self, text: str, measure: Measure) -> Measure | None:
        """An age with its unit: "45-year-old", "20 months old"."""
        if age := self._age.match(text, measure.end):
            name = (age[1] or "year").lower().replace("yr", "year")
            return replace(measure, end=age.end(), unit=Unit(f"{name} of age", "age"))
        return None

    def _compound(self, text: str, measure: Measure) -> Measure | None:
        found = resolve(text, measure.end, self._units)
        return replace(measure, end=found.end, unit=found.unit) if found else None

    def _of_or_half(self, text: str, measure: Measure) -> Measure | None:
        """A unit behind "of" or an article: "billions of dollars", "half an hour"."""
        readers = {"vague": self._of_unit, "fraction": self._half_of}
        reader = readers.get(measure.numeral.form)
        found = reader.match(text, measure.end) if reader else None
        return replace(measure, end=found.end(), unit=self._unit(found[1])) if found else None

    def _named(self, text: str, measure: Measure) -> Measure | None:
        """A unit in words, unless a longer symbol stands there ("sq. m")."""
        if (inch := self._ambiguities.inch_end(text, measure.numeral)) is not None:
            return replace(measure, end=inch, unit=self._units.words["inch"])
        word, symbol = self._word.match(text, measure.end), self._symbol.match(text, measure.end)
        if word is None or (symbol and symbol.end() > word.end()):
            return None
        return self._spelled_unit(text, measure, word)

    def _marked(self, text: str, measure: Measure) -> Measure | None:
        """A symbol or mark: "30C", "12 km", "6'". A letter behind a space needs to be one of few."""
        if self._ambiguities.is_feet(text, measure.numeral):
            return replace(measure, end=measure.end + 1, unit=self._units.words["foot"])
        symbol = self._symbol.match(text, measure.end)
        if symbol is None:
            return None
        written = symbol[3]
        spaced_letter = len(written) == 1 and written.isalpha() and symbol[1] and not symbol[2]
        if (
            spaced_letter
            and written not in _SPACED_LETTERS
            and not self._is_temperature(text, measure, written)
        ):
            return None
        return self._measured(text, measure, self._units.symbols[written], symbol.end())

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

    def _measured(self, text: str, measure: Measure, unit: Unit, end: int) -> Measure:
        closing = (
            end < len(text)
            and text[end] in ")]}>"
            and any(mark in text[measure.end : end] for mark in "([{<")
        )
        return replace(measure, end=end + closing, unit=unit)

    def _spelled_unit(self, text: str, measure: Measure, word: re.Match[str]) -> Measure:
        surface, unit = " ".join(word[1].lower().split()), self._unit(word[1])
        least = self._namelike.get(surface)
        if least is not None and (word[1].istitle() or measure.numeral.high < least):
            return measure
        if unit.name == "pound-mass" and self._is_money(text, measure, word.end()):
            unit = Unit("pound sterling", "currency", currency="GBP")
        if surface in {"penny", "pennies"} and not self._ambiguities.is_british(
            text, measure.start, word.end()
        ):
            unit = Unit("cent", "currency", currency="USD")
        if part := self._and_half.match(text, word.end()):
            value = measure.low + (0.5 if part[1].lower() == "half" else 0.25)
            return replace(measure, end=part.end(), unit=unit, low=value, high=value)
        return replace(measure, end=word.end(), unit=unit)

    def _unit(self, surface: str) -> Unit:
        return self._units.words[" ".join(surface.lower().split())]

    def _is_money(self, text: str, measure: Measure, end: int) -> bool:
        """Pounds are money after a scale ("3 million pounds") and among words of paying; others weigh."""
        if text[end : end + 4] == " of " or "-" in text[measure.end : end]:
            return measure.numeral.scale >= 1e6
        return measure.numeral.scale >= 1e3 or bool(
            self._money.search(text, max(0, measure.start - 60), end + 40)
        )

    def _repeated(self, text: str, measure: Measure) -> Measure:
        """A unit said twice ("$5 dollars", "$76 US", "$3.50 USD") belongs to the span."""
        word = self._word.match(text, measure.end)
        if word and self._unit(word[1]).kind == "currency":
            return replace(measure, end=word.end(), unit=_narrower(measure.unit, self._unit(word[1])))
        symbol = self._symbol.match(text, measure.end)
        if symbol and self._units.symbols[symbol[3]].kind == "currency" and len(symbol[3]) == 3:
            return replace(
                measure, end=symbol.end(), unit=_narrower(measure.unit, self._units.symbols[symbol[3]])
            )
        return measure


def _narrower(sign: Unit | None, word: Unit) -> Unit:
    """The dollar sign leaves open which dollar; the word after the number says it."""
    return word if sign is None or (sign.currency == "USD" and "dollar" in word.name) else sign


def _negated(text: str, measure: Measure) -> Measure:
    """A minus before the currency sign: "-$5 million"."""
    before = measure.start - 1
    if (
        before >= 0
        and text[before] in "-−"
        and measure.low > 0
        and (before == 0 or text[before - 1] in " (\n")
    ):
        return replace(measure, start=before, low=-measure.low, high=-measure.high)
    return measure
