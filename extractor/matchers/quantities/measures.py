"""A number with its unit: "$1.5 million", "12 percentage points", "40 km/h", "8 dollars an hour"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extractor.matchers.quantities.ambiguous import (
    inch_end,
    is_age_decade,
    is_british,
    is_feet,
    is_unit,
    spaced_scale,
)
from extractor.matchers.quantities.numerals import Numeral, times
from extractor.matchers.quantities.physical import resolve
from extractor.matchers.quantities.spelled import GAP
from extractor.matchers.quantities.vocabulary import Unit, Units
from extractor.rules import alternation

_LOOK_BACK = 16
"""Characters before a number in which a currency sign may stand."""

_BRACKET = re.compile(r"[^\S\n]\([^()\n]{1,24}\)")
"""An amount in another currency between amount and denominator: "€9m ($10m) a year"."""

_NAMELIKE = {"won": 1000, "rand": 0, "dong": 0, "lari": 0, "lei": 0}
"""Currency words that are names or verbs too, with the least amount that makes them money."""

_SPACED_LETTERS = frozenset("mglLp")
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

    def __init__(self, units: Units, denominators: tuple[str, ...], money_words: tuple[str, ...]) -> None:
        self._units = units
        self._prefix = re.compile(rf"(?<![A-Za-z])({alternation(units.prefixes)})[^\S\n]?\Z")
        self._word = re.compile(
            rf"{GAP}({alternation(units.words)})(?![\w]|-half|[^\S\n]half)", re.IGNORECASE
        )
        self._symbol = re.compile(
            rf"([^\S\n]?)([(\[{{<]?)({alternation(units.symbols)})(?![A-Za-z0-9]|\.m\b)"
        )
        self._apart = re.compile(
            rf"[^\S\n]({alternation(units.prefixes)})[^\S\n](million|billion|trillion)\b"
        )
        per = alternation(denominators)
        self._per = re.compile(
            rf"(?:[^\S\n]+(?:of[^\S\n]+(?:[a-z]+[^\S\n]+){{1,3}}?)?(?:an?|each|every|per)[^\S\n-]|-an?-|/|[^\S\n]a-|[^\S\n]per[^\S\n])({per})\b(?![^\S\n](?:earlier|ago|later|before|after|since|old|on)\b)",
            re.IGNORECASE,
        )
        self._any_per = re.compile(r"[^\S\n]per[^\S\n]((?:\d[\d,]*[^\S\n])?[a-z]+)\b")
        self._age = re.compile(
            rf"{GAP}(year|yr|month|week|day)s?(?:{GAP}olds?|[^\S\n]of[^\S\n]age)\b|[^\S\n]?(y)[./]?o\b\.?",
            re.IGNORECASE,
        )
        self._half_of = re.compile(
            rf"[^\S\n](?:(?:of[^\S\n])?an?[^\S\n])?({alternation(units.words)})(?!\w)", re.IGNORECASE
        )
        self._of_unit = re.compile(rf"[^\S\n]of[^\S\n]({alternation(units.words)})(?![\w-])", re.IGNORECASE)
        self._and_half = re.compile(r"[^\S\n]and[^\S\n]an?[^\S\n](half|quarter)\b", re.IGNORECASE)
        self._money = re.compile(rf"\b(?:{alternation(money_words)})|£", re.IGNORECASE)

    def __call__(self, text: str, numerals: Iterable[Numeral]) -> Iterator[Measure]:
        """The numbers with what stands around them, in text order."""
        reach = 0
        for numeral in numerals:
            if numeral.start >= reach:
                measure = self.measure(text, numeral, reach)
                reach = max(measure.reach, measure.end)
                yield measure

    def measure(self, text: str, numeral: Numeral, reach: int = 0) -> Measure:
        """The number with sign, unit and denominator; nothing before ``reach`` belongs to it."""
        start = numeral.start
        plain = Measure(start, numeral.end, numeral.low, numeral.high, numeral)
        if is_age_decade(text, numeral):
            high, unit = plain.low + 9, Unit("year of age", "age")
            return replace(plain, end=plain.end + 1, high=high, unit=unit, first=numeral, rule="age.decade")
        if prefix := self._prefix.search(text, max(reach, start - _LOOK_BACK), start):
            measure = replace(plain, start=prefix.start(1), unit=self._units.prefixes[prefix[1]], signed=True)
            measure = _negated(text, self._spaced_scale(text, measure))
            return self.with_per(text, self._repeated(text, measure))
        return self.with_per(text, self._with_unit(text, plain))

    def with_per(self, text: str, measure: Measure) -> Measure:
        """The measure with the denominator that follows it ("an hour", "per share")."""
        if measure.per or measure.unit is None:
            return measure
        if measure.unit.per:
            return replace(measure, per=measure.unit.per)
        found = self._denominator(text, measure.end)
        per = _singular(found[1]) if found else None
        if found is None or (measure.unit.kind == "time" and per == measure.unit.name):
            return measure
        return replace(measure, per=per, reach=0 if "(" in text[measure.end : found.start()] else found.end())

    def per_after(self, text: str, end: int) -> str | None:
        """The denominator that begins at ``end`` ("an hour", "per share"), singular; None without one."""
        found = self._denominator(text, end)
        return _singular(found[1]) if found else None

    def time_unit(self, noun: str) -> Unit | None:
        """The unit of time a noun names, for units parted from their number ("30 long years")."""
        unit = self._units.words.get(noun)
        return unit if unit and unit.kind == "time" else None

    def _denominator(self, text: str, end: int) -> re.Match[str] | None:
        if bracket := _BRACKET.match(text, end):
            end = bracket.end()
        return self._per.match(text, end) or self._any_per.match(text, end)

    def _with_unit(self, text: str, measure: Measure) -> Measure:
        numeral = measure.numeral
        if numeral.suffix and (unit := self._units.symbols.get(numeral.suffix)) and is_unit(text, numeral):
            factor = numeral.scale
            value = times(numeral.low, 1 / factor)
            numeral = replace(numeral, low=value, high=value, scale=1, suffix="")
            return Measure(measure.start, measure.end, value, value, numeral, unit)
        measure = self._spaced_scale(text, measure)
        numeral = measure.numeral
        if apart := self._apart.match(text, measure.end):
            scaled = numeral.scaled({"million": 1e6, "billion": 1e9, "trillion": 1e12}[apart[2]])
            return Measure(
                measure.start, apart.end(), scaled.low, scaled.high, scaled, self._units.prefixes[apart[1]]
            )
        if age := self._age.match(text, measure.end):
            name = (age[1] or "year").lower().replace("yr", "year")
            return replace(measure, end=age.end(), unit=Unit(f"{name} of age", "age"))
        if found := resolve(text, measure.end, self._units):
            return replace(measure, end=found.end, unit=found.unit)
        if numeral.form == "vague" and (of := self._of_unit.match(text, measure.end)):
            return replace(measure, end=of.end(), unit=self._unit(of[1]))
        if numeral.form == "fraction" and (half := self._half_of.match(text, measure.end)):
            return replace(measure, end=half.end(), unit=self._unit(half[1]))
        word, symbol = self._word.match(text, measure.end), self._symbol.match(text, measure.end)
        if (inch := inch_end(text, measure.end)) is not None:
            return replace(measure, end=inch, unit=self._units.words["inch"])
        if word and not (symbol and symbol.end() > word.end()):
            return self._spelled_unit(text, measure, word)
        if is_feet(text, numeral):
            return replace(measure, end=measure.end + 1, unit=self._units.words["foot"])
        if symbol:
            written = symbol[3]
            if (
                len(written) > 1
                or not written.isalpha()
                or not symbol[1]
                or symbol[2]
                or written in _SPACED_LETTERS
            ):
                return self._measured(text, measure, self._units.symbols[written], symbol.end())
        return measure

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
        if surface in _NAMELIKE and (word[1].istitle() or measure.numeral.high < _NAMELIKE[surface]):
            return measure
        if unit.name == "pound-mass" and self._is_money(text, measure, word.end()):
            unit = Unit("pound sterling", "currency", currency="GBP")
        if surface in {"penny", "pennies"} and not is_british(text, measure.start, word.end()):
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


def _singular(word: str) -> str:
    word = " ".join(word.lower().split()).replace("feet", "foot")
    return {"annum": "year", "people": "people"}.get(word, word.removesuffix("s"))
