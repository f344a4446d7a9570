"""An article explained: what was decided on each cue, and why."""

from __future__ import annotations

import datetime as dt
import io
import math

import pytest
from rich.console import Console

from extractor import Article, Extractor
from extractor.errors import ExtractorError
from extractor.explain.records import Explanation
from extractor.explain.terminal import print_explanation

TEXT = (
    "Mayor Lina Osei said on Tuesday that repairs had cost $1.5 million. "
    "About 60 ferries were cancelled last week. They say cheese."
)


@pytest.fixture(scope="module")
def article() -> Article:
    return Article(TEXT, id="a", published=dt.date(2024, 3, 5))


@pytest.fixture(scope="module")
def whole(extractor_: Extractor, article: Article) -> Explanation:
    return extractor_.explain(article)


def test_the_chosen_option_is_the_claim(extractor_: Extractor, article: Article, whole: Explanation) -> None:
    claim = extractor_.extract(article).claims[0]
    said = whole.cues[0]
    assert claim.attribution
    assert (said.verdict, said.claims, said.lemma) == ("claim", [1], "say")
    assert said.confidence == claim.attribution.confidence
    assert said.options[0].rule == claim.attribution.rule
    assert said.options[0].source == claim.attribution.source


def test_options_are_ordered_and_with_nothing_they_are_all_there_is(whole: Explanation) -> None:
    for cue in whole.cues:
        chances = [option.probability for option in cue.options]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) + cue.nothing <= 1.01


def test_reasons_speak_on_both_sides_and_add_up_to_the_odds(whole: Explanation) -> None:
    likeliest = whole.cues[0].options[0]
    assert {reason.weight > 0 for reason in likeliest.reasons} == {True, False}
    assert likeliest.reasons[0].words
    score = sum(reason.weight for reason in likeliest.reasons)
    assert score == pytest.approx(math.log(likeliest.probability / whole.cues[0].nothing), abs=1)


def test_numbers_and_dates_name_their_rules(whole: Explanation) -> None:
    (cost,) = (number for number in whole.numbers if number.text == "$1.5 million")
    assert (cost.rule, "1,500,000 USD" in cost.reading) == ("currency", True)
    assert all(use.rule_in_words for use in [*whole.numbers, *whole.dates])


def test_one_claim_has_its_own_cue_and_numbers(extractor_: Extractor, article: Article) -> None:
    first, second = (extractor_.explain(article, number) for number in (1, 2))
    assert [cue.lemma for cue in first.cues] == ["say"]
    assert [number.text for number in first.numbers] == ["$1.5 million"]
    assert (second.cues, [number.text for number in second.numbers]) == ([], ["60"])
    with pytest.raises(ExtractorError, match="no claim 9 among 3"):
        extractor_.explain(article, 9)


def test_it_is_printed(whole: Explanation) -> None:
    out = io.StringIO()
    print_explanation(whole, Console(file=out, width=120))
    lines = out.getvalue().splitlines()
    assert any(line.startswith("“said”: claim 1; confidence 0.") for line in lines)
    assert any("the runner-up: " in line for line in lines)
    assert any(line.strip().startswith("against -") for line in lines)
    assert any(line.startswith("$1.5 million") for line in lines)
