"""The words of a language stand in models/, where people mend them, and not in the code of matchers, text and claims."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from spacy.glossary import GLOSSARY

import extractor

PACKAGE = Path(extractor.__file__).parent
ROOMS = ("matchers", "text", "claims", "language")
REBUILT = (Path("matchers/dates"), Path("matchers/quantities"))
"""Grammars whose productions hold words of their own."""

OUR_TERMS = (
    {
        str(term)
        for module in ("extractor.annotations", "extractor.language.quantity_rules")
        for value in vars(import_module(module)).values()
        for term in get_args(value)
    }
    | {"name", "surname", "acronym", "nominal", "pronoun", "title", "date line", "male", "female", "neuter", "plural"}
    | {"slope", "offset", "nested", "id", "note", "pattern", "examples", "counterexamples", "start", "end", "text"}
    | {"months", "days", "fields", "clock", "place", "ordinals", "stamps", "date", "past", "present", "future", "flat"}
)  # fmt: skip
"""Values that our own annotations, features and placeholders take, besides the labels of the parser."""

WORD = re.compile(r"[a-z][a-z'’.-]*(?: [a-z'’.-]+)*")
ALTERNATIVES = re.compile(r"(?<![\w\\{])[a-z'’]{2,}(?: [a-z'’]+)*(?:\|[a-z'’]{2,}(?: [a-z'’]+)*){2,}")

FILES = [
    path
    for room in ROOMS
    for path in sorted((PACKAGE / room).rglob("*.py"))
    if not any(path.is_relative_to(PACKAGE / rebuilt) for rebuilt in REBUILT)
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_list_of_words(path: Path) -> None:
    assert not list(listed(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "code", ['X = {"of", "for", "at"}', 'x in ("a", "an", "the")', 'r"(?:his|her|their) "', '{"he": 1, "she": 2, "it": 3}']
)  # fmt: skip
def test_a_list_of_words_is_seen(code: str) -> None:
    assert list(listed(ast.parse(code)))


def listed(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Lists, sets, keys and alternatives of three or more words, with their lines."""
    for node in ast.walk(tree):
        match node:
            case ast.Set() | ast.List() | ast.Tuple():
                words = strings(node.elts)
            case ast.Dict():
                words = strings(node.keys)
            case ast.Constant(value=str(text)) if "\\" in text or "(?" in text:
                words = [word for found in ALTERNATIVES.findall(text) for word in found.split("|")]
            case _:
                continue
        english = [w for w in words if WORD.fullmatch(w) and w not in OUR_TERMS and w not in GLOSSARY]
        if len(english) > 2:
            yield node.lineno, english


def strings(nodes: list[ast.expr] | list[ast.expr | None]) -> list[str]:
    """The string constants among expressions."""
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
