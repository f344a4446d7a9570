"""Ages, physical measures and durations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

AGES = [
    'A <quantity value=45 unit="year of age" kind=age>45-year-old</quantity> man fell.',
    'A <quantity value=20 unit="month of age">20-month-old</quantity> girl slept.',
    'A boy aged <quantity value=9 unit="year of age">9</quantity> won.',
    'Anna Smith, <quantity value=45 unit="year of age">45</quantity>, agreed.',
    'Peter Smith (<quantity value=45 unit="year of age">45</quantity>) agreed.',
    'She is in her <quantity low=40 high=49 unit="year of age">40s</quantity>.',
    'She is <quantity value=60 unit="year of age">60 years old</quantity>.',
    'He died at the age of <quantity value=81 unit="year of age">81</quantity>.',
    'She was <quantity value=81 unit="year of age">81</quantity>.',
    'Voters under <quantity value=35 unit="year of age" modifier="&lt;">35</quantity> agreed.',
    'Rock <quantity value=300000000 unit="year of age">300 million years old</quantity> split.',
    '<quantity low=20 high=29 unit="year of age">20-to-29-year-olds</quantity> agreed.',
    "The Age of Reason ended.",
    "Bands of the 1970s returned.",
    'She is in her early <quantity low=30 high=39 unit="year of age">thirties</quantity>.',
    'A <quantity low=30 high=39 unit="year of age">30-something</quantity> crowd came.',
    'The over-<quantity value=50 unit="year of age">50</quantity>s voted.',
    'Fans younger than <quantity value=30 unit="year of age" modifier="&lt;">30</quantity> sang.',
    'I\'m <quantity value=76 unit="year of age">76</quantity>, and tired.',
    'The tale of when she was <quantity value=11 unit="year of age">11</quantity> made us laugh.',
    "Bands of the thirties returned.",
]

PHYSICAL = [
    "The farm has <quantity value=3400 unit=acre kind=physical>3,400 acres</quantity>.",
    'Winds of <quantity value=40 unit="mile per hour" per=hour>40 mph</quantity> blew.',
    'He walked at <quantity value=12 unit="kilometre per hour">12 km/h</quantity>.',
    "She is <quantity value=7.833333333 unit=foot>7 ft 10 in</quantity> tall.",
    "He is <quantity value=6.333333333 unit=foot>6-foot-4</quantity>.",
    "A <quantity value=5.9 unit=magnitude kind=index>5.9-magnitude</quantity> quake struck.",
    'It was <quantity value=30 unit="degree Celsius">30C</quantity> in the shade.',
    'It was <quantity value=30 unit="degree Celsius">30 degrees Celsius</quantity>.',
    "It was <quantity value=30 unit=degree>30 degrees</quantity>.",
    "They pump <quantity value=1200000 unit=barrel per=day>1.2 million barrels</quantity> per day.",
    "The drum makes <quantity value=15 counted=revolutions per=minute>15</quantity> revolutions per minute.",
    "The tower is <quantity value=100 unit=metre>100m</quantity> tall.",
    'A field of <quantity value=12 unit="kilovolt per centimetre">12 kV/cm</quantity> is needed.',
    'They measured <quantity value=3 unit="gray per second">3 Gy/s</quantity> behind the wall.',
    'The flat has <quantity value=640 unit="square metre">640 sq m</quantity>.',
    "A <quantity value=0.75 unit=mile>3/4 mile</quantity> track was built.",
    "<quantity value=0.5 unit=litre>Half a litre</quantity> spilled.",
    "The chip has <quantity value=80 unit=gigabyte>80GB</quantity>.",
    'The plan has <quantity value=45 unit="megabit per second">45Mbps</quantity>.',
    "The car ran <quantity value=3600000000 unit=kilometre>3.6bn km</quantity>.",
    "She is <quantity value=5.833333333 unit=foot>5'10\"</quantity> tall.",
    'He has a <quantity value=10 unit=inch>10"</quantity> screen.',
    'The air held <quantity value=350 unit=microgram per="cubic metre">350 micrograms</quantity> per cubic metre.',
    'The air held <quantity value=35 unit="microgram per cubic metre">35 µg/m³</quantity>.',
    "It was a <quantity value=300 unit=kilometre>300-km</quantity> trip.",
    'Some <quantity value=25 unit=millimetre per="">25mm</quantity> of rain fell in an hour.',
    "They pump <quantity value=2000 unit=barrel per=day>2,000 barrels</quantity> of oil a day.",
    'He said: "It is bus 10" and left.',
    "Tune in on AM/FM today.",
    'Each unit has <quantity value=60 unit="megavolt ampere">60MVA</quantity>.',
    "The pressure fell to <quantity value=942 unit=millibar>942 millibars</quantity>.",
    "The pressure fell to <quantity value=942 unit=hectopascal>942 hPa</quantity>.",
    "The beam reached <quantity value=13.6 unit=teraelectronvolt>13.6 TeV</quantity>.",
    'It pumps <quantity value=3000 unit="barrel of oil equivalent per day" per=day>3,000 boe/d</quantity>.',
    "They got <quantity value=3 unit=millisievert>three millisieverts</quantity>.",
    "She is <quantity value=5.333333333 unit=foot>5ft 4in</quantity>.",
    "It gets <quantity value=30 unit=inch>30 in.</quantity> of rain.",
    'A high of <quantity value=-4 unit="degree Celsius">-4 C</quantity> is due.',
    "He won the <quantity value=100 unit=metre>100m</quantity> final.",
    "She got <quantity value=5>5</quantity> C grades.",
    'The <quantity value=9 unit=foot>9 feet</quantity> beast weighs <quantity value=750 unit="pound-mass">750 pounds</quantity>.',
    "They paid <quantity value=750 currency=GBP>750 pounds</quantity> for it.",
]

DURATIONS = [
    "It took <quantity value=36 unit=hour kind=time>36 hours</quantity>.",
    "It took <quantity value=2.5 unit=year>two-and-a-half years</quantity>.",
    "It took <quantity value=1.5 unit=year>one year and a half</quantity>.",
    "It was a <quantity value=3 unit=week>three-week</quantity> strike.",
    "It took <quantity value=30 unit=year>30</quantity> long years.",
    "It took <quantity value=0.5 unit=hour>half an hour</quantity>.",
    "It took <quantity value=1.5 unit=hour>one hour and 30 minutes</quantity>.",
    "It took <quantity value=26 unit=hour>26 hours</quantity>, <quantity value=18 unit=minute>18 minutes</quantity>.",
    "It lasted for a decade.",
    "It blooms every <quantity value=29 unit=year>29 years</quantity>.",
    "It came a year earlier.",
    "He waited <quantity value=1.5 unit=hour>an hour and a half</quantity>.",
    "It runs <quantity value=1.5 unit=minute>a minute and 30 seconds</quantity>.",
    "She ran for <quantity value=2.175 unit=hour>2 hours 10 minutes 30 seconds</quantity>.",
    "He waited <quantity value=4.5 unit=hour>4     1/2   hours</quantity>.",
    "They hope one day to win.",
    "One of these days he will leave.",
    "Just a second, she said.",
]


@pytest.mark.parametrize("annotated", AGES + PHYSICAL + DURATIONS)
def test_unit(check: Callable[[str], None], annotated: str) -> None:
    check(annotated)
