from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from extractor.errors import ResourceError
from extractor.language.resources import Resources
from extractor.language.rules import Rule, alternation, fill, read_rules

Read = Callable[..., tuple[Rule, ...]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Reads the rules of a file that holds the given tables."""

    def read_tables(*tables: dict[str, Any]) -> tuple[Rule, ...]:
        files = {"rules/things": {"rule": list(tables)} if tables else {}}
        monkeypatch.setattr(Resources, "toml", lambda self, name: files[name])
        return read_rules(Resources("xx"), "things")

    return read_tables


FULL = {
    "id": "two",
    "note": "a pair",
    "pattern": "two",
    "examples": ["<q>two</q>"],
    "counterexamples": ["too"],
    "unit": "x",
}


def test_a_rule_is_read_with_its_proof(read: Read) -> None:
    (rule,) = read(FULL)
    assert (rule.id, rule.note, rule.pattern) == ("two", "a pair", "two")
    assert (rule.examples, rule.counterexamples) == (("<q>two</q>",), ("too",))
    assert rule.options == {"unit": "x"}


def test_rules_keep_the_order_of_the_file_and_their_defaults(read: Read) -> None:
    bare = {"id": "one", "note": "n", "examples": ["x"]}
    first, second = read(FULL, bare)
    assert (first.id, second.id) == ("two", "one")
    assert (second.pattern, second.counterexamples, second.options) == ("", (), {})
    assert read() == ()


@pytest.mark.parametrize("missing", ["id", "note", "examples"])
def test_a_rule_without_its_proof_is_refused(read: Read, missing: str) -> None:
    with pytest.raises(ResourceError, match=rf"rules/things.toml, .*rule lacks {missing}; add it"):
        read({key: value for key, value in FULL.items() if key != missing})


def test_an_id_occurs_once(read: Read) -> None:
    with pytest.raises(ResourceError, match=r"things\.toml, two: rule id occurs twice"):
        read(FULL, FULL)


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
