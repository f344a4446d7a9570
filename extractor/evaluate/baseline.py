"""Floors: what was once reached must be reached again."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

from extractor.errors import InputError
from extractor.evaluate.scores import Scores

ENOUGH = 20
"""A measure that rests on fewer cases of gold moves by chance and gets no floor."""

SLACK = 0.005
"""Another processor rounds otherwise, and a parse or two may flip: that much below a floor is no fall."""


def check_floors(path: Path, scores: Scores, *, raise_them: bool = False) -> list[str]:
    """The measures that fell below their floors, one sentence each.

    Args:
        path: JSON object of measure names and floors, shares of 1; it may be missing when floors are raised.
        scores: What was measured.
        raise_them: Write every floor that the scores surpass back to the file; floors never sink.

    Raises:
        InputError: When the floors cannot be read.
    """
    floors = {} if raise_them and not path.exists() else read_floors(path)
    if raise_them:
        raised = raised_floors(floors, scores)
        path.write_text(json.dumps(raised, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return below(floors, scores)


def read_floors(path: Path) -> dict[str, float]:
    """The floors of a file.

    Raises:
        InputError: When it is missing or holds none.
    """
    try:
        return {
            str(name): float(floor) for name, floor in json.loads(path.read_text(encoding="utf-8")).items()
        }
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise InputError(
            f"no floors in it ({error})", where=str(path), remedy="write them with --write-baseline"
        ) from error


def below(floors: Mapping[str, float], scores: Scores) -> list[str]:
    """The measures below their floors, one sentence each; a measure that was not taken is below."""
    reached = {name: measure.value for name, measure in scores.measures.items()}
    return [
        f"{name} is {reached.get(name, 0):.3f}, below its floor of {floor:.3f}"
        for name, floor in sorted(floors.items())
        if reached.get(name, 0) < floor - SLACK
    ]


def raised_floors(floors: Mapping[str, float], scores: Scores) -> dict[str, float]:
    """The floors, lifted to what was measured, rounded down to a thousandth."""
    reached = {
        name: math.floor(1000 * measure.value) / 1000
        for name, measure in scores.measures.items()
        if measure.size >= ENOUGH
    }
    return {name: max(floors.get(name, 0.0), reached.get(name, 0.0)) for name in {**floors, **reached}}
