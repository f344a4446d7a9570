from __future__ import annotations

import pytest

from extractor.evaluate import Score, gold_article
from extractor.evaluate.quantities import same_unit, score_quantities
from tests.by_hand import gold_row, record

RIGHT = Score(1, 1, 1, 1)
WRONG = Score(0, 1, 0, 1)


def q(tags: str, text: str = "23") -> str:
    return f"It made <quantity {tags}>{text}</quantity> of them."


@pytest.mark.parametrize(
    ("gold", "found", "value", "value_and_unit"),
    [
        ("value=23 counted=flights", "value=23 counted=flight", RIGHT, RIGHT),
        ("value=23 counted=flights", "value=24 counted=flights", WRONG, WRONG),
        ("value=23 counted=flights", "value=23", RIGHT, WRONG),
        ("value=23", "value=23", RIGHT, RIGHT),
        ("value=23 unit=dollar", "value=23 unit=dollar", RIGHT, RIGHT),
        ("value=23 unit=dollar counted=fine", "value=23 unit=dollar", RIGHT, RIGHT),
        ("value=23 unit=dollar per=share", "value=23 unit=dollar", RIGHT, WRONG),
        ('value=23 unit="mile per hour"', "value=23 unit=mile per=hour", RIGHT, RIGHT),
        ("low=2 high=3", "low=2 high=3", RIGHT, RIGHT),
        ("low=2 high=3", "value=2", WRONG, WRONG),
        ("low=1000 high=10000", "low=1000", WRONG, WRONG),
        ("value=1500000", "value=1500000.0000001", RIGHT, RIGHT),
    ],
)
def test_values_and_units(gold: str, found: str, value: Score, value_and_unit: Score) -> None:
    quantities = gold_article(gold_row(q(gold))).quantities
    assert quantities is not None
    assert score_quantities(quantities, record(q(found))) == {
        "span": RIGHT,
        "value": value,
        "value and unit": value_and_unit,
    }


def test_spans_must_overlap() -> None:
    gold = gold_article(
        gold_row("<quantity value=1>1</quantity> or 2 and <quantity value=3>3</quantity>")
    ).quantities
    assert gold is not None
    found = record("1 or <quantity value=2>2</quantity> and <quantity value=3>3 </quantity>")
    assert score_quantities(gold, found)["span"] == Score(correct=1, found=2, recalled=1, gold=2)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("dangerous approaches", "dangerous approach", True),
        ("countries", "country", True),
        ("people", "person", True),
        ("Job", "jobs", True),
        ("part-time jobs", "part time job", True),
        ("glasses", "glass", True),
        ("houses", "house", True),
        ("buses", "bus", True),
        ("°C", "°C", True),
        ("classes", "clause", False),
        ("euro", "dollar", False),
        ("", "job", False),
    ],
)
def test_units_may_differ_in_number(one: str, other: str, same: bool) -> None:
    assert same_unit(one, other) is same


def test_plain_gold_may_hold_a_range_as_value() -> None:
    row = {
        "id": "a",
        "text": "2-3 cats",
        "quantities": [{"start": 0, "end": 3, "value": [2, 3], "unit": "cat"}],
    }
    quantities = gold_article(row).quantities
    assert quantities is not None
    found = record("<quantity low=2 high=3 counted=cats>2-3</quantity> cats")
    assert score_quantities(quantities, found)["value and unit"] == RIGHT
