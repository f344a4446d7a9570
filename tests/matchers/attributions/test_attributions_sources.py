"""Sources by path, on parses written by hand."""

from __future__ import annotations

import pytest

from tests.matchers.attributions.attributions_by_hand import discourse_of, doc_of, proposals, sources

CLAUSE = "taxes|NOUN|nsubj|rose rose|VERB|ccomp|{cue} .|PUNCT|punct|{cue}"
SUBJECT = "The|DET|det|mayor mayor|NOUN|nsubj|said said|VERB|ROOT|said " + CLAUSE.format(cue="said")
RELATIVE = (
    "Ana|PROPN|nsubj|said ,|PUNCT|punct|Ana who|PRON|nsubj|left left|VERB|relcl|Ana ,|PUNCT|punct|Ana said|VERB|ROOT|said "
    + CLAUSE.format(cue="said")
)
ANTECEDENT = (
    "Bo|PROPN|nsubj|knew knew|VERB|ROOT|knew Ana|PROPN|dobj|knew ,|PUNCT|punct|Ana who|PRON|nsubj|said"
    " said|VERB|relcl|Ana taxes|NOUN|nsubj|rose rose|VERB|ccomp|said .|PUNCT|punct|knew"
)
JOINED = (
    "Ana|PROPN|nsubj|stood stood|VERB|ROOT|stood and|CCONJ|cc|stood said|VERB|conj|stood "
    "taxes|NOUN|nsubj|rose rose|VERB|ccomp|said .|PUNCT|punct|stood"
)
AGENT = (
    "Taxes|NOUN|nsubjpass|denied were|AUX|auxpass|denied denied|VERB|ROOT|denied by|ADP|agent|denied"
    " the|DET|det|mayor mayor|NOUN|pobj|by .|PUNCT|punct|denied"
)
IMPERSONAL = (
    "It|PRON|nsubjpass|believed is|AUX|auxpass|believed believed|VERB|ROOT|believed that|SCONJ|mark|rose "
    + CLAUSE.format(cue="believed")
)
POSSESSOR = (
    "Her|PRON|poss|claim claim|NOUN|nsubj|failed that|SCONJ|mark|rose taxes|NOUN|nsubj|rose rose|VERB|acl|claim"
    " failed|VERB|ROOT|failed .|PUNCT|punct|failed"
)
NAMED_OWNER = (
    "Ana|PROPN|poss|claim 's|PART|case|Ana claim|NOUN|nsubj|failed that|SCONJ|mark|rose taxes|NOUN|nsubj|rose"
    " rose|VERB|acl|claim failed|VERB|ROOT|failed .|PUNCT|punct|failed"
)
BY_NOUN = (
    "A|DET|det|claim claim|NOUN|nsubj|failed by|ADP|prep|claim Ana|PROPN|pobj|by that|SCONJ|mark|rose"
    " taxes|NOUN|nsubj|rose rose|VERB|acl|claim failed|VERB|ROOT|failed .|PUNCT|punct|failed"
)
PHRASE = (
    "According|VERB|prep|rose to|ADP|prep|According the|DET|det|mayor mayor|NOUN|pobj|to ,|PUNCT|punct|rose"
    " taxes|NOUN|nsubj|rose rose|VERB|ROOT|rose .|PUNCT|punct|rose"
)
COLON = "ANA|PROPN|dep|rose :|PUNCT|punct|rose Taxes|NOUN|nsubj|rose rose|VERB|ROOT|rose .|PUNCT|punct|rose"
LONG_COLON = (
    "Bo|PROPN|nsubj|asked asked|VERB|ROOT|asked this|PRON|dobj|asked :|PUNCT|punct|asked why|ADV|advmod|rose"
    " taxes|NOUN|nsubj|rose rose|VERB|dep|asked .|PUNCT|punct|asked"
)
TORN_APART = (
    "Bo|PROPN|nsubj|left left|VERB|ccomp|told and|CCONJ|cc|left aides|NOUN|conj|Bo ,|PUNCT|punct|aides speaking|VERB|acl|aides"
    " on|ADP|prep|speaking condition|NOUN|pobj|on ,|PUNCT|punct|told told|VERB|ROOT|told me|PRON|dobj|told "
    + CLAUSE.format(cue="told")
)
ASKED = (
    "Ana|PROPN|nsubj|asked ,|PUNCT|punct|Ana asked|VERB|ccomp|said about|ADP|prep|asked it|PRON|pobj|about ,|PUNCT|punct|said"
    " said|VERB|ROOT|said "
) + CLAUSE.format(cue="said")
BLUNT = (
    "Her|PRON|poss|deputy deputy|NOUN|nsubj|was was|AUX|ROOT|was blunter|ADJ|acomp|was :|PUNCT|punct|was"
    ' "|PUNCT|punct|rose The|DET|det|taxes taxes|NOUN|nsubj|rose rose|VERB|ccomp|was again|ADV|advmod|rose "|PUNCT|punct|rose'
)
HER_DISCOURSE = (
    "Her|PRON|poss|claim claim|NOUN|nsubj|said said|VERB|ROOT|said taxes|NOUN|nsubj|rose rose|VERB|ccomp|said"
)
HER_NEIGHBOUR = (
    "Her|PRON|poss|neighbour neighbour|NOUN|nsubj|said Bo|PROPN|appos|neighbour|PERSON said|VERB|ROOT|said"
    " taxes|NOUN|nsubj|rose rose|VERB|ccomp|said"
)
DASH = "Taxes|NOUN|nsubj|rise will|AUX|aux|rise rise|VERB|ROOT|rise –|PUNCT|punct|rise Ana|PROPN|dep|rise"

