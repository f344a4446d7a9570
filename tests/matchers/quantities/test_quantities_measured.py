# ruff: noqa: E501 (an annotated sentence is one line)
"""What a number measures, and when it holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

EXPLICIT = [
    'The unemployment rate fell to <quantity value=9.6 measured="unemployment rate" said=explicit>9.6 %</quantity>.',
    "The brewery posted a loss of <quantity value=20.8 per=share measured=loss>$20.80</quantity> a share.",
    'Shares in Norbank closed down <quantity value=8 measured="Shares in Norbank">8 %</quantity>.',
    'They forecast GDP growth of <quantity value=2 measured="GDP growth">2 %</quantity>.',
    'The bank has a <quantity value=2 measured="inflation target">2 percent</quantity> inflation target.',
    'She bought a <quantity value=25 measured="stake in the brewery">25 percent</quantity> stake in the brewery.',
    'The town laid off <quantity value=12 of="its staff" measured=staff>12 %</quantity> of its staff.',
    'Sales of tractors rose <quantity value=4 measured="Sales of tractors">4 %</quantity>.',
    "The mill reported a <quantity value=5 measured=revenue>5 percent</quantity> increase in revenue.",
    'The budget deficit widened to <quantity value=3 of=GDP measured="budget deficit">3 %</quantity> of GDP.',
    "Each unit costs <quantity value=9000 measured=unit>$9,000</quantity>.",
    "The port needs <quantity value=4000000 measured=repairs>£4m</quantity> for repairs.",
    "The bank took <quantity value=4000000000 measured=writedowns>$4 billion</quantity> in writedowns.",
    'It lost <quantity value=9 unit=gigawatt measured="generating capacity">nine gigawatts</quantity> of generating capacity.',
    "He went on a <quantity value=5 unit=day measured=trip>five-day</quantity> trip.",
    'The council lowered the annual fee to <quantity value=900 measured="annual fee">£900</quantity>.',
    'The <quantity value=16 unit="year of age" measured=goalkeeper>16-year-old</quantity> goalkeeper saved it.',
    "The flats, which cost <quantity value=80000 measured=flats>£80,000</quantity>, are empty.",
    "Rents are expected to rise <quantity value=3 measured=Rents>3 %</quantity>.",
    "They spent <quantity value=5000000 measured=roads>£5m</quantity> on roads.",
    'Vaccine coverage was estimated at <quantity value=99 measured="Vaccine coverage">99 %</quantity>.',
    "Norbank employs <quantity value=400 counted=people measured=Norbank>400</quantity> people.",
]

CARRIED = [
    "The rate fell to <quantity value=9.6 measured=rate>9.6 %</quantity> from <quantity value=10.6 measured=rate said=carried>10.6 %</quantity>.",
    'The unemployment rate was high. It fell to <quantity value=9.6 measured="">9.6 %</quantity>.',
    "The rate was <quantity value=10 measured=rate>10 %</quantity> in May. It fell to <quantity value=9.6 measured=rate said=carried>9.6 %</quantity>.",
    "The club is worth <quantity value=800000000 measured=club>£800m</quantity> (<quantity value=1000000000 measured=club said=carried>$1bn</quantity>).",
    "Profit was <quantity value=3000000 measured=Profit>$3 million</quantity>, or <quantity value=2 per=share measured=Profit said=carried>$2</quantity> a share.",
]

NOTHING = [
    'Residents found the wreck and reported that there had been <quantity value=2 measured="">two</quantity> strikes.',
    'It happened <quantity value=3 unit=day measured="">three days</quantity> later.',
    'Analysts had expected <quantity value=64 unit=cent measured="">64 cents</quantity>.',
    'It was over in <quantity value=10 unit=minute measured="">ten minutes</quantity>.',
    'He won <quantity value=3 counted=medals measured="">three</quantity> medals.',
]

WHEN = [
    "The rate was <quantity value=9.6 when=2023-12>9.6 %</quantity> in December against <quantity value=10.6 when=2023-11>10.6 %</quantity> in November.",
    "In 2022, sales rose <quantity value=4 when=2022>4 %</quantity>.",
    "Sales rose <quantity value=4 when=2022>4 %</quantity> to <quantity value=3000000 when=2022>£3m</quantity> in 2022.",
    'The mill reported a loss of <quantity value=3000000 when="">£3m</quantity> on Monday.',
    'The rate fell to <quantity value=7.8 when="">7.8 %</quantity> from its <quantity value=10 when="">10 %</quantity> peak in October 2009.',
    'They moved in 2010. Rents rose <quantity value=3 when="">3 %</quantity>.',
    'Prices are <quantity value=3 when="">3 %</quantity> higher than in 2019.',
    'Her <quantity value=2 counted=sisters when="">two</quantity> sisters left in 2019.',
]


@pytest.mark.parametrize("annotated", [*EXPLICIT, *CARRIED, *NOTHING])
def test_what_is_measured(check: Callable[[str], None], annotated: str) -> None:
    check(annotated)


@pytest.mark.parametrize("annotated", WHEN)
def test_when_it_holds(check_dated: Callable[[str], None], annotated: str) -> None:
    check_dated(annotated)


MOVEMENTS = [
    "The rate fell to <quantity value=16.4 direction=down from=18.7 to=16.4>16.4%</quantity> from <quantity value=18.7 from=18.7 to=16.4>18.7%</quantity>.",
    "Sales fell <quantity value=5 from='' to=''>5 %</quantity> to <quantity value=3000000 from=3200000 to=3000000>£3m</quantity> from <quantity value=3200000>£3.2m</quantity>.".replace(
        "'", '"'
    ),
    'It posted a loss of <quantity value=48000000 direction="">48 million euros</quantity>.',
    'A record <quantity value=1200 modifier="=">1,200</quantity> people came.',
    'The mill sold <quantity value=816000 unit="metric ton">816 000 t</quantity> of steel.',
    "About <quantity value=100 counted=schools>100</quantity> Muslim, <quantity value=100 counted=schools>100</quantity> Evangelical and <quantity value=50>50</quantity> Jewish schools closed.",
    "<quantity value=3 counted=people>Three</quantity> people were killed and <quantity value=15 counted=people>15</quantity> injured.",
    "It flew <quantity value=36 counted=boats>36</quantity> boats, including <quantity value=21 counted=boats>21</quantity> from Lund.",
]


@pytest.mark.parametrize("annotated", MOVEMENTS)
def test_what_the_numbers_around_tell(check: Callable[[str], None], annotated: str) -> None:
    check(annotated)
