"""Contents by frame, on parses written by hand."""

from __future__ import annotations

import pytest

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.quote_frames import grown, quote_contents
from extractor.matchers.attributions.verb_frames import sentence_contents, verb_contents
from tests.matchers.attributions.attributions_by_hand import contents, discourse_of, doc_of, frames, proposals

SAID_THAT = (
    "Ana|PROPN|nsubj|said said|VERB|ROOT|said that|SCONJ|mark|rose taxes|NOUN|nsubj|rose"
    " rose|VERB|ccomp|said .|PUNCT|punct|said"
)
SAID_BETWEEN = (
    "Taxes|NOUN|nsubj|rise ,|PUNCT|punct|rise Ana|PROPN|nsubj|said said|VERB|parataxis|rise ,|PUNCT|punct|rise"
    " will|AUX|aux|rise rise|VERB|ROOT|rise .|PUNCT|punct|rise"
)
SAID_BEHIND = (
    "Taxes|NOUN|nsubj|rose rose|VERB|ROOT|rose ,|PUNCT|punct|rose Ana|PROPN|nsubj|said said|VERB|conj|rose"
    " Monday|PROPN|npadvmod|said in|ADP|prep|said what|PRON|nsubj|is is|AUX|pcomp|in news|NOUN|attr|is .|PUNCT|punct|said"
)
SAID_AND_DID = (
    "Bo|PROPN|nsubj|rose rose|VERB|ROOT|rose and|CCONJ|cc|rose Ana|PROPN|nsubj|said said|VERB|conj|rose"
    " nothing|PRON|dobj|said .|PUNCT|punct|said"
)
SAID_LATER = (
    "Taxes|NOUN|nsubj|rise here|ADV|advmod|Taxes ,|PUNCT|punct|rise Ana|PROPN|nsubj|said said|VERB|parataxis|rise"
    " ,|PUNCT|punct|rise will|AUX|aux|rise rise|VERB|ROOT|rise .|PUNCT|punct|rise"
)
VOWED = (
    "Ana|PROPN|nsubj|vowed vowed|VERB|ROOT|vowed to|PART|aux|cut cut|VERB|xcomp|vowed taxes|NOUN|dobj|cut"
    " .|PUNCT|punct|vowed"
)
ACCUSED = (
    "Ana|PROPN|nsubj|accused accused|VERB|ROOT|accused Bo|PROPN|dobj|accused of|ADP|prep|accused"
    " lying|VERB|pcomp|of .|PUNCT|punct|accused"
)
RAISED = (
    "Ana|PROPN|nsubjpass|believed is|AUX|auxpass|believed believed|VERB|ROOT|believed to|PART|aux|own"
    " own|VERB|xcomp|believed boats|NOUN|dobj|own .|PUNCT|punct|believed"
)
NOT_SAID = (
    "Ana|PROPN|nsubj|say did|AUX|aux|say not|PART|neg|say say|VERB|ROOT|say when|SCONJ|advmod|rose"
    " taxes|NOUN|nsubj|rose rose|VERB|ccomp|say .|PUNCT|punct|say"
)
TWO_CLAUSES = (
    "Ana|PROPN|nsubj|said said|VERB|ROOT|said taxes|NOUN|nsubj|rose rose|VERB|ccomp|said and|CCONJ|cc|said"
    " left|VERB|conj|said .|PUNCT|punct|said"
)
DETACHED = (
    "Ana|PROPN|nsubj|said said|VERB|ROOT|said taxes|NOUN|nsubj|rose rose|VERB|ccomp|said last|ADJ|amod|year"
    " year|NOUN|npadvmod|rose before|SCONJ|mark|left Bo|PROPN|nsubj|left left|VERB|advcl|rose .|PUNCT|punct|said"
)
CLAIM = (
    "Her|PRON|poss|claim claim|NOUN|nsubj|failed that|SCONJ|mark|rose taxes|NOUN|nsubj|rose rose|VERB|acl|claim"
    " failed|VERB|ROOT|failed .|PUNCT|punct|failed"
)
ACCORDING = (
    "According|VERB|prep|rose to|ADP|prep|According Ana|PROPN|pobj|to ,|PUNCT|punct|rose taxes|NOUN|nsubj|rose"
    " rose|VERB|ROOT|rose .|PUNCT|punct|rose"
)
REPORTEDLY = "Taxes|NOUN|nsubj|rose reportedly|ADV|advmod|rose rose|VERB|ROOT|rose .|PUNCT|punct|rose"
COLON = "ANA|PROPN|dep|rose :|PUNCT|punct|rose Taxes|NOUN|nsubj|rose rose|VERB|ROOT|rose .|PUNCT|punct|rose"

