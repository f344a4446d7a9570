from __future__ import annotations

import pytest

from extractor.evaluate import Score, Share, gold_article
from extractor.evaluate.timexes import score_timexes
from tests.by_hand import gold_row, record

RIGHT = Score(1, 1, 1, 1)
WRONG = Score(0, 1, 0, 1)


@pytest.mark.parametrize(
    ("found", "strict", "value"),
    [
        ("on <timex value=2023-07-27>July 27</timex> alone", RIGHT, RIGHT),
        ("<timex value=2023-07-27>on July 27</timex> alone", WRONG, RIGHT),
        ("on <timex value=2022-07-27>July 27</timex> alone", RIGHT, WRONG),
        ("on July 27 <timex value=2023-07-27>alone</timex>", WRONG, WRONG),
    ],
)
def test_spans_and_values(found: str, strict: Score, value: Score) -> None:
    timexes = gold_article(gold_row("on <timex value=2023-07-27>July 27</timex> alone")).timexes
    assert timexes is not None
    assert score_timexes(timexes, (), record(found)) == {"strict": strict, "value": value}


DAYS = "since <timex value=2023 begin=2023-01-01 end=2023-07-31>the year began</timex>"


@pytest.mark.parametrize(
    ("found", "share"),
    [
        (DAYS, Share(1, 1, 0)),
        (DAYS.replace("end=2023-07-31", ""), Share(0, 1, 0)),
        (DAYS.replace("begin=2023-01-01 end=2023-07-31", ""), Share(0, 1, 1)),
        ("since the year began", Share(0, 0, 0)),
    ],
)
def test_days_are_scored_where_gold_has_them(found: str, share: Share) -> None:
    timexes = gold_article(gold_row(DAYS)).timexes
    assert timexes is not None
    assert score_timexes(timexes, (), record(found))["interval"] == share


def test_given_dates_do_not_count() -> None:
    given = {"start": 0, "end": 7, "value": "2023-07-27", "is_dct": True}
    gold = gold_article({"id": "a", "text": "July 27 now", "dct": "2023-07-27", "timexes": [given]})
    assert gold.timexes == ()
    found = record("<timex value=2023-07-27>July 27</timex> now")
    assert score_timexes(gold.timexes, gold.given, found)["strict"] == Score()
