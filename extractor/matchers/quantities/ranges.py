"""Two measures that make one: ranges ("5 to 7 per cent"), scores ("3-1") and compounds ("7 ft 10 in")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extractor.language.rules import alternation
from extractor.matchers.quantities.compounds import compound
from extractor.matchers.quantities.measure import Measure
from extractor.matchers.quantities.numerals import times
from extractor.matchers.quantities.shares import share
from extractor.matchers.quantities.units import Unit

_RATIO = Unit("", "ratio")
_LONGEST_LINK = 32
_LOOK_BACK = 32
_FAR = 5
"""An upper end so many times the lower one makes no range of how far something moved."""
_DASH = re.compile(r"[-–—~]|[^\S\n][-–][^\S\n]?~?|--")
_FOR = "-for-"
"""Of a split of shares or a batter's day: "3-for-2", "two-for-one"."""
_SUSPENDED = re.compile(r"-[^\S\n](?:to|and|or)[^\S\n]")
_WORD_TO = re.compile(r"[^\S\n][a-z]+[^\S\n]to[^\S\n]")
_TO = re.compile(r"-to-|[^\S\n](?:up[^\S\n])?(?:to|through)[^\S\n](?:about[^\S\n]|around[^\S\n]|~)?")
_AND = re.compile(r"[^\S\n]and[^\S\n](?:about[^\S\n]|~)?")
_OR = re.compile(r"[^\S\n]or[^\S\n](?:(?:even|maybe|perhaps|possibly|about)[^\S\n])?")
_BY = re.compile(r"[^\S\n]?[x×][^\S\n]?|[^\S\n]by[^\S\n]")
_FROM = re.compile(
    r"\b(?:from|range of|rang(?:e|es|ed|ing) (?:of|from)|between(?: the ages? of)?)[^\S\n](?:[a-z]+[^\S\n])?\Z",
    re.IGNORECASE,
)
_SPANNING = re.compile(
    r"\b(?:rang\w+ (?:of|from)|between(?: the ages? of)?)[^\S\n](?:[a-z]+[^\S\n])?\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween(?: the ages? of)?[^\S\n](?:[a-z]+[^\S\n])?\Z", re.IGNORECASE)


