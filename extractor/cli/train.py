"""``extractor train``: weights learned from annotated articles."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli.call import output_of
from extractor.cli.options import Gold, Model, say

train = typer.Typer(help="Learn weights from annotated articles (extra [train]).", no_args_is_help=True)


@train.command("attributions")
def train_attributions(
    gold: Gold,
    out: Annotated[
        str,
        typer.Option("-o", "--out", metavar="WEIGHTS", help="The weights, as JSON; - for standard output."),
    ],
    sparseness: Annotated[
        float, typer.Option(min=0, help="Strength of the L1 penalty: more of it leaves fewer weights.")
    ] = 2.0,
    model: Model = None,
) -> None:
    """Learn which candidates are attributions; the same articles give the same weights."""
    from extractor import evaluate as evaluation
    from extractor import train
    from extractor.engine import Engine
    from extractor.language.resources import Resources

    language = Resources()
    engine = Engine.load(model or language.toml("pipeline")["model"])
    lesson = train.train_attributions(evaluation.read_gold(gold), engine, language, sparseness=sparseness)
    with output_of(out) as stream:
        stream.write(lesson.as_json().encode("utf-8"))
    say(f"{len(lesson.weights)} weights; held-back articles: {lesson.reliability.figures}")
