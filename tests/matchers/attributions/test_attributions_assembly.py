"""Decided candidates dressed as attributions, on parses written by hand."""

from __future__ import annotations

import pytest

from extractor.annotations import Attribution
from tests.matchers.attributions.attributions_by_hand import assembled

SUBJECT = "Ana|PROPN|nsubj|said said|VERB|ROOT|said "
CLAUSE = "taxes|NOUN|nsubj|rose rose|VERB|ccomp|said .|PUNCT|punct|said"
PICKED = ("say", "clause_after", "subject")


def one(written: str, picked: tuple[str, str, str] = PICKED, named: str = "Ana") -> tuple[str, Attribution]:
    text, (attribution,) = assembled(written, picked, named=named)
    return text, attribution


def shown(text: str, attribution: Attribution) -> dict[str, list[str]]:
    return {
        label: [text[span.start : span.end] for span in getattr(attribution, label)]
        for label in ("source", "cue", "content")
    }


def test_spans_lemma_class_and_rule() -> None:
    text, made = one(SUBJECT + "that|SCONJ|mark|rose " + CLAUSE)
    assert shown(text, made) == {"source": ["Ana"], "cue": ["said"], "content": ["that taxes rose"]}
    assert (made.cue_lemma, made.cue_class, made.rule) == ("say", "say", "verb:clause_after")
    assert (made.kind, made.polarity, made.modality, made.scope) == (
        "indirect",
        "affirmed",
        "actual",
        "explicit",
    )
    assert made.confidence == 0.9
    assert made.claimant and made.claimant.name == "Ana"


QUOTE = '"|PUNCT|punct|lost We|PRON|nsubj|lost lost|VERB|ccomp|said the|DET|det|vote vote|NOUN|dobj|lost ,|PUNCT|punct|said'
KINDS = {
    "direct": (
        f'{QUOTE} "|PUNCT|punct|said Ana|PROPN|nsubj|said said|VERB|ROOT|said .|PUNCT|punct|said',
        ("say", "quote_block", "subject"),
    ),
    "mixed": (
        SUBJECT + "taxes|NOUN|nsubj|were were|AUX|ccomp|said"
        ' "|PUNCT|punct|disgrace a|DET|det|disgrace disgrace|NOUN|attr|were "|PUNCT|punct|disgrace .|PUNCT|punct|said',
        PICKED,
    ),
    "indirect": (SUBJECT + CLAUSE, PICKED),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str) -> None:
    written, picked = KINDS[kind]
    assert one(written, picked)[1].kind == kind


NEGATED = {
    "Ana|PROPN|nsubj|say did|AUX|aux|say not|PART|neg|say say|VERB|ROOT|say": ("negated", "did not say"),
    "Ana|PROPN|nsubj|say never|ADV|neg|say say|VERB|ROOT|say": ("negated", "never say"),
    "Ana|PROPN|nsubj|say did|AUX|aux|say say|VERB|ROOT|say": ("affirmed", "did say"),
    "Nobody|PRON|nsubj|say did|AUX|aux|say say|VERB|ROOT|say": ("negated", "did say"),
}


@pytest.mark.parametrize("subject", NEGATED)
def test_polarity(subject: str) -> None:
    written = f"{subject} when|SCONJ|advmod|rose {CLAUSE.replace('said', 'say')}"
    text, made = one(written, named="")
    assert (made.polarity, *shown(text, made)["cue"]) == NEGATED[subject]


def test_a_denial_is_affirmed() -> None:
    written = "Ana|PROPN|nsubj|denied denied|VERB|ROOT|denied that|SCONJ|mark|rose " + CLAUSE.replace(
        "said", "denied"
    )
    assert one(written, ("deny", "clause_after", "subject"))[1].polarity == "affirmed"