FRAMES = {
    "a clause after the cue": (SAID_THAT, "say", "clause_after", "that taxes rose"),
    "the host of a parenthetical": (SAID_BETWEEN, "say", "host:inserted", "Taxes … will rise"),
    "the clause before a cue that is joined to it by nothing": (
        SAID_BEHIND,
        "say",
        "host:parataxis",
        "Taxes rose",
    ),
    "a clause joined by and": (SAID_AND_DID, "say", "host:conj", "Bo rose and"),
    "an infinitive": (VOWED, "vow", "infinitive", "to cut taxes"),
    "a preposition and its clause": (ACCUSED, "accuse", "prep:of", "of lying"),
    "an object": (ACCUSED, "accuse", "object", "Bo"),
    "a raised subject": (RAISED, "believe", "raised_nsubjpass", "Ana … to own boats"),
    "an indirect question": (NOT_SAID, "say", "clause_after", "when taxes rose"),
    "a clause without the verb joined to the cue": (TWO_CLAUSES, "say", "clause_after", "taxes rose"),
    "a clause with what hangs on it": (
        DETACHED,
        "say",
        "clause_after",
        "taxes rose last year before Bo left",
    ),
    "a clause without its adverbial clause": (
        DETACHED,
        "say",
        "clause_after-adverbial",
        "taxes rose last year",
    ),
    "the clause of a noun": (CLAIM, "claim", "noun_acl", "that taxes rose"),
    "the sentence of a phrase": (ACCORDING, "according to", "phrase_sentence", "taxes rose"),
    "the sentence of an adverb": (REPORTEDLY, "reportedly", "adverb_sentence", "Taxes … rose"),
    "what follows a colon": (COLON, ":", "colon_block", "Taxes rose"),
}


@pytest.mark.parametrize("name", FRAMES)
def test_frame(name: str) -> None:
    written, lemma, frame, expected = FRAMES[name]
    parsed, found = discourse_of(doc_of(written))
    assert contents(parsed, proposals(parsed, found)[lemma])[frame] == expected


NOT_PROPOSED = {
    "the article's own comment": (SAID_BEHIND, "say", "prep:in"),
    "no clause, no clause frame": (VOWED, "vow", "clause_after"),
    "an active verb raises nothing": (VOWED, "vow", "raised_nsubjpass"),
    "a weak verb takes no raw sentence": (RAISED, "believe", "sentence_after"),
    "no quotation, no quotation frame": (SAID_THAT, "say", "quote_block"),
    "a short clause is not trimmed": (TWO_CLAUSES, "say", "clause_after-conjunct"),
}


@pytest.mark.parametrize("name", NOT_PROPOSED)
def test_frame_is_not_proposed(name: str) -> None:
    written, lemma, frame = NOT_PROPOSED[name]
    parsed, found = discourse_of(doc_of(written))
    assert frame not in contents(parsed, proposals(parsed, found)[lemma])


def test_the_raw_sentence_beside_a_strong_verb() -> None:
    parsed, found = discourse_of(doc_of(SAID_THAT))
    cue, subject = found.cues[0].token, ((0, 1),)
    assert frames(parsed, sentence_contents(parsed, cue, subject)) == {"sentence_after": "that taxes rose."}
    parsed, found = discourse_of(doc_of(SAID_LATER))
    cue, subject = found.cues[0].token, ((3, 4),)
    assert frames(parsed, sentence_contents(parsed, cue, subject)) == {
        "sentence_before": "Taxes here,",
        "sentence_around": "Taxes here, … , will rise.",
    }


def test_a_content_is_proposed_once_by_its_first_frame() -> None:
    parsed, found = discourse_of(doc_of(SAID_THAT))
    shown = contents(parsed, proposals(parsed, found)["say"])
    assert "clause_after" in shown
    assert "sentence_after" not in shown


