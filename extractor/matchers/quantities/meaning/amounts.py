"""Numbers in the parse of their sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from extractor.annotations import Quantity
from extractor.text.parsed import Parsed

VERBAL = frozenset({"VERB", "AUX"})
_STEPS = 10
_BRACKET = 12
"""Tokens of a bracket that repeats an amount in another unit."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in its sentence.

    Attributes:
        first: Its first token.
        last: Its last token, inclusive.
        root: The token that joins it to the sentence.
        behind: The first token behind it, its denominator and a bracket ("£3bn a year", "£8m ($1.5bn)").
        numbers: The tokens of all numbers of the article and the heads of what they count.
        substances: Words behind which stands what it is an amount of; none for bare counts.
    """

    first: int
    last: int
    root: int
    behind: int
    numbers: frozenset[int]
    substances: Collection[str] = ()


def amounts_of(
    parsed: Parsed,
    quantities: Sequence[Quantity],
    substances: Mapping[str, Collection[str]],
    scales: Collection[str],
) -> list[Amount]:
    """An amount for each quantity.

    Args:
        parsed: The article.
        quantities: In text order.
        substances: By kind of unit, the prepositions behind which stands what there is an amount of.
        scales: What is counted of a scale rather than of things ("190 points"): it belongs to the number.
    """
    places = [(parsed.token_of(q.span.start), parsed.token_of(_end(q, scales) - 1)) for q in quantities]
    numbers = (token for first, last in places for token in range(first, last + 1))
    heads = (parsed.token_of(q.counted.span.end - 1) for q in quantities if q.counted)
    all_numbers = frozenset(numbers).union(heads)
    return [
        Amount(
            first=first,
            last=last,
            root=_root(parsed, first, last),
            behind=_behind(parsed, last + 1, quantity.per),
            numbers=all_numbers,
            substances=substances.get(quantity.unit_kind, ()),
        )
        for (first, last), quantity in zip(places, quantities, strict=True)
    ]


def _end(quantity: Quantity, scales: Collection[str]) -> int:
    counted = quantity.counted
    return counted.span.end if counted and counted.head in scales else quantity.span.end


def clause_of(parsed: Parsed, token: int) -> list[int]:
    """The tokens from one up to the verb of its clause, both inclusive."""
    path = [token]
    while len(path) < _STEPS and parsed.head[token] != token:
        token = parsed.head[token]
        path.append(token)
        if parsed.pos[token] in VERBAL:
            break
    return path


def _root(parsed: Parsed, first: int, last: int) -> int:
    inside = range(first, last + 1)
    outward = (t for t in reversed(inside) if parsed.head[t] not in inside or parsed.head[t] == t)
    return next(outward, last)


def _behind(parsed: Parsed, token: int, per: str | None) -> int:
    if per and token + 1 < parsed.size and parsed.lemma[token + 1] == per:
        token += 2
    if token < parsed.size and parsed.word[token] == "-":
        token += 1
    if token < parsed.size and parsed.word[token] == "(":
        bracket = range(token + 1, min(token + _BRACKET, parsed.size))
        token = next((t + 1 for t in bracket if parsed.word[t] == ")"), token)
    return token
