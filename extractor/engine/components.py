"""Which components of a pipeline have an exact fast form, and how a batch goes through them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.engine.entities import EntityDecoder
from extractor.engine.lemmas import LemmaLookup
from extractor.engine.ruler import PatternLookup
from extractor.engine.trees import TreeBuilder
from extractor.engine.unknown import UnknownComponentError, require
from extractor.engine.vectors import TokenVectors, Vectors

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

Docs = list["Doc"]
Run = Callable[[Docs], Docs]

WRITTEN_FOR = "3.8"
"""The spaCy whose source the fast components were read from."""
_SILENT_ON_ENTITIES = (
    "Tok2Vec",
    "Tagger",
    "DependencyParser",
    "AttributeRuler",
    "EnglishLemmatizer",
    "SentenceRecognizer",
)
"""Components that set no entities; what others set, the entity recogniser would have to keep."""
_TAGS_AND_TREES = ("Tok2Vec", "Tagger", "DependencyParser", "SentenceRecognizer")
"""Components that set nothing the attribute ruler sets, but tags and labels."""


@dataclass(frozen=True, slots=True)
class Step:
    """One component of a pipeline.

    Attributes:
        name: Its name in the pipeline.
        run: Annotates the Docs of a batch.
        why_stock: Why it runs as spaCy has it; empty for a fast one.
    """

    name: str
    run: Run
    why_stock: str = ""


def steps(nlp: Pipeline) -> tuple[Step, ...]:
    """The components of a pipeline in their order, each in its fast form where it has one."""
    kinds = [type(component).__name__ for _, component in nlp.pipeline]
    return tuple(
        _step(name, component, kinds[:index]) for index, (name, component) in enumerate(nlp.pipeline)
    )


def _step(name: str, component: Any, before: list[str]) -> Step:
    try:
        return Step(name, _fast(component, before))
    except UnknownComponentError as unknown:
        return Step(name, _stock(component), unknown.why)


def _fast(component: Any, before: list[str]) -> Run:
    from spacy.about import __version__
    from spacy.lang.en.lemmatizer import EnglishLemmatizer
    from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer, Tagger, Tok2Vec

    require(__version__.startswith(f"{WRITTEN_FOR}."), f"written for spaCy {WRITTEN_FOR}")
    kind = type(component)  # not isinstance: a subclass may do something else
    if kind is Tok2Vec:
        return _vectors(component)
    if kind is Tagger:
        return _whole(component)
    if kind is DependencyParser:
        require(set(before) <= {"Tok2Vec", "Tagger"}, "an earlier component may have set sentence starts")
        return _each(TreeBuilder(component))
    if kind is AttributeRuler:
        require(set(before) <= set(_TAGS_AND_TREES), "an earlier component may have set what it sets")
        return _each(PatternLookup(component))
    if kind is EnglishLemmatizer:
        return _each(LemmaLookup(component))
    require(kind is EntityRecognizer, f"no fast form of {kind.__name__}")
    require(set(before) <= set(_SILENT_ON_ENTITIES), "an earlier component may have set entities")
    return _each(EntityDecoder(component, _vectors_of(component.model)))


def _stock(component: Any) -> Run:
    if hasattr(component, "pipe"):
        return lambda docs: list(component.pipe(docs, batch_size=max(len(docs), 1)))
    return lambda docs: [component(doc) for doc in docs]


def _whole(component: Any) -> Run:
    """Stock, but a batch whole: ``Parser.pipe`` cuts it in four, to no use when batches are small."""

    def run(docs: Docs) -> Docs:
        component.set_annotations(docs, component.predict(docs))
        return docs

    return run


def _vectors(component: Any) -> Run:
    vectors = TokenVectors(component.model)

    def run(docs: Docs) -> Docs:
        component.set_annotations(docs, vectors(docs))
        return docs

    return run


def _vectors_of(model: Any) -> Callable[[Sequence[Doc]], Sequence[Vectors]]:
    """The tok2vec layer of a parser model, fast if it is known, else as it is."""
    layers = model.get_ref("tok2vec").layers
    require([layer.name for layer in layers[1:]] == ["list2array", "linear"], "its layers are others")
    try:
        return TokenVectors(layers[0])
    except UnknownComponentError:
        return lambda docs: layers[0].predict(list(docs))


def _each(annotate: Callable[[Docs], None]) -> Run:
    def run(docs: Docs) -> Docs:
        annotate(docs)
        return docs

    return run