PATHS = {
    "its subject": (SUBJECT, "say", "subject", "The mayor"),
    "its subject with a relative clause": (RELATIVE, "say", "subject", "Ana , who left ,"),
    "its subject without the relative clause": (RELATIVE, "say", "subject-clause", "Ana , … ,"),
    "the antecedent of its subject": (ANTECEDENT, "say", "antecedent", "Ana ,"),
    "the subject of the verb it is joined to": (JOINED, "say", "inherited:conj", "Ana"),
    "the agent of a passive": (AGENT, "deny", "agent", "the mayor"),
    "the noun phrase that a nearest noun is deep in": (
        TORN_APART,
        "tell",
        "nearest_left",
        "aides , speaking on condition",
    ),
    "the subject that the parse gave to a participle": (ASKED, "say", "subject", "Ana,"),
    "who the clause before a colon and a quotation is about": (
        BLUNT,
        ":",
        "clause_before_colon",
        "Her deputy",
    ),
    "the possessor of the subject": (HER_DISCOURSE, "say", "subject_possessor", "Her"),
    "nobody": (IMPERSONAL, "believe", "none", ""),
    "the possessor of a noun": (POSSESSOR, "claim", "noun_poss", "Her"),
    "a named possessor without its case": (NAMED_OWNER, "claim", "noun_poss", "Ana"),
    "who a noun is by": (BY_NOUN, "claim", "of_noun:by", "Ana"),
    "the object of a phrase": (PHRASE, "according to", "object_of_phrase", "the mayor"),
    "the speaker before a colon": (COLON, ":", "before_colon", "ANA"),
    "the speaker after a dash": (DASH, "–", "after_dash", "Ana"),
}


@pytest.mark.parametrize("name", PATHS)
def test_path(name: str) -> None:
    written, lemma, path, expected = PATHS[name]
    parsed, found = discourse_of(doc_of(written))
    shown = sources(parsed, proposals(parsed, found)[lemma])
    assert shown[path].replace(" ,", ",") == expected.replace(" ,", ",")


NOT_PROPOSED = {
    "an active verb with a subject has a source": (SUBJECT, "say", "none"),
    "a verb with a subject inherits none": (SUBJECT, "say", "inherited:conj"),
    "a relative pronoun inside the clause is not climbed over": (ANTECEDENT, "say", "inherited:relcl"),
    "who is asked does not ask": (ASKED, "ask", "subject"),
    "nobody says what a neighbour of theirs says": (HER_NEIGHBOUR, "say", "subject_possessor"),
    "without a relative clause nothing is cut off": (SUBJECT, "say", "subject-clause"),
}


@pytest.mark.parametrize("name", NOT_PROPOSED)
def test_path_is_not_proposed(name: str) -> None:
    written, lemma, path = NOT_PROPOSED[name]
    parsed, found = discourse_of(doc_of(written))
    assert path not in sources(parsed, proposals(parsed, found)[lemma])


def test_a_clause_before_a_colon_is_no_speaker() -> None:
    parsed, found = discourse_of(doc_of(LONG_COLON))
    assert ":" in [cue.lemma for cue in found.cues]
    assert ":" not in proposals(parsed, found)


def test_at_most_six_sources_a_verb() -> None:
    for written in (SUBJECT, RELATIVE, ANTECEDENT, JOINED, AGENT, IMPERSONAL):
        parsed, found = discourse_of(doc_of(written))
        for proposal in proposals(parsed, found).values():
            assert len({(c.source.path, c.source.tokens) for c in proposal.candidates}) <= 6
