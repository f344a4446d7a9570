"""Held-back articles: how often a confidence comes true, and the two numbers (Platt scaling) that mend it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.matchers.attributions.decision import Model, decide
from extractor.train.examples import Example, is_right

_FLOOR = 0.05
_STEPS = 100
_BINS = 10


@dataclass(frozen=True, slots=True)
class Reliability:
    """Calibration with its figures.

    Attributes:
        slope: Factor on the log-odds.
        offset: Added to them.
        figures: decided, right, expected calibration error before and after.
    """

    slope: float
    offset: float
    figures: dict[str, float]


def calibrate(held: Sequence[Example], weights: Mapping[str, float]) -> Reliability:
    """Platt scaling on articles that the weights were not learned from."""
    outcomes = [pair for example in held for pair in _outcomes(example, Model(weights))]
    slope, offset = _platt([(_log_odds(confidence), right) for confidence, right in outcomes])
    slope, offset = round(slope, 3), round(offset, 3)
    mended = Model({}, slope, offset)
    after = [(mended.calibrated(confidence), right) for confidence, right in outcomes]
    return Reliability(
        slope,
        offset,
        {
            "decided": len(outcomes),
            "right": sum(right for _, right in outcomes),
            "calibration_error_before": round(calibration_error(outcomes), 4),
            "calibration_error_after": round(calibration_error(after), 4),
        },
    )


def calibration_error(outcomes: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins of equal width: mean distance of confidence and share right."""
    error = 0.0
    for number in range(_BINS):
        inside = [(c, right) for c, right in outcomes if min(int(c * _BINS), _BINS - 1) == number]
        error += abs(sum(c - right for c, right in inside))
    return error / max(1, len(outcomes))


def _outcomes(example: Example, model: Model) -> list[tuple[float, bool]]:
    """Confidence of each decided attribution, and whether a gold one not yet used up matches it."""
    open_gold = list(example.gold)
    decided = decide(example.view, example.proposals, model, _FLOOR)
    found = []
    for one in sorted(decided, key=lambda d: -d.confidence):
        match = next((gold for gold in open_gold if is_right(example.view, one.candidate, gold)), None)
        if match:
            open_gold.remove(match)
        found.append((one.confidence, match is not None))
    return found


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(clipped / (1 - clipped))


def _platt(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and offset of a logistic regression on one variable, by Newton's method."""
    slope, offset = 1.0, 0.0
    for _ in range(_STEPS):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for x, right in pairs:
            p = 1 / (1 + math.exp(-(slope * x + offset)))
            g0, g1, w = g0 + p - right, g1 + (p - right) * x, p * (1 - p)
            h00, h01, h11 = h00 + w, h01 + w * x, h11 + w * x * x
        determinant = h00 * h11 - h01 * h01
        if determinant < 1e-9:
            break
        step0, step1 = (h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant
        offset, slope = offset - step0, slope - step1
        if abs(step0) + abs(step1) < 1e-9:
            break
    return slope, offset
