"""``extractor train``: weights learned from annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.call import output_of
from extractor.cli.options import Gold, Inputs, Model, say
from extractor.errors import ExtractorError

WeightsOut = Annotated[
    str, typer.Option("-o", "--out", metavar="WEIGHTS", help="The weights, as JSON; - for standard output.")
]

train = typer.Typer(help="Learn weights from annotated articles (extra [train]).", no_args_is_help=True)


@train.command("attributions")
def train_attributions(
    gold: Gold,
    out: WeightsOut,
    sparseness: Annotated[
        float, typer.Option(min=0, help="Strength of the L1 penalty: more of it leaves fewer weights.")
    ] = 2.0,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--also",
            metavar="CONVENTION=GOLD",
            help="Articles annotated by another convention, as in polnear=train.jsonl: what it shares with GOLD is "
            "learned from both. May be repeated.",
        ),
    ] = None,
    model: Model = None,
) -> None:
    """Learn which candidates are attributions; the same articles give the same weights."""
    from extractor import evaluate as evaluation
    from extractor import train
    from extractor.engine import Engine
    from extractor.language.resources import Resources

    resources = Resources()
    engine = Engine.load(model or resources.toml("pipeline")["model"])
    paths = {resources.convention: gold, **_by_convention(also or [])}
    taught = {name: evaluation.read_gold(files) for name, files in paths.items()}
    lesson = train.train_attributions(taught, engine, resources, sparseness=sparseness)
    with output_of(out) as stream:
        stream.write(lesson.as_json().encode("utf-8"))
    for name, reliability in lesson.reliability.items():
        say(f"{name}: {len(lesson.learned.of(name))} weights; held-back articles: {reliability.figures}")


def _by_convention(written: list[str]) -> dict[str, list[str]]:
    """The paths of each convention.

    Raises:
        ExtractorError: When one is not written as CONVENTION=GOLD.
    """
    found: dict[str, list[str]] = {}
    for one in written:
        name, _, path = one.partition("=")
        if not (name and path):
            raise ExtractorError(f"no convention in {one!r}", where="--also", remedy="write CONVENTION=GOLD")
        found.setdefault(name, []).append(path)
    return found


@train.command("checkworthiness")
def train_checkworthiness(
    inputs: Inputs,
    judged: Annotated[
        Path,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Judged claims of the articles, as JSON Lines: article_id, spans, worth (0 to 2), type.",
        ),
    ],
    sentences: Annotated[
        Path,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Labelled sentences in the order of their debates, as JSON Lines: id, text, label (0 or 1).",
        ),
    ],
    out: WeightsOut,
    model: Model = None,
) -> None:
    """Learn which claims a desk would want; the same judgements give the same weights."""
    from extractor.desk.checkworthiness.lexicon import Lexicon
    from extractor.language.checkworthiness import CheckWords
    from extractor.language.resources import Resources
    from extractor.pipeline import load
    from extractor.readers import read
    from extractor.train.checkworthiness import train_checkworthiness
    from extractor.train.judgements import JudgedClaim, LabelledSentence, read_lines

    articles = [found for found in read(inputs) if not isinstance(found, Exception)]
    lesson = train_checkworthiness(
        load(model),
        Lexicon(Resources().lexicon(CheckWords)),
        (articles, list(read_lines(judged, JudgedClaim))),
        list(read_lines(sentences, LabelledSentence)),
    )
    with output_of(out) as stream:
        stream.write(lesson.encode("utf-8"))
