"""Words that a web page ran together are parted as readers part them, and others stay whole."""

from __future__ import annotations

import pytest

from extractor import Extractor

PARTED = [
    ("He saw the war.”Lind had warned them.", "Lind"),
    ('"We must go."Kask said it again.', "Kask"),
    ("It was late.(Photo by Ana Kask)Lind vowed to stay.", "Lind"),
    ("The Port Safety Board (PSB)said it was late.", "said"),
    ("The leader of the Harbour Board(PSB) spoke.", "Board"),
    ("The mill shut in 2019.Lind reopened it.", "Lind"),
    ("CLICK HERE TO GET THE APPLind spoke on Monday.", "Lind"),
    ("The president ofNorland spoke.", "Norland"),
]

WHOLE = ["McArdle", "AstraZeneca", "eBay", "O'Neill", "U.S.", "U.N.", "2.5", "NGOs", "YouTube"]


@pytest.mark.parametrize(("text", "word"), PARTED)
def test_joined_words_are_parted(extractor_: Extractor, text: str, word: str) -> None:
    assert word in _words(extractor_, text)


@pytest.mark.parametrize("word", WHOLE)
def test_other_words_stay_whole(extractor_: Extractor, word: str) -> None:
    assert word in _words(extractor_, f"They named it {word} then.")


def _words(extractor: Extractor, text: str) -> list[str]:
    ((doc, _),) = extractor._engine.parse([(text, (), None)])
    return [token.text for token in doc]