MODALITIES = {
    "hypothetical under a modal": (
        "Ana|PROPN|nsubj|say may|AUX|aux|say say|VERB|ROOT|say",
        "say",
        "subject",
        "hypothetical",
    ),
    "actual in the future": (
        "Ana|PROPN|nsubj|say will|AUX|aux|say say|VERB|ROOT|say",
        "say",
        "subject",
        "actual",
    ),
    "hypothetical after if": (
        "If|SCONJ|mark|says Ana|PROPN|nsubj|says says|VERB|advcl|says",
        "say",
        "subject",
        "hypothetical",
    ),
    "actual after when": (
        "When|SCONJ|advmod|says Ana|PROPN|nsubj|says says|VERB|advcl|says",
        "say",
        "subject",
        "actual",
    ),
    "reported by nobody named": (
        "It|PRON|nsubjpass|believed is|AUX|auxpass|believed believed|VERB|ROOT|believed",
        "believe",
        "none",
        "reported",
    ),
}


@pytest.mark.parametrize("name", MODALITIES)
def test_modality(name: str) -> None:
    subject, lemma, path, modality = MODALITIES[name]
    head = subject.split("|")[-1]
    written = f"{subject} that|SCONJ|mark|rose {CLAUSE.replace('said', head)}"
    made = one(written, (lemma, "clause_after", path), named="")[1]
    assert made.modality == modality


def test_a_passive_with_an_agent_is_actual() -> None:
    written = (
        "Taxes|NOUN|nsubjpass|denied were|AUX|auxpass|denied denied|VERB|ROOT|denied by|ADP|agent|denied"
        " Ana|PROPN|pobj|by .|PUNCT|punct|denied"
    )
    made = one(written, ("deny", "passive_subject", "agent"))[1]
    assert (made.modality, made.claimant and made.claimant.name) == ("actual", "Ana")


def test_an_adverb_is_reported() -> None:
    written = "Taxes|NOUN|nsubj|rose reportedly|ADV|advmod|rose rose|VERB|ROOT|rose .|PUNCT|punct|rose"
    made = one(written, ("reportedly", "adverb_sentence", "none"), named="")[1]
    assert (made.modality, made.source, made.claimant) == ("reported", (), None)


CLAIMANTS = {
    "a mention": ("Ana|PROPN|nsubj|said", "Ana", ("Ana", "person")),
    "an unknown name": ("Ana|PROPN|nsubj|said", "", None),
    "an open pronoun": ("She|PRON|nsubj|said", "", None),
    "a document": ("report|NOUN|nsubj|said", "", ("report", "document")),
    "a group": ("ministry|NOUN|nsubj|said", "", ("ministry", "group")),
    "somebody unnamed": ("spokesman|NOUN|nsubj|said", "", ("spokesman", "anonymous")),
    "whose utterance it is": (
        "Ana|PROPN|poss|statement 's|PART|case|Ana statement|NOUN|nsubj|said",
        "Ana",
        ("Ana", "person"),
    ),
}


@pytest.mark.parametrize("name", CLAIMANTS)
def test_claimant(name: str) -> None:
    source, named, expected = CLAIMANTS[name]
    made = one(f"{source} said|VERB|ROOT|said {CLAUSE}", named=named)[1]
    assert (made.claimant and (made.claimant.name, made.claimant.kind)) == expected


def test_first_person_inside_a_quotation_is_its_speaker() -> None:
    written = (
        '"|PUNCT|punct|said I|PRON|nsubj|claimed claimed|VERB|ccomp|said that|SCONJ|mark|rose taxes|NOUN|nsubj|rose'
        ' rose|VERB|ccomp|claimed ,|PUNCT|punct|said "|PUNCT|punct|said Ana|PROPN|nsubj|said said|VERB|ROOT|said'
        " .|PUNCT|punct|said"
    )
    picked = (("say", "quote_block", "subject"), ("claim", "clause_after", "subject"))
    text, made = assembled(written, *picked, named="Ana")
    outer, inner = made
    assert text[outer.content[0].start :][:2] == '"I'
    assert inner.claimant and (inner.claimant.name, inner.claimant.resolved_by) == ("Ana", "pronoun")
    assert text[inner.claimant.mention.start : inner.claimant.mention.end] == "I"


