"""Lexicons are checked as they are loaded, and a mistake is told with its place and its remedy."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, ClassVar

import pytest

import extractor.language
from extractor.errors import ResourceError
from extractor.language import resources
from extractor.language.resources import Resources
from extractor.language.schema import Lexicon, Table, Words, checked


class Nouns(Table):
    nouns: Words


class Sample(Lexicon):
    file: ClassVar[str] = "lexicons/sample"

    roles: Nouns
    classes: dict[str, Nouns]


RIGHT: dict[str, Any] = {"roles": {"nouns": ["mayor"]}, "classes": {"company": {"nouns": ["firm"]}}}

MISTAKES = {
    "a table is missing": (
        {"classes": {}},
        r"sample\.toml, roles: roles is missing; add it",
    ),
    "a key is missing": (
        {**RIGHT, "roles": {}},
        r"sample\.toml, \[roles\] nouns: nouns is missing; add it",
    ),
    "a key is misspelt": (
        {**RIGHT, "roles": {"nuons": ["mayor"]}},
        r"sample\.toml, \[roles\] nuons: there is no key nuons; this table holds nouns",
    ),
    "a key of a class is misspelt": (
        {**RIGHT, "classes": {"company": {"nouns": [], "name": []}}},
        r"sample\.toml, \[classes\.company\] name: there is no key name; remove it",
    ),
    "a word stands twice": (
        {**RIGHT, "roles": {"nouns": ["mayor", "judge", "mayor"]}},
        r"sample\.toml, \[roles\] nouns: listed twice: mayor; mend its value",
    ),
    "a number among words": (
        {**RIGHT, "roles": {"nouns": ["mayor", 3]}},
        r"sample\.toml, \[roles\.nouns\] \d: input should be a valid string; mend its value",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_remedy(mistake: str) -> None:
    content, message = MISTAKES[mistake]
    with pytest.raises(ResourceError, match=message):
        checked(Sample, content, "sample.toml")


def test_what_is_right_is_typed() -> None:
    read = checked(Sample, RIGHT, "sample.toml")
    assert read.roles.nouns == {"mayor"}
    assert read.classes["company"].nouns == {"firm"}


def test_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_models", lambda: tmp_path)
    (tmp_path / "xx" / "lexicons").mkdir(parents=True)
    written = tmp_path / "xx" / "lexicons" / "sample.toml"
    written.write_text('[roles]\nnouns = ["mayor"]\n[classes]\n', encoding="utf-8")
    language = Resources("xx")
    first = language.lexicon(Sample)
    written.write_text("[broken", encoding="utf-8")
    assert language.lexicon(Sample) is first
    with pytest.raises(ResourceError, match=r"sample\.toml"):
        Resources("xx").lexicon(Sample)


def _schemas(schema: type[Lexicon] = Lexicon) -> list[type[Lexicon]]:
    below = [one for own in schema.__subclasses__() for one in _schemas(own)]
    return [*(one for one in schema.__subclasses__() if one.__module__.startswith("extractor.")), *below]


def test_every_lexicon_of_english_is_what_its_schema_says() -> None:
    for module in iter_modules(extractor.language.__path__, "extractor.language."):
        import_module(module.name)
    found = [schema for schema in _schemas() if hasattr(schema, "file")]
    assert len(found) >= 8
    for schema in found:
        assert Resources("en").lexicon(schema)
