"""Nominals and pronouns: the minister, the company, he, she, they, it, who; and what no rule may guess."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.matchers.mentions.mentions_reading import check

NOMINALS = [
    'Helena Marsh, the transport minister, spoke. <m name="Helena Marsh">The minister</m> said the road was late.',
    'Governor Martin Hale toured the camp. <m name="Martin Hale">The governor</m> said help was near.',
    'The Bank of Ardenia cut its rate. <m name="Bank of Ardenia" kind=organisation>The bank</m> said growth was weak.',
    'Calder Foods Inc. closed a plant. <m name="Calder Foods Inc.">The company</m> said demand had dropped.',
    'The Skerry Line cut its timetable, <m name="Skerry Line">the company</m> said. A report by Audit Norland is due.',
    (
        "The Rail, Ferry and Transport union met Colm Reid, the head of the Harrow Group. "
        'The losses had doubled, <m name="Harrow Group">the company</m> said.'
    ),
    'Calder Foods Inc. earned CHF 9 million. <m name="Calder Foods Inc.">The company</m> said demand had grown.',
    'Parents of missing hiker criticise search / <m name="parents">The parents</m> have accused the police of giving up.',
    'Ben Okar scored twice. "I had to wait," <m name="Ben Okar">the 23-year-old</m> said.',
    'Rovers boss Piet Voss was angry. "It is a joke," fumed <m name="Piet Voss">the Dutchman</m>.',
    'The Electoral Commission met. <m name="Electoral Commission">The commission</m> said the count was fair.',
    'The Transport Workers Union struck. <m name="Transport Workers Union">The union</m> said pay was low.',
    (
        'A report by auditors came out on Monday. <m name="report by auditors" kind=document>The report</m> '
        "said costs had doubled."
    ),
    'Ana Ruiz, chief legal officer of Loopline, spoke. <m name="chief">The chief</m> denied it.',
    'Ana Ruiz, the police chief, spoke. <m name="Ana Ruiz">The chief</m> denied it.',
    'Judge Ines Falk read the verdict. <m name="Ines Falk">The judge</m> said the fraud was cruel.',
    '<m name="Two senior aides" kind=anonymous>Two senior aides</m> said the talks had failed.',
    (
        '<m name="spokesman for Carrow Tramways" kind=anonymous affiliation="Carrow Tramways">A spokesman '
        "for Carrow Tramways</m> said no."
    ),
]

HE_AND_SHE = [
    'Ana Ruiz opened the hearing. <m name="Ana Ruiz">She</m> said the port was safe.',
    'Tom Berg told the court that <m name="Tom Berg">he</m> was sorry.',
    'Mr Berg met Mrs Stone. <m name="Stone">She</m> said the price was fair.',
    'Mr Berg met Mrs Stone. <m name="Berg">He</m> said the price was fair.',
    '"I am tired," Ana Ruiz said. "It is late," <m name="Ana Ruiz">she</m> added.',
    'Ana Ruiz spoke on Monday. "Our friend Tom Berg is ill," <m name="Ana Ruiz">she</m> said.',
    'A spokeswoman for the port declined to give figures. <m name="spokeswoman for the port">She</m> said the data were old.',
    'Carla Stone resigned in May. The storm hit in June. <m name="Carla Stone">She</m> said she regretted nothing.',
    'Lawyer Rita Holt asked Gil Amdor why <m name="Gil Amdor">he</m> had waited. "I was ill," <m name="Gil Amdor">he</m> said.',
    'Ben Okar scored twice. Manager Lena Holt said she had never doubted <m name="Ben Okar">him</m>.',
    'Ms Max Dorn met Mr Robin Lee. <m name="Max Dorn">She</m> said the price was fair.',
    'Oliver Stane opened the case. A nurse, <m name="Oliver Stane">he</m> said, had paid with her own money.',
]

THEY_AND_IT = [
    'Talks failed over the port / A source denied that. "It is old," <m name="source">they</m> said.',
    'Talks failed over the port / Engineers met a source, who left. "It is old," <m name="Engineers">they</m> said.',
    'Inspectors visited the school. <m name="Inspectors" kind=group>They</m> said the roof was sound.',
    'Three engineers worked on the bridge. <m name="Three engineers">They</m> said the steel was thin.',
    'Health officials met the mayor. <m name="Health officials">They</m> said the water was clean.',
    'Ana Ruiz and her colleagues tested the drug. <m name="Ana Ruiz and her colleagues">They</m> said it worked.',
    'Doctors examined Tom Berg. <m name="Doctors">They</m> said the bone was broken.',
    'Calder Foods Inc. closed a plant. <m name="Calder Foods Inc.">It</m> said demand had dropped.',
    'The ministry published a plan. <m name="ministry">It</m> said the plan was cheap.',
    'The Bank of Ardenia cut its rate. <m name="Bank of Ardenia">It</m> said growth was weak.',
    'The Harbour Council said <m name="Harbour Council">it</m> would appeal.',
]

RELATIVES = [
    'Ana Ruiz, <m name="Ana Ruiz">who</m> said the port was safe, resigned.',
    'Tom Berg, <m name="Tom Berg">who</m> denied the claim, left.',
    'Ludmila Stark, chief economist at Corvid Capital, <m name="Ludmila Stark">who</m> said rates would fall, was wrong.',
    'The Harbour Council, <m name="Harbour Council">which</m> said the dam was safe, apologised.',
    'Calder Foods Inc., <m name="Calder Foods Inc.">which</m> denied the report, lost money.',
    'The minister met Ana Ruiz, <m name="Ana Ruiz">who</m> said she was ready.',
    'Mayor Peter Lindholm, <m name="Peter Lindholm">who</m> argued that the tax was fair, won.',
    'The Relief Office, <m name="Relief Office">which</m> warned of hunger, sent trucks.',
]

IN_FOCUS = [
    'Ana Ruiz opened the hall. <m name="Ana Ruiz">The candidate</m> said taxes would fall.',
    'Ana Ruiz opened the hall. <m name="Ana Ruiz">The Republican candidate</m> said taxes would fall.',
    'Ana Ruiz opened the hall. <m name="Ana Ruiz">The Florida senator</m> said taxes would fall.',
    'Governor Tom Berg met Senator Ana Ruiz. <m name="Ana Ruiz">The Florida senator</m> said taxes would fall.',
    'Ana Ruiz sang in the hall. <m name="Ana Ruiz">The comedian</m> said it was late.',
    'Governor Tom Berg spoke. <m name="Florida senator">The Florida senator</m> said taxes would fall.',
    'Ana Ruiz opened the hall. <m name="finance minister">The finance minister</m> said taxes would fall.',
    'Judge blocks harbour law / <m name="Ines Falk">Judge Ines Falk</m> blocked the law. Judge Tom Berg had not.',
]

BODIES = [
    (
        "The dam held. The Marrow Dam is old. / Cascade Hydro closed a plant. "
        '<m name="Cascade Hydro" kind=organisation>The company</m> said demand had dropped.'
    ),
    'The Relief Coordination Office met. <m name="Relief Coordination Office">The group</m> said food was short.',
    'The Harbour Trust met the Grain Council. <m name="Harbour Trust">The charity</m> said food was short.',
    'The Ruiz campaign met the Grain Council. <m name="Ruiz campaign">The Ruiz campaign</m> said the vote was close.',
]

OBJECTS_AND_SPEAKERS = [
    'Tom Berg opened the hall. "The roof is fine," <m name="Tom Berg">he</m> told Carl Stone.',
    'Carl Stone asked about the roof. Tom Berg laughed. "It is fine," <m name="Tom Berg">he</m> told Stone.',
    'Tom Berg said that Carl Stone was wrong about the dam. <m name="Tom Berg">He</m> said the dam was old.',
    'Tom Berg denied it. Berg said Kim Stone was wrong. <m name="Tom Berg">He</m> said Stone was late.',
    (
        "Kim Stone won. Stone ran. Stone laughed. / Tom Berg said Stone was late. / "
        '"It is cold," <m name="Tom Berg">he</m> said.'
    ),
    'Ana Ruiz hopes to be a great mayor. <m name="former mayor">The former mayor</m> wept.',
    'Tom Berg served as a judge. <m name="Tom Berg">He</m> said the law was clear.',
    'One voter spoke to Tom Berg. She asked him about the road. / <m name="Tom Berg">He</m> said it was late.',
]

GENDERS = [
    (
        'Kim Vale met Alex Stone. <m name="Kim Vale">She</m> said the road was long. / Vale was born in May. She is a nurse. / '
        "Stone is a cook. He left."
    ),
    'Kim Vale won, and she smiled. / Alex Stone lost. He wept. / Stone met Vale. <m name="Kim Vale">She</m> said it was late.',
]

CLEFTS = [
    'It was the Harbour Council <m name="Harbour Council">that</m> said the dam was safe.',
]

APPOSED = [
    (
        'Night falls over town / The whistleblower, a senior nurse, left. / "It was late," '
        '<m name="whistleblower">she</m> said. <m name="whistleblower">The nurse</m> wept.'
    ),
    'Her husband, the conductor <m name="Leopold Vane">Leopold Vane</m>, smiled. <m name="">She</m> said it was late.',
]

SPOUSES = [
    'Mr Berg\'s wife, Carol, spoke. She wept. <m name="Berg">Her husband</m> said the road was long.',
    "Mr Berg's wife, Carol, spoke. She wept. <m name=\"Carol's brother\">Her brother</m> said the road was long.",
    (
        'Ana Ruiz came late. <m name="Ana Ruiz\'s husband">Her husband</m> wept. / '
        '<m name="Ana Ruiz\'s husband">Her husband</m> said it was cold.'
    ),
    "Mrs Berg's sister, Carol, spoke. She wept. <m name=\"Carol's husband\">Her husband</m> said the road was long.",
]

AFFECTED = [
    'Tom Berg felt cheated. "It was near," said <m name="Tom Berg">the Italian</m>.',
    'Hearing on the app / Mr Berg asked Ms Stone why. <m name="Stone">She</m> replied: "It is late."',
    'Hearing on the app / Dale Vane asked Lee Stone why. <m name="Lee Stone">She</m> replied that it was late.',
    'Hearing on the app / Dale Vane asked Lee Stone why. <m name="Dale Vane">She</m> added that it was late.',
    (
        'Ed Vale spoke in the old hall. "The bridge is old," he said. / That infuriated Mr Haddow. '
        '"It was safe," <m name="Haddow">he</m> said.'
    ),
    (
        'Ed Vale spoke in the old hall. "The bridge is old," he said. / Vale then met Mr Haddow. '
        '"It was safe," <m name="Ed Vale">he</m> said.'
    ),
    (
        'Ed Vale spoke in the old hall. "The bridge is old," he said. / He praised Mr Haddow. '
        '"It was safe," <m name="Ed Vale">he</m> said.'
    ),
]

TURNS = [
    'Briefing on the dam / Tom Berg: The mayor has been told. <m name="mayor">He</m> said it was late.',
    'Briefing on the dam / Tom Berg met the press. <m name="Tom Berg">He</m> said it was late.',
    'Briefing on the dam / TOM BERG: I rang Carl Stone. <m name="Carl Stone">He</m> said it was late.',
]

UNRESOLVED = [
    '<m name="">He</m> said the road was closed.',
    '<m name="">She</m> denied everything.',
    '<m name="">They</m> said it would rain.',
    'The rain fell. <m name="">She</m> said it was cold.',
    'Mr Berg spoke. <m name="">She</m> said it was cold.',
    'Mrs Stone spoke. <m name="">He</m> said it was cold.',
    'The smell told us much. <m name="">He</m> said so.',
    'Ana Ruiz left. <m name="">They</m> said it was late.',
]


RESOLVED = [
    *NOMINALS,
    *HE_AND_SHE,
    *THEY_AND_IT,
    *RELATIVES,
    *IN_FOCUS,
    *BODIES,
    *OBJECTS_AND_SPEAKERS,
    *GENDERS,
    *CLEFTS,
    *APPOSED,
    *SPOUSES,
    *AFFECTED,
    *TURNS,
]


@pytest.mark.parametrize("annotated", [*RESOLVED, *UNRESOLVED])
def test_reference(extractor_: Extractor, annotated: str) -> None:
    check(extractor_, annotated)
