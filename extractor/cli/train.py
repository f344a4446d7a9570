"""``extractor train``: weights learned from annotated articles."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli.call import output_of
from extractor.cli.options import Gold, Model, say
from extractor.errors import ExtractorError

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
