"""How the marks of a quotation lead to a cue, or away from it."""

from __future__ import annotations

import pytest

from tests.matchers.attributions.attributions_by_hand import discourse_of, doc_of

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
    parsed, _ = discourse_of(doc_of(" ".join(f"{word}|X|dep|{words.split()[0]}" for word in words.split())))
    assert (parsed.quote_opens, parsed.quote_closes) == ([opens], [closes])
    assert parsed.stands_alone(0) == (opens in ("block", "sentence") and closes == "stop")
