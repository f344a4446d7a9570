"""Polarity and modality of whole sentences: was it said, was it not said, is it only supposed to be said?"""

from __future__ import annotations

import pytest

from extractor import Extractor

NEGATED = [
    "Ana Ruiz did not say that the port was safe.",
    "Ana Ruiz never said that the port was safe.",
    "Ana Ruiz cannot say that the port is safe.",
    "Ana Ruiz failed to mention that the port was unsafe.",
    "Ana Ruiz stopped short of saying that the port was safe.",
    "Ana Ruiz left without saying that the port was safe.",
    "Nobody said that the port was safe.",
    "No officials said that the port was safe.",
    "None of the aides claimed that the port was safe.",
    "Neither side said that the talks had failed.",
    "Not a single expert said that the port was safe.",
    "Ana Ruiz no longer believes that the port is safe.",
    "Ana Ruiz hardly believes that the port is safe.",
]

AFFIRMED = [
    "Ana Ruiz said that the port was not safe.",
    "Ana Ruiz denied that the port was safe.",
    "Ana Ruiz did not fail to mention that the port was unsafe.",
    "Ana Ruiz said that nobody had drowned.",
    "The notes said that the port was safe.",
    "Ana Ruiz tried to argue that the port was safe.",
]

HYPOTHETICAL = [
    "Ana Ruiz would say that the port was safe.",
    "Ana Ruiz might argue that the port was safe.",
    "If Ana Ruiz says that the port is safe, ships will come.",
    "Unless the minister admits that he lied, the vote will fail.",
    "Ana Ruiz is likely to argue that the port is safe.",
]

REPORTED = [
    "Ana Ruiz is believed to have said that the port was safe.",
    "Ana Ruiz allegedly said that the port was safe.",
    "It is believed that the port is safe.",
]

ACTUAL = [
    "Ana Ruiz will say on Monday that the port is safe.",
    "Ana Ruiz said that the port would be safe.",
    "Ana Ruiz said that ships would come if the port was safe.",
    "Ana Ruiz tried to argue that the port was safe.",
]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [*((text, "negated") for text in NEGATED), *((text, "affirmed") for text in AFFIRMED)],
)
def test_polarity(extractor_: Extractor, text: str, polarity: str) -> None:
    claims = extractor_.extract(text).claims
    assert polarity in {claim.attribution.polarity for claim in claims if claim.attribution}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        *((text, "hypothetical") for text in HYPOTHETICAL),
        *((text, "reported") for text in REPORTED),
        *((text, "actual") for text in ACTUAL),
    ],
)
def test_modality(extractor_: Extractor, text: str, modality: str) -> None:
    claims = extractor_.extract(text).claims
    assert {modality} == {claim.attribution.modality for claim in claims if claim.attribution}
