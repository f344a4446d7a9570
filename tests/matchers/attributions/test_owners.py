"""Claimants known only by a noun: named by whose they are where a pronoun surely tells."""

from __future__ import annotations

import pytest

from extractor import Extractor

OWNED = [
    ("Ana Kask opened the harbour. Her office said that it cost 40 million crowns.", "Ana Kask's office"),
    ("Ana Kask will run again, her advisers said on Monday.", "Ana Kask's advisers"),
    ("Bo Lins left early. His campaign said that he was ill.", "Bo Lins' campaign"),
]
AS_THEY_ARE = [
    ("The campaign said that the harbour was closed.", "campaign"),  # nobody owns it
    (
        "Ana Kask met Eva Berg. Her aides said that the talks were good.",
        "aides",
    ),  # whose they are is not sure
    ("Ana Kask's office said that the harbour was closed.", "Ana Kask's office"),
    ("Ana Kask left. Her party's elders said that she was ill.", "party's elders"),
    ("Ana Kask left. Her husband, Bo Lind, said that she was ill.", "Bo Lind"),
]


@pytest.mark.parametrize(("text", "name"), [*OWNED, *AS_THEY_ARE])
def test_a_claimant_tells_whose_it_is(extractor_: Extractor, text: str, name: str) -> None:
    assert name in _claimants(extractor_, text)


def test_the_mention_stays_as_written(extractor_: Extractor) -> None:
    text, _ = OWNED[0]
    claims = extractor_.extract(text).claims
    mentions = [c.attribution.claimant.mention for c in claims if c.attribution and c.attribution.claimant]
    assert all(text[m.start : m.end] == m.text for m in mentions)


def _claimants(extractor: Extractor, text: str) -> list[str]:
    attributions = [claim.attribution for claim in extractor.extract(text).claims]
    return [a.claimant.name for a in attributions if a and a.claimant]
