"""Every rule of rules/dates.toml against the examples and counterexamples beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from extractor.annotations import Timex
from extractor.language.date_rules import DateRules
from extractor.language.resources import Resources
from extractor.language.rules import Rule

RULES = Resources("en").lexicon(DateRules).rule
PUBLISHED = dt.date(2024, 3, 6)


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, example, id=f"{rule.id}: {example}") for rule in RULES for example in rule.examples],
)
def test_reads_its_examples(differences: Callable[..., list[str]], rule: Rule, example: str) -> None:
    assert differences(example, PUBLISHED) == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in RULES for text in rule.counterexamples],
)
def test_finds_nothing_in_its_counterexamples(
    read: Callable[..., tuple[Timex, ...]], rule: Rule, sentence: str
) -> None:
    found = read(sentence, PUBLISHED)
    assert [(sentence[timex.span.start : timex.span.end], timex.value) for timex in found] == []