TOLD = "Ana|PROPN|nsubj|told told|VERB|ROOT|told {hearer} that|SCONJ|mark|rose taxes|NOUN|nsubj|rose rose|VERB|ccomp|told"
SAID_IN = (
    "Ana|PROPN|nsubj|said said|VERB|ROOT|said in|ADP|prep|said an|DET|det|{occasion} {occasion}|NOUN|pobj|in"
    " with|ADP|prep|{occasion} Reuters|PROPN|pobj|with|ORG that|SCONJ|mark|rose taxes|NOUN|nsubj|rose rose|VERB|ccomp|said"
)
VIA = {
    "told an outlet": (TOLD.format(hearer="Reuters|PROPN|dobj|told|ORG"), "tell", ["Reuters"]),
    "told an outlet the recogniser does not know": (
        TOLD.format(hearer="Norpress|PROPN|dobj|told"),
        "tell",
        ["Norpress"],
    ),
    "told an institution": (TOLD.format(hearer="Parliament|PROPN|dobj|told|ORG"), "tell", []),
    "told people": (TOLD.format(hearer="reporters|NOUN|dobj|told"), "tell", []),
    "told a person": (TOLD.format(hearer="Bo|PROPN|dobj|told|PERSON"), "tell", []),
    "in an interview": (SAID_IN.format(occasion="interview"), "say", ["Reuters"]),
    "in a deal": (SAID_IN.format(occasion="deal"), "say", []),
}


@pytest.mark.parametrize("name", VIA)
def test_via_the_outlet_that_was_told(name: str) -> None:
    written, lemma, expected = VIA[name]
    text, made = one(written, (lemma, "clause_after", "subject"))
    assert [via.name for via in made.via] == expected
    assert all(via.kind == "outlet" for via in made.via)
    assert all(text[via.span.start : via.span.end] == via.name for via in made.via)


RELAYED = (
    "Ana|PROPN|nsubj|said said|VERB|ROOT|said that|SCONJ|mark|rose taxes|NOUN|nsubj|rose rose|VERB|ccomp|said"
    " ,|PUNCT|punct|said according|VERB|prep|said to|ADP|prep|according {source} .|PUNCT|punct|said"
)
OUTLET = "a|DET|det|report report|NOUN|pobj|to from|ADP|prep|report Reuters|PROPN|pobj|from|ORG"


def test_a_phrase_that_only_relays_becomes_a_via() -> None:
    picked = (PICKED, ("according to", "phrase_sentence", "object_of_phrase"))
    text, made = assembled(RELAYED.format(source=OUTLET), *picked, named="Ana Reuters")
    (attribution,) = made
    assert attribution.claimant and attribution.claimant.name == "Ana"
    (via,) = attribution.via
    assert (via.name, via.kind) == ("Reuters", "outlet")
    assert text[via.span.start : via.span.end] == "a report from Reuters"
    assert text[via.cue.start : via.cue.end] == "according to"


def test_a_phrase_with_a_claimant_of_its_own_is_no_via() -> None:
    picked = (PICKED, ("according to", "phrase_sentence", "object_of_phrase"))
    _, made = assembled(RELAYED.format(source="Bo|PROPN|pobj|to|PERSON"), *picked, named="Ana Bo")
    assert sorted(a.claimant.name for a in made if a.claimant) == ["Ana", "Bo"]
    assert not any(a.via for a in made)


