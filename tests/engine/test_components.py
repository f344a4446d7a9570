"""What the engine recognises, and that everything else runs as spaCy has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from thinc.api import fix_random_seed

from extractor.engine import components
from extractor.engine.components import steps
from extractor.engine.ruler import PatternLookup
from extractor.engine.unknown import UnknownComponentError
from extractor.engine.vectors import TokenVectors

TEXTS = [
    "The mayor of Ferrow said on Monday that taxes rose by 5 percent.",
    "",
    "No.",
    "She\n\n denied it, and there 's more; 12 mice ran.",
]


def pipeline(name: str, **config: Any) -> Pipeline:
    """A blank pipeline of one component with weights of chance."""
    nlp = spacy.blank("en")
    component: Any = nlp.add_pipe(name, config=config)
    if name in ("ner", "beam_ner"):
        for label in ("ORG", "PER", "LOC", "DATE"):
            component.add_label(label)
    fix_random_seed(7)
    nlp.initialize()
    return nlp


def why_stock(nlp: Pipeline) -> dict[str, str]:
    return {step.name: step.why_stock for step in steps(nlp)}


def tok2vec(**encoder: Any) -> dict[str, Any]:
    width = encoder.get("width", 32)
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": ["NORM", "SHAPE"],
            "rows": [500, 200],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": 2,
            "width": width,
            **encoder,
        },
    }


@pytest.mark.parametrize("encoder", [{}, {"depth": 1}, {"maxout_pieces": 2, "width": 16}, {"depth": 5}])
def test_vectors_agree_with_stock_whatever_the_dimensions(encoder: dict[str, Any]) -> None:
    nlp = pipeline("tok2vec", model=tok2vec(**encoder))
    docs = [nlp.make_doc(text) for text in [*TEXTS, "mice " * 700]]
    model: Any = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    vectors = TokenVectors(model)
    for _ in range(2):  # once computed, once kept
        for ours, stock in zip(vectors(docs), model.predict(docs), strict=True):
            np.testing.assert_allclose(ours, stock, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"window_size": 2}, "windows are wider"),
        (
            {"@architectures": "spacy.MishWindowEncoder.v2", "maxout_pieces": None},
            "not a chain of convolutions",
        ),
    ],
)
def test_another_encoder_runs_stock(changed: dict[str, Any], why: str) -> None:
    model = tok2vec()
    model["encode"] |= changed
    model["encode"] = {key: value for key, value in model["encode"].items() if value is not None}
    assert why in why_stock(pipeline("tok2vec", model=model))["tok2vec"]


def test_an_embedding_of_another_make_runs_stock() -> None:
    model = tok2vec()
    model["embed"] = {
        "@architectures": "spacy.CharacterEmbed.v2",
        "width": 32, "nM": 8, "nC": 4, "rows": 100, "include_static_vectors": False, "feature": "LOWER",
    }  # fmt: skip
    assert "hash tables" in why_stock(pipeline("tok2vec", model=model))["tok2vec"]


def test_entities_of_an_unknown_tok2vec_are_decoded_fast_from_its_vectors() -> None:
    model = tok2vec(window_size=2)
    nlp = pipeline(
        "ner",
        model={
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": "ner", "extra_state_tokens": False, "hidden_width": 16,
            "maxout_pieces": 3, "use_upper": True, "tok2vec": model,
        },
    )  # fmt: skip
    ner: Any = nlp.get_pipe("ner")
    fix_random_seed(3)
    upper = ner.model.get_ref("upper")
    upper.set_param("W", np.random.randn(*upper.get_param("W").shape).astype("f"))
    assert why_stock(nlp) == {"ner": ""}
    docs, stock = ([nlp.make_doc(text * 20) for text in TEXTS] for _ in range(2))
    steps(nlp)[0].run(docs)
    ner.set_annotations(stock, ner.predict(stock))
    columns: list[int | str] = ["ENT_IOB", "ENT_TYPE"]
    assert sum(len(doc.ents) for doc in stock) > 20
    assert all(
        np.array_equal(a.to_array(columns), b.to_array(columns)) for a, b in zip(docs, stock, strict=True)
    )


@pytest.mark.parametrize(
    ("nlp", "name", "why"),
    [
        (lambda: pipeline("sentencizer"), "sentencizer", "no fast form of Sentencizer"),
        (lambda: pipeline("beam_ner"), "beam_ner", "searches with a beam"),
        (lambda: with_entities_before(), "ner", "an earlier component may have set entities"),
        (lambda: with_lemmatizer("lookup"), "lemmatizer", "it works by lookup"),
    ],
)
def test_unknown_components_are_named_with_the_reason(
    nlp: Callable[[], Pipeline], name: str, why: str
) -> None:
    assert why in why_stock(nlp())[name]


def with_entities_before() -> Pipeline:
    nlp = pipeline("ner")
    nlp.add_pipe("entity_ruler", before="ner")
    return nlp


def with_lemmatizer(mode: str) -> Pipeline:
    nlp = spacy.blank("en")
    nlp.add_pipe("lemmatizer", config={"mode": mode})
    return nlp


def test_another_spacy_runs_stock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(components, "WRITTEN_FOR", "2.0")
    assert why_stock(pipeline("tok2vec", model=tok2vec())) == {"tok2vec": "written for spaCy 2.0"}


def test_a_component_without_a_fast_form_annotates_in_its_place() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    docs = [nlp.make_doc(text) for text in TEXTS]
    (step,) = steps(nlp)
    assert [len(list(doc.sents)) for doc in step.run(docs)] == [len(list(nlp(text).sents)) for text in TEXTS]


RULES: list[dict[str, Any]] = [
    {"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "NOUN"}},
    {"patterns": [[{"LOWER": {"REGEX": "ing$"}}]], "attrs": {"MORPH": "Aspect=Prog"}},
    {"patterns": [[{"LOWER": {"NOT_IN": ["a", "b"]}, "TAG": "IN"}]], "attrs": {"LEMMA": "other"}},
    {
        "patterns": [[{"LOWER": "new"}, {"LOWER": "york"}, {"TAG": "NN"}]],
        "attrs": {"POS": "PROPN"},
        "index": 2,
    },
    {"patterns": [[{"TAG": "NN"}, {"LOWER": "a"}]], "attrs": {"LEMMA": "first"}, "index": -1},
    {"patterns": [[{"LOWER": "a", "DEP": {"IN": ["", "det"]}}]], "attrs": {"LEMMA": "second", "TAG": "DT"}},
]


def ruled(rules: list[dict[str, Any]]) -> Any:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("attribute_ruler")
    ruler.add_patterns(rules)
    return ruler


def test_later_patterns_win_and_long_ones_reach_over_their_words() -> None:
    ruler = ruled(RULES)
    words = ["new", "york", "a", "b", "new", "new", "york", "thing", "a", "being", "a"]
    tags = ["IN", "IN", "NN", "IN", "NN", "IN", "NN", "NN", "IN", "NN", "NN"]
    docs, stock = (
        [Doc(ruler.vocab, words=words[n:], tags=tags[n:]) for n in range(len(words))] for _ in range(2)
    )
    PatternLookup(ruler)(docs)
    names: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA"]
    for doc, other in zip(docs, map(ruler, stock), strict=True):
        assert doc.to_array(names).tolist() == other.to_array(names).tolist()


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ({"patterns": [[{"SHAPE": "Xx"}]], "attrs": {"POS": "X"}}, "asks for SHAPE"),
        ({"patterns": [[{"LOWER": "a", "OP": "+"}]], "attrs": {"POS": "X"}}, "asks for OP"),
        ({"patterns": [[{"LOWER": {"FUZZY": "abc"}}]], "attrs": {"POS": "X"}}, "compares in an unknown way"),
        ({"patterns": [[{"LOWER": "a"}]], "attrs": {"NORM": "x"}}, "sets NORM"),
    ],
)
def test_a_ruler_of_other_patterns_is_refused(rule: dict[str, Any], why: str) -> None:
    with pytest.raises(UnknownComponentError, match=why):
        PatternLookup(ruled([rule]))
