"""One movement over the numbers it joins: "rose **0.25** points to **5.25 %** from **5 %**" is by 0.25, to 5.25, from 5.

Each number of it says all that the text tells, so that a reader of one of them needs no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.annotations import Change, Quantity, Timex
from extractor.matchers.quantities.meaning.carried import Links


def joined_movements(
    text: str, quantities: Sequence[Quantity], timexes: Sequence[Timex], links: Links
) -> list[Quantity]:
    """The quantities, neighbours that tell one movement with the same change."""
    joined: list[Quantity] = []
    run: list[Quantity] = []
    for quantity in quantities:
        if run and not (_same_way(run[-1], quantity) and links.joins(text, run[-1], quantity, timexes)):
            joined += _completed(run)
            run = []
        run.append(quantity)
    return joined + _completed(run)


def _same_way(one: Quantity, other: Quantity) -> bool:
    first, second = one.change, other.change
    return bool(first and second and first.direction and first.direction == second.direction)


def _completed(run: Sequence[Quantity]) -> list[Quantity]:
    """Each of a run with the ends and the step that any of them tells, in its own unit."""
    return [replace(quantity, change=_change(quantity, run)) for quantity in run]


def _change(quantity: Quantity, run: Sequence[Quantity]) -> Change | None:
    change = quantity.change
    if change is None or len(run) < 2:
        return change
    alike = [other for other in run if (other.unit, other.currency) == (quantity.unit, quantity.currency)]
    changes = [other.change for other in alike if other.change]
    steps = [other for other in run if other.change and _is_step(other.change)]
    step = next((other.value for other in steps if _same_dimension(other, quantity)), None)
    return replace(
        change,
        from_value=_first(c.from_value for c in changes),
        to_value=_first(c.to_value for c in changes),
        by=None if _is_step(change) else step,
        multiplier=_first(other.change.multiplier for other in run if other.change),
    )


def _is_step(change: Change) -> bool:
    """Whether a number is how far something moved rather than where it came from or went."""
    return change.from_value is None and change.to_value is None and change.multiplier is None


def _same_dimension(step: Quantity, level: Quantity) -> bool:
    """Whether a step is told in the unit of the level; percentage points are those of percentages."""
    points = step.unit == "percentage point" and level.unit_kind == "percent"
    return points or (step.unit, step.currency) == (level.unit, level.currency)


def _first(values: Iterable[float | None]) -> float | None:
    return next((value for value in values if value is not None), None)
