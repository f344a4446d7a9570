from __future__ import annotations

import re
from typing import Any, ClassVar

import pytest

from extractor.errors import ResourceError
from extractor.language.date_rules import DateRules
from extractor.language.quantity_rules import QuantityRules
from extractor.language.rules import Rule, RuleFile, alternation, fill
from extractor.language.schema import checked


class Measure(Rule):
    unit: str | None = None


class Measures(RuleFile[Measure]):
    file: ClassVar[str] = "rules/things"


def read(*tables: dict[str, Any]) -> tuple[Measure, ...]:
    """The rules of a file that holds the given tables."""
    return checked(Measures, {"rule": list(tables)} if tables else {}, "rules/things.toml").rule


FULL = {"id": "two", "note": "a pair", "examples": ["<q>two</q>"], "counterexamples": ["too"], "unit": "x"}


def test_a_rule_is_read_with_its_proof() -> None:
    (rule,) = read(FULL)
    assert (rule.id, rule.note, rule.unit) == ("two", "a pair", "x")
    assert (rule.examples, rule.counterexamples) == (("<q>two</q>",), ("too",))


def test_rules_keep_the_order_of_the_file_and_their_defaults() -> None:
    bare = {"id": "one", "note": "n", "examples": ["x"]}
    first, second = read(FULL, bare)
    assert (first.id, second.id) == ("two", "one")
    assert (second.counterexamples, second.unit) == ((), None)
    assert read() == ()


@pytest.mark.parametrize("missing", ["id", "note", "examples"])
def test_a_rule_without_its_proof_is_refused(missing: str) -> None:
    table = "0" if missing == "id" else "two"
    with pytest.raises(
        ResourceError, match=rf"things\.toml, \[rule\.{table}\] {missing}: {missing} is missing; add it"
    ):
        read({key: value for key, value in FULL.items() if key != missing})


def test_an_id_occurs_once() -> None:
    with pytest.raises(ResourceError, match=r"things\.toml, rule: rule id occurs twice: two"):
        read(FULL, FULL)


PRODUCTION = {"id": "day", "note": "a day", "examples": ["x"], "form": "DATE", "reads": "Day"}
BROKEN: list[tuple[Any, dict[str, Any], str]] = [
    (
        QuantityRules,
        {"effekt": "age"},
        "there is no key effekt; this table holds id, note, examples, counterexamples, effect",
    ),
    (QuantityRules, {"effect": "sink"}, "effect: input should be 'age', 'index' or 'drop'; mend its value"),
    (QuantityRules, {"shape": "round"}, "shape: input should be 'any'"),
    (DateRules, {**PRODUCTION, "not_befor": "x"}, "there is no key not_befor; this table holds"),
    (DateRules, {**PRODUCTION, "not_before": "(x"}, "not_before: no regular expression: missing )"),
    (DateRules, {**PRODUCTION, "after": ["in", "in"]}, "after: listed twice: in"),
]


@pytest.mark.parametrize(("schema", "keys", "said"), BROKEN)
def test_a_broken_key_is_named_with_its_rule_and_remedy(schema: Any, keys: dict[str, Any], said: str) -> None:
    rule = {"id": "one", "note": "n", "examples": ["x"], **keys}
    others: dict[str, Any] = {"phrase": [], "kinds": {}} if schema is DateRules else {}
    with pytest.raises(ResourceError) as error:
        checked(schema, {"rule": [rule], **others}, f"en/{schema.file}.toml")
    assert said in str(error.value)
    assert f"[rule.{rule['id']}]" in str(error.value)


ALTERNATIONS = {
    "longer words first": (["per", "per cent"], "per cent", "per cent"),
    "any white space inside a line": (["per cent"], "per \t\u00a0cent", "per \t\u00a0cent"),
    "no line break": (["per cent", "per"], "per\ncent", "per"),
    "signs stand for themselves": (["$", "a.b"], "$", "$"),
    "a dot is a dot": (["a.b"], "axb", None),
}


@pytest.mark.parametrize("name", ALTERNATIONS)
def test_alternation(name: str) -> None:
    words, text, expected = ALTERNATIONS[name]
    found = re.match(alternation(words), text)
    assert (found[0] if found else None) == expected


def test_alternation_does_not_hang_on_the_order_of_the_words() -> None:
    words = ["two", "one", "three", "one"]
    assert alternation(words) == alternation(reversed(words)) == alternation(set(words))


def test_vocabulary_fills_a_pattern_as_one_group() -> None:
    filled = fill(r"{number}\s{unit}{2}", {"number": "one|two", "unit": "day|year"})
    assert filled == r"(?:one|two)\s(?:day|year){2}"


def test_an_unknown_vocabulary_is_named_with_those_there_are() -> None:
    with pytest.raises(ResourceError, match=r"no vocabulary \{unti\}; use one of number, unit"):
        fill("{unti}", {"unit": "day", "number": "one"})