def test_a_cue_without_content_is_not_proposed() -> None:
    parsed, found = discourse_of(doc_of("Ana|PROPN|nsubj|said said|VERB|ROOT|said .|PUNCT|punct|said"))
    assert [cue.lemma for cue in found.cues] == ["say"]
    assert proposals(parsed, found) == {}


def test_source_and_cue_are_cut_out_of_every_content() -> None:
    for written in {written for written, *_ in FRAMES.values()}:
        parsed, found = discourse_of(doc_of(written))
        for proposal in proposals(parsed, found).values():
            for content, source, words in proposal.candidates:
                taken = {t for s, e in (*source.tokens, *proposal.cue.tokens) for t in range(s, e)}
                assert not taken & {t for s, e in content.tokens for t in range(s, e)}
                assert words > 0


QUOTED = (
    '"|PUNCT|punct|lost We|PRON|nsubj|lost have|AUX|aux|lost lost|VERB|ccomp|said ,|PUNCT|punct|said "|PUNCT|punct|said'
    ' Ana|PROPN|nsubj|said said|VERB|ROOT|said .|PUNCT|punct|said\n"|PUNCT|punct|return We|PRON|nsubj|return'
    ' will|AUX|aux|return return|VERB|ROOT|return .|PUNCT|punct|return "|PUNCT|punct|return'
)
QUOTES = {
    "quote_block": '"We have lost," … "We will return."',
    "quote_sentence": '"We have lost,"',
    "quote_before": '"We have lost,"',
    "quote_after": '"We will return."',
    "quote_both": '"We have lost," … "We will return."',
}


@pytest.mark.parametrize("frame", QUOTES)
def test_quotations_beside_a_cue(frame: str) -> None:
    parsed, found = discourse_of(doc_of(QUOTED))
    assert len(found.quotations) == 2
    shown = frames(parsed, quote_contents(parsed, found.cues[0].token))
    assert shown[frame] == QUOTES[frame]


def test_a_clause_grows_to_the_quotation_it_touches() -> None:
    parsed, found = discourse_of(doc_of(QUOTED))
    cue = found.cues[0].token
    (clause,) = [content for content in verb_contents(parsed, cue) if content.frame == "clause_before"]
    part = Content("part", ((1, 3),))
    whole = grown(parsed, part)
    assert whole and frames(parsed, [whole]) == {"part+quotes": '"We have lost,"'}
    assert grown(parsed, clause) is None


def test_a_quotation_of_another_paragraph_is_none_of_the_block() -> None:
    parsed, found = discourse_of(doc_of(QUOTED), paragraphs=True)
    shown = contents(parsed, proposals(parsed, found)["say"])
    assert shown["quote_block"] == '"We have lost,"'
    assert "quote_after" not in shown
    assert shown["quote_speech"] == '"We have lost," … "We will return."'


def test_the_speech_below_a_colon() -> None:
    written = "Ana|PROPN|nsubj|said said|VERB|ROOT|said :|PUNCT|punct|said\n" + QUOTED.split("\n")[1]
    parsed, found = discourse_of(doc_of(written), paragraphs=True)
    assert contents(parsed, proposals(parsed, found)["say"])["quote_below"] == '"We will return."'


def test_a_speech_ends_where_the_paper_speaks() -> None:
    written = (
        f"{QUOTED}\nBo|PROPN|nsubj|left left|VERB|ROOT|left .|PUNCT|punct|left\n{QUOTED.split(chr(10))[1]}"
    )
    parsed, found = discourse_of(doc_of(written), paragraphs=True)
    assert len(found.quotations) == 3
    assert contents(parsed, proposals(parsed, found)["say"])["quote_speech"].count("We") == 2


def test_a_short_quotation_is_speech_beside_a_long_one() -> None:
    written = (
        '"|PUNCT|punct|lost We|PRON|nsubj|lost lost|VERB|ccomp|said ,|PUNCT|punct|said "|PUNCT|punct|said'
        f" Ana|PROPN|nsubj|said said|VERB|ROOT|said .|PUNCT|punct|said\n{QUOTED.split(chr(10))[1]}"
    )
    parsed, found = discourse_of(doc_of(written))
    shown = contents(parsed, proposals(parsed, found)["say"])
    assert shown["quote_block"] == '"We lost," … "We will return."'
