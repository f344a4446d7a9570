"""TOML → validated rules and vocabularies → regular expressions.

A rule file holds ``[[rule]]`` tables: ``id``, ``note`` (the construction it stands for), ``pattern``, and beside it its proof:
``examples`` in the inline notation of `extractor.markup`, ``counterexamples`` as plain text. Further keys are the matcher's own.
One test runs every example and counterexample of every file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.errors import ResourceError
from extractor.language.resources import Resources

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with its proof.

    Attributes:
        id: Unique in its file; recorded as ``rule`` in every annotation it makes.
        note: The construction, in the field's terms.
        pattern: A verbose regular expression with ``{name}`` for vocabulary; empty for rules that are code.
        examples: Inline-annotated sentences the rule must read so.
        counterexamples: Sentences in which the rule's layer must find nothing.
        options: The remaining keys.
    """

    id: str
    note: str
    pattern: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


def read_rules(language: Resources, name: str) -> tuple[Rule, ...]:
    """The rules of ``rules/<name>.toml``, in the order of the file.

    Raises:
        ResourceError: When a rule lacks id, note or examples, or an id occurs twice.
    """
    rules = tuple(_rule(name, table) for table in language.toml(f"rules/{name}").get("rule", []))
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise ResourceError(
                "rule id occurs twice", where=f"rules/{name}.toml, {rule.id}", remedy="rename one"
            )
        seen.add(rule.id)
    return rules


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


def _rule(name: str, table: dict[str, Any]) -> Rule:
    known = {"id", "note", "pattern", "examples", "counterexamples"}
    missing = {"id", "note", "examples"} - table.keys()
    if missing:
        raise ResourceError(
            f"rule lacks {', '.join(sorted(missing))}",
            where=f"rules/{name}.toml, {table.get('id', 'a rule without id')}",
            remedy="add it; every rule carries its proof",
        )
    return Rule(
        id=table["id"],
        note=table["note"],
        pattern=table.get("pattern", ""),
        examples=tuple(table["examples"]),
        counterexamples=tuple(table.get("counterexamples", ())),
        options={key: value for key, value in table.items() if key not in known},
    )
