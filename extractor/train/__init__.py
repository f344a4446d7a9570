"""Teaching: learned weights out of annotated articles. The same articles give the same weights, to the byte.

One door: `train_attributions`. Needs the extra ``[train]`` (SciPy); running the extractor does not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.engine import Engine
from extractor.errors import InputError
from extractor.evaluate.gold import GoldArticle
from extractor.language.resources import Resources
from extractor.train.examples import ExampleReader
from extractor.train.held_back import Reliability, calibrate
from extractor.train.loglinear import Learned, fit

__all__ = ["Lesson", "train_attributions"]

_FOLDS = 5
"""Every fifth article is held back for the calibration."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Learned weights with their training card.

    Attributes:
        learned: The weights, shared and of each convention.
        reliability: For each convention calibration and figures on the articles that were held back.
        card: What the weights were learned from.
    """

    learned: Learned
    reliability: dict[str, Reliability]
    card: dict[str, Any]

    def as_json(self) -> str:
        """The resource ``weights/attributions.json``: card, conventions and shared weights, sorted by name."""
        conventions = {
            name: {
                "slope": one.slope,
                "offset": one.offset,
                "nested": one.nested,
                "corrections": dict(sorted(self.learned.corrections.get(name, {}).items())),
            }
            for name, one in self.reliability.items()
        }
        content = {
            "card": self.card,
            "conventions": conventions,
            "weights": dict(sorted(self.learned.shared.items())),
        }
        return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def train_attributions(
    taught: Mapping[str, Sequence[GoldArticle]],
    engine: Engine,
    resources: Resources,
    *,
    sparseness: float = 2.0,
) -> Lesson:
    """Learn which candidates are attributions.

    Args:
        taught: Articles by the convention they are annotated in; those without an attribution layer are left aside.
        engine: The spaCy pipeline whose parses the weights will meet.
        resources: Lexicons that propose the candidates.
        sparseness: Strength of the L1 penalty; more of it leaves fewer weights.

    Raises:
        InputError: When fewer than ten articles of a convention have attributions.
    """
    annotated = {
        name: [a for a in articles if a.attributions is not None] for name, articles in taught.items()
    }
    for name, articles in annotated.items():
        _refuse_too_few(name, articles)
    reader = ExampleReader(engine, resources)
    examples = {name: reader.read(articles) for name, articles in annotated.items()}
    kept = {name: [one for n, one in enumerate(those) if n % _FOLDS] for name, those in examples.items()}
    on_kept = fit(kept, sparseness)
    reliability = {name: calibrate(those[::_FOLDS], on_kept.of(name)) for name, those in examples.items()}
    card = {
        "sparseness": sparseness,
        "model": f"{engine.model} {engine.version}",
        "conventions": {
            name: {
                "articles": len(those),
                "attributions": sum(len(article.attributions or ()) for article in annotated[name]),
                "candidates": sum(len(p.candidates) for example in those for p in example.proposals),
                "held_back": reliability[name].figures,
            }
            for name, those in examples.items()
        },
    }
    return Lesson(fit(examples, sparseness, on_kept), reliability, card)


def _refuse_too_few(convention: str, articles: Sequence[GoldArticle]) -> None:
    if len(articles) < 2 * _FOLDS:
        raise InputError(
            f"{len(articles)} articles with attributions are too few to learn from",
            where=f"convention {convention}",
            remedy=f"give at least {2 * _FOLDS}",
        )
