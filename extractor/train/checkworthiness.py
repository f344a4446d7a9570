"""Learning check-worthiness: from claims that editors judged, and from sentences of debates that were labelled."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from extractor.article import Article
from extractor.desk.checkworthiness.features import features
from extractor.desk.checkworthiness.lexicon import Lexicon
from extractor.desk.checkworthiness.model import BIAS
from extractor.desk.checkworthiness.statement import Statement
from extractor.errors import InputError
from extractor.pipeline import Extractor
from extractor.records import Claim
from extractor.train.judgements import JudgedClaim, LabelledSentence
from extractor.train.logistic import fit

_FOLDS = 5
_HALF = 0.5
_WANTED = 2
_BELOW = "(worth some interest)"
"""Marks the easier of the two questions that a judgement of 0, 1 or 2 answers (proportional odds, McCullagh 1980)."""
_BINS = 10

Model = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """One statement with what people said of it.

    Attributes:
        group: The article or debate it comes from: held out together.
        names: Its features.
        worth: 0 to 2; of sentences 0 or 2.
        type: The type, where people gave one.
    """

    group: str
    names: list[str]
    worth: float
    type: str | None = None


def train_checkworthiness(
    extractor: Extractor,
    lexicon: Lexicon,
    claims: tuple[Sequence[Article], Sequence[JudgedClaim]],
    sentences: Sequence[LabelledSentence],
) -> str:
    """The resource ``weights/checkworthiness.json``.

    Args:
        extractor: Whose claims and parses the weights will meet.
        lexicon: Words that signal.
        claims: Articles, and judgements on stretches of them.
        sentences: Bare sentences in the order of their debates.

    Raises:
        InputError: When there are too few of either.
    """
    judged = list(_claims(extractor, lexicon, *claims))
    labelled = list(_sentences(extractor, lexicon, sentences))
    for what, examples in (("judged claims", judged), ("labelled sentences", labelled)):
        if len({example.group for example in examples}) < _FOLDS:
            raise InputError(
                f"too few {what} to learn from", remedy=f"give those of at least {_FOLDS} articles or debates"
            )
    wanted, wanted_card = _learn(judged, _graded)
    factual, factual_card = _learn(labelled, _plain)
    typed = [example for example in judged if example.type]
    content = {
        "card": {"claims": wanted_card, "sentences": factual_card, "model": extractor.provenance.model},
        "claims": wanted,
        "sentences": factual,
        "types": {
            name: _written(_type_weights(typed, name)) for name in sorted({e.type for e in typed if e.type})
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def _claims(
    extractor: Extractor, lexicon: Lexicon, articles: Sequence[Article], judged: Sequence[JudgedClaim]
) -> Iterable[Example]:
    """Each judgement with the claim that overlaps it most, by at least half of the shorter."""
    by_article: dict[str, list[JudgedClaim]] = {}
    for one in judged:
        by_article.setdefault(one.article_id, []).append(one)
    wanted = [article for article in articles if article.id in by_article]
    for article, found in zip(wanted, extractor.statements(wanted), strict=True):
        for one in by_article[article.id]:
            statement = _nearest(one, found)
            if statement:
                yield Example(article.id, features(statement, lexicon), one.worth, one.type)


def _nearest(judged: JudgedClaim, found: Sequence[tuple[Claim, Statement]]) -> Statement | None:
    places = judged.places()
    best, shared = None, 0
    for claim, statement in found:
        own = {place for piece in claim.content for place in range(piece.start, piece.end)}
        common = len(own & places)
        if common > shared and 2 * common >= min(len(own), len(places)):
            best, shared = statement, common
    return best


def _sentences(
    extractor: Extractor, lexicon: Lexicon, sentences: Sequence[LabelledSentence]
) -> Iterable[Example]:
    """Stretches of a hundred sentences are held out together, since what is said next to each other is alike."""
    read = extractor.sentences(one.text for one in sentences)
    for number, (one, statement) in enumerate(zip(sentences, read, strict=True)):
        yield Example(str(number // 100), features(statement, lexicon), _WANTED * one.label)


def _learn(
    examples: Sequence[Example], learn: Callable[[Sequence[Example]], Model]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The weights of all examples, calibrated on what weights of four fifths say of the others."""
    groups = sorted({example.group for example in examples})
    fold_of = {group: number % _FOLDS for number, group in enumerate(groups)}
    answers = np.array([example.worth >= _WANTED for example in examples], dtype=float)
    sums = np.zeros(len(examples))
    for fold in range(_FOLDS):
        weights = learn([example for example in examples if fold_of[example.group] != fold])
        for number, example in enumerate(examples):
            if fold_of[example.group] == fold:
                sums[number] = _sum(weights, example)
    slope, offset = _platt(sums, answers)
    chance = 1 / (1 + np.exp(-(slope * sums + offset)))
    card = {
        "examples": len(examples),
        "wanted": int(answers.sum()),
        "held_out": {
            "average_precision": round(_average_precision(chance, answers), 4),
            "calibration_error": round(_calibration_error(chance, answers), 4),
        },
    }
    return _written(learn(examples), slope, offset), card


def _written(weights: Model, slope: float = 1.0, offset: float = 0.0) -> dict[str, Any]:
    kept = {name: weight for name, weight in sorted(weights.items()) if name != _BELOW}
    return {"slope": round(slope, 3), "offset": round(offset, 3), "weights": kept}


def _sum(weights: Model, example: Example) -> float:
    return sum(weights.get(name, 0.0) for name in (*example.names, BIAS))


def _graded(examples: Sequence[Example]) -> Model:
    """Is it wanted, and is it of any interest: the same weights answer both, from different heights."""
    rows = [[*e.names, BIAS] for e in examples] + [[*e.names, BIAS, _BELOW] for e in examples]
    answers = [e.worth >= _WANTED for e in examples] + [e.worth >= 1 for e in examples]
    shares = [1.0] * len(examples) + [_HALF] * len(examples)
    return fit(rows, answers, free=(BIAS, _BELOW), shares=shares)


def _plain(examples: Sequence[Example]) -> Model:
    rows = [[*example.names, BIAS] for example in examples]
    return fit(rows, [e.worth >= _WANTED for e in examples], free=(BIAS,), sparseness=0.5, smoothness=2.0)


def _type_weights(examples: Sequence[Example], name: str) -> Model:
    rows = [[*example.names, BIAS] for example in examples]
    return fit(rows, [e.type == name for e in examples], free=(BIAS,), sparseness=0.3)


def _platt(sums: np.ndarray[Any, Any], answers: np.ndarray[Any, Any]) -> tuple[float, float]:
    """Slope and offset of a logistic regression on the sums, by Newton's method."""
    known = np.column_stack([sums, np.ones(len(sums))])
    numbers = np.array([1.0, 0.0])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-known @ numbers))
        curvature = (known.T * (chance * (1 - chance))) @ known + 1e-6 * np.eye(2)
        step = np.linalg.solve(curvature, known.T @ (chance - answers))
        numbers = numbers - step
        if np.abs(step).sum() < 1e-9:
            break
    slope, offset = numbers.tolist()
    return slope, offset


def _average_precision(chance: np.ndarray[Any, Any], answers: np.ndarray[Any, Any]) -> float:
    ranked = answers[np.argsort(-chance, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float((precision * ranked).sum() / max(1.0, ranked.sum()))


def _calibration_error(chance: np.ndarray[Any, Any], answers: np.ndarray[Any, Any]) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = np.minimum((chance * _BINS).astype(int), _BINS - 1)
    return float(sum(abs((chance - answers)[bins == number].sum()) for number in range(_BINS)) / len(chance))