class RangeReader:
    """Joins neighbouring measures."""

    def __init__(
        self,
        movements: Iterable[str],
        scores: Mapping[str, Sequence[str]],
        modifiers: Mapping[str, Sequence[str]],
    ) -> None:
        verbs = alternation(movements)
        about = r"(?:(?:about|nearly|almost|some|another|a further|just)[^\S\n])?\Z"
        self._moved = re.compile(rf"\b(?:{verbs}|by|up|down)[^\S\n]{about}", re.IGNORECASE)
        self._moved_count = re.compile(
            rf"\b(?:{verbs}|up|down|off)[^\S\n](?:by[^\S\n])?{about}", re.IGNORECASE
        )
        self._score_after = re.compile(
            rf"[^\S\n-](?:[\w-]+[^\S\n])?(?:{alternation(scores['nouns'])})\b", re.IGNORECASE
        )
        self._score_before = re.compile(
            rf"\b(?:{alternation(scores['verbs'])})[^\S\n](?:[A-Z]\w+[^\S\n]){{0,3}}\Z"
        )

        self._voted = re.compile(rf"\b(?:{alternation(scores['votes'])})[^\S\n]\Z", re.IGNORECASE)
        above = alternation([*modifiers[">"], *modifiers[">="]])
        below = alternation([*modifiers["<"], *modifiers["<="]])
        self._above, self._below = (
            re.compile(rf"(?<![\w-])(?:{bound})[^\S\n](?:or equal to[^\S\n])?\Z", re.IGNORECASE)
            for bound in (above, below)
        )
        self._and_above, self._and_below = (
            re.compile(rf"[^\S\n](?:and|but)[^\S\n](?:{bound})[^\S\n](?:or equal to[^\S\n])?")
            for bound in (above, below)
        )

    def __call__(self, text: str, measures: Iterable[Measure]) -> Iterator[Measure]:
        """The measures with neighbours joined, in text order."""
        held: Measure | None = None
        result = 0  # end of the last result, which may be one of several: "6-4, 3-6, 7-5"
        for measure in measures:
            joined = self._join(text, held, measure) if held else None
            if held and not joined:
                yield _with_unit_of(text, held, measure)
            held = joined or measure
            if joined and joined.rule in {"score", "range.dash"} and joined.unit in {None, _RATIO}:
                follows = result and text[result : joined.start] in {", ", " ", " and ", ", and "}
                held = replace(joined, unit=_RATIO, rule="score") if follows else joined
                result = joined.end if held.rule == "score" else 0
        if held:
            yield held

    def _join(self, text: str, left: Measure, right: Measure) -> Measure | None:
        link = _link(text, left, right)
        if len(link) > _LONGEST_LINK or left.numeral.form == "vague" or "\n" in link or right.first:
            return None
        before = text[max(0, left.start - _LOOK_BACK) : left.start]
        if combined := compound(text, link, left, right) or share(before, link, left, right):
            return combined
        elliptic = right.unit is None and right.numeral.bare and bool(_FROM.search(before))
        if right.numeral.form == "vague" or not (elliptic or _agree(left, right)):
            return None
        if left.first:
            return _outer(link, left, right)
        return self._linked(text, before, link, left, right)

    def _linked(self, text: str, before: str, link: str, left: Measure, right: Measure) -> Measure | None:
        """Two plain measures of one unit, by the words or signs between them."""
        if _DASH.fullmatch(link) or link == _FOR:
            return self._dashed(text, link, left, right)
        if _TO.fullmatch(link):
            return self._from_to(before, left, right)
        if left.unit and _WORD_TO.fullmatch(link) and _FROM.search(before):
            return _spanning(before, left, right)
        if self._are_bounds(before, link, left, right):
            return _range(left, right, "range.bounds")
        if _AND.fullmatch(link):
            return _range(left, right, "range.between") if _BETWEEN.search(before) else None
        if _OR.fullmatch(link):
            return _alternatives(left, right)
        slashed = link == "/" and left.signed and right.signed
        return _range(left, right, "range.slash") if slashed else None

    def _are_bounds(self, before: str, link: str, left: Measure, right: Measure) -> bool:
        """Whether one number bounds from below and the other from above: "at least 5 and at most 10"."""
        if left.low < right.low:
            return bool(self._and_below.fullmatch(link) and self._above.search(before))
        return bool(self._and_above.fullmatch(link) and self._below.search(before))

    def _dashed(self, text: str, link: str, left: Measure, right: Measure) -> Measure | None:
        if left.numeral.form not in {"digits", "spelled"} or (len(link) > 2 and left.unit):
            return None
        bare = left.unit is None and right.unit is None
        if link == _FOR:
            return _score(left, right) if bare else None
        if bare and (len(link) < 2 or left.low >= right.low) and self._is_score(text, left, right):
            return _score(left, right)
        if _shared_scale(left, right).low >= right.low and left.low >= 0:
            return None
        return _range(left, right, "range.dash")

    def _is_score(self, text: str, left: Measure, right: Measure) -> bool:
        if not (left.numeral.bare and right.numeral.bare) and left.numeral.form == "digits":
            return False
        return (
            left.low >= right.low
            or bool(self._score_after.match(text, right.end))
            or bool(self._score_before.search(text, max(0, left.start - _LOOK_BACK), left.start))
        )

    def _from_to(self, before: str, left: Measure, right: Measure) -> Measure | None:
        if _FROM.search(before):
            return _spanning(before, left, right)
        absolute = left.unit and right.unit and left.unit.kind != "percent"
        if absolute and self._moved.search(before):
            return None  # "cut by €2bn to €5bn": an amount and what it led to
        counted = left.unit is None and right.unit is None and self._moved_count.search(before)
        if counted and right.low > _FAR * left.low:
            return None  # "fell by 14,000 to 2.8 million"
        if left.unit is None and (right.signed or left.end == right.start):
            return None
        alike = left.numeral.form == right.numeral.form and left.numeral.form in {"digits", "spelled"}
        unscaled = left.numeral.scale == right.numeral.scale == 1
        unnamed = left.unit is None and right.unit is None and alike and unscaled
        plain = unnamed and left.numeral.form == "digits"
        if unnamed and not counted and self._voted.search(before):
            return _score(left, right)
        if left.low < right.low or _shared_scale(left, right).low < right.low:
            return _range(left, right, "range.to")
        return _score(left, right) if plain else None


