"""The productions of ``rules/dates.toml``, read and planted in one tree of rows.

``reads`` names the value a production composes, of `expressions`; the values of its symbols go there by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from inspect import signature
from typing import Any, NamedTuple

from extractor.errors import ResourceError
from extractor.language.date_rules import DateRule, DateRules
from extractor.language.resources import Resources
from extractor.matchers.dates.forms import Row, rows_of
from extractor.matchers.dates.lex import NOTATIONS
from extractor.matchers.dates.lexicon import Lexicon, words_before

Compose = Callable[..., Any]
"""The value of a production from the values of its symbols; None where they do not go together."""


@dataclass(frozen=True, slots=True)
class Production:
    """One production.

    Attributes:
        id: The rule that the annotations name.
        makes: The symbol it makes.
        compose: What builds its value.
        fixed: Values that do not stand in the text.
        whole: Whether it is an expression, not just a piece of one.
        order: Among readings of one length the lowest counts.
        after: Words of which one must stand right before the expression; empty where anything may.
        not_after: Words that must not stand right before it.
        not_before: What must not follow it, or None.
    """

    id: str
    makes: str
    compose: Compose
    fixed: Mapping[str, Any]
    whole: bool
    order: int
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    not_before: re.Pattern[str] | None = None

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether the words on both sides allow the expression between these offsets."""
        if self.not_before and self.not_before.match(text, end):
            return False
        if not (self.after or self.not_after):
            return True
        before = words_before(text, start)
        return not self.after.isdisjoint(before) if self.after else self.not_after.isdisjoint(before)


class Step(NamedTuple):
    """The end of a row: the production, places and names of the values it tells, pieces between marks (first element, last)."""

    production: Production
    named: tuple[tuple[int, str], ...]
    marked: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Node:
    """A place in the rows of all productions.

    Attributes:
        following: What may come next, by word or symbol.
        complete: What is complete here.
        accepts: The places that a symbol leads to, as itself and as all that it counts as.
    """

    following: dict[str, Node] = field(default_factory=dict)
    complete: list[Step] = field(default_factory=list)
    accepts: dict[str, tuple[Node, ...]] = field(default_factory=dict)

    def close(self, kinds: Mapping[str, Sequence[str]], symbols: Mapping[str, Sequence[str]]) -> None:
        """Fill `accepts` here and below, once all rows are planted.

        Args:
            kinds: What each symbol counts as.
            symbols: The reverse: which count as each kind.
        """
        accepted = {symbol for kind in self.following for symbol in symbols.get(kind, ())}
        self.accepts = {
            symbol: tuple(self.following[kind] for kind in kinds[symbol] if kind in self.following)
            for symbol in accepted
        }
        for node in self.following.values():
            node.close(kinds, symbols)


def standing_alone(root: Node) -> frozenset[str]:
    """The symbols that are an expression without anything beside them, or make one that is."""
    return _ending([root])


def closing(root: Node) -> frozenset[str]:
    """The symbols that can be the last of an expression."""
    nodes = [root]
    for node in nodes:
        nodes.extend(node.following.values())
    return _ending(nodes)


def _ending(nodes: Iterable[Node]) -> frozenset[str]:
    """The symbols behind which an expression can be complete, where they lead on from one of the places."""
    ends = [
        (symbol, step.production)
        for node in nodes
        for symbol, reached in node.accepts.items()
        for place in reached
        for step in place.complete
    ]
    found: set[str] = set()
    size = -1
    while size < len(found):
        size = len(found)
        found |= {symbol for symbol, made in ends if made.whole or made.makes in found}
    return frozenset(found)


