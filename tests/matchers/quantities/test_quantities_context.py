# ruff: noqa: E501 (an annotated sentence is one line)
"""What the context adds: modifiers, changes, and what is counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

MODIFIERS = [
    'More than <quantity value=40 modifier="&gt;">40</quantity> ships sank.',
    'At least <quantity value=40 modifier="&gt;=">40</quantity> ships sank.',
    'Up to <quantity value=40 modifier="&lt;=">40</quantity> ships sank.',
    "Nearly <quantity value=40 modifier=~>40</quantity> ships sank.",
    "About <quantity value=40 modifier=~>40</quantity> ships sank.",
    "Some <quantity value=300 modifier=~>300</quantity> people fled.",
    "Roughly <quantity value=300 modifier=~>300</quantity> people fled.",
    'No fewer than <quantity value=300 modifier="&gt;=">300</quantity> people fled.',
    'Fewer than <quantity value=300 modifier="&lt;">300</quantity> people fled.',
    'It cost over <quantity value=300 modifier="&gt;">300 euros</quantity>.',
    'It cost under <quantity value=300 modifier="&lt;">300 euros</quantity>.',
    "It took <quantity value=3 modifier=~>three days</quantity> or so.",
    'It took <quantity value=3 modifier="&gt;=">three days</quantity> or more.',
    'It is up more than <quantity value=5 modifier="&gt;" direction=up>5%</quantity>.',
    "It cost between <quantity low=4 high=6 modifier==>4 and 6 euros</quantity>.",
    "Over the past <quantity value=7 modifier==>seven months</quantity> it rained.",
    'It cost less than <quantity value=3 modifier="&lt;">$3</quantity> or more than <quantity value=9 modifier="&gt;">$9</quantity>.',
    "He handed over <quantity value=15 modifier==>15</quantity> files.",
    "He was fined <quantity value=500 modifier==>£500</quantity> plus <quantity value=85>£85</quantity> costs.",
]

CHANGES = [
    "Shares of Solen (SIX: SLN) fell <quantity value=3 direction=down>3%</quantity>.",
    "<quantity value=6>SIX</quantity> PEOPLE DIE IN FIRE.",
    "Sales rose <quantity value=3 direction=up>3%</quantity>.",
    "Sales fell by <quantity value=0.3333333333 direction=down>a third</quantity>.",
    "Sales were up <quantity value=12 direction=up>12%</quantity> on the year.",
    "Sales were down nearly <quantity value=12 direction=down modifier=~>12%</quantity>.",
    "The chance is <quantity value=58>58%</quantity>, up from <quantity value=54 direction=up from=54>54%</quantity> in May.",
    "The rate fell from <quantity low=5.4 high=5.9 direction=down from=5.9 to=5.4>5.9% to 5.4%</quantity>.",
    "The staff doubled to <quantity value=40 direction=up to=40 multiplier=2>40</quantity>.",
    "The staff halved to <quantity value=40 direction=down to=40 multiplier=0.5>40</quantity>.",
    "Revenue tripled to <quantity value=9000000 direction=up multiplier=3>$9 million</quantity>.",
    "Prices fell to <quantity value=3 direction=down to=3>$3</quantity> from <quantity value=4 from=4>$4</quantity>.",
    "An increase of <quantity value=3 direction=up>3%</quantity> is likely.",
    'Business tripled over <quantity value=3 direction="">three years</quantity>.',
    'Women made up <quantity value=43 direction="">43%</quantity> of voters.',
    'Turnout was <quantity value=43 direction="">43%</quantity>.',
    "The price doubled.",
    "They plan to cut emissions by <quantity value=0.3333333333 direction=down>a third</quantity>.",
    'She sank <quantity value=3000000 direction="">$3 million</quantity> into the yard.',
    'It fell short of <quantity value=300 direction="">300</quantity>.',
    'The rate ticked up to <quantity value=3.9 direction=up to=3.9 modifier="=">3.9%</quantity> in May.',
    "The area has gone up to <quantity value=328 unit=hectare direction=up>328 hectares</quantity>.",
    'He faces up to <quantity value=40 unit=year modifier="&lt;=">40 years</quantity>.',
    "Sales were <quantity value=5 unit=percentage direction=up>5%</quantity> up on last year.",
    "Oil settled <quantity value=12.3 unit=cent direction=down>12.3 cents</quantity> lower at <quantity value=3.42>$3.42</quantity>.",
    'A <quantity value=20 unit=percentage direction="">20%</quantity> down payment is due.',
    'Prices are <quantity value=5 unit=percentage direction="">5%</quantity> lower than in Rome.',
    'He had <quantity value=11 counted=rebounds direction="">11</quantity> rebounds.',
    'They made <quantity value=3 counted="rate cuts" direction="">three</quantity> rate cuts.',
    'They lost by <quantity value=20 counted=points direction="">20</quantity> points.',
    "The party lost by <quantity value=3 unit=percentage direction=down>3%</quantity>.",
    "Employers added <quantity value=175000 counted=jobs direction=up>175,000</quantity> jobs.",
]

COUNTS = [
    'There were <quantity value=23 counted="dangerous approaches" head=approach>23</quantity> dangerous approaches.',
    "A storm killed <quantity value=17 counted=people>17</quantity> people.",
    "It rang a total of <quantity value=340 counted=times>340</quantity> times.",
    'It has <quantity value=4 counted="different keys" head=key>four</quantity> different keys.',
    "It shut <quantity value=212 counted=schools>212</quantity> schools and <quantity value=9 counted=schools>nine</quantity> in the north.",
    "Police stopped <quantity value=370 counted=cars>370</quantity> cars, compared with <quantity value=58 counted=cars>58</quantity> last week.",
    "<quantity value=2 counted=\"mayor's deputies\">Two</quantity> of the mayor's deputies left.",
    "He won <quantity value=2 counted=seats>two</quantity> of the <quantity value=9 counted=seats>nine</quantity> seats.",
    "It is <quantity value=1 counted=lorries>one</quantity> of the lorries.",
    "It was a <quantity value=12 counted=page>12</quantity>-page letter.",
    "They need <quantity value=8 counted=picks>eight</quantity> more picks.",
    "It rings <quantity value=61000 counted=times per=hour>61,000</quantity> times an hour.",
    "All <quantity value=11 counted=co-defendants>11</quantity> co-defendants appeared.",
    'A town of over <quantity value=2900000 modifier="&gt;">2.9 million</quantity> voted.',
    'He won <quantity value=758 counted="pledged delegates">758</quantity> pledged delegates.',
    "There are <quantity value=4000000 counted=players>four million</quantity> fewer players.",
    "He won <quantity value=12 counted=matches>12</quantity> matches and lost <quantity value=3 counted=matches>three</quantity>.",
    "Of the <quantity value=120 counted=drivers>120</quantity> drivers, <quantity value=77 counted=drivers>77</quantity> were fined.",
    "Police held <quantity value=23 counted=people>23</quantity> people, <quantity value=14 counted=people>14</quantity> of them minors.",
    "She is <quantity value=1 counted=speakers>one</quantity> of a string of speakers.",
    "I won <quantity value=10 counted=states>10</quantity> [states].",
    'There were <quantity value=5.4 counted=deaths per="100,000 people">5.4</quantity> deaths per 100,000 people.',
    "Ana had <quantity value=25 unit=percentage>25 percent</quantity> and Ole stood at <quantity value=14 unit=percentage>14</quantity>.",
    "Nobody counted the votes.",
    "The stock stood at <quantity value=20 currency=USD per=share>$20</quantity> a share on Friday.",
    "It offered <quantity value=20 currency=USD per=share>$20</quantity> a share before the talks.",
    'It cost <quantity value=20 currency=USD per="">$20</quantity> a year before.',
    'The rate is <quantity value=412 per="100,000 people">412</quantity> per 100,000 people.',
    'It is <quantity value=1.7 per="1,000 live birth">1.7</quantity> per 1,000 live births.',
    "He smokes <quantity value=40 per=day>40</quantity> a day.",
    'He sold <quantity value=40 per="">40</quantity> a year ago.',
    "A <quantity value=40 per=day>40</quantity>-a-day habit is dear.",
    "Rents average <quantity value=1124 currency=GBP per=month>£1,124</quantity> pcm.",
    "Rooms cost <quantity value=45 currency=GBP per=person>£45</quantity>pp.",
    "Sugar fell to <quantity value=20 unit=cent per=lb>20 cents</quantity> a lb.",
    "The mill emits <quantity value=7200000 unit=ton per=year>7.2m tons</quantity> of CO2 a year.",
    'In the past <quantity value=12 unit=month>12 months</quantity> there were more than <quantity value=30 unit="">30</quantity>.',
    'The <quantity value=7 unit=day>seven-day</quantity> average fell from <quantity value=121000 unit="">121,000</quantity>.',
    "They ordered <quantity value=50 counted=A321neos>50</quantity> A321neos.",
    'It drew <quantity value=2000000 counted="registered voters">2 million</quantity> of <quantity value=5000000 counted="registered voters">5 million</quantity> registered voters.',
]


@pytest.mark.parametrize("annotated", MODIFIERS + CHANGES + COUNTS)
def test_context(check: Callable[[str], None], annotated: str) -> None:
    check(annotated)
