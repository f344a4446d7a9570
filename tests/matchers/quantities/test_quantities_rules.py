"""Every rule of rules/quantities.toml against its own examples and counterexamples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language as Pipeline

from extractor.annotations import Annotations, Quantity
from extractor.language.quantity_rules import QuantityRules
from extractor.language.resources import Resources
from extractor.language.rules import Rule
from extractor.markup import parse
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

RULES = Resources().lexicon(QuantityRules).rule
EXAMPLES = [(rule, text) for rule in RULES for text in rule.examples]
COUNTEREXAMPLES = [(rule, text) for rule in RULES for text in rule.counterexamples]


@pytest.mark.parametrize(("rule", "annotated"), EXAMPLES, ids=lambda part: getattr(part, "id", None))
def test_example(check: Callable[[str], None], rule: Rule, annotated: str) -> None:
    check(annotated)


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES, ids=lambda part: getattr(part, "id", None))
def test_counterexample(check: Callable[[str], None], rule: Rule, text: str) -> None:
    check(text)


def test_every_quantity_names_a_rule_of_the_file(pipeline: Pipeline, matcher: Matcher[Quantity]) -> None:
    text = "\n\n".join(parse(annotated)[0] for _, annotated in EXAMPLES)
    recorded = {quantity.rule for quantity in matcher(Parsed(pipeline(text)), Annotations())}
    assert recorded <= {rule.id for rule in RULES}
