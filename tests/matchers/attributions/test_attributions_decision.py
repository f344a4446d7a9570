"""The decision with weights made by hand: which candidate, how sure, and which attributions exclude one another."""

from __future__ import annotations

import math

import pytest

from extractor.annotations import Cue, Span
from extractor.matchers.attributions import decision
from extractor.matchers.attributions.candidates import Candidate, Content, CueTokens, Source
from extractor.matchers.attributions.decision import Decided, Model, Weights, agree, decide, jaccard, judge
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.features import CueFeatures
from extractor.matchers.attributions.proposals import Proposal, propose
from extractor.text.ranges import Ranges, count
from tests.matchers.attributions.attributions_by_hand import (
    LANGUAGE,
    discourse_of,
    doc_of,
    proposals,
    text_of,
)

WORDS = 30
DISCOURSE, _ = discourse_of(
    doc_of(" ".join(["a|X|ROOT|a", *(f"w{number}|X|dep|a" for number in range(WORDS - 1))]))
)


def proposed(token: int, *contents: tuple[str, Ranges], source: Ranges = ()) -> Proposal:
    """A cue at a token with one candidate for each ``(frame, tokens)``."""
    offset = DISCOURSE.start[token]
    cue = Cue(Span(offset, offset + 1), token, "say", "say", "verb")
    path = Source("subject", source, source[0][0]) if source else Source("none")
    found = [
        Candidate(Content(frame, tokens), path, count(DISCOURSE.words_before, tokens))
        for frame, tokens in contents
    ]
    return Proposal(CueFeatures(DISCOURSE, CueTokens(cue, token, ((token, token + 1),))), found)


def decided(weights: dict[str, float], *found: Proposal, threshold: float = 0.5) -> list[tuple[int, str]]:
    """The token of each chosen cue and the frame chosen for it."""
    return [
        (one.cue.token, one.candidate.content.frame)
        for one in decide(DISCOURSE, found, Model(Weights(weights)), threshold)
    ]


SURE = {"frame=likely": 4.0, "frame=likelier": 6.0, "frame=unlikely": -4.0}


def test_the_weights_pick_the_candidate() -> None:
    proposal = proposed(5, ("unlikely", ((6, 9),)), ("likelier", ((10, 14),)), ("likely", ((16, 20),)))
    assert decided(SURE, proposal) == [(5, "likelier")]
    assert decided({"frame=likely": 9.0}, proposal) == [(5, "likely")]


def test_nothing_is_attributed_when_the_cue_says_so() -> None:
    assert decided(SURE, proposed(5, ("unlikely", ((6, 9),)))) == []
    assert decided({}, proposed(5, ("any", ((6, 9),))), threshold=0.51) == []


def test_of_two_alike_the_first_is_taken() -> None:
    proposal = proposed(5, ("likely", ((6, 9),)), ("likely", ((20, 24),)))
    (one,) = decide(DISCOURSE, [proposal], Model(Weights(SURE)), 0.0)
    assert one.candidate.content.tokens == ((6, 9),)


def confidence(weights: dict[str, float], proposal: Proposal, **calibration: float) -> float:
    (one,) = decide(DISCOURSE, [proposal], Model(Weights(weights), **calibration), 0.0)
    return one.confidence


def test_confidence_is_the_share_of_all_that_agree() -> None:
    alone = confidence({"frame=x": 2.0}, proposed(5, ("x", ((6, 9),))))
    assert alone == pytest.approx(math.exp(2) / (1 + math.exp(2)))
    apart = confidence({"frame=x": 2.0}, proposed(5, ("x", ((6, 10),)), ("x", ((20, 24),))))
    assert apart == pytest.approx(math.exp(2) / (1 + 2 * math.exp(2)))
    together = confidence({"frame=x": 2.0}, proposed(5, ("x", ((6, 10),)), ("x", ((6, 9),))))
    assert together == pytest.approx(2 * math.exp(2) / (1 + 2 * math.exp(2)))


