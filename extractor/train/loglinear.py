"""The fit: a log-linear model over the candidates of each cue with an L1 penalty, by L-BFGS to convergence.

For each cue the model shares out probability among its candidates and "attributes nothing". The loss is the negative logarithm of
the expected rightness of what it would pick, so that near variants of the gold content count for what they are worth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.errors import ResourceError
from extractor.matchers.attributions.features import crossed
from extractor.matchers.attributions.proposals import Proposal
from extractor.train.examples import Example

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_RAREST = 4
"""Occurrences from which a feature is learned at all."""
_SMOOTHNESS = 0.1
"""A little L2 beside the L1, which makes the optimum unique."""
_ROUNDS = 400
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class _Part:
    """The features of one part of the candidates (cue, content, source or pair).

    Attributes:
        matrix: Rows are distinct parts, columns features; 1 where a part has a feature (SciPy CSR).
        row_of: The row of each candidate.
    """

    matrix: Any
    row_of: Ints


class _Names(dict[str, int]):
    """Feature names numbered in the order of their first use, with their counts."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[int] = Counter()

    def numbers(self, names: Iterable[str]) -> list[int]:
        found = [self.setdefault(name, len(self)) for name in names]
        self.counts.update(found)
        return found


def fit(examples: Sequence[Example], sparseness: float) -> dict[str, float]:
    """The weights that the examples teach, rounded to two decimals, zero ones left out.

    Raises:
        ResourceError: When SciPy is missing.
    """
    try:
        from scipy.optimize import minimize
    except ImportError as error:
        raise ResourceError("training needs SciPy", remedy="pip install 'extractor[train]'") from error
    names = _Names()
    parts, cue_of, rightness = _design(examples, names)
    columns = [number for number in range(len(names)) if names.counts[number] >= _RAREST]
    parts = [_Part(part.matrix[:, columns], part.row_of) for part in parts]
    loss = _Loss(parts, cue_of, rightness)
    size = len(columns)

    def penalised(split: Floats) -> tuple[float, Floats]:
        # w = u - v with u, v >= 0 makes the L1 penalty smooth.
        value, slope = loss(split[:size] - split[size:])
        return value + sparseness * float(split.sum()), np.concatenate(
            [slope + sparseness, sparseness - slope]
        )

    bounds = [(0.0, None)] * (2 * size)
    found = minimize(
        penalised,
        np.zeros(2 * size),
        jac=True,
        method="L-BFGS-B",
        bounds=bounds,
        options={"maxiter": _ROUNDS},
    )
    weights = found.x[:size] - found.x[size:]
    named = list(names)
    rounded = {
        named[column]: round(float(weight), 2) for column, weight in zip(columns, weights, strict=True)
    }
    return {name: weight for name, weight in rounded.items() if weight}


class _Loss:
    """Negative log of the expected rightness over all cues, with its slope."""

    def __init__(self, parts: Sequence[_Part], cue_of: Ints, rightness: Floats) -> None:
        self._parts, self._cue_of, self._rightness = parts, cue_of, rightness
        self._cues = int(cue_of[-1]) + 1
        self._attributing = np.bincount(cue_of, rightness, self._cues) > 0

    def __call__(self, weights: Floats) -> tuple[float, Floats]:
        score = sum((part.matrix @ weights)[part.row_of] for part in self._parts)
        probability, nothing = self._probabilities(np.asarray(score))
        expected = np.bincount(self._cue_of, probability * self._rightness, self._cues)
        likelihood = np.where(self._attributing, expected, nothing)
        share = probability * self._rightness / np.maximum(expected[self._cue_of], _TINY)
        slope = probability - np.where(self._attributing[self._cue_of], share, 0.0)
        gradient = sum(
            part.matrix.T @ np.bincount(part.row_of, slope, part.matrix.shape[0]) for part in self._parts
        )
        value = -np.log(np.maximum(likelihood, _TINY)).sum() + _SMOOTHNESS / 2 * weights @ weights
        return float(value), np.asarray(gradient) + _SMOOTHNESS * weights

    def _probabilities(self, score: Floats) -> tuple[Floats, Floats]:
        """The probability of each candidate, and of "attributes nothing" (score 0) for each cue."""
        highest = np.zeros(self._cues)
        np.maximum.at(highest, self._cue_of, score)
        powers, nothing = np.exp(score - highest[self._cue_of]), np.exp(-highest)
        total = nothing + np.bincount(self._cue_of, powers, self._cues)
        return powers / total[self._cue_of], nothing / total


def _design(examples: Sequence[Example], names: _Names) -> tuple[list[_Part], Ints, Floats]:
    rows: tuple[list[list[int]], ...] = ([], [], [], [])
    row_of: tuple[list[int], ...] = ([], [], [], [])
    cue_of: list[int] = []
    rightness: list[float] = []
    for cue, (proposal, right) in enumerate(_cues(examples)):
        _add(proposal, names, rows, row_of)
        cue_of += [cue] * len(right)
        rightness += right
    parts = [_Part(_matrix(r, len(names)), np.array(of)) for r, of in zip(rows, row_of, strict=True)]
    return parts, np.array(cue_of), np.array(rightness)


def _cues(examples: Iterable[Example]) -> Iterator[tuple[Proposal, list[float]]]:
    for example in examples:
        yield from zip(example.proposals, example.rightness, strict=True)


def _add(
    proposal: Proposal,
    names: _Names,
    rows: Sequence[list[list[int]]],
    row_of: Sequence[list[int]],
) -> None:
    """Append a cue's candidates; contents and sources that several candidates share are kept once."""
    features = proposal.features
    rows[0].append(names.numbers(features.of_cue))
    contents: dict[object, int] = {}
    sources: dict[object, int] = {}
    for content, source, _ in proposal.candidates:
        if content not in contents:
            contents[content] = len(rows[1])
            of_content = features.of_content(content)
            mixed = [crossed(content.family, name) for name in of_content.crossed]
            rows[1].append(names.numbers([*of_content.alone, *mixed]))
        if source not in sources:
            sources[source] = len(rows[2])
            rows[2].append(names.numbers(features.of_source(source)))
        rows[3].append(names.numbers([crossed(content.family, name) for name in features.of_pair(source)]))
        places = (len(rows[0]) - 1, contents[content], sources[source], len(rows[3]) - 1)
        for of, place in zip(row_of, places, strict=True):
            of.append(place)


def _matrix(rows: list[list[int]], width: int) -> Any:
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.fromiter((column for row in rows for column in row), dtype=np.int64, count=int(starts[-1]))
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), width))
