"""The log-linear model: the sum of a statement's weights, calibrated."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Any, get_args

import numpy as np

from extractor.errors import ResourceError
from extractor.language.resources import Resources
from extractor.records import CheckType

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BIAS = "(always)"
"""The feature that every statement has."""
_NAME = "weights/checkworthiness"


@dataclass(frozen=True, slots=True)
class LogLinear:
    """One learned question, answered yes with a probability.

    Attributes:
        weights: By the name of the feature.
        slope: Factor on the sum of the weights, and ``offset`` added to it: the calibration (Platt scaling).
    """

    weights: Mapping[str, float]
    slope: float = 1.0
    offset: float = 0.0

    def logit(self, names: Iterable[str]) -> float:
        """The calibrated log-odds."""
        found = self.weights.get
        return self.slope * (sum(map(found, names, repeat(0.0))) + found(BIAS, 0.0)) + self.offset

    def probability(self, names: Iterable[str]) -> float:
        """The calibrated probability."""
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.logit(names)))))


@dataclass(frozen=True)
class Weights:
    """What was learned.

    Attributes:
        claims: Whether a desk would want a claim of the news.
        sentences: Whether a bare sentence of a speech or debate holds a fact to check.
        types: One question for each type.
    """

    claims: LogLinear = field(default_factory=lambda: LogLinear({}))
    sentences: LogLinear = field(default_factory=lambda: LogLinear({}))
    types: Mapping[CheckType, LogLinear] = field(default_factory=dict)

    @classmethod
    def read(cls, resources: Resources) -> Weights:
        """The weights of a language.

        Raises:
            ResourceError: When they are missing or broken.
        """
        content = resources.json(_NAME)
        try:
            types = {
                name: _model(content["types"][name])
                for name in get_args(CheckType)
                if name in content["types"]
            }
            return cls(_model(content["claims"]), _model(content["sentences"]), types)
        except (LookupError, TypeError, AttributeError, ValueError) as error:
            raise ResourceError(
                f"no weights of check-worthiness ({error})",
                where=f"{_NAME}.json",
                remedy="write it anew with extractor train checkworthiness",
            ) from error

    def type_of(self, names: Sequence[str]) -> CheckType:
        """The likeliest type; all types are asked at once."""
        if not self.types:
            return "other"
        rows, table, slopes, offsets = self._asked
        held = [row for row in map(rows.get, (*names, BIAS)) if row is not None]
        return list(self.types)[int((slopes * table[held].sum(axis=0) + offsets).argmax())]

    @cached_property
    def _asked(self) -> tuple[dict[str, int], Floats, Floats, Floats]:
        """The row of each feature, its weight for every type in that row, and the slope and offset of every type."""
        models = list(self.types.values())
        names = sorted({name for one in models for name in one.weights})
        table = np.array([[one.weights.get(name, 0.0) for one in models] for name in names]).reshape(
            -1, len(models)
        )
        rows = {name: row for row, name in enumerate(names)}
        return rows, table, np.array([one.slope for one in models]), np.array([one.offset for one in models])


def _model(content: Mapping[str, Any]) -> LogLinear:
    weights = {str(name): float(weight) for name, weight in content["weights"].items()}
    return LogLinear(weights, float(content["slope"]), float(content["offset"]))