def test_calibration_bends_confidence_and_keeps_its_order() -> None:
    proposal = proposed(5, ("x", ((6, 9),)))
    plain = [confidence({"frame=x": weight}, proposal) for weight in (-1.0, 0.0, 1.0, 50.0, 1000.0)]
    bent = [
        confidence({"frame=x": weight}, proposal, slope=0.5, offset=-0.2)
        for weight in (-1.0, 0.0, 1.0, 50.0, 1000.0)
    ]
    assert plain == sorted(plain)
    assert bent == sorted(bent)
    assert bent[2] < plain[2] < 1
    assert all(0 < one < 1 for one in (*plain, *bent))


def test_a_cue_inside_another_content_is_less_sure() -> None:
    outer, inner = proposed(5, ("likelier", ((6, 20),))), proposed(7, ("likely", ((8, 12),)))
    model = Model(Weights(SURE), nested=-2.0)
    free, nested = (decide(DISCOURSE, found, model, 0.0)[-1] for found in ([inner], [outer, inner]))
    assert free.inside == 0 and nested.inside > 0.99
    assert nested.confidence == pytest.approx(model.calibrated(free.confidence, nested.inside))
    assert nested.confidence < free.confidence
    assert [one.cue.token for one in decide(DISCOURSE, [outer, inner], model, 0.9)] == [5]


def test_crossed_weights_count_for_their_family_alone() -> None:
    weights = Weights({"family=clause&lemma=say": 2.0, "lemma=say": 1.0, "family=clause": 0.5})
    assert weights.sum(["lemma=say", "family=clause", "lemma=ask"]) == 1.5
    assert weights.sum_crossed("clause", ["lemma=say", "tag=VBD"]) == 2.0
    assert weights.sum_crossed("object", ["lemma=say"]) == 0.0


def test_a_hopeless_cue_is_given_up_before_anything_is_proposed() -> None:
    parsed, found = discourse_of(doc_of("Ana|PROPN|nsubj|said said|VERB|ROOT|said taxes|NOUN|dobj|said"))
    model = Model(Weights({"lemma=say": -20.0}))
    assert list(propose(parsed, found.cues))
    assert not list(propose(parsed, found.cues, model.hopeful))


def test_below_the_threshold_nothing_is_kept() -> None:
    proposal = proposed(5, ("likely", ((6, 9),)))
    assert decided(SURE, proposal, threshold=0.98) == [(5, "likely")]
    assert decided(SURE, proposal, threshold=0.99) == []


