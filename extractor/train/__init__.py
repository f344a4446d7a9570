"""Teaching: learned weights out of annotated articles. The same articles give the same weights, to the byte.

One door: `train_attributions`. Needs the extra ``[train]`` (SciPy); running the extractor does not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractor.engine import Engine
from extractor.errors import InputError
from extractor.evaluate.gold import GoldArticle
from extractor.language.resources import Resources
from extractor.train.examples import ExampleReader
from extractor.train.held_back import Reliability, calibrate
from extractor.train.loglinear import fit

__all__ = ["Lesson", "train_attributions"]

_FOLDS = 5
"""Every fifth article is held back for the calibration."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Learned weights with their training card.

    Attributes:
        weights: By feature name, rounded to two decimals; features that weigh nothing are left out.
        reliability: Calibration and figures on the articles that were held back.
        card: What the weights were learned from.
    """

    weights: dict[str, float]
    reliability: Reliability
    card: dict[str, Any]

    def as_json(self) -> str:
        """The resource ``weights/attributions.json``: card, calibration and weights, sorted by name."""
        content = {
            "card": self.card,
            "calibration": {
                "slope": self.reliability.slope,
                "offset": self.reliability.offset,
                "nested": self.reliability.nested,
            },
            "weights": dict(sorted(self.weights.items())),
        }
        return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def train_attributions(
    articles: Sequence[GoldArticle], engine: Engine, resources: Resources, *, sparseness: float = 2.0
) -> Lesson:
    """Learn which candidates are attributions.

    Args:
        articles: With their attribution layer; others are left aside.
        engine: The spaCy pipeline whose parses the weights will meet.
        resources: Lexicons that propose the candidates.
        sparseness: Strength of the L1 penalty; more of it leaves fewer weights.

    Raises:
        InputError: When fewer than ten articles have attributions.
    """
    annotated = [article for article in articles if article.attributions is not None]
    if len(annotated) < 2 * _FOLDS:
        raise InputError(
            f"{len(annotated)} articles with attributions are too few to learn from",
            remedy=f"give at least {2 * _FOLDS}",
        )
    examples = ExampleReader(engine, resources).read(annotated)
    kept = [example for number, example in enumerate(examples) if number % _FOLDS]
    held = [example for number, example in enumerate(examples) if number % _FOLDS == 0]
    reliability = calibrate(held, fit(kept, sparseness))
    card = {
        "articles": len(annotated),
        "attributions": sum(len(article.attributions or ()) for article in annotated),
        "candidates": sum(len(p.candidates) for example in examples for p in example.proposals),
        "sparseness": sparseness,
        "model": f"{engine.model} {engine.version}",
        "held_back": reliability.figures,
    }
    return Lesson(fit(examples, sparseness), reliability, card)
