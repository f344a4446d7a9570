"""Claimants of whole sentences: whose words they are, for every shape of a source."""

from __future__ import annotations

import pytest

from extractor import Extractor

NAMED = [
    ("Ana Ruiz said the port was safe.", "Ana Ruiz", "person"),
    ("The Harbour Council said the dam was safe.", "Harbour Council", "organisation"),
    ("According to Moscow, the talks went well.", "Moscow", "organisation"),
    ("Mayor Peter Lindholm told reporters that the roof had leaked.", "Peter Lindholm", "person"),
    ("Ana Ruiz arrived late. She said the road was closed.", "Ana Ruiz", "person"),
    ("The transport secretary, Colm Weather, said trains would run.", "Colm Weather", "person"),
    ("Tom Berg, who said the wheat had failed, left.", "Tom Berg", "person"),
    (
        "Calder Foods Inc. closed a plant. The company said demand had dropped.",
        "Calder Foods Inc.",
        "organisation",
    ),
]

UNNAMED = [
    ("Two senior aides said the talks had failed.", "Two senior aides", "anonymous"),
    (
        "Two people familiar with the matter said the deal was off.",
        "Two people familiar with the matter",
        "anonymous",
    ),
    ("Some analysts said the price was high.", "analysts", "group"),
    ("A former engineer said the valve was rusty.", "former engineer", "anonymous"),
    ("A survey by Halden Research found that prices had risen.", "survey by Halden Research", "document"),
    ("Police said the door was open.", "Police", "organisation"),
    ("Residents said the water was brown.", "Residents", "group"),
    ("Even critics say the plan works.", "critics", "group"),
    ("Nearly 39 percent said they agreed.", "39 percent", "group"),
    ("Many said they agreed.", "Many", "group"),
    ("No resident said the water was brown.", "No resident", "anonymous"),
    ("The report says that costs have doubled.", "report", "document"),
]

TOGETHER = [
    ("Ana Ruiz and Tom Berg said the port was safe.", "Ana Ruiz and Tom Berg", "group"),
    ("Dr Ana Ruiz and colleagues said the drug worked.", "Ana Ruiz and colleagues", "group"),
    ("The mayor and the governor said help was near.", "mayor and the governor", "group"),
    ("Tom Berg met the mayor. He and his staff said the talks went well.", "Tom Berg and his staff", "group"),
    (
        "Ana Ruiz, 34, and her husband, Tom Berg, said the house was cold.",
        "Ana Ruiz and Tom Berg",
        "group",
    ),
    (
        "Ana Ruiz, 34, and her husband, Tom Berg, 37, said the house was cold.",
        "Ana Ruiz and Tom Berg",
        "group",
    ),
]

DESCRIBED = [  # a name before a noun tells whose they are, not who
    ("The Ruiz supporters said the port was safe.", "Ruiz supporters", "group"),
    ("Ruiz's inner circle said the port was safe.", "Ruiz's inner circle", "anonymous"),
]

ALONE = [  # "and" inside a source that is one claimant all the same
    ("Ana Ruiz, head of trade and industry, said the port was safe.", "Ana Ruiz", "person"),
    (
        "The Board of Trade and Industry said the port was safe.",
        "Board of Trade and Industry",
        "organisation",
    ),
    ("Ana Ruiz, who met Tom Berg and others, said the port was safe.", "Ana Ruiz", "person"),
]

OWNERS = [
    ("According to Ana Ruiz's statement, the port is safe.", "Ana Ruiz", "person"),
    ("According to Ana Ruiz's recent remarks, the port is safe.", "Ana Ruiz", "person"),
    ("Ana Ruiz's campaign account said the vote was close.", "Ana Ruiz's campaign account", "anonymous"),
]

FIRST_PERSON = [
    ('"I always said that the dam was weak," Ana Ruiz told reporters.', "Ana Ruiz", "person"),
    ('"The water rose, but I said that we would stay," Tom Berg recalled.', "Tom Berg", "person"),
]

OPEN = [
    "It is said that the bridge will close.",
    "He said the road was closed.",
    "They said it would rain.",
    "She denied that the road was closed.",
    "A talk with the poet.\n\nA: I was nine. I have written 300 poems since.",
]


@pytest.mark.parametrize(
    ("text", "name", "kind"), [*NAMED, *UNNAMED, *TOGETHER, *ALONE, *DESCRIBED, *OWNERS, *FIRST_PERSON]
)
def test_claimant(extractor_: Extractor, text: str, name: str, kind: str) -> None:
    claimant = _last(extractor_, text)
    assert (name, kind) in claimant


@pytest.mark.parametrize("text", OPEN)
def test_left_open(extractor_: Extractor, text: str) -> None:
    assert _last(extractor_, text) <= {None}


def _last(extractor: Extractor, text: str) -> set[tuple[str, str] | None]:
    claimants = [claim.attribution.claimant for claim in extractor.extract(text).claims if claim.attribution]
    return {(claimant.name, claimant.kind) if claimant else None for claimant in claimants}


HEADED = [  # a headline's colon: whom the words before it name, None where they tell what it is about
    ("Berg: 'We will act'", "Tom Berg"),
    ("Q&A: 'The ice will be gone by 2040'", None),
    ("Review: The Last Ferry is a triumph", None),
    ("Rovers 2-1 Albion: Stone strikes late", None),
    ("READ MORE: Stone 'left cat on ferry'", None),
]


@pytest.mark.parametrize(("headline", "name"), HEADED)
def test_headlines(extractor_: Extractor, headline: str, name: str | None) -> None:
    found = extractor_.extract(f"{headline}\n\nTom Berg spoke in the hall on a Monday.").claims
    claimants = [claim.attribution and claim.attribution.claimant for claim in found]
    assert [claimant and claimant.name for claimant in claimants] == ([name] if name else [])
