"""The features of a statement by name: numbers, times, names, source and words. What each weighs is learned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from extractor.desk.checkworthiness.grammar import grammar
from extractor.desk.checkworthiness.lexicon import Lexicon
from extractor.desk.checkworthiness.statement import Statement
from extractor.records import QuantityRecord

_NAMES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "NORP": "people",
    "LOC": "place",
    "FAC": "place",
    "LAW": "law",
}
_WORDS = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX", "SCONJ", "PRON", "PROPN"})
_SIGNS = frozenset({"PUNCT", "SPACE"})
_LENGTHS = (3, 6, 10, 15, 20, 30)
_MAGNITUDES = ((2, "one"), (13, "few"), (1000, "hundreds"), (1e6, "thousands"))
_BY_VOICE = ("person", "says", "tag:", "number", "no ", "words>=", "verb:", "top:")
"""Beginnings of the features that weigh differently in quoted, reported and the article's own words."""


def features(statement: Statement, lexicon: Lexicon) -> list[str]:
    """The names of all features, each once."""
    parts = (
        _numbers(statement),
        _times(statement),
        _names(statement),
        grammar(statement),
        _source(statement),
        _size(statement),
        lexicon.signals(statement.column("lemma"), statement.column("lower")),
        _words(statement),
    )
    found = dict.fromkeys(chain.from_iterable(parts))
    if statement.kind:
        voice = f"kind:{statement.kind}&"
        found.update(dict.fromkeys([voice + name for name in found if name.startswith(_BY_VOICE)]))
    return list(found)


def _numbers(statement: Statement) -> Iterator[str]:
    count = len(statement.quantities)
    if not count:
        yield "no number"
    if count > 1:
        yield "several numbers"
    if count > 2:
        yield "many numbers"
    for number in statement.quantities:
        yield "number"
        yield f"number:{number.unit_kind}"
        yield from _number(number)


def _number(number: QuantityRecord) -> Iterator[str]:
    if number.counted:
        yield "number:counted"
        yield f"counted:{number.counted.head.lower()}"
    if number.measured:
        yield "number:measured"
    if number.when:
        yield "number:when"
    if number.vague:
        yield "number:vague"
    if number.change:
        yield "number:change"
    if number.modifier not in ("=", "~"):
        yield "number:bounded"
    if number.of:
        yield "number:share"
    if number.per:
        yield "number:rate"
    size = number.value if number.value is not None else number.high
    if size is not None:
        yield f"number:size={next((name for limit, name in _MAGNITUDES if abs(size) < limit), 'millions')}"


def _times(statement: Statement) -> Iterator[str]:
    if not statement.timexes:
        yield "no date"
    for timex in statement.timexes:
        yield f"date:{timex.type.lower()}"
        if timex.value[:4].isdigit():
            yield "date:known"
        elif timex.value.endswith("_REF"):
            yield f"date:{timex.value[:-4].lower()}"
        if timex.relation:
            yield f"date:{timex.relation}"


def _names(statement: Statement) -> Iterator[str]:
    labels = statement.column("entity")
    kinds = [
        _NAMES[label]
        for label, last in zip(labels, ["", *labels], strict=False)
        if label in _NAMES and label != last
    ]
    if not kinds:
        yield "no name"
    yield from (f"name:{kind}" for kind in kinds)
    yield f"names={min(3, len(kinds))}"


def _source(statement: Statement) -> Iterator[str]:
    if statement.kind:
        yield f"kind:{statement.kind}"
    said = statement.attribution
    if said is None:
        return
    yield f"cue:{said.cue_class}"
    yield f"cue={said.cue_lemma}"
    yield f"cue:{said.polarity}"
    yield f"cue:{said.modality}"
    yield f"cue:{said.scope}"
    yield f"source:{said.claimant.kind if said.claimant else 'none'}"
    if said.claimant and said.claimant.role:
        yield "source:role"


def _size(statement: Statement) -> Iterator[str]:
    size = sum(1 for pos in statement.column("pos") if pos not in _SIGNS)
    return (f"words>={limit}" for limit in _LENGTHS if size >= limit)


def _words(statement: Statement) -> Iterator[str]:
    """Single words, names by their label, and pairs of neighbours, numbers as ``#``."""
    parsed = statement.parsed
    for token in statement.tokens:
        if parsed.pos[token] in _WORDS:
            label = parsed.entity[token]
            yield f"word={label if label in _NAMES else parsed.lemma[token]}"
    forms = ["#" if parsed.pos[token] == "NUM" else parsed.lower[token] for token in statement.tokens]
    yield from (f"pair={first} {second}" for first, second in pairwise(forms))
