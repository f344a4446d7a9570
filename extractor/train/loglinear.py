"""The fit: a log-linear model over the candidates of each cue with an L1 penalty, by L-BFGS to convergence.

For each cue the model shares out probability among its candidates and "attributes nothing". The loss is the negative logarithm of
the expected rightness of what it would pick, so that near variants of the gold content count for what they are worth.

Articles of several annotation conventions teach together: every feature weighs what it weighs in all of them plus a correction
for each (feature augmentation: Daumé, "Frustratingly easy domain adaptation", ACL 2007). The penalty keeps a correction at zero
unless the convention's own articles ask for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from extractor.errors import ResourceError
from extractor.language.resources import corrected
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


@dataclass(frozen=True, slots=True)
class _Design:
    """All candidates of the articles of one convention.

    Attributes:
        cue_of: The cue of each candidate, counted through.
        rightness: Of each candidate, from 0 to 1.
    """

    parts: Sequence[_Part]
    cue_of: Ints
    rightness: Floats

    def narrowed(self, columns: Sequence[int], width: int) -> _Design:
        """With some of the columns alone; ``width`` is how many names there are by now."""
        for part in self.parts:
            part.matrix.resize(part.matrix.shape[0], width)
        parts = [_Part(part.matrix[:, columns], part.row_of) for part in self.parts]
        return _Design(parts, self.cue_of, self.rightness)


class _Names(dict[str, int]):
    """Feature names numbered in the order of their first use, with their counts."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[int] = Counter()

    def numbers(self, names: Iterable[str]) -> list[int]:
        found = [self.setdefault(name, len(self)) for name in names]
        self.counts.update(found)
        return found


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by feature name, rounded to two decimals; zero ones are left out.

    Attributes:
        shared: What features weigh in every convention.
        corrections: What each convention adds to that; empty where only one was taught.
    """

    shared: dict[str, float]
    corrections: dict[str, dict[str, float]]

    def of(self, convention: str) -> dict[str, float]:
        """What features weigh in one convention."""
        return corrected(self.shared, self.corrections.get(convention, {}))


def fit(
    examples: Mapping[str, Sequence[Example]], sparseness: float, start: Learned | None = None
) -> Learned:
    """The weights that the examples of each convention teach.

    Args:
        examples: By convention.
        sparseness: Strength of the L1 penalty.
        start: Weights that most of the same examples taught, from which the optimum is near.

    Raises:
        ResourceError: When SciPy is missing.
    """
    try:
        from scipy.optimize import minimize
    except ImportError as error:
        raise ResourceError("training needs SciPy", remedy="pip install 'extractor[train]'") from error
    names = _Names()
    designs = [_design(taught, names) for taught in examples.values()]
    columns = [number for number in range(len(names)) if names.counts[number] >= _RAREST]
    loss = _SharedLoss([_Loss(design.narrowed(columns, len(names))) for design in designs], len(columns))
    size, named = loss.size, list(names)

    def penalised(split: Floats) -> tuple[float, Floats]:
        # w = u - v with u, v >= 0 makes the L1 penalty smooth.
        value, slope = loss(split[:size] - split[size:])
        return value + sparseness * float(split.sum()), np.concatenate(
            [slope + sparseness, sparseness - slope]
        )

    found = minimize(
        penalised,
        _first_guess(start, [named[column] for column in columns], list(examples), loss),
        jac=True,
        method="L-BFGS-B",
        bounds=[(0.0, None)] * (2 * size),
        options={"maxiter": _ROUNDS},
    )
    weights = (found.x[:size] - found.x[size:]).reshape(-1, len(columns))
    tables = [_rounded(zip((named[column] for column in columns), row, strict=True)) for row in weights]
    return Learned(tables[0], dict(zip(examples, tables[1:], strict=False)))


def _first_guess(
    start: Learned | None, names: Sequence[str], conventions: Sequence[str], loss: _SharedLoss
) -> Floats:
    """Known weights, their positive parts before their negative ones; zeros without any."""
    if start is None:
        return np.zeros(2 * loss.size)
    tables = [start.shared, *(start.corrections.get(name, {}) for name in conventions)]
    weights = np.array([table.get(name, 0.0) for table in tables for name in names])[: loss.size]
    return np.concatenate([np.maximum(weights, 0.0), np.maximum(-weights, 0.0)])


def _rounded(weights: Iterable[tuple[str, float]]) -> dict[str, float]:
    rounded = {name: round(float(weight), 2) for name, weight in weights}
    return {name: weight for name, weight in rounded.items() if weight}


class _SharedLoss:
    """The loss over all conventions; the first row of weights is shared, each further one corrects it for one convention."""

    def __init__(self, losses: Sequence[_Loss], columns: int) -> None:
        self._losses = losses
        self._rows = 1 + (len(losses) if len(losses) > 1 else 0)
        self.size = self._rows * columns

    def __call__(self, weights: Floats) -> tuple[float, Floats]:
        rows = weights.reshape(self._rows, -1)
        slopes = np.zeros_like(rows)
        total = 0.0
        for number, loss in enumerate(self._losses, 1):
            own = rows[number] if self._rows > 1 else 0.0
            value, slope = loss(rows[0] + own)
            total += value
            slopes[0] += slope
            if self._rows > 1:
                slopes[number] += slope
        value = total + _SMOOTHNESS / 2 * float(weights @ weights)
        return value, slopes.ravel() + _SMOOTHNESS * weights


class _Loss:
    """Negative log of the expected rightness over all cues of one convention, with its slope."""

    def __init__(self, design: _Design) -> None:
        self._parts, self._cue_of, self._rightness = design.parts, design.cue_of, design.rightness
        self._cues = int(design.cue_of[-1]) + 1 if len(design.cue_of) else 0
        self._attributing = np.bincount(self._cue_of, self._rightness, self._cues) > 0

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
        return float(-np.log(np.maximum(likelihood, _TINY)).sum()), np.asarray(gradient)

    def _probabilities(self, score: Floats) -> tuple[Floats, Floats]:
        """The probability of each candidate, and of "attributes nothing" (score 0) for each cue."""
        highest = np.zeros(self._cues)
        np.maximum.at(highest, self._cue_of, score)
        powers, nothing = np.exp(score - highest[self._cue_of]), np.exp(-highest)
        total = nothing + np.bincount(self._cue_of, powers, self._cues)
        return powers / total[self._cue_of], nothing / total


def _design(examples: Sequence[Example], names: _Names) -> _Design:
    rows: tuple[list[list[int]], ...] = ([], [], [], [])
    row_of: tuple[list[int], ...] = ([], [], [], [])
    cue_of: list[int] = []
    rightness: list[float] = []
    for cue, (proposal, right) in enumerate(_cues(examples)):
        _add(proposal, names, rows, row_of)
        cue_of += [cue] * len(right)
        rightness += right
    parts = [_Part(_matrix(r, len(names)), np.array(of)) for r, of in zip(rows, row_of, strict=True)]
    return _Design(parts, np.array(cue_of), np.array(rightness))


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
