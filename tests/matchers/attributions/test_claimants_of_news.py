"""Claimants as a desk files them, by the constructions in which news names and describes them."""

from __future__ import annotations

import pytest

from extractor import Extractor

ORGANISATIONS = [
    ("State news agency Norpress reported that the dam was safe.", "Norpress"),
    ("The Halden Rescue Board (HRB) met. HRB said the dam was safe.", "Halden Rescue Board"),
    ("Norland's Ministry of Health said the water was clean.", "Norland's Ministry of Health"),
    ("Calder Foods Inc. closed a plant. The company said demand had dropped.", "Calder Foods Inc."),
    ("The Harbour Courier ran a story. The paper said the mayor had lied.", "Harbour Courier"),
    ("Kelso Police closed the road. Police said the bridge was unsafe.", "Kelso Police"),
    ("The UN Harbour Council met on Monday. The UN said it was late.", "UN"),
    ("The Halden Zoo shut its gates. The zoo said the tiger was ill.", "Halden Zoo"),
]

DESCRIBED = [
    ("Chairman and Chief Executive Ana Ruiz said sales had dropped.", "Ana Ruiz"),
    ("Labour office chief Ana Ruiz said sales had dropped.", "Ana Ruiz"),
    ("Italian foreign minister Ana Ruiz said the talks had failed.", "Ana Ruiz"),
    ("Prince Karel said the bridge would open.", "Prince Karel"),
    ("Lord Falk told the house that the bridge would open.", "Lord Falk"),
    ("The mayor, Ana Ruiz, and Tom Berg said the dam was safe.", "Ana Ruiz and Tom Berg"),
    ("Ana Ruiz, 34, and her husband, Tom Berg, said the house was cold.", "Ana Ruiz and Tom Berg"),
    ("Tom Berg, 61, is a farmer. His lawyer said the fine was unfair.", "Tom Berg's lawyer"),
]

EDGES = [
    ("Calder Foods Inc CALF.N cut jobs. Calder Foods said demand had dropped.", "Calder Foods Inc"),
    ("Calder Foods plc (LSE: CAF) today announced that sales rose 5%.", "Calder Foods plc"),
    ("Leeds, UK – 5 March 2024 – Calder Foods today announced that sales rose 5%.", "Calder Foods"),
    ("Kelso Air Flight KA662 turned back. Kelso Air said the crew was ill.", "Kelso Air"),
    ("Flight KA662 was cancelled on Monday. The airline said the crew was ill.", "airline"),
    ("Trains will be cut by half from Monday, the operator said.", "operator"),
    ("Number 10 said the plan was ready.", "Number 10"),
    ("No 11 said the plan was ready.", "No 11"),
    ("3M said the plan was ready.", "3M"),
    ("Route 66 LLC said the plan was ready.", "Route 66 LLC"),
    (
        "The Finance and Economy Ministry met. The ministry said growth had slowed.",
        "Finance and Economy Ministry",
    ),
    ("SecretaryTom Berg said the dam was safe.", "Tom Berg"),
    ("Prime Minister Ana Ruizmet the king. Ruiz said the dam was safe.", "Ana Ruiz"),
    ("The Ruritanians are late. Ruritania said the Ruritanians were late.", "Ruritania"),
    ("Climber Ana Ruiz has said she hopes to win.", "Ana Ruiz"),
    ("Ukrainian Prosecutor-General Ana Ruiz told reporters the dam was safe.", "Ana Ruiz"),
    ("Sheikh Omar Falah said the dam was safe.", "Omar Falah"),
    ("Sheikh Omar said the dam was safe.", "Sheikh Omar"),
    ("Tom MacDonald said the dam was safe.", "Tom MacDonald"),
    ("The zoo's manager, surnamed Huang, said the dog was calm.", "Huang"),
    (
        "The National Fire Safety Committee (Nafco) met. Nafco said the road was shut.",
        "National Fire Safety Committee",
    ),
    ("RCO leader and former president Ana Ruiz said the vote was fair.", "Ana Ruiz"),
    ("DARIO KEMP, CNM ANCHOR: Is the dam safe?\n\nKEMP: I think that the dam will hold.", "DARIO KEMP"),
]

PHRASES = [
    ("The dam will hold, port officials said. Officials said it was old.", "port officials"),
    ("Talks on water – senior officials said the dam was safe.", "senior officials"),
]

LEADS = [
    (
        'The dam is safe, the defence secretary has said.\n\nAna Ruiz, who is in Porto, said: "We checked it."',
        "Ana Ruiz",
    ),
    ("The defence secretary has said the dam is safe.\n\nAna Ruiz spoke in Porto on Monday.", "Ana Ruiz"),
    ("A retired judge has said the dam is unsafe.\n\nAna Ruiz spoke in Porto on Monday.", "Ana Ruiz"),
    ("The transport minister said the road was late.\n\nTom Berg spoke to reporters in Porto.", "Tom Berg"),
]