ORIGIN = (
    "According|VERB|prep|stopped to|ADP|prep|According the|DET|det|ministry ministry|NOUN|pobj|to ,|PUNCT|punct|stopped"
    " 12|NUM|nummod|ships ships|NOUN|nsubjpass|stopped were|AUX|auxpass|stopped stopped|VERB|ROOT|stopped .|PUNCT|punct|stopped"
)
CREWS = "three|NUM|nummod|crews crews|NOUN|nsubj|left left|VERB|ROOT|left .|PUNCT|punct|left"
ADDITIVE = "Additionally|ADV|advmod|left ,|PUNCT|punct|left " + CREWS
MORE_SHIPS = "Nine|NUM|nummod|ships ships|NOUN|nsubj|left left|VERB|ROOT|left .|PUNCT|punct|left"
COMPETING = (
    "Additionally|ADV|advmod|said ,|PUNCT|punct|said Bo|PROPN|nsubj|said said|VERB|ROOT|said crews|NOUN|nsubj|left"
    " left|VERB|ccomp|said .|PUNCT|punct|said"
)
ACCORDING = ("according to", "phrase_sentence", "object_of_phrase")

CARRIED = {
    "an additive connective": ([ADDITIVE], ["three crews left"]),
    "then a number on the topic": ([ADDITIVE, MORE_SHIPS], ["three crews left", "Nine ships left"]),
    "no connective": ([CREWS], []),
    "no connective, on the topic": ([MORE_SHIPS], []),
    "a contrast": (["However|ADV|advmod|left ,|PUNCT|punct|left " + CREWS], []),
    "a contrast ends it": ([ADDITIVE, "But|CCONJ|cc|left " + MORE_SHIPS], ["three crews left"]),
    "another topic ends it": (
        [ADDITIVE, "Nine|NUM|nummod|dogs dogs|NOUN|nsubj|slept slept|VERB|ROOT|slept .|PUNCT|punct|slept"],
        ["three crews left"],
    ),
    "no number ends it": (
        [ADDITIVE, "The|DET|det|ships ships|NOUN|nsubj|left left|VERB|ROOT|left .|PUNCT|punct|left"],
        ["three crews left"],
    ),
    "a gap ends it": ([CREWS, ADDITIVE], []),
}


@pytest.mark.parametrize("name", CARRIED)
def test_carried_scope(name: str) -> None:
    following, expected = CARRIED[name]
    text, made = assembled("\n".join([ORIGIN, *following]), ACCORDING)
    origin, *carried = made
    assert [text[a.content[0].start : a.content[0].end] for a in carried] == expected
    for attribution in carried:
        assert (attribution.scope, attribution.source, attribution.cue) == ("carried", (), ())
        assert attribution.claimant == origin.claimant
        assert 0 < attribution.confidence < origin.confidence


def test_another_source_ends_carried_scope() -> None:
    _, made = assembled(f"{ORIGIN}\n{COMPETING}", ACCORDING, PICKED, named="Bo")
    assert [a.scope for a in made] == ["explicit", "explicit"]
    _, unsure = assembled(f"{ORIGIN}\n{COMPETING}", ACCORDING, (*PICKED, 0.1), named="Bo")
    assert "carried" in [a.scope for a in unsure], "an attribution that is hardly believed competes with none"


def test_an_unsure_phrase_carries_nothing() -> None:
    _, made = assembled(f"{ORIGIN}\n{ADDITIVE}", (*ACCORDING, 0.2))
    assert [a.scope for a in made] == ["explicit"]


def test_a_verb_carries_nothing() -> None:
    _, made = assembled(f"{SUBJECT}{CLAUSE}\n{ADDITIVE}", PICKED, named="Ana")
    assert [a.scope for a in made] == ["explicit"]


def test_attributions_come_in_the_order_of_their_contents() -> None:
    _, made = assembled(f"{SUBJECT}{CLAUSE}\n{ORIGIN}\n{ADDITIVE}", PICKED, ACCORDING, named="Ana")
    starts = [a.content[0].start for a in made]
    assert len(starts) == 3
    assert starts == sorted(starts)