INSIDE = ((8, 12),)
OUTER = ((6, 20),)
TOGETHER = {
    "apart": (proposed(5, ("likely", ((6, 9),))), proposed(15, ("likelier", ((16, 20),))), [5, 15]),
    "the same content goes to the surer cue": (
        proposed(5, ("likely", ((6, 10),))),
        proposed(15, ("likelier", ((6, 10),))),
        [15],
    ),
    "the same content, equally sure: the first cue": (
        proposed(5, ("likely", ((6, 10),))),
        proposed(15, ("likely", ((6, 10),))),
        [5],
    ),
    "nested: the inner cue lies in the outer content": (
        proposed(5, ("likelier", OUTER)),
        proposed(7, ("likely", INSIDE)),
        [5, 7],
    ),
    "nested, the inner one surer": (
        proposed(5, ("likely", OUTER)),
        proposed(7, ("likelier", INSIDE)),
        [5, 7],
    ),
    "inside, but the cue is not": (
        proposed(5, ("likelier", OUTER)),
        proposed(25, ("likely", INSIDE)),
        [5],
    ),
    "a small overlap is borne": (
        proposed(5, ("likelier", ((6, 14),))),
        proposed(25, ("likely", ((13, 20),))),
        [5, 25],
    ),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_which_attributions_stand_together(name: str) -> None:
    one, other, kept = TOGETHER[name]
    assert [token for token, _ in decided(SURE, one, other)] == kept
    assert [token for token, _ in decided(SURE, other, one)] == kept


def test_a_long_inner_content_is_nested_where_both_are_sure() -> None:
    outer, inner = proposed(5, ("likelier", ((6, 16),))), proposed(8, ("likely", ((9, 16),)))
    surer = {name: weight + 2 for name, weight in SURE.items()}
    assert [token for token, _ in decided(surer, outer, inner)] == [5, 8]
    unsure = {"frame=likely": -1.0, "frame=likelier": -0.8}
    assert len(decided(unsure, outer, inner, threshold=0.1)) == 1


def test_agreement_is_half_of_the_words() -> None:
    def one(tokens: Ranges, source: Ranges = ()) -> Candidate:
        return proposed(0, ("x", tokens), source=source).candidates[0]

    assert agree(DISCOURSE, one(((6, 10),)), one(((6, 8),)))
    assert not agree(DISCOURSE, one(((6, 10),)), one(((6, 7),)))
    assert not agree(DISCOURSE, one(((6, 10),), ((1, 2),)), one(((6, 10),), ((2, 3),)))
    assert jaccard(DISCOURSE, (), ()) == 1
    assert jaccard(DISCOURSE, ((6, 10),), ()) == 0


def test_comparisons_grow_with_the_text_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "said|VERB|ROOT|said taxes|NOUN|nsubj|rose rose|VERB|ccomp|said .|PUNCT|punct|said"
    compared: list[Decided] = []

    def excludes(parsed: Discourse, chosen: Decided, other: Decided) -> bool:
        compared.append(other)
        return False

    monkeypatch.setattr(decision, "_excludes", excludes)
    counts = []
    for size in (60, 120, 240):
        compared.clear()
        parsed, found = discourse_of(
            doc_of("\n".join(f"Ana{n}|PROPN|nsubj|said {said}" for n in range(size)))
        )
        made = decide(parsed, propose(parsed, found.cues), Model(Weights({"frame=clause_after": 5.0})), 0.1)
        assert len(made) == size
        counts.append(len(compared))
    assert 0 < counts[1] < 2.5 * counts[0] and counts[2] < 2.5 * counts[1]


def test_the_shipped_weights_are_read() -> None:
    model = Model.read(LANGUAGE.learned_weights())
    assert model.slope > 0
    parsed, found = discourse_of(
        doc_of(
            "Ana|PROPN|nsubj|said said|VERB|ROOT|said that|SCONJ|mark|rose taxes|NOUN|nsubj|rose rose|VERB|ccomp|said"
            " .|PUNCT|punct|said"
        )
    )
    (one,) = decide(parsed, proposals(parsed, found).values(), model, 0.5)
    assert text_of(parsed, one.candidate.content.tokens) == "that taxes rose"
    assert text_of(parsed, one.candidate.source.tokens) == "Ana"


def test_a_verdict_names_what_left_no_room() -> None:
    surer, other = proposed(5, ("likelier", ((6, 12),))), proposed(20, ("likely", ((7, 12),)))
    first, second = judge(DISCOURSE, [surer, other], Model(Weights(SURE)), 0.5)
    assert (first.kept, first.rival) == (True, None)
    assert (second.kept, second.rival) == (False, first.decided)
    (unlikely,) = judge(DISCOURSE, [proposed(5, ("unlikely", ((6, 9),)))], Model(Weights(SURE)), 0.5)
    assert (unlikely.kept, unlikely.rival) == (False, None)


def test_the_names_of_a_candidate_weigh_what_the_decision_scores() -> None:
    weights = Weights(LANGUAGE.learned_weights()["weights"])
    found = proposals(
        *discourse_of(
            doc_of("Kask|PROPN|nsubj|said said|VERB|ROOT|said it|PRON|nsubj|opened opened|VERB|ccomp|said")
        )
    )
    assert found
    for proposal in found.values():
        for score, candidate in zip(decision.scores(proposal, weights), proposal.candidates, strict=True):
            names = proposal.features.of_candidate(candidate.content, candidate.source)
            assert weights.sum(names) == pytest.approx(score)
