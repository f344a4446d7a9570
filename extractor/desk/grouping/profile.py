"""A claim as it is compared: its words, figures, names, days and speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.language.grouping import GroupingWords
from extractor.records import ClaimRecord, QuantityRecord

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d,.]*\d|\d")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
)
_SHORTEST_STEM = 4
_RUN = 4
_PEOPLE = "(people)"
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_BACKGROUND = frozenset({"time", "age"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is compared.

    Attributes:
        low: Its least value, and ``high`` its largest.
        unit: Kind and unit; two figures of different units say nothing of each other.
        of: Stems of what it counts or measures.
        bound: Whether the text says about, at least, more than or the like.
    """

    low: float
    high: float
    unit: str
    of: frozenset[str]
    bound: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a claim is compared.

    Attributes:
        id: The claim's id.
        article: The article's id; claims of one article are not grouped.
        published: Ordinal of the day of publication; 0 unknown.
        stems: Stems of the claim's words.
        context: Stems of the sentence around it, those of the claim among them.
        figures: Its numbers, but for ages and durations.
        names: Stems of the named entities in it.
        days: First and last day (ordinals) of its dates.
        speaker: Stems of the claimant's name.
        kind: Kind of the claim.
        runs: Every run of four words of it, to find what was quoted alike.
        negated: Whether a word of it turns it round.
        denied: Whether its claimant denies it.
    """

    id: str
    article: str
    published: int
    stems: frozenset[str]
    context: frozenset[str]
    figures: tuple[Figure, ...]
    names: frozenset[str]
    days: tuple[tuple[int, int], ...]
    speaker: frozenset[str]
    kind: str
    runs: frozenset[str]
    negated: bool
    denied: bool


class Profiler:
    """Makes profiles with the words of a language."""

    def __init__(self, words: GroupingWords) -> None:
        self._empty = words.empty
        self._negations = words.negations
        self._people = words.people
        self._stem_of: dict[str, str] = {}

    def of(self, claim: ClaimRecord) -> Profile:
        """The profile of a claim."""
        said = claim.attribution
        text = claim.standalone or claim.text
        forms = _forms(claim.text)
        stems = frozenset(self._stems(_forms(text)))
        denied = said is not None and (said.cue_class == "deny" or said.polarity == "negated")
        published = claim.article.published
        return Profile(
            id=claim.id,
            article=claim.article.id,
            published=published.toordinal() if published else 0,
            stems=stems,
            context=stems | frozenset(self._stems(_forms(claim.sentences.text))),
            figures=tuple(self._figures(claim.quantities, _peoples(claim))),
            names=frozenset(
                stem
                for one in claim.entities
                if one.label in _NAMES
                for stem in self._stems(_forms(one.text))
            ),
            days=tuple(_days(claim)),
            speaker=frozenset(self._stems(_forms(said.claimant.name)))
            if said and said.claimant
            else frozenset(),
            kind=claim.kind,
            runs=frozenset(" ".join(forms[n : n + _RUN]) for n in range(len(forms) - _RUN + 1)),
            negated=not self._negations.isdisjoint(forms),
            denied=denied,
        )

    def _figures(self, numbers: Iterable[QuantityRecord], peoples: frozenset[str]) -> Iterator[Figure]:
        for number in numbers:
            low = number.value if number.value is not None else number.low
            high = number.value if number.value is not None else number.high
            if number.unit_kind in _BACKGROUND or low is None or high is None:
                continue
            what = _forms(" ".join(part.text for part in (number.counted, number.measured) if part))
            counted = set(self._stems(what))
            if not self._people.isdisjoint(what) or not peoples.isdisjoint(what):
                counted.add(_PEOPLE)
            unit = number.currency or number.unit or number.unit_kind
            bound = number.modifier != "=" or number.vague
            yield Figure(low, high, unit, frozenset(counted), bound)

    def _stems(self, forms: Iterable[str]) -> Iterator[str]:
        for form in forms:
            stem = self._stem_of.get(form)
            if stem is None:
                stem = self._stem_of[form] = "" if form in self._empty or form[0].isdigit() else stemmed(form)
            if stem:
                yield stem


def stems_of(text: str, words: GroupingWords) -> list[str]:
    """The stems of a text's telling words, in order."""
    return [stemmed(form) for form in _forms(text) if form not in words.empty and not form[0].isdigit()]


def numbers_in(text: str) -> frozenset[float]:
    """The plain numbers of a text, as written in figures."""
    figures = (form.replace(",", "").rstrip(".") for form in _forms(text) if form[0].isdigit())
    return frozenset(float(figure) for figure in figures if figure.count(".") < 2)


def stemmed(word: str) -> str:
    """The word without the endings of plural and tense; rough, since it is only compared with others."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _SHORTEST_STEM - 1:
            return word[: len(word) - len(ending)] + instead
    return word


def _forms(text: str) -> list[str]:
    return [form for word in _WORD.findall(text.lower()) if (form := _POSSESSIVE.sub("", word))]


def _peoples(claim: ClaimRecord) -> frozenset[str]:
    """The words of names like "Palestinians", as far as they are of one word."""
    return frozenset(form for one in claim.entities if one.label == "NORP" for form in _forms(one.text))


def _days(claim: ClaimRecord) -> Iterator[tuple[int, int]]:
    for timex in claim.timexes:
        days = timex.interval
        if timex.type in ("DATE", "TIME") and days and days.begin and days.end:
            yield days.begin.toordinal(), days.end.toordinal()
