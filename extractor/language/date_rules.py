"""The productions of ``rules/dates.toml``, whose head explains their notation."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field

from extractor.language.rules import Rule, RuleFile
from extractor.language.schema import Table, WordList, Words


def _compilable(pattern: str) -> str:
    try:
        re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"no regular expression: {error}") from None
    return pattern


class Phrase(Table):
    """A production that makes a piece of expressions.

    Attributes:
        makes: The symbol it makes.
        form: The row of symbols and words it is made of.
        reads: The value it composes.
        fixed: ``with``: what that value is told besides.
    """

    makes: str
    form: str
    reads: str
    fixed: dict[str, Any] = Field(default={}, alias="with")


class DateRule(Rule):
    """A production that makes an expression.

    Attributes:
        form: The row of symbols and words it is made of.
        reads: The value it composes.
        makes: The symbol it makes, under which it takes part in others.
        fixed: ``with``: what that value is told besides.
        after: Words of which one must stand right before the expression; empty where anything may.
        not_after: Words that must not stand right before it.
        not_before: A regular expression of what must not follow it.
    """

    form: str
    reads: str
    makes: str = "TIMEX"
    fixed: dict[str, Any] = Field(default={}, alias="with")
    after: Words = frozenset()
    not_after: Words = frozenset()
    not_before: Annotated[str, AfterValidator(_compilable)] | None = None


class DateRules(RuleFile[DateRule]):
    """The file.

    Attributes:
        phrase: Productions of pieces.
        kinds: Which symbols are taken for another.
    """

    file: ClassVar[str] = "rules/dates"

    phrase: tuple[Phrase, ...]
    kinds: dict[str, WordList]