KEPT_BACK = [  # an official is nobody whom the next sentence names
    ("A senior official said the dam was safe.\n\nAna Ruiz spoke in Porto on Monday.", "senior official"),
    ("A US official said the dam was safe. Ana Ruiz left.", "US official"),
    ("One senior official said the dam was safe.", "senior official"),
    ("Another trader said the price was high.", "trader"),
]

DOCUMENTS = [
    (
        "A report by Audit Norland on the port came out on Monday. The report said costs had doubled.",
        "report by Audit Norland on the port",
    ),
    ("A new study of sleep came out. The paper said naps helped.", "new study of sleep"),
    ("A survey of farmers came out. The poll found that most were poor.", "survey of farmers"),
    ("Farmers filed a lawsuit. The complaint said the river was brown.", "lawsuit"),
    ("A statement from the Harbour Council said the port was safe.", "statement from the Harbour Council"),
    ("An open letter by Ana Ruiz said the port was safe.", "open letter by Ana Ruiz"),
    ("The Harbour Council's statement said the port was safe.", "Harbour Council"),
    ("Ana Ruiz's recent remarks suggested that the port was safe.", "Ana Ruiz"),
]

FIRST_PERSON = [
    ('"I think the dam is weak," Ana Ruiz told reporters.', "Ana Ruiz"),
    ('"We think the dam is weak," said Ana Ruiz, head of Calder Foods.', "Calder Foods"),
    ('"We think the dam is weak," the Harbour Council said.', "Harbour Council"),
]


@pytest.mark.parametrize(
    ("text", "name"),
    [*ORGANISATIONS, *DESCRIBED, *EDGES, *PHRASES, *LEADS, *KEPT_BACK, *DOCUMENTS, *FIRST_PERSON],
)
def test_named_as_a_desk_files_it(extractor_: Extractor, text: str, name: str) -> None:
    assert name in _names(extractor_, text)


GOES_ON = [  # in a quotation without a cue of its own somebody goes on
    ('"We must act," Tom Calder told a hearing.\n\n"I think the banks will be dismayed."', {"Tom Calder"}),
    ('"It is late," said Ana Ruiz. "I doubt that the dam will hold."', {"Ana Ruiz"}),
    ('"It is late," a trader said. "We expect prices to fall."', {"trader"}),
    (
        'Tom Calder, head of the Harbour Trust, was angry. "It was late," he said. "We believe the port lied."',
        {"Tom Calder", "Harbour Trust"},
    ),
]


@pytest.mark.parametrize(("text", "names"), GOES_ON)
def test_who_goes_on_is_i(extractor_: Extractor, text: str, names: set[str | None]) -> None:
    assert _names(extractor_, text) == names


STATED = [
    ("Mr Berg said the dam was safe.", "male"),
    ("Ana Ruiz said the dam was safe.", None),
    ("Ana Ruiz left. She said the dam was safe.", "female"),
    ("Spokeswoman Kim Lee said the dam was safe.", "female"),
    ("The Harbour Council said it was safe.", None),
]


@pytest.mark.parametrize(("text", "gender"), STATED)
def test_gender_only_as_stated(extractor_: Extractor, text: str, gender: str | None) -> None:
    claims = extractor_.extract(text).claims
    assert {c.attribution.claimant.gender for c in claims if c.attribution and c.attribution.claimant} == {
        gender
    }


def test_a_pronoun_with_a_rival_is_less_sure(extractor_: Extractor) -> None:
    alone = extractor_.extract("Ana Ruiz left. She said the dam was safe.").claims
    rival = extractor_.extract(
        "Ana Ruiz and Eva Holt left. Eva Holt met Ana Ruiz. She said it was safe."
    ).claims
    sure = [c.attribution.claimant.sure for c in (*alone, *rival) if c.attribution and c.attribution.claimant]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)


ITS = [
    (
        "Shares fell. The Halden Rescue Board said its staff had left.",
        "its [Halden Rescue Board's] staff had left",
    ),
    (
        "Shares fell. The Halden Rescue Board answered the letter, calling its evidence thin.",
        "its [Halden Rescue Board's] evidence thin",
    ),
    (
        "Shares fell. The Halden Rescue Board answered a letter from the Harbour Council, calling its evidence thin.",
        "its evidence thin",
    ),
]


@pytest.mark.parametrize(("text", "alone"), ITS)
def test_what_is_its_own(extractor_: Extractor, text: str, alone: str) -> None:
    assert alone in [claim.standalone for claim in extractor_.extract(text).claims]


def _names(extractor: Extractor, text: str) -> set[str | None]:
    claims = extractor.extract(text).claims
    return {c.attribution.claimant.name if c.attribution.claimant else None for c in claims if c.attribution}
