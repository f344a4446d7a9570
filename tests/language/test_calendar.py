"""Mistakes in the lexicons of time are told with file, table, key and remedy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractor.errors import ResourceError
from extractor.language.calendar import Calendar, CalendarContext, NamedDays
from extractor.language.resources import Resources
from extractor.language.schema import Lexicon, checked


def _renamed(*path: str, to: str) -> Callable[[Any], None]:
    def change(content: Any) -> None:
        *tables, key = path
        for table in tables:
            content = content[table]
        content[to] = content.pop(key)

    return change


def _holiday(**keys: Any) -> Callable[[Any], None]:
    return lambda content: content["holiday"].insert(0, {"names": ["fair day"], **keys})


MISTAKES: list[tuple[type[Lexicon], Callable[[Any], None], str]] = [
    (Calendar, _renamed("words", "season", to="saeson"), r"calendar\.toml, \[words\] saeson: there is no key saeson; .*season"),
    (Calendar, _renamed("words", "unit", "week", to="weak"), r"\[words\.unit\] weak: there is no key weak; .*week"),
    (Calendar, _renamed("words", "month", "12", to="13"), r"\[words\.month\.13\] \[key\]: .*less than or equal to 12"),
    (Calendar, _renamed("lists", "telling", to="teling"), r"\[lists\] teling: there is no key teling; .*telling"),
    (CalendarContext, _renamed("before", "unit", to="units"), r"calendar_context\.toml, \[before\] units: there is no key units"),
    (CalendarContext, _renamed("around", "game", "within", to="near"), r"\[around\.game\] near: there is no key near; .*within"),
    (NamedDays, _holiday(month=5, dya=3), r"holidays\.toml, \[holiday\.0\] dya: there is no key dya; .*day"),
    (NamedDays, _holiday(month=5, day=3, easter=1), r"a day is told by one of day, weekday"),
    (NamedDays, _holiday(month=13, day=3), r"\[holiday\.0\] month: input should be less than or equal to 12"),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "change", "told"), MISTAKES, ids=[told for _, _, told in MISTAKES])
def test_a_mistake_is_told_with_its_place(
    schema: type[Lexicon], change: Callable[[Any], None], told: str
) -> None:
    content = Resources("en").toml(schema.file)
    change(content)
    with pytest.raises(ResourceError, match=told):
        checked(schema, content, f"en/{schema.file}.toml")
