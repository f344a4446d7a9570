"""Names over an article: full name and surname, titles and gender, acronyms, headlines, what stays open."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.matchers.mentions.mentions_reading import check

SURNAMES = [
    'Ana Ruiz opened the hearing on Monday. <m name="Ana Ruiz" kind=person>Ruiz</m> said the port was safe.',
    'Mayor Peter Lindholm spoke first. Later <m name="Peter Lindholm" role=Mayor>Lindholm</m> said the roof had leaked.',
    'The plan was drawn up by engineer Joon-ho Strand. "It works," <m name="Joon-ho Strand" kind=person>Strand</m> said.',
    'Elena Novak won the race. "I was lucky," <m name="Elena Novak">Novak</m> told reporters.',
    (
        'Harbour Logistics Inc. cut its forecast. <m name="Harbour Logistics Inc." '
        "kind=organisation>Harbour Logistics</m> said trade had slowed."
    ),
    'Transport minister Ed Falls spoke on Monday. <m name="Ed Falls" kind=person>Falls</m> told reporters it was late.',
    'Director Stef O’Moran left. <m name="Stef O’Moran" kind=person>Ms O’Moran</m> said staff knew.',
    'The US Secretary of State flew to Tarn. <m name="US">The US</m> said it would help.',
    'Waleed al-Sayed left on Monday. Like others, <m name="Waleed al-Sayed" kind=person>al-Sayed</m> said he was proud.',
    'Maria van der Berg resigned. <m name="Maria van der Berg">Van der Berg</m> said she was tired.',
    'Robert Hale Jr. took office in May. <m name="Robert Hale Jr." kind=person>Hale</m> said taxes would fall.',
    'Ana Ruiz, 34, runs a bakery. <m name="Ana Ruiz" kind=person>Ana</m> says flour is dear.',
    (
        'Ruiz resigns over bridge / <m name="Ana Ruiz" role=minister>Ana Ruiz</m>, the minister, resigned '
        'on Monday. <m name="Ana Ruiz">Ruiz</m> said the bridge had failed.'
    ),
]

TITLES = [
    '<m name="Ana Ruiz" kind=person>Ms Ana Ruiz</m> said no.',
    'Mrs Ana Ruiz and Mr Tom Ruiz run the farm. <m name="Ana Ruiz">Mrs Ruiz</m> said the wheat had failed.',
    '<m name="Carla Stone" kind=person role=Dr>Dr Carla Stone</m> said the ward was full.',
    '<m name="Carla Stone" role=Judge>Judge Carla Stone</m> said the claim was bold.',
    '<m name="Carla Stone" role="Prime Minister">Prime Minister Carla Stone</m> said taxes would fall.',
    'Gen. Pavel Hruska arrived. <m name="Pavel Hruska">The general</m> said the road was open.',
    'Sir Henry Cole founded it. <m name="Henry Cole">Sir Henry</m> said it would last.',
    'Tan Sri Lim Boon Hock resigned. <m name="Lim Boon Hock" kind=person>Lim</m> said the port was safe.',
    'Datuk Seri Azman Rashid resigned. <m name="Azman Rashid" kind=person>Azman</m> said the port was safe.',
    '<m name="Lim Boon Hock" role="Harbour Minister">Harbour Minister Tan Sri Lim Boon Hock</m> said no.',
    '<m name="Sri Lanka">Sri Lanka</m> said the port was safe.',
    '<m name="Olive Vane" kind=person>Smt Olive Vane</m> said no.',
    'A nurse spoke to the court. <m name="Olivia Tranter" kind=person>Olivia Tranter</m> said her client was ill.',
    '<m name="Morgan Stanley" kind=organisation>Morgan Stanley</m> said its profit had fallen.',
    '<m name="Dolores Quint" role="Fire Chief">Fire Chief Dolores Quint</m> said the wind had turned.',
]

ACRONYMS = [
    (
        'The Relief Coordination Office (RCO) opened a camp. <m name="Relief Coordination Office" '
        "kind=organisation>The RCO</m> said water was short."
    ),
    'The National Grain Council met on Friday. <m name="National Grain Council">The NGC</m> said prices would rise.',
    (
        'The International Dairy Union (IDU) is old. <m name="International Dairy Union">IDU</m> officials '
        'met. The <m name="International Dairy Union">IDU</m> said milk was cheap.'
    ),
    'The Harbour Safety Board (HSB) fined the firm. <m name="Harbour Safety Board">The HSB</m> said the crane was rusty.',
    (
        'The Coastal Forecast Centre (CFC) warned of storms. According to <m name="Coastal Forecast '
        'Centre">the CFC</m>, winds will rise.'
    ),
    (
        'The Northern Rail Authority (NRA) shut the line. <m name="Northern Rail Authority" '
        "kind=organisation>The NRA</m> denied it."
    ),
    'The Federal Seed Bureau (FSB) issued a note. "We are ready," <m name="Federal Seed Bureau">the FSB</m> said.',
    (
        'The Alpine Rescue Service (ARS) sent a team. <m name="Alpine Rescue Service">The ARS</m> added '
        "that two climbers were safe."
    ),
]

GOVERNMENTS = [
    '<m name="Moscow" kind=organisation>Moscow</m> denied the charge.',
    '<m name="Kremlin" kind=organisation>The Kremlin</m> said the talks went well.',
    '<m name="White House" kind=organisation>The White House</m> said the bill was dead.',
    '<m name="Paris" kind=organisation>Paris</m> said it would sign.',
    '<m name="Washington" kind=organisation>Washington</m> accused the group of theft.',
    '<m name="Beijing" kind=organisation>Beijing</m> rejected the report.',
    '<m name="Brussels" kind=organisation>Brussels</m> said the rules were clear.',
    "<m name=\"Germany's Finance Ministry\" kind=organisation>Germany's Finance Ministry</m> said revenue had grown.",
]

SHAPES = [
    'The Marrow People’s Party, or MPP, met. <m name="Marrow People’s Party">The MPP</m> said taxes were high.',
    'The court ruled. <m name="Stone v. Harbour Council" kind=document>Stone v. Harbour Council</m> allowed the fee.',
    '"Can voters Trust Ana Ruiz?" asks an ad. Ana Ruiz ran. Ana Ruiz won. Ana Ruiz left. <m name="Ana Ruiz">Ruiz</m> denied it.',
    'Vane said demand fell. Its old name was RVJ Vane. <m name="Vane">Vane</m> said prices rose.',
    'Guns are cheap. Ana Ruiz bought guns. <m name="">Guns</m> kill.',
    'Guns are cheap. Ana Ruiz bought guns. "<m name="">Guns</m> kill," she said.',
    'Berg called Pip "a fool," <m name="Ana Ruiz">Ana Ruiz</m> said.',
    'Pip "Two Dinners" Okafor sang. <m name="Pip Okafor">Okafor</m> said it was late.',
    'Several NGOs met. The <m name="NGOs" kind=group>NGOs</m> want a dam.',
    '<m name="St. Ansgar City Council" kind=organisation>The St. Ansgar City Council</m> said the dam was safe.',
    '"It rained," said <m name="Tamsin Adeyo" kind=person>Army Capt. Tamsin Adeyo</m>, who was cold.',
    'Supervisor of <m name="Ana Ruiz" kind=person>Bridges Ana Ruiz</m> said the road was closed.',
    '<m name="Tom Berg">The deputy leader, Rep. Tom Berg (Ind.)</m>, promised a dam.',
    '<m name="Seo Hae-won" role=Minister>Minister Seo Hae-won</m> said the two countries were friends.',
    '<m name="Noh Jae-in" role=President>President Noh Jae-in</m> said it was late.',
    'The rules that <m name="Ana Ruiz">Ana Ruiz</m>-era clerks wrote are old. <m name="Ana Ruiz">Ruiz</m> said no.',
    'A <m name="Lille">Lille</m>-based firm closed. It said demand had dropped.',
    (
        'The dam burst. / Reacting, Garkuwa’s Special Adviser on Media, <m name="Ada Bello" kind=person>Mrs Ada Bello</m>, '
        "said the minister had heard nothing."
    ),
    'Tom Manning won. <m name="Tom Manning">Manning</m>, Ana Ruiz and others wept.',
    'He spoke, his <m name="Ada Daniels" role="Chief Press Secretary">Chief Press Secretary, Ada Daniels</m>, said on Monday.',
    (
        'The <m name="Bala Yakubu" role="Country Director of DamRight">Country Director of DamRight, Comrade Bala Yakubu</m>, '
        "said the walls were failing."
    ),
    'Forest officer (DFO) <m name="Ana Ruiz">Ana Ruiz</m> spoke. "They are thirsty," <m name="Ana Ruiz">the DFO</m> said.',
    (
        'The Nurses Society met. Speaking to the <m name="BBC" kind=organisation>BBC</m>, '
        'its <m name="Ada Bello" role=president>president, Ada Bello</m>, said it was late.'
    ),
    'Secretary Karl Vane holds a briefing / <m name="Karl Vane">VANE</m>: Good afternoon. / <m name="Karl Vane">VANE</m>: Yes.',
    'Gen. Haines spoke. / GEN. <m name="Arthur Haines">ARTHUR HAINES</m>: It is late.',
    'The app’s parent, <m name="Orbis Holdings" kind=organisation>Orbis Holdings</m>, said it was late.',
    'In her book The Empty Byre, <m name="Ana Ruiz" role=historian>the historian Ana Ruiz</m> writes that farms are sold.',
    'Celebrities praised it. <m name="Ana Ruiz">Celebrity Ana Ruiz</m> said the film was good.',
]

NAMESAKES = [
    'Carl Stone III spoke. His father, the Rev. Carl Stone Jr., wept. <m name="Carl Stone Jr.">Carl Stone Jr.</m> said no.',
    (
        "Bo Harmon won. Bo Harmon ran well. Bo Harmon smiled. His brother Tim Harmon came last. / The crowd was quiet. / "
        '<m name="Bo Harmon">Harmon</m> said the track was wet.'
    ),
    (
        "Bill Harmon met the press. He was tired. / Rosa Harmon stayed at home. She was ill. / "
        '<m name="Rosa Harmon">Mrs Harmon</m> said it was late.'
    ),
    (
        'Eva Harmon, mother of the sailor Bill Harmon, denied it. / "She lied," <m name="Eva Harmon">Harmon</m> said.'
    ),
]

OPEN = [
    'Bill Harmon and Rosa Harmon own the mill. / <m name="">Harmon</m> said the wheel had stopped.',
    'Bill Harmon sold the mill. Rosa Harmon bought the barn. / The village was quiet. / <m name="">Harmon</m> denied it.',
    'Mr Bill Harmon sold it. Mrs Rosa Harmon wept. / <m name="Rosa Harmon">Mrs Harmon</m> said it was old.',
    (
        "Edith Harmon, 81, sold it. / Mrs Harmon wept. / Her son, Graham Harmon, spoke. / "
        '<m name="Graham Harmon">Mr Harmon</m> said it was old.'
    ),
    (
        "Walter Harmon, 88, fell ill. / Mr Harmon died. / His niece, Susan Harmon, wept. / "
        '<m name="Susan Harmon">Mrs Harmon</m> said nobody rang.'
    ),
    (
        "The premier, Fiona Harmon, was tired. / Ms Harmon left. / Her husband, the barrister Hugh Harmon, stayed. "
        '<m name="Hugh Harmon">Harmon</m> said it was late.'
    ),
    'Rosa Harmon runs the shop. / Her sister Vera knits. / <m name="Rosa Harmon">Harmon</m> said so. Vera Harmon laughed.',
    'Mr Bill Harmon sold it. Mrs Rosa Harmon wept. / <m name="Bill Harmon">Mr Harmon</m> said it was old.',
    'Rosa Harmon wept. / Bill Harmon sold the mill in May. <m name="Bill Harmon">Harmon</m> said it was old.',
    'Bill Harmon sold it. / Rosa Harmon bought a barn in May. <m name="Rosa Harmon">Harmon</m> said it was new.',
    'Tim Carver makes shirts. The Carver Shirt is blue. <m name="Tim Carver">Carver</m> said blue sells.',
    'Laura Keller met James Keller. / <m name="">Keller</m> said the meeting was short.',
]


@pytest.mark.parametrize(
    "annotated", [*SURNAMES, *TITLES, *ACRONYMS, *GOVERNMENTS, *SHAPES, *NAMESAKES, *OPEN]
)
def test_names(extractor_: Extractor, annotated: str) -> None:
    check(extractor_, annotated)
