"""TOML → validated rules, and words → regular expressions.

A rule file holds ``[[rule]]`` tables: ``id``, ``note`` (the construction it stands for), and beside them the proof: ``examples``
in the inline notation of `extractor.markup`, ``counterexamples`` as plain text. Each kind of rule has a schema of its own with
its further keys, `date_rules` and `quantity_rules`. One test runs every example and counterexample of every file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, Field

from extractor.errors import ResourceError
from extractor.language.schema import Lexicon, Table

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Rule(Table):
    """One rule with its proof.

    Attributes:
        id: Unique in its file; recorded as ``rule`` in every annotation it makes.
        note: The construction, in the field's terms.
        examples: Inline-annotated sentences the rule must read so.
        counterexamples: Sentences in which the rule's layer must find nothing.
    """

    id: str = Field(min_length=1)
    note: str = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = ()


R = TypeVar("R", bound=Rule)


def _each_named_once(rules: tuple[R, ...]) -> tuple[R, ...]:
    twice = [id for id, times in Counter(rule.id for rule in rules).items() if times > 1]
    if twice:
        raise ValueError(f"rule id occurs twice: {', '.join(twice)}")
    return rules


class RuleFile(Lexicon, Generic[R]):
    """A file of rules of one kind, in the order of the file."""

    rule: Annotated[tuple[R, ...], AfterValidator(_each_named_once)] = ()


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first; a space stands for any white space inside a line."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[^\S\n]+") for word in ordered)


def fill(pattern: str, vocabulary: Mapping[str, str]) -> str:
    """The pattern with each ``{name}`` replaced by ``(?:vocabulary[name])``.

    Raises:
        ResourceError: When the pattern names a vocabulary that does not exist.
    """

    def group(match: re.Match[str]) -> str:
        try:
            return f"(?:{vocabulary[match[1]]})"
        except KeyError:
            raise ResourceError(
                f"no vocabulary {match[0]}",
                where=pattern,
                remedy=f"use one of {', '.join(sorted(vocabulary))}",
            ) from None

    return _PLACEHOLDER.sub(group, pattern)