def plant(language: Resources, lexicon: Lexicon, values: Mapping[str, Compose]) -> Node:
    """Reads the productions.

    Returns:
        The place where every row begins. Words of the forms are told to the lexicon, which weighs them.

    Raises:
        ResourceError: When a production names what does not exist, or its form is broken.
    """
    rules = language.lexicon(DateRules)
    rows = list(_all_rows(rules, values))
    _check_symbols(rows, rules.kinds, {*lexicon.tables, *NOTATIONS})
    root = Node()
    for row, production in rows:
        _plant(root, row, production)
    for word in {word for row, _ in rows for word, slot in row if not slot and word.isalpha()}:
        lexicon.weights.setdefault(word, False)
    made = {production.makes for _, production in rows}
    used = {symbol for row, _ in rows for symbol, slot in row if slot}
    kinds = _kinds(rules.kinds, {*lexicon.tables, *made, *used})
    root.close(kinds, {kind: [symbol for symbol in kinds if kind in kinds[symbol]] for kind in kinds})
    return root


def _all_rows(rules: DateRules, values: Mapping[str, Compose]) -> Iterator[tuple[Row, Production]]:
    """The rows of all productions; of readings of one length the first production in the file counts."""
    for phrase in rules.phrase:
        compose = _named(phrase.reads, phrase.makes, values)
        yield from _rows_of(
            Production(phrase.makes, phrase.makes, compose, phrase.fixed, whole=False, order=0), phrase.form
        )
    for order, rule in enumerate(rules.rule):
        yield from _rows_of(_production(rule, values, order), rule.form)


def _check_symbols(
    rows: Iterable[tuple[Row, Production]], kinds: Mapping[str, Sequence[str]], known: set[str]
) -> None:
    """Refuses a symbol that nothing makes: its production would never be found."""
    rows = list(rows)
    known |= {production.makes for _, production in rows} | kinds.keys()
    for row, production in rows:
        for symbol, slot in row:
            if slot and symbol not in known:
                raise ResourceError(
                    f"nothing makes {symbol}",
                    where=f"rules/dates.toml, {production.id}",
                    remedy="name a table of lexicons/calendar.toml, a notation or what another production makes",
                )


def _kinds(table: Mapping[str, Sequence[str]], symbols: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    counts_as: dict[str, list[str]] = {symbol: [symbol] for symbol in symbols}
    for kind, members in table.items():
        for member in members:
            counts_as.setdefault(member, [member]).append(kind)
    return {symbol: tuple(dict.fromkeys(all_of)) for symbol, all_of in counts_as.items()}


def _production(rule: DateRule, values: Mapping[str, Compose], order: int) -> Production:
    return Production(
        id=rule.id,
        makes=rule.makes,
        compose=_named(rule.reads, rule.id, values),
        fixed=rule.fixed,
        whole=True,
        order=order,
        after=rule.after,
        not_after=rule.not_after,
        not_before=re.compile(rule.not_before, re.IGNORECASE) if rule.not_before else None,
    )


def _named(reads: str, name: str, values: Mapping[str, Compose]) -> Compose:
    try:
        return values[reads]
    except KeyError:
        raise ResourceError(
            f"no value {reads}",
            where=f"rules/dates.toml, {name}",
            remedy=f"use one of {', '.join(sorted(values))}",
        ) from None


def _rows_of(production: Production, form: str) -> list[tuple[Row, Production]]:
    """The rows of a production, once its value knows all their names."""
    rows = rows_of(form, production.id)
    named = {slot for row in rows for _, slot in row} - {"", "_"}
    if unknown := (named | production.fixed.keys()) - signature(production.compose).parameters.keys():
        raise ResourceError(
            f"the value has no {', '.join(sorted(unknown))}",
            where=f"rules/dates.toml, {production.id}",
            remedy="name the symbol as the value does, or _",
        )
    return [(row, production) for row in rows]


def _plant(root: Node, row: Row, production: Production) -> None:
    node, names, marked, begun, element = root, [], [], 0, 0
    for symbol, slot in row:
        if symbol == "[":
            begun = element
            continue
        if symbol == "]":
            marked.append((begun, element))
            continue
        node = node.following.setdefault(symbol, Node())
        element += 1
        if slot:
            names.append(slot)
    named = tuple((place, name) for place, name in enumerate(names) if name != "_")
    node.complete.append(Step(production, named, tuple(marked)))
