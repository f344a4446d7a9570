"""The logistic regression: it learns what is there, leaves out what says nothing, and gives the same twice."""

from __future__ import annotations

import numpy as np

from extractor.train.checkworthiness import _average_precision, _calibration_error
from extractor.train.logistic import fit

ROWS = [["a", "always"], ["a", "b", "always"], ["b", "always"], ["always"]] * 20
ANSWERS = ["a" in row for row in ROWS]


def test_it_learns_what_decides() -> None:
    weights = fit(ROWS, ANSWERS, free=("always",))
    assert weights["a"] > 2
    assert weights["always"] < -1
    assert abs(weights.get("b", 0.0)) < 0.05


def test_rare_features_are_not_learned() -> None:
    assert "once" not in fit([*ROWS, ["once"]], [*ANSWERS, True], free=("always",))


def test_the_same_examples_give_the_same_weights() -> None:
    assert fit(ROWS, ANSWERS, free=("always",)) == fit(ROWS, ANSWERS, free=("always",))


def test_measures_on_a_case_done_by_hand() -> None:
    chance, answers = np.array([0.9, 0.8, 0.1]), np.array([1.0, 0.0, 1.0])
    assert round(_average_precision(chance, answers), 4) == round((1 + 2 / 3) / 2, 4)
    assert round(_calibration_error(chance, answers), 4) == round((0.1 + 0.8 + 0.9) / 3, 4)
