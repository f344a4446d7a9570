"""Logistic regression with sparse weights: elastic net (L1 and L2), by accelerated proximal gradient to convergence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_RAREST = 3
"""Statements in which a feature must stand to be learned at all."""
_ROUNDS = 300
_STILL = 1e-5
_TINY_RIDGE = 1e-6
"""Keeps the free features, which have no penalty, from running away."""


def fit(
    rows: Sequence[Sequence[str]],
    answers: Sequence[bool],
    *,
    free: Sequence[str],
    shares: Sequence[float] | None = None,
    sparseness: float = 0.5,
    smoothness: float = 2.0,
) -> dict[str, float]:
    """The weights of the features, rounded; those of no weight are left out.

    Args:
        rows: The features of each example.
        answers: Whether each example is one of those asked for.
        free: Features without penalty, such as one that every example has.
        shares: How much each example counts; by default 1.
        sparseness: Strength of the L1 penalty.
        smoothness: Strength of the L2 penalty.
    """
    counts = Counter(name for row in rows for name in row)
    columns = {name: n for n, name in enumerate(sorted(n for n, count in counts.items() if count >= _RAREST))}
    weigh = np.array([0.0 if name in free else 1.0 for name in columns])
    problem = _Problem(
        matrix_of(rows, columns),
        np.array(answers, dtype=float),
        np.ones(len(rows)) if shares is None else np.array(shares),
        np.where(weigh > 0, smoothness, _TINY_RIDGE),
    )
    found = _descend(problem, sparseness * weigh)
    rounded = zip(columns, (round(float(weight), 3) for weight in found), strict=True)
    return {name: weight for name, weight in rounded if weight}


def matrix_of(rows: Sequence[Sequence[str]], columns: Mapping[str, int]) -> Any:
    """Examples by features, 1 where an example has one (SciPy CSR)."""
    from scipy.sparse import csr_matrix

    held = [[columns[name] for name in row if name in columns] for row in rows]
    starts = np.cumsum([0, *map(len, held)])
    return csr_matrix(
        (np.ones(int(starts[-1])), np.array([c for row in held for c in row], dtype=np.int64), starts),
        shape=(len(rows), len(columns)),
    )


class _Problem:
    """The smooth part of the loss: negative log-likelihood and L2."""

    def __init__(self, matrix: Any, answers: Floats, shares: Floats, ridge: Floats) -> None:
        self._matrix, self._turned = matrix, matrix.T.tocsr()
        self._answers, self._shares, self.ridge = answers, shares, ridge

    def loss(self, weights: Floats) -> float:
        sums = self._matrix @ weights
        likelihood = self._shares * (np.logaddexp(0, sums) - self._answers * sums)
        return float(likelihood.sum() + self.ridge @ (weights * weights) / 2)

    def slope(self, weights: Floats) -> Floats:
        chance = 1 / (1 + np.exp(-(self._matrix @ weights)))
        found: Floats = self._turned @ (self._shares * (chance - self._answers)) + self.ridge * weights
        return found


def _descend(problem: _Problem, penalty: Floats) -> Floats:
    """FISTA (Beck and Teboulle 2009) with backtracking and restarts."""
    weights = ahead = np.zeros(len(penalty))
    pace = step = 1.0
    for _ in range(_ROUNDS):
        loss, slope = problem.loss(ahead), problem.slope(ahead)
        while True:
            near = ahead - step * slope
            near = np.sign(near) * np.maximum(np.abs(near) - step * penalty, 0)
            moved = near - ahead
            if problem.loss(near) <= loss + slope @ moved + moved @ moved / (2 * step) + 1e-9:
                break
            step /= 2
        if (ahead - near) @ (near - weights) > 0:
            pace = 1.0
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead, change = (
            near + (pace - 1) / faster * (near - weights),
            float(np.abs(near - weights).max(initial=0)),
        )
        weights, pace, step = near, faster, step * 1.1
        if change < _STILL:
            break
    return weights
