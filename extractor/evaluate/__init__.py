"""Evaluation: annotated articles against what is extracted from their text, layer by layer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extractor.article import Article
from extractor.evaluate.attributions import score_attributions
from extractor.evaluate.baseline import check_floors
from extractor.evaluate.gold import GoldArticle, gold_article, read_gold
from extractor.evaluate.measures import Measure, Score, Share
from extractor.evaluate.quantities import score_quantities
from extractor.evaluate.report import as_json, as_text, with_scores
from extractor.evaluate.scores import Scores
from extractor.evaluate.timexes import score_timexes
from extractor.records import ArticleRecord

__all__ = [
    "GoldArticle",
    "Measure",
    "Score",
    "Scores",
    "Share",
    "as_json",
    "as_text",
    "check_floors",
    "evaluate",
    "gold_article",
    "read_gold",
    "with_scores",
]


def evaluate(gold: Iterable[GoldArticle], extract: Callable[[Article], ArticleRecord]) -> Scores:
    """The scores over all articles, micro-averaged: every attribution, number or date counts alike.

    Args:
        gold: Annotated articles; a layer that an article does not annotate is not scored on it.
        extract: What makes a record of an article, such as ``Extractor.extract``.
    """
    scores = Scores()
    for annotated in gold:
        record = extract(annotated.article)
        scores = scores + Scores(articles=1, measures=dict(_measures(annotated, record)))
    return scores


def _measures(gold: GoldArticle, record: ArticleRecord) -> Iterator[tuple[str, Measure]]:
    """The measures of one article under "layer: measure"."""
    if gold.attributions is not None:
        yield from _named("attributions", score_attributions(gold.article.text, gold.attributions, record))
    if gold.quantities is not None:
        yield from _named("quantities", score_quantities(gold.quantities, record))
    if gold.timexes is not None:
        yield from _named("timexes", score_timexes(gold.timexes, gold.given, record))


def _named(layer: str, measures: dict[str, Measure]) -> Iterator[tuple[str, Measure]]:
    yield from ((f"{layer}: {name}", measure) for name, measure in measures.items())
