"""Appositions, roles and affiliations."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.matchers.mentions.mentions_reading import check

APPOSITIONS = [
    '<m name="Colm Weather" role="transport secretary">The transport secretary, Colm Weather</m>, urged calm.',
    '<m name="Ana Ruiz" role="mayor">Ana Ruiz</m>, the mayor, said no.',
    '<m name="Castro Roofing" kind=organisation>The firm, Castro Roofing</m>, said the tiles were sound.',
    '<m name="Petra Dunne" role="campaign manager">His campaign manager, Petra Dunne</m>, said the count was odd.',
    '<m name="Ruth Aber" kind=person role="retired teacher">Ruth Aber</m>, 71, a retired teacher, said the smoke was thick.',
    '<m name="Anders Holm" role="chief executive">The chief executive, Anders Holm</m>, blames the weather.',
    '<m name="Lena Dorsk" kind=person>A spokeswoman for the Tamrian foreign ministry, Lena Dorsk</m>, rejected the idea.',
    '<m name="Marta Llan" kind=person>A spokeswoman for the Civil Guard in Porto, Capt Marta Llan</m>, rejected the idea.',
    '<m name="Gil Amdor" kind=person role="former chief of staff">Her former chief of staff, Gil Amdor</m>, contradicted her.',
    'According to <m name="Oskar Lind" kind=person>its chair, Judge Oskar Lind</m>, the delay was short.',
]

ROLES = [
    '<m name="Hugh Corder" kind=person>MP Hugh Corder</m> said he would raise the case.',
    '<m name="Mikael Oster" role="deputy governor">deputy governor Mikael Oster</m> said rates would fall.',
    '<m name="Kemal Aydin" role="Bus driver">Bus driver Kemal Aydin</m> said the street was icy.',
    '<m name="Lars Umeh" role="Finance chief">Finance chief Lars Umeh</m> rejected that view.',
    '<m name="Iker Basur" role="head of prices">Iker Basur</m>, head of prices, said bread was dear.',
    '"The wall is thin," said <m name="Jo Marsh" role="local bricklayer">local bricklayer Jo Marsh</m>.',
    (
        '<m name="Dina Sorel" role="analyst" affiliation="Corvid Capital">Dina Sorel</m>, an analyst at '
        "Corvid Capital, said shares would drop."
    ),
    '<m name="Philip Oduya" role="chair of governors">The chair of governors, Philip Oduya</m>, said no.',
    '<m name="Joon Strand" role="Chief Financial Officer">Chief Financial Officer Joon Strand</m> said costs were down.',
]

AFFILIATIONS = [
    '<m name="Milena Oster" role=president affiliation=France>France\'s president, Milena Oster</m>, said no.',
    '<m name="Rupert Acht" affiliation="Halden Research">Rupert Acht</m> of Halden Research said shares were cheap.',
    '<m name="spokesman for the port" affiliation="port">A spokesman for the port</m> said no.',
    (
        '<m name="Sunniva Dahl" role=Economist affiliation="Ostmark University">Economist Sunniva Dahl</m> '
        "of Ostmark University said no."
    ),
    (
        '<m name="Miriam Oyel" role="political scientist" affiliation="Halver University">Miriam Oyel</m>, '
        "a political scientist at Halver University, said no."
    ),
    '<m name="Carla Denn" role=boss affiliation=Chelsea>Chelsea boss Carla Denn</m> said the pitch was wet.',
    '<m name="Tara Moss" role=governor affiliation=Alaska>Alaska governor Tara Moss</m> said no.',
    (
        '<m name="Ana Ruiz" role="general secretary" affiliation="Dockers League">Ana Ruiz</m>, general '
        "secretary of the Dockers League, said no."
    ),
]


@pytest.mark.parametrize("annotated", [*APPOSITIONS, *ROLES, *AFFILIATIONS])
def test_roles(extractor_: Extractor, annotated: str) -> None:
    check(extractor_, annotated)
