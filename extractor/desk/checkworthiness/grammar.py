"""Grammatical features of a statement: tense, person, subject, negation, what its verb stands with."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.desk.checkworthiness.statement import Statement

_PERSONS = {
    "first": frozenset({"i", "me", "my", "mine", "myself"}),
    "we": frozenset({"we", "us", "our", "ours", "ourselves"}),
    "second": frozenset({"you", "your", "yours"}),
    "third": frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "their"}),
    "it": frozenset({"it", "its"}),
    "this": frozenset({"this", "that", "these", "those"}),
}
_NEGATIONS = frozenset({"no", "never", "not", "none", "neither"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PREDICATES = frozenset({"attr", "acomp"})
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "advcl"})


def grammar(statement: Statement) -> Iterator[str]:
    """The names of the features, some more than once."""
    tags, forms, labels = (
        statement.column("tag"),
        set(statement.column("lower")),
        set(statement.column("dep")),
    )
    if _FINITE.isdisjoint(tags):
        yield "no finite verb"
    yield from (f"tag:{tag}" for tag in tags)
    yield from (f"person:{name}" for name, words in _PERSONS.items() if not words.isdisjoint(forms))
    if "neg" in labels or not _NEGATIONS.isdisjoint(forms):
        yield "negated"
    if not _PASSIVE.isdisjoint(labels):
        yield "passive"
    if "?" in forms:
        yield "question"
    if "!" in forms:
        yield "exclamation"
    yield from _top(statement)


def _top(statement: Statement) -> Iterator[str]:
    parsed, top = statement.parsed, statement.top
    if top is None:
        return
    if parsed.pos[top] not in ("VERB", "AUX"):
        yield f"top:{parsed.pos[top]}"
        yield f"top={parsed.lemma[top]}"
        return
    yield f"verb={parsed.lemma[top]}"
    yield f"verb:{parsed.tag[top]}"
    children = [child for child in parsed.children[top] if child in statement.own]
    helpers = {parsed.lower[child] for child in children if parsed.dep[child] in ("aux", "auxpass")}
    if helpers:
        yield f"helpers={' '.join(sorted(helpers))}"
    for child in children:
        yield from _complement(statement, child)


def _complement(statement: Statement, child: int) -> Iterator[str]:
    parsed, label = statement.parsed, statement.parsed.dep[child]
    if label in _SUBJECTS:
        yield f"subject:{parsed.entity[child] or parsed.pos[child]}"
        yield f"subject={parsed.lower[child]}"
    elif label in _COMPLEMENTS:
        yield f"with:{label}"
    if label in _PREDICATES:
        yield f"predicate={parsed.lemma[child]}"
