from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from extractor.annotations import Annotations, Cue
from extractor.language.resources import Resources
from extractor.matchers.cues import compile_matcher
from extractor.text.parsed import Parsed
from tests.conftest import MakeDoc

LANGUAGE = Resources("en")
LEXICON: dict[str, Any] = LANGUAGE.toml("lexicons/cues")
MATCHER = compile_matcher(LANGUAGE)

TAGGED = {
    "said": ("say", "VERB"),
    "Said": ("say", "VERB"),
    "saying": ("say", "VERB"),
    "texted": ("text", "VERB"),
    "faxed": ("fax", "VERB"),
    "feels": ("feel", "VERB"),
    "has": ("have", "AUX"),
    "claim": ("claim", "NOUN"),
    "claims": ("claim", "VERB"),
    "warnings": ("warning", "NOUN"),
    "bridge": ("bridge", "NOUN"),
}


def cues(make_doc: MakeDoc, text: str, deps: dict[str, str] | None = None) -> list[Cue]:
    """The cues of a text whose words are tagged as above; ``deps`` gives single words another label than ``dep``."""
    blank = make_doc(text)
    words = [token.text for token in blank]
    doc = make_doc(
        text,
        lemmas=[TAGGED.get(word, (word.lower(), ""))[0] for word in words],
        pos=[TAGGED.get(word, ("", "PRON"))[1] for word in words],
        heads=[max(0, number - 1) for number in range(len(words))],
        deps=[(deps or {}).get(word, "dep") for word in words],
    )
    found = list(MATCHER(Parsed(doc), Annotations()))
    for cue in found:
        assert doc[cue.token].idx + len(doc[cue.token]) == cue.span.end
    return found


def shown(text: str, found: list[Cue]) -> list[tuple[str, str, str, str]]:
    return [(text[c.span.start : c.span.end], c.lemma, c.cue_class, c.form) for c in found]


FORMS = {
    "Ana said no": [("said", "say", "say", "verb")],
    "Said Ana": [("Said", "say", "say", "verb")],
    "the claim that": [("claim", "claim", "say", "noun")],
    "Ana claims it": [("claims", "claim", "say", "verb")],
    "two warnings": [("warnings", "warning", "say", "noun")],
    "According to Ana it fell": [("According to", "according to", "say", "preposition")],
    "It fell, as per Ana": [("as per", "as per", "say", "preposition")],
    "In the words of Ana": [("In the words of", "in the words of", "say", "preposition")],
    "It reportedly fell": [("reportedly", "reportedly", "say", "adverb")],
    "ANA: no": [(":", ":", "say", "colon")],
    "Taxes will fall – Ana": [("–", "–", "say", "dash")],
    "Taxes will fall -- Ana": [("--", "--", "say", "dash")],
    "Ana said no, according to Bo: yes": [
        ("said", "say", "say", "verb"),
        ("according to", "according to", "say", "preposition"),
        (":", ":", "say", "colon"),
    ],
    # nothing that attributes
    "the bridge": [],
    "according notice": [],
    "in the words": [],
    "": [],
}


@pytest.mark.parametrize("text", FORMS)
def test_every_form_of_cue_is_found(make_doc: MakeDoc, text: str) -> None:
    assert shown(text, cues(make_doc, text)) == FORMS[text]


@pytest.mark.parametrize("auxiliary", ["aux", "auxpass"])
def test_an_auxiliary_is_no_cue(make_doc: MakeDoc, auxiliary: str) -> None:
    text = "Ana has said no"
    found = [cue.lemma for cue in cues(make_doc, text, {"has": auxiliary})]
    assert found == ["say"]
    assert [cue.lemma for cue in cues(make_doc, text)] == ["have", "say"]


def test_a_verb_outside_the_lexicon_needs_a_clause(make_doc: MakeDoc) -> None:
    text = "Ana faxed taxes"
    assert cues(make_doc, text) == []
    assert shown(text, cues(make_doc, text, {"taxes": "ccomp"})) == [("faxed", "fax", "other", "verb")]


@pytest.mark.parametrize(
    ("words", "spaces"),
    [
        (["the", "Ruiz", "-", "Vega", "deal"], [True, False, False, True, False]),
        (["at", "10", ":", "30"], [True, False, False, False]),
        (["in", "2023", "–", "24"], [True, False, False, False]),
    ],
    ids=lambda value: "".join(map(str, value)),
)
def test_a_mark_that_joins_words_is_no_cue(make_doc: MakeDoc, words: list[str], spaces: list[bool]) -> None:
    joined = make_doc(words, spaces=spaces)
    assert MATCHER(Parsed(joined), Annotations()) == ()
    apart = make_doc(words, spaces=[True] * len(words))
    assert len(MATCHER(Parsed(apart), Annotations())) == 1


def test_cues_come_in_text_order_and_apart(make_doc: MakeDoc) -> None:
    found = cues(make_doc, "According to Ana it reportedly fell: Ana said no – Bo claims")
    spans = [cue.span for cue in found]
    assert len(spans) == 6
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("kind", ["verbs", "nouns"])
def test_a_lemma_stands_in_one_class_once(kind: str) -> None:
    lemmas = Counter(lemma for words in LEXICON.values() for lemma in words.get(kind, ()))
    assert len(lemmas) > 100
    assert [lemma for lemma, times in lemmas.items() if times > 1] == []


@pytest.mark.parametrize("kind", ["verbs", "nouns"])
def test_lemmas_are_lower_case_words(kind: str) -> None:
    lemmas = [lemma for words in LEXICON.values() for lemma in words.get(kind, ())]
    assert [lemma for lemma in lemmas if lemma != lemma.lower().strip() or " " in lemma] == []


def test_every_class_says_what_it_holds() -> None:
    others = {"prepositions", "adverbs", "speaker_marks"}
    for name, words in LEXICON.items():
        assert name in others or words["verbs"], name
    assert others <= LEXICON.keys()
