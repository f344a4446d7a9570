# ruff: noqa: E501 (an annotated sentence is one line)
"""Ranges, vague magnitudes, scores, votes and odds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

RANGES = [
    "Rain will fall on <quantity low=10 high=15 unit=percentage>10-15%</quantity> of days.",
    "Between <quantity low=5 high=10 counted=ships>5 and 10</quantity> ships wait.",
    "The fee rose from <quantity low=14 high=31 unit=euro direction=up from=14 to=31>14 to 31 euros</quantity>.",
    "They earn <quantity low=8 high=10 unit=dollar per=hour>$8-$10</quantity> an hour.",
    "Wait <quantity low=5 high=7 unit=day>five to seven days</quantity>.",
    "A crowd of <quantity low=3000 high=4000 counted=people>3,000-4,000</quantity> people came.",
    "Some <quantity low=6000 high=7000 counted=people>six to seven thousand</quantity> people came.",
    "It costs <quantity low=20000000000 high=25000000000 currency=USD>$20 to $25 billion</quantity>.",
    "It takes <quantity low=3 high=4 unit=year vague=true>three or four years</quantity>.",
    'The car goes from <quantity low=0 high=60 unit="mile per hour">0 to 60 mph</quantity>.',
    "Fees of <quantity low=2 high=2.5 unit=percentage>2 per cent to 2.5 per cent</quantity> apply.",
    "They cut it by <quantity value=2000000000>€2bn</quantity> to <quantity value=5000000000 to=5000000000>€5bn</quantity>.",
    "Growth from <quantity low=27000000000 high=45000000000 unit=euro>27 to 40-45 billion euros</quantity> is planned.",
    "It rose <quantity value=17 unit=cent>17 cents</quantity> to <quantity value=61.37 unit=dollar>$61.37</quantity>.",
    "They got <quantity value=40 unit=milligram>40</quantity> and <quantity value=60 unit=milligram>60 mg</quantity>.",
    "In the 2010-15 period nothing changed.",
    "The price went from <quantity low=14 high=31 unit=dollar direction=up from=14 to=31>$14 to $31</quantity>.",
    "The share fell from <quantity low=14 high=31 direction=down from=31 to=14>31 to 14 per cent</quantity>.",
    'Children from <quantity low=5 high=10 unit="year of age" direction="" from=5 to=10>5 to 10 years old</quantity> may come.',
    'Prices range from <quantity low=5 high=10 from="" to="">$5 to $10</quantity>.',
    'Between <quantity low=5 high=10 from="" to="">5 and 10</quantity> ships wait.',
    "It grew from <quantity low=1200000 high=3000000 direction=up from=1200000 to=3000000>1.2 million to 3 million</quantity>.",
    "At least <quantity low=100 high=200 counted=people modifier==>100 and at most 200</quantity> people came.",
    "No more than <quantity low=15 high=40>40 and no less than 15</quantity> may enter.",
    "The room is <quantity value=3 unit=metre>3</quantity> x <quantity value=4 unit=metre>4 metres</quantity>.",
    'The mill burns <quantity low=300 high=1000 unit="metric ton" vague=true>several hundred</quantity> or even <quantity value=2000 unit="metric ton">2,000 tonnes</quantity>.',
    'Swimmers between the ages of <quantity low=17 high=26 unit="year of age">17 and 26</quantity> agreed.',
    'It was up <quantity value=19 unit="percentage point">19 percentage points</quantity> from 2011 but <quantity value=3>3 percentage points</quantity> from 2008.',
    "They drove from Oslo to Bergen.",
    "Unemployment fell by <quantity value=14000 direction=down>14,000</quantity> to <quantity value=2810000 direction=down to=2810000>2.81 million</quantity>.",
    "Claims rose <quantity value=3000>3,000</quantity> to <quantity value=219000 direction=up to=219000>219,000</quantity> last week.",
    "Jobs grew by <quantity low=200 high=300 kind=count direction=up>200 to 300</quantity>.",
    "It rose <quantity low=2 high=12 unit=percentage>2 to 12 percent</quantity>.",
    "A surge of <quantity low=8 high=12 unit=foot>8 to 12 feet</quantity> and <quantity low=6 high=10 unit=inch>6 to 10 inches</quantity> of rain is due.",
    "A <quantity low=2 high=3 unit=foot>2- to 3-foot</quantity> wave came.",
    "They sold <quantity value=5 unit=year>5</quantity>- and <quantity value=10 unit=year>10-year</quantity> notes.",
    "It paid <quantity low=5000000 high=6000000 currency=EUR>€5-6m</quantity>.",
    "Denby was off <quantity value=2.5>2 1/2</quantity> to <quantity value=17>17</quantity>.",
]

VAGUE = [
    "<quantity low=12 high=120 vague=true counted=people>Dozens</quantity> of people came.",
    "<quantity low=100 high=1000 vague=true counted=cows>Hundreds</quantity> of cows died.",
    "<quantity low=10000 high=100000 vague=true counted=fans>Tens of thousands</quantity> of fans sang.",
    "<quantity low=1000000 high=10000000 vague=true counted=Americans>Millions</quantity> of Americans vote early.",
    "She baked <quantity value=12 counted=cakes>a dozen</quantity> cakes.",
    "She baked <quantity value=6 counted=cakes>half a dozen</quantity> cakes.",
    "She baked <quantity value=24 counted=cakes>two dozen</quantity> cakes.",
    "A loan of <quantity value=200 vague=true>a couple of hundred euros</quantity> helped.",
    "It has <quantity low=3 high=10 vague=true counted=rooms>several</quantity> rooms.",
    "It has <quantity low=300 high=1000 vague=true counted=rooms>several hundred</quantity> rooms.",
    "It cost <quantity low=1000000000 high=10000000000 vague=true unit=dollar>billions of dollars</quantity>.",
    "They lost <quantity low=100000 high=1000000 vague=true counted=votes>hundreds of thousands</quantity> of votes.",
    "She called several times.",
    "Test scores rose.",
    "<quantity value=2 vague=true counted=men>A couple of</quantity> men came.",
    "It took <quantity value=2 vague=true unit=hour>a couple of hours</quantity>.",
    "“<quantity low=1000000 high=10000000 vague=true counted=fans>Millions</quantity>” of fans came.",
    "A couple met there.",
    "It took <quantity low=1 high=2 unit=year vague=true>a year or two</quantity> to build.",
    "He waited <quantity low=1 high=2 unit=hour vague=true>an hour or two</quantity>.",
    'It was a <quantity low=12 high=13 unit="year of age">12- or 13-year-old</quantity>.',
]

SCORES = [
    "They won <quantity low=1 high=3 kind=ratio>3-1</quantity> at home.",
    "The bill passed <quantity low=48 high=52 kind=ratio>52-48</quantity>.",
    "The bill passed <quantity low=213 high=217 kind=ratio>217 to 213</quantity>.",
    "The odds are <quantity low=2 high=7 kind=ratio>7-2</quantity>.",
    "It was a <quantity low=4 high=5 kind=ratio>5-4</quantity> ruling.",
    "By a margin of <quantity low=1 high=2 kind=ratio>2-to-1</quantity> they agreed.",
    "They lost <quantity low=1 high=4 kind=ratio>1-4</quantity> away.",
    "It ended <quantity low=2 high=2 kind=ratio>2-2</quantity>.",
    "She leads <quantity low=1042 high=1377 kind=ratio>1,377 to 1,042</quantity>.",
    "The 2019-20 season began.",
    "Call 555-0142 now.",
    'Rovers won <quantity low=1 high=3 from=3 to=1 direction="">3-1</quantity>.',
    'Rovers lost <quantity low=1 high=3 from=1 to=3 direction="">1-3</quantity>.',
    "They voted <quantity low=213 high=217 from=213 to=217 kind=ratio>213 to 217</quantity> against it.",
    "They voted <quantity low=213 high=217 from=217 to=213 kind=ratio>217 to 213</quantity> for it.",
    "He won <quantity from=6 to=4>6-4</quantity>, <quantity from=3 to=6 kind=ratio>3-6</quantity>, <quantity from=7 to=5>7-5</quantity>.",
    "By a margin of <quantity from=3 to=1 kind=ratio>three to one</quantity> they agreed.",
    "She won <quantity low=3 high=5 counted=seats kind=count>3 to 5</quantity> seats.",
    "A <quantity low=2 high=3 from=3 to=2 kind=ratio>3-for-2</quantity> stock split is due.",
    "The <quantity low=1 high=2 kind=ratio>two-for-one</quantity> split passed.",
    "They voted <quantity low=30 high=410 kind=ratio>30 to 410</quantity> to keep it.",
    "They made <quantity value=287>287</quantity> for <quantity value=6>6</quantity> in <quantity value=50 counted=overs>50</quantity> overs.",
]


@pytest.mark.parametrize("annotated", RANGES + VAGUE + SCORES)
def test_range(check: Callable[[str], None], annotated: str) -> None:
    check(annotated)