def _link(text: str, left: Measure, right: Measure) -> str:
    """What stands between two measures, without a hyphen that stands for the unit of the second: "2- to 3-inch"."""
    link = text[left.end : right.start]
    return link[1:] if _SUSPENDED.match(link) else link


def _with_unit_of(text: str, left: Measure, right: Measure) -> Measure:
    """A bare number takes the unit said after "and", "or" or "by": "40 and 60 mg", "3 x 4 metres"."""
    link = _link(text, left, right)
    if left.unit or right.unit is None or len(link) > _LONGEST_LINK:
        return left
    if (not left.numeral.bare and left.numeral.form != "vague") or 1900 <= left.low <= 2050:
        return left
    descending = _TO.fullmatch(link) and left.low >= right.low
    multiplied = right.unit.kind == "physical" and _BY.fullmatch(link)
    joined = descending or multiplied or _OR.fullmatch(link) or _AND.fullmatch(link)
    return (
        replace(left, unit=right.unit, per=right.per)
        if joined and right.unit.name and right.numeral.form == "digits" and right.numeral.scale == 1
        else left
    )


def _agree(left: Measure, right: Measure) -> bool:
    """Whether one unit can hold for both: the same, the left missing, or a sign before the left number."""
    if left.unit and right.unit:
        return left.unit == right.unit or (left.unit.name, right.unit.name) == ("dollar", "dollar")
    return left.unit is None or right.unit is not None or left.signed or _is_single(left)


def _is_single(measure: Measure) -> bool:
    """Whether it is one of a unit said with an article: "a year" of "a year or two"."""
    return measure.unit is not None and measure.numeral.form == "article" and measure.low == 1


def _outer(link: str, left: Measure, right: Measure) -> Measure | None:
    """A range whose upper end is a range: "from 27 to 40-45 billion" runs from 27 to 45 billion."""
    if (
        left.rule not in {"range.from-to", "range.between", "range.to"}
        or not _DASH.fullmatch(link)
        or len(link) > 1
        or left.unit
    ):
        return None
    if right.low <= left.numeral.high or left.first is None:
        return None
    return _range(replace(left, numeral=left.first), right, left.rule)


def _spanning(before: str, left: Measure, right: Measure) -> Measure:
    """From-to is an ordered pair, a movement or a way; "ranging from 5 to 10" is a range."""
    return _range(left, right, "range.between" if _SPANNING.search(before) else "range.from-to")


def _shared_scale(left: Measure, right: Measure) -> Measure:
    """The left measure with the scale said once ("four to five thousand")."""
    scale = right.numeral.scale
    if (
        left.numeral.scale != 1
        or scale == 1
        or abs(left.low) >= 1000
        or abs(left.low) > 10 * abs(right.low) / scale
    ):
        return left
    scaled = left.numeral.scaled(scale)
    return replace(left, low=times(left.low, scale), high=times(left.high, scale), numeral=scaled)


def _range(left: Measure, right: Measure, rule: str) -> Measure:
    left = _shared_scale(left, right)
    low, high = sorted((left.low, right.low))
    unit, per = right.unit or left.unit, right.per or left.per
    return replace(
        right,
        start=left.start,
        low=low,
        high=high,
        first=left.numeral,
        unit=unit,
        per=per,
        signed=left.signed,
        rule=rule,
    )


def _score(left: Measure, right: Measure) -> Measure:
    return replace(_range(left, right, "score"), unit=_RATIO)


def _alternatives(left: Measure, right: Measure) -> Measure | None:
    """Neighbouring numbers said to be vague: "three or four years"."""
    left = _shared_scale(left, right)
    if (
        (left.unit and not _is_single(left))
        or left.signed
        or right.signed
        or not left.low < right.low <= 1.5 * left.low + 1
    ):
        return None
    return _range(left, right, "range.or")
