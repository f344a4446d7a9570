"""The rules of ``rules/quantities.toml``: what the words around a number make of it."""

from __future__ import annotations

from typing import ClassVar, Literal

from extractor.language.rules import Rule, RuleFile
from extractor.language.schema import WordList

Effect = Literal["age", "index", "drop"]
"""What a rule makes of a number: an age, a magnitude, or nothing."""
Shape = Literal["any", "unitless", "bare", "age", "fraction", "year", "modern year"]
"""Which numbers a rule looks at."""


class QuantityRule(Rule):
    """A rule with an effect holds where all its patterns match; one without documents what the grammar's code reads.

    Attributes:
        effect: What the number becomes.
        shape: Which numbers are looked at.
        word_before: Words of which one stands before the number, or the name of a list of ``lexicons/quantity_contexts.toml``.
        before: A pattern that ends where the number begins; ``{months}`` stands for the names of months.
        number: A pattern of the whole number.
        after: A pattern that begins where the number ends.
        reach: How many characters before the number ``before`` sees.
    """

    effect: Effect | None = None
    shape: Shape = "unitless"
    word_before: str | WordList = ()
    before: str | None = None
    number: str | None = None
    after: str | None = None
    reach: int | None = None


class QuantityRules(RuleFile[QuantityRule]):
    """The file."""

    file: ClassVar[str] = "rules/quantities"
