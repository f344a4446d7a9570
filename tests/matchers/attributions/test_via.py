"""Via: outlets and documents between a claimant and the article, and everything beside a cue that is none."""

from __future__ import annotations

import pytest

from extractor import Extractor

TOLD = [
    ("Ana Ruiz told Quayside News that the port was safe.", "Quayside News"),
    ("The general told state television that the talks had failed.", "state television"),
    ("An officer told the Quayside news agency that nine shells had landed.", "Quayside"),
    ("Ana Ruiz told Radio Quay's Rosa Stein that the port was safe.", "Radio Quay"),
    ('"We lost the boat," Tom Berg told the Harbour Times.', "Harbour Times"),
]

OCCASIONS = [
    ("Ana Ruiz said in an interview with Radio Quay that the port was safe.", "Radio Quay"),
    ("Ana Ruiz said in a statement to the Harbour Times that the port was safe.", "Harbour Times"),
    ('"The port is safe," Ana Ruiz wrote in an email to the Harbour Times.', "Harbour Times"),
    ("Speaking on Radio Quay, Ana Ruiz said the port was safe.", "Radio Quay"),
    ("Writing in the Harbour Times, Tom Berg argued that the tax was unfair.", "Harbour Times"),
    ("Ana Ruiz said on Radio Quay's morning show that the port was safe.", "Radio Quay"),
    ('"We are ready," Tom Berg said on Rosa Stein\'s show.', "Rosa Stein's show"),
]

RELAYED = [
    ("The port is safe, Ana Ruiz said, as per a report from KTA.", "KTA"),
    ("The talks failed. However, Tom Berg insisted that peace was near, as per a report from KTA.", "KTA"),
]

NONE = [
    "Ana Ruiz told reporters that the port was safe.",
    "Ana Ruiz told the Senate that the port was safe.",
    "Ana Ruiz told the president that the port was safe.",
    "Ana Ruiz told Tom Berg that the port was safe.",
    "Ana Ruiz called on the Harbour Agency to close the port.",
    "Ana Ruiz said in a statement on Telegram that the port was safe.",
    "Ana Ruiz said on Tuesday that the port was safe.",
    "Speaking in Paris, Ana Ruiz said the port was safe.",
    "Speaking to reporters on Monday, Ana Ruiz said the port was safe.",
    "The Harbour Times said that the port was safe.",
]


@pytest.mark.parametrize(("text", "outlet"), [*TOLD, *OCCASIONS, *RELAYED])
def test_via(extractor_: Extractor, text: str, outlet: str) -> None:
    assert [(outlet, "outlet")] in _via(extractor_, text)


@pytest.mark.parametrize("text", NONE)
def test_no_via(extractor_: Extractor, text: str) -> None:
    found = _via(extractor_, text)
    assert found and not any(found)


def test_the_span_is_the_outlet_in_the_text_and_the_cue_is_the_verb(extractor_: Extractor) -> None:
    text = "An officer told the Quayside news agency that nine shells had landed."
    (via,) = [
        via for claim in extractor_.extract(text).claims if claim.attribution for via in claim.attribution.via
    ]
    assert (via.span.text, via.cue.text) == ("the Quayside news agency", "told")


def _via(extractor: Extractor, text: str) -> list[list[tuple[str, str]]]:
    found = [claim.attribution for claim in extractor.extract(text).claims if claim.attribution]
    return [[(via.name, via.kind) for via in attribution.via] for attribution in found]
