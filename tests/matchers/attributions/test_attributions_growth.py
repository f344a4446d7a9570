"""Hostile articles: what is compared grows with the text and not with its square, counted rather than timed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from extractor.annotations import Attribution, Claimant, Span
from extractor.matchers.attributions import via
from extractor.matchers.attributions.candidates import Candidate
from extractor.matchers.attributions.claimants import ClaimantFinder
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.proposals import propose
from tests.matchers.attributions.attributions_by_hand import ASSEMBLER, chosen, discourse_of, doc_of

SIZES = (30, 60, 120)


def linear(counts: Sequence[int]) -> bool:
    """Whether counts for doubled sizes grow no more than twice as well."""
    return 0 < counts[0] < counts[1] < 2.5 * counts[0] and counts[2] < 2.5 * counts[1]


def counted(sentence: str, seen: list[Any]) -> list[int]:
    """How many things are seen while texts of so many sentences are assembled, each with a number of its own."""
    counts = []
    for size in SIZES:
        seen.clear()
        parsed, found = discourse_of(doc_of("\n".join(sentence.format(n) for n in range(size))))
        proposals = list(propose(parsed, found.cues))
        clauses = [chosen(p, "clause_after", "subject") for p in proposals if p.cue.cue.form == "verb"]
        ASSEMBLER.assemble(parsed, proposals, clauses, found)
        counts.append(len(seen))
    return counts


def test_of_a_sentence_of_noise_the_first_cues_are_looked_at() -> None:
    noise = " ".join(f"Ana{n}|PROPN|nsubj|said said|VERB|dep|said" for n in range(100))
    prose = "Tom|PROPN|nsubj|added added|VERB|ROOT|added taxes|NOUN|nsubj|rose rose|VERB|ccomp|added"
    parsed, found = discourse_of(doc_of(f"{noise}\n{prose}"))
    lemmas = [proposal.cue.cue.lemma for proposal in propose(parsed, found.cues)]
    assert 0 < lemmas.count("say") <= 32 and lemmas[-1] == "add"


def test_a_phrase_is_held_against_the_attributions_near_it(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Decided] = []

    def only_relays(parsed: Discourse, candidate: Candidate, inner: Decided) -> bool:
        compared.append(inner)
        return False

    monkeypatch.setattr(via, "only_relays", only_relays)
    sentence = (
        "Ana{0}|PROPN|nsubj|said said|VERB|ROOT|said taxes|NOUN|nsubj|rose rose|VERB|ccomp|said ,|PUNCT|punct|said "
        "according|VERB|prep|said to|ADP|prep|according Tom{0}|PROPN|pobj|to .|PUNCT|punct|said"
    )
    assert linear(counts := counted(sentence, compared)), counts


def test_who_speaks_is_looked_for_near_the_pronoun(monkeypatch: pytest.MonkeyPatch) -> None:
    around: list[Attribution] = []

    def first_person(
        self: ClaimantFinder,
        parsed: Discourse,
        inside: Span,
        made: Sequence[Attribution],
        speaking: Callable[[int], Claimant | None],
    ) -> Claimant | None:
        around.extend(made)
        return None

    monkeypatch.setattr(ClaimantFinder, "first_person", first_person)
    sentence = (
        "Mayors|NOUN|nsubj|said said|VERB|ROOT|said I|PRON|nsubj|believed believed|VERB|ccomp|said "
        "taxes|NOUN|nsubj|rose rose|VERB|ccomp|believed .|PUNCT|punct|said"
    )
    assert linear(counts := counted(sentence, around)), counts
