# ruff: noqa: E501 (an annotated sentence is one line)
"""Numbers as written: scales, signs, currencies, percentages and shares."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SCALES = [
    "The port handled <quantity value=1500000 counted=containers>1.5 million</quantity> containers.",
    "The loss came to <quantity value=1762000000 currency=USD unit=dollar>$1.762bn</quantity>.",
    "It paid <quantity value=1200000000 currency=EUR>€1.2bn</quantity> for the yard.",
    "The bridge cost <quantity value=20000000 currency=GBP>£20m</quantity>.",
    "They created <quantity value=2500000 counted=jobs>2.5m</quantity> jobs.",
    "The fund holds <quantity value=1500000000000 currency=USD>$1.5tn</quantity>.",
    "Nearly <quantity value=40000 counted=runners modifier=~>40k</quantity> runners finished.",
    "They sold <quantity value=500000 counted=tickets>half a million</quantity> tickets.",
    "They sold <quantity value=3500000 counted=tickets>three and a half million</quantity> tickets.",
    "A surplus of <quantity value=250000 currency=EUR>a quarter of a million euros</quantity> remained.",
    'It was <quantity value=-5 unit="degree Celsius">minus 5C</quantity> in the valley.',
    "A net loss (<quantity value=590000000 currency=USD>$590 million</quantity>) surprised nobody.",
    "The yield fell to <quantity value=-0.4 unit=percentage>-0.4%</quantity>.",
    "The bill was <quantity value=1234.5 currency=EUR>1,234.5 euros</quantity>.",
    "The bill of <quantity value=1234.5 currency=EUR>1.234,5 euros</quantity> was paid.",
    "It has <quantity value=31715 counted=members>thirty-one thousand seven hundred fifteen</quantity> members.",
    "She owns <quantity value=107 counted=sheep>a hundred and seven</quantity> sheep.",
    "The state owes <quantity value=12000000 currency=INR>1.2 crore rupees</quantity>.",
    "The hall holds <quantity value=27000 counted=seats>27 thousand</quantity> seats.",
    "Output grew <quantity value=6 counted=fold>sixfold</quantity>.",
    "The galaxy is <quantity value=1300000 counted=stars>1.3e6</quantity> stars wide.",
    "The firm owes <quantity value=3000000000 currency=INR>Rs 300 Cr</quantity>.",
    "It lent <quantity value=5000000000 unit=euro>5 bn euros</quantity> in all.",
    "It told of sales of <quantity value=48500000 currency=EUR>48.5 MEUR</quantity>.",
    "<quantity value=750000 counted=people>Three quarters of a million</quantity> people marched.",
    "The set costs <quantity value=1299 currency=EUR>€1.299,00</quantity>.",
    "The screen has <quantity value=1920>1920</quantity> x <quantity value=1080 counted=pixels>1080</quantity> pixels.",
    "It took <quantity value=2.75 unit=hour>two and three-quarter hours</quantity>.",
    "He asked for <quantity value=4.5 unit=year>41/2 years</quantity>.",
    "The letter m was missing.",
    "Millionaires came, and the hundredth guest left.",
]

CURRENCIES = [
    "It raised <quantity value=3 unit=dollar currency=USD>US$3</quantity>.",
    "It raised <quantity value=3000000 currency=AUD>A$3m</quantity>.",
    'It raised <quantity value=3 unit="canadian dollar" currency=CAD>C$3</quantity>.',
    "It raised <quantity value=3000000000 currency=HKD>HK$3 billion</quantity>.",
    'The fare is <quantity value=4.5 unit="pound sterling" currency=GBP>£4.50</quantity>.',
    'The fare is <quantity value=800 unit="japanese yen" currency=JPY>¥800</quantity>.',
    'The fare is <quantity value=90 unit="indian rupee" currency=INR>₹90</quantity>.',
    "The fare is <quantity value=35 currency=DKK>35 kr</quantity>.",
    'The fare is <quantity value=12 unit="malaysian ringgit" currency=MYR>RM12</quantity>.',
    "The fare is <quantity value=2 unit=euro currency=EUR>two euros</quantity>.",
    "The fare is <quantity value=18 unit=euro currency=EUR>18 €</quantity>.",
    "The fare is <quantity value=140 currency=USD>140 USD</quantity>.",
    'They lent <quantity value=250000000 unit="swiss franc" currency=CHF>250 million Swiss francs</quantity>.',
    'They lent <quantity value=8400000 unit="danish krone" currency=DKK>8.4 million Danish crowns</quantity>.',
    "Milk rose <quantity value=12 unit=cent currency=USD direction=up>12 cents</quantity>.",
    "Milk, at <quantity value=71 unit=pence currency=GBP>71p</quantity> in London, was dear.",
    "The club was sold for <quantity value=3000000 currency=GBP>3 million pounds</quantity>.",
    "The dog weighs <quantity value=30 unit=pound-mass kind=physical>30 pounds</quantity>.",
    "They charge <quantity value=8 currency=USD per=hour>$8</quantity> an hour.",
    "It pays <quantity value=1.35 currency=USD per=share>$1.35</quantity> per share.",
    "It pays <quantity value=2.5 unit=dollar kind=currency>2 dollars and 50 cents</quantity>.",
    "They won <quantity value=3 counted=games>three</quantity> games.",
    "Gold fetched <quantity value=1950 currency=USD per=ounce>$1,950</quantity> an ounce.",
    'It lent <quantity value=3500000000 unit="norwegian krone" currency=NOK>3.5 billion Norwegian kroner</quantity>.',
    "It cost <quantity value=80000000 currency=EGP>80 million Egyptian pounds</quantity>.",
    "They paid <quantity value=500 currency=KES>KSh 500</quantity> and <quantity value=2000 currency=NGN>₦2,000</quantity>.",
    "It costs <quantity value=1.42 unit=dollar>a dollar and 42 cents</quantity>.",
    "Gas was at <quantity value=2.24 currency=USD per=mmbtu>$2.24</quantity> per mmBtu.",
    'About <quantity value=40 unit=percentage of=carers per="">40%</quantity> of carers have a household income.',
    "She won again, in a pound of trouble.",
]

SHARES = [
    "Turnout was <quantity value=57.4 unit=percentage kind=percent>57.4%</quantity>.",
    "Turnout was <quantity value=63 unit=percentage>63 per cent</quantity>.",
    "Turnout was <quantity value=63 unit=percentage>63 pct</quantity>.",
    'Her lead grew by <quantity value=2 unit="percentage point" kind=percentage_point direction=up>two percentage points</quantity>.',
    'The bank raised rates by <quantity value=25 unit="basis point" kind=percentage_point>25 basis points</quantity>.',
    "She leads by <quantity value=4 counted=points kind=count>4</quantity> points.",
    'They lost <quantity value=0.2 kind=ratio of="their crops">a fifth</quantity> of their crops.',
    "They lost <quantity value=0.6666666667 kind=ratio of=voters>two thirds</quantity> of voters.",
    "They lost <quantity value=0.75 kind=ratio>three-quarters</quantity> of the crop.",
    "About <quantity value=0.2 kind=ratio modifier=~ of=adults>one in five</quantity> adults smoke.",
    "Some <quantity value=0.3 kind=ratio>3 in 10</quantity> agreed.",
    "Nearly <quantity value=0.9 kind=ratio modifier=~>nine out of ten</quantity> agreed.",
    "Among <quantity value=62 of=nurses>62 %</quantity> of nurses, morale fell.",
    "<quantity value=0.5 kind=ratio>Half</quantity> of them left.",
    "A <quantity value=19 unit=percentage direction=down>19%</quantity> drop followed.",
    "A third suspect fled.",
    "They met in the second half.",
    "<quantity value=0.4 kind=ratio of=voters>Two of every five</quantity> voters stayed home.",
    "<quantity value=0.9 kind=ratio of=doctors>Nine of 10</quantity> doctors agreed.",
    'They lost <quantity value=0.5 kind=ratio of="the party’s members">half</quantity> the party’s members.',
    'The scale is off by plus or minus <quantity value=2 unit="percentage point">2 percentage points</quantity>.',
    "She leads by <quantity value=0.5 unit=percentage>one-half of 1 percent</quantity>.",
    "They left at half past nine.",
    "She scored on <quantity value=0.75 kind=ratio>9-of-12</quantity> shooting.",
    "A <quantity value=0.01 kind=ratio per=year>1-in-100-year</quantity> flood came.",
]


@pytest.mark.parametrize("annotated", SCALES + CURRENCIES + SHARES)
def test_value(check: Callable[[str], None], annotated: str) -> None:
    check(annotated)
