"""Forms of productions, and the mistakes in rules/dates.toml that are told with their place and remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from extractor.errors import ResourceError
from extractor.language.date_rules import DateRules
from extractor.language.resources import Resources
from extractor.matchers.dates.forms import rows_of
from extractor.matchers.dates.grammar import compile_grammar
from extractor.matchers.dates.lexicon import read_lexicon

FORMS = {
    "a b": ["a b"],
    "a? b": ["a b", "b"],
    "(a|b c)": ["a", "b c"],
    "(a)? b": ["a b", "b"],
    "A": ["A=a"],
    "x=A": ["A=x"],
    "(x=A|y=B) c": ["A=x c", "B=y c"],
    "[A] and [B]": ["[ A=a ] and [ B=b ]"],
    "lpar A rpar": ["( A=a )"],
}


@pytest.mark.parametrize("form", FORMS)
def test_rows_of_a_form(form: str) -> None:
    rows = rows_of(form, "test")
    written = [" ".join(f"{symbol}={slot}" if slot else symbol for symbol, slot in row) for row in rows]
    assert written == FORMS[form]


def year(year: object) -> object:
    """A value."""
    return year


def _grammar(rule: Mapping[str, Any], values: Mapping[str, Callable[..., Any]]) -> None:
    resources = Resources("en")
    proof = {"id": "sample", "note": "a sample", "examples": ["-"]}
    rules = DateRules.model_validate({"phrase": [], "kinds": {}, "rule": [{**proof, **rule}]})
    resources._read[DateRules] = rules
    compile_grammar(resources, read_lexicon(resources), values)


MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "a bracket is open": ({"form": "(YEAR", "reads": "year"}, "form ends inside brackets"),
    "a bracket closes nothing": ({"form": "YEAR )", "reads": "year"}, "form closes what is not open"),
    "a value is misspelt": ({"form": "YEAR", "reads": "yaer"}, "no value yaer"),
    "a symbol is misspelt": ({"form": "year=YAER", "reads": "year"}, "nothing makes YAER"),
    "a name is unknown to the value": (
        {"form": "MONTH year=YEAR", "reads": "year"},
        "the value has no month",
    ),
    "a fixed value is unknown": (
        {"form": "YEAR", "reads": "year", "with": {"part": 1}},
        "the value has no part",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_place(mistake: str) -> None:
    rule, told = MISTAKES[mistake]
    with pytest.raises(ResourceError, match=told) as raised:
        _grammar(rule, {"year": year})
    assert "sample" in str(raised.value)
