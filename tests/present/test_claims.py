"""Claims in words."""

from __future__ import annotations

import pytest

from extractor.present.claims import claim_in_words, claimant_in_words, teller_in_words
from tests.by_hand import record


@pytest.mark.parametrize(
    ("annotated", "who"),
    [
        (
            '<source 1 claimant="Ana Kask">She</source 1> <cue 1>said</cue 1> <content 1>no</content 1>.',
            "Ana Kask",
        ),
        ("<source 1>the\nman</source 1> <cue 1>said</cue 1> <content 1>no</content 1>.", "the man"),
        ("<cue 1>reportedly</cue 1> <content 1>no</content 1>.", "somebody"),
        ("<content 1 statistic=yes>3 died</content 1>.", "(article)"),
    ],
)
def test_who_says_it(annotated: str, who: str) -> None:
    (claim,) = record(annotated).claims
    assert claimant_in_words(claim.attribution) == who


@pytest.mark.parametrize(
    ("cue", "via", "words"),
    [
        ("Said", [], "Ana (said)"),
        ("denied", ["Radio Quay"], "Ana (denied; via Radio Quay)"),
        (":", [], "Ana"),
        ("", ["A", "B"], "Ana (via A, B)"),
    ],
)
def test_who_tells(cue: str, via: list[str], words: str) -> None:
    assert teller_in_words("Ana", cue, via) == words


def test_a_claim_is_one_line() -> None:
    (claim,) = record("<content 1 statistic=yes>3\n  died</content 1>.").claims
    assert claim_in_words(claim) == "3 died"
