"""Compose: the productions of ``rules/dates.toml`` over typed words, and the chart that applies them to a run.

A production's ``form`` is a row of symbols (upper case) and words (lower case); ``?`` makes one optional, ``( | )`` chooses.
``name=SYMBOL`` tells two symbols of one kind apart, ``_=SYMBOL`` says nothing; ``[ ]`` marks the pieces that are expressions of
their own ("[April] and [June 2008]"), or what is one where words stand before it. ``reads`` names the value it composes, of
`expressions`; the values of its symbols go there by name. Whatever a production makes can take part in others: ``PART PERIOD``
is any part of any period.
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
from extractor.matchers.dates.lex import Found, Tokens, terminals
from extractor.matchers.dates.lexicon import Lexicon, words_before

_PIECE = re.compile(
    r"\(|\)\??|\||\[|\]|(?:(?P<slot>[a-z_0-9]+)=)?(?P<symbol>[A-Z]+)(?P<maybe>\??)|(?P<word>[^\s()|\[\]]+?)(?P<perhaps>\??)(?=[\s()|\[\]]|$)"
)
_ESCAPED = {"lpar": "(", "rpar": ")"}
_MOST = 160
"""More readings than this begin at no word of the news; at those of noise they are cut."""

Piece = tuple[str, str]
"""A symbol or word, and the name its value goes by: "" for words and for the marks ``[`` and ``]``."""
Row = tuple[Piece, ...]
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


class Candidate(NamedTuple):
    """A reading of a stretch: the token behind it, its rule, and its expressions with the tokens they span."""

    end: int
    production: Production
    pieces: tuple[tuple[int, int, Any], ...]


@dataclass(frozen=True)
class Grammar:
    """All productions as one tree of rows.

    Attributes:
        root: Where every row begins.
    """

    root: Node

    def candidates(self, text: str, run: Tokens, lexicon: Lexicon) -> list[list[Candidate]]:
        """The expressions that can begin at each token, the longest first."""
        return _Chart(self, text, run, lexicon).fill()


class _Chart:
    """Everything that can be composed in one run, from right to left: what begins further right is complete."""

    def __init__(self, grammar: Grammar, text: str, run: Tokens, lexicon: Lexicon) -> None:
        self._grammar, self._text, self._run, self._lexicon = grammar, text, run, lexicon
        self._size = len(run.words)
        self._at: list[list[Found]] = [[] for _ in range(self._size + 1)]
        self._candidates: list[list[Candidate]] = [[] for _ in range(self._size)]
        self._agenda: list[Found] = []
        self._start = 0

    def fill(self) -> list[list[Candidate]]:
        """The candidates of every token."""
        for start in range(self._size - 1, -1, -1):
            self._begin(start)
            self._candidates[start].sort(key=lambda found: (-found.end, found.production.order))
        return self._candidates

    def _begin(self, start: int) -> None:
        root, here = self._grammar.root, self._at[start]
        self._start, self._agenda = start, terminals(self._text, self._run, start, self._lexicon)
        if (node := root.following.get(self._run.words[start])) is not None:
            self._go_on(node, start + 1, (), (start,))
        agenda = self._agenda
        while agenda and len(here) < _MOST:
            found = agenda.pop()
            here.append(found)
            for node in root.accepts.get(found.symbol, ()):
                self._go_on(node, found.end, (found.value,), (start,))

    def _go_on(self, node: Node, at: int, values: tuple[Any, ...], bounds: tuple[int, ...]) -> None:
        """All rows that go on from a place reached at a token."""
        for step in node.complete:
            self._complete(step, at, values, (*bounds, at))
        if at >= self._size or not node.following or not self._run.joined[at]:
            return
        bounds = (*bounds, at)
        if (following := node.following.get(self._run.words[at])) is not None:
            self._go_on(following, at + 1, values, bounds)
        accepts = node.accepts
        for found in self._at[at]:
            for following in accepts.get(found.symbol, ()):
                self._go_on(following, found.end, (*values, found.value), bounds)

    def _complete(self, step: Step, end: int, values: tuple[Any, ...], bounds: tuple[int, ...]) -> None:
        production = step.production
        try:
            named = {name: values[place] for place, name in step.named}
            value = production.compose(**named, **production.fixed)
        except (OverflowError, ValueError):
            return
        if value is None:
            return
        self._agenda.append(Found(production.makes, end, value))
        if production.whole:
            spans = [(bounds[first], bounds[last]) for first, last in step.marked] or [(self._start, end)]
            pieces = value if isinstance(value, tuple) else (value,)
            self._candidates[self._start].append(
                Candidate(
                    end, production, tuple((*span, piece) for span, piece in zip(spans, pieces, strict=True))
                )
            )


def compile_grammar(language: Resources, lexicon: Lexicon, values: Mapping[str, Compose]) -> Grammar:
    """Reads and compiles the productions.

    Raises:
        ResourceError: When a production names what does not exist, or its form is broken.
    """
    rules = language.lexicon(DateRules)
    root = Node()
    symbols = {*lexicon.tables}
    rows: list[tuple[Row, Production]] = []
    for phrase in rules.phrase:
        compose = _named(phrase.reads, phrase.makes, values)
        production = Production(phrase.makes, phrase.makes, compose, phrase.fixed, False, len(rows))
        rows += _rows_of(production, phrase.form)
    for rule in rules.rule:
        rows += _rows_of(_production(rule, values, len(rows)), rule.form)
    symbols |= {production.makes for _, production in rows}
    symbols |= {symbol for row, _ in rows for symbol, slot in row if slot}
    for row, production in rows:
        _plant(root, row, production)
    lexicon.weights.update(
        {
            word: False
            for row, _ in rows
            for word, slot in row
            if word.isalpha() and not slot and word not in lexicon.weights
        }
    )
    kinds = _kinds(rules.kinds, symbols)
    root.close(kinds, {kind: [symbol for symbol in kinds if kind in kinds[symbol]] for kind in symbols})
    return Grammar(root)


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
    rows = _rows(form, production.id)
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


def _rows(form: str, name: str) -> list[Row]:
    """Every row of symbols and words that a form stands for.

    Raises:
        ResourceError: When brackets do not match.
    """
    pieces = list(_PIECE.finditer(form))
    position = 0

    def choices() -> list[Row]:
        rows = sequence()
        while position < len(pieces) and pieces[position][0] == "|":
            step()
            rows = rows + sequence()
        return rows

    def sequence() -> list[Row]:
        rows: list[Row] = [()]
        while position < len(pieces) and not pieces[position][0].startswith((")", "|")):
            one = element()
            rows = [row + more for row in rows for more in one]
        return rows

    def element() -> list[Row]:
        piece = step()
        if piece[0] == "(":
            rows = choices()
            return [*rows, ()] if step()[0] == ")?" else rows
        if piece[0] in "[]":
            return [((piece[0], ""),)]
        return list(_single(piece))

    def step() -> re.Match[str]:
        nonlocal position
        position += 1
        if position > len(pieces):
            raise ResourceError(
                "form ends inside brackets", where=f"rules/dates.toml, {name}", remedy="close them"
            )
        return pieces[position - 1]

    rows = choices()
    if position < len(pieces):
        raise ResourceError(
            "form closes what is not open", where=f"rules/dates.toml, {name}", remedy="open it"
        )
    return rows


def _single(piece: re.Match[str]) -> Iterator[Row]:
    symbol = piece["symbol"]
    if symbol:
        yield ((symbol, piece["slot"] or symbol.lower()),)
    else:
        yield ((_ESCAPED.get(piece["word"], piece["word"]), ""),)
    if piece["maybe"] or piece["perhaps"]:
        yield ()
