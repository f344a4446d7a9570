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
]


@pytest.mark.parametrize("annotated", RANGES + VAGUE + SCORES)
def test_range(check: Callable[[str], None], annotated: str) -> None:
    check(annotated)
