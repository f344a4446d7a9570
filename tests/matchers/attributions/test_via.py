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
    ("The talks failed. However, Tom Berg insisted that peace was near, as per a report from KTA.", "KTA"),
]

CARRIED = [
    ("In a statement carried by KTA, the ministry said that the port was safe.", "KTA"),
    ("The ministry said in a statement carried by the KTA news agency that the port was safe.", "KTA"),
    ('"The port is safe," Ana Ruiz said in comments broadcast by Radio Quay.', "Radio Quay"),
    ("As first reported by the Quay Post, Ana Ruiz said the port was safe.", "Quay Post"),
    ("According to the Quay Post, Ana Ruiz said that the port was safe.", "Quay Post"),
    ('"The port is safe," Ana Ruiz said, according to KTA.', "KTA"),
]

CITED = [  # the outlet stands between, and whom it cites is the claimant
    ("The port will close in May, the Quay Post reported, citing two aides.", "Quay Post", "two aides"),
    ("Citing two aides, the Quay Post reported that the port will close.", "Quay Post", "two aides"),
    ("The port will close, Radio Quay reported on Monday, citing Ana Ruiz.", "Radio Quay", "Ana Ruiz"),
    ("The Quay Post, citing a ministry memo, said the port would close.", "Quay Post", "ministry memo"),
    ("The Quay Post, which cited two aides, said the port would close.", "Quay Post", "two aides"),
    (
        "The talks have failed, the Harbour Times wrote, citing officials familiar with the matter.",
        "Harbour Times",
        "officials familiar with the matter",
    ),
    ("KTA quoted Ana Ruiz as saying that the port was safe.", "KTA", "Ana Ruiz"),
    ("State media quoted Ana Ruiz as saying last week that the port was safe.", "State media", "Ana Ruiz"),
    (
        "State television quoted the general as saying that the talks had failed.",
        "State television",
        "general",
    ),
]

SELF = [  # whoever cites and is no outlet claims; an outlet that cites nobody claims too
    ("The mayor said the port was safe, citing a report by engineers.", "mayor"),
    ("The court rejected the claim, citing a law of 1990.", "court"),
    ("Ana Ruiz opposed the tax, citing its cost.", "Ana Ruiz"),
    ("Tom Berg said Ana Ruiz had lied, citing the Quay Post.", "Tom Berg"),
    ("Citing safety concerns, the Quay Post said the port would close.", "Quay Post"),
    ("The Grain Council said prices had doubled, citing two studies.", "Grain Council"),
    ("Markets now see a good chance of a cut, according to the Quay Post, up from 54% in May.", "Quay Post"),
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
    "Ana Ruiz said the tax was unfair, according to Tom Berg.",
    "Ana Ruiz said that Tom Berg had told her the port was safe.",
    "Ana Ruiz told a crowd that the port was safe.",
    "Ana Ruiz said in remarks on Curnow that the port was safe.",
    "Ana Ruiz said in a message from Undersecretary Tom Berg that the port was safe.",
    "Ana Ruiz said in a speech carried by the crowd that the port was safe.",
]


@pytest.mark.parametrize(("text", "outlet"), [*TOLD, *OCCASIONS, *RELAYED, *CARRIED])
def test_via(extractor_: Extractor, text: str, outlet: str) -> None:
    assert [(outlet, "outlet")] in _via(extractor_, text)


@pytest.mark.parametrize(("text", "outlet", "claimant"), CITED)
def test_cited(extractor_: Extractor, text: str, outlet: str, claimant: str) -> None:
    assert (claimant, [(outlet, "outlet")]) in _claimants(extractor_, text)


@pytest.mark.parametrize(("text", "claimant"), SELF)
def test_not_cited(extractor_: Extractor, text: str, claimant: str) -> None:
    assert set(map(str, _claimants(extractor_, text))) == {str((claimant, []))}


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


def test_a_phrase_with_a_content_of_its_own_relays_nothing_said_before(extractor_: Extractor) -> None:
    text = (
        'Prices have gone up for years. "But who could have expected a crisis like this?" Mortgages are new to the region, '
        "an analyst said. Home loans came to 19 percent of output in Varland and 5 percent in Ost, according to Holm figures."
    )
    contents = {
        c.text
        for c in extractor_.extract(text).claims
        if c.attribution and c.attribution.cue_lemma == "according to"
    }
    assert contents == {"Home loans came to 19 percent of output in Varland and 5 percent in Ost"}
    assert not any(_via(extractor_, text))


def _via(extractor: Extractor, text: str) -> list[list[tuple[str, str]]]:
    found = [claim.attribution for claim in extractor.extract(text).claims if claim.attribution]
    return [[(via.name, via.kind) for via in attribution.via] for attribution in found]


def _claimants(extractor: Extractor, text: str) -> list[tuple[str | None, list[tuple[str, str]]]]:
    found = [claim.attribution for claim in extractor.extract(text).claims if claim.attribution]
    return [
        (one.claimant.name if one.claimant else None, [(via.name, via.kind) for via in one.via])
        for one in found
    ]
