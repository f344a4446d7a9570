"""Scores for people and for programs."""

from __future__ import annotations

import json

from extractor.errors import InputError
from extractor.evaluate.measures import Measure, Score
from extractor.evaluate.scores import Scores

_OPENING, _CLOSING = "<!-- scores -->", "<!-- /scores -->"


def as_text(scores: Scores) -> str:
    """A table in percent: precision, recall and F1, or the share that is right of what was matched."""
    width = max(map(len, scores.measures), default=0)
    head = f"{'':{width}}      P      R  F1/share   gold  found"
    rows = [
        f"{name:{width}} {_figures(measure)}" for name, measure in sorted(scores.measures.items(), key=_layer)
    ]
    return "\n".join([f"{scores.articles} articles", head, *rows])


def as_json(scores: Scores) -> str:
    """One JSON object: the number of articles, and the figures of every measure by name, as shares of 1."""
    measures = {name: _values(measure) for name, measure in scores.measures.items()}
    return json.dumps({"articles": scores.articles, "measures": measures}, indent=1)


def as_markdown(scores: Scores) -> str:
    """The same table for a document."""
    rows = [
        f"| {name} | {' | '.join(_figures(measure).split())} |"
        if isinstance(measure, Score)
        else f"| {name} | | | {' | '.join(_figures(measure).split())} |"
        for name, measure in sorted(scores.measures.items(), key=_layer)
    ]
    head = ["| measure | P | R | F1 or share | gold | found |", "| --- | --- | --- | --- | --- | --- |"]
    return "\n".join([f"{scores.articles} articles, in percent.", "", *head, *rows])


def with_scores(document: str, scores: Scores) -> str:
    """A document with the table put between its lines ``<!-- scores -->`` and ``<!-- /scores -->``.

    Raises:
        InputError: When the document has no such lines.
    """
    before, opening, rest = document.partition(_OPENING)
    _, closing, after = rest.partition(_CLOSING)
    if not opening or not closing:
        raise InputError("no place for the scores", remedy=f"give it the lines {_OPENING} and {_CLOSING}")
    return f"{before}{opening}\n{as_markdown(scores)}\n{closing}{after}"


def _layer(item: tuple[str, Measure]) -> str:
    return item[0].partition(":")[0]


def _figures(measure: Measure) -> str:
    if isinstance(measure, Score):
        shares = f"{100 * measure.precision:6.1f} {100 * measure.recall:6.1f} {100 * measure.value:9.1f}"
        return f"{shares} {measure.gold:6} {measure.found:6}"
    return f"{'':6} {'':6} {100 * measure.value:9.1f} {measure.of:6} {measure.of - measure.silent:6}"


def _values(measure: Measure) -> dict[str, float]:
    if isinstance(measure, Score):
        return {
            "precision": measure.precision,
            "recall": measure.recall,
            "f1": measure.value,
            "gold": measure.gold,
            "found": measure.found,
        }
    wrong = measure.of - measure.right - measure.silent
    return {"share": measure.value, "right": measure.right, "wrong": wrong, "silent": measure.silent}
