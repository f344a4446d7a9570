"""How the marks of a quotation lead to a cue, or away from it."""

from __future__ import annotations

import pytest

from extractor.matchers.attributions.quote_marks import stands_alone
from tests.matchers.attributions.attributions_by_hand import parsed, view_of

PLACES = [
    ("“ We lost . ”", "block", "stop"),
    ("“ We lost , ” Ana said .", "block", "comma"),
    ("“ Who lost ? ” Ana asked .", "block", "call"),
    ("“ Who lost ? ”", "block", "stop"),
    ("Ana said , “ We lost . ”", "led", "stop"),
    ("Ana added : “ We lost ”", "led", "open"),
    ("Ana called it “ a sad day ” for us .", "on", "open"),
    ("Ana left . “ We lost , ” she said .", "sentence", "comma"),
    ("Ana left . “ We lost the game . ” Then it rained .", "sentence", "stop"),
]


@pytest.mark.parametrize(("words", "opens", "closes"), PLACES)
def test_marks(words: str, opens: str, closes: str) -> None:
    view, _ = view_of(parsed(" ".join(f"{word}|X|dep|{words.split()[0]}" for word in words.split())))
    assert (view.quote_opens, view.quote_closes) == ([opens], [closes])
    assert stands_alone(view, 0) == (opens in ("block", "sentence") and closes == "stop")
