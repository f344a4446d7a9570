"""Held-back articles: how often a confidence comes true, and the three numbers (Platt scaling) that mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from extractor.matchers.attributions.decision import Model, Weights, decide, log_odds
from extractor.train.examples import Example, is_right

_FLOOR = 0.05
_STEPS = 100
_BINS = 10
_STEADY = 1e-6
"""Keeps the regression solvable where nothing is nested."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """Calibration with its figures.

    Attributes:
        slope: Factor on the log-odds.
        offset: Added to them.
        nested: Added to them, times the confidence of the attribution that the cue stands in.
        figures: decided, right, expected calibration error before and after.
    """

    slope: float
    offset: float
    nested: float
    figures: dict[str, float]


class Outcome(NamedTuple):
    """A decided attribution: its confidence, that of the one it is nested in, and whether people marked it too."""

    confidence: float
    inside: float
    right: bool


def calibrate(held: Sequence[Example], weights: Mapping[str, float]) -> Reliability:
    """Platt scaling on articles that the weights were not learned from."""
    outcomes = [outcome for example in held for outcome in _outcomes(example, Model(Weights(weights)))]
    slope, offset, nested = (round(number, 3) for number in _platt(outcomes))
    mended = Model(Weights({}), slope, offset, nested)
    after = [one._replace(confidence=mended.calibrated(one.confidence, one.inside)) for one in outcomes]
    return Reliability(
        slope,
        offset,
        nested,
        {
            "decided": len(outcomes),
            "right": sum(one.right for one in outcomes),
            "calibration_error_before": round(calibration_error(outcomes), 4),
            "calibration_error_after": round(calibration_error(after), 4),
        },
    )


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Expected calibration error over ten bins of equal width: mean distance of confidence and share right."""
    error = 0.0
    for number in range(_BINS):
        held = [one for one in outcomes if min(int(one.confidence * _BINS), _BINS - 1) == number]
        error += abs(sum(one.confidence - one.right for one in held))
    return error / max(1, len(outcomes))


def _outcomes(example: Example, model: Model) -> list[Outcome]:
    """Each decided attribution, right where a gold one not yet used up matches it."""
    open_gold = list(example.gold)
    decided = decide(example.parsed, example.proposals, model, _FLOOR)
    found = []
    for one in sorted(decided, key=lambda d: -d.confidence):
        match = next((gold for gold in open_gold if is_right(example.parsed, one.candidate, gold)), None)
        if match:
            open_gold.remove(match)
        found.append(Outcome(one.confidence, one.inside, match is not None))
    return found


def _platt(outcomes: Sequence[Outcome]) -> tuple[float, float, float]:
    """Slope, offset and nested of a logistic regression, by Newton's method."""
    known = np.array([(log_odds(one.confidence), 1.0, one.inside) for one in outcomes]).reshape(-1, 3)
    right = np.array([one.right for one in outcomes], dtype=float)
    numbers = np.array([1.0, 0.0, 0.0])
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-known @ numbers))
        curvature = (known.T * (expected * (1 - expected))) @ known + _STEADY * np.eye(3)
        step = np.linalg.solve(curvature, known.T @ (expected - right))
        numbers = numbers - step
        if np.abs(step).sum() < 1e-9:
            break
    slope, offset, nested = numbers.tolist()
    return slope, offset, nested
