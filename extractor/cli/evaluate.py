"""``extractor evaluate``: what is extracted against what people annotated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import Convention, Gold, Model, Weights, say
from extractor.errors import ExitCode, ExtractorError
from extractor.language.resources import CONVENTION
from extractor.writers.files import whole_file


def evaluate(
    gold: Gold,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Floors; a measure below its floor ends with exit code 1."),
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Raise the floors of the baseline to what was measured.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures for programs.")] = False,
    card: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also write the table between the <!-- scores --> lines of FILE."),
    ] = None,
    model: Model = None,
    weights: Weights = None,
    convention: Convention = CONVENTION,
) -> None:
    """Score what is extracted against annotated articles."""
    from extractor import evaluate as evaluation
    from extractor.pipeline import load

    if write_baseline and baseline is None:
        raise ExtractorError(
            "no floors to raise", where="--write-baseline", remedy="name their file with --baseline"
        )
    gold_articles = evaluation.read_gold(gold)
    scores = evaluation.evaluate(gold_articles, load(model, weights=weights, convention=convention).extract)
    typer.echo(evaluation.as_json(scores) if as_json else evaluation.as_text(scores))
    if card is not None:
        document = evaluation.with_scores(card.read_text("utf-8"), scores)
        with whole_file(str(card)) as stream:
            stream.write(document.encode("utf-8"))
    below = evaluation.check_floors(baseline, scores, raise_them=write_baseline) if baseline else []
    for measure in below:
        say(measure)
    raise typer.Exit(ExitCode.BELOW_BASELINE if below else ExitCode.OK)
