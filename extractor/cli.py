"""The command line: data on stdout or OUT only, words for people on stderr, exit codes of `ExitCode`."""

from __future__ import annotations

import signal
import sys
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from extractor.errors import ExitCode, ExtractorError, OutputError
from extractor.readers.dates import parse_date
from extractor.resources import schema as schema_text
from extractor.run import Run, standard_output
from extractor.version import VERSION
from extractor.writers import Layout, writer_for
from extractor.writers.files import whole_file

if TYPE_CHECKING:
    import datetime as dt

app = typer.Typer(
    name="extractor",
    help="Claims out of news articles: who said what, with which numbers and dates.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

train_app = typer.Typer(help="Learn weights from annotated articles (extra [train]).", no_args_is_help=True)
app.add_typer(train_app, name="train")

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT", help="Files (.txt, .jsonl, .ndjson), folders of them, or - for standard input."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of the articles whose metadata give none."),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Name or path of a spaCy pipeline; by default the one that comes along."
    ),
]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, by default the process's own, and give back its exit code."""
    if arguments is None:
        signal.signal(signal.SIGTERM, _interrupt)
        if not sys.warnoptions:
            warnings.simplefilter("ignore")  # other libraries' words to programmers are none for our readers
    try:
        app(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    except ExtractorError as error:
        _say(error)
        return error.exit_code
    return ExitCode.OK


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"extractor {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


@app.command()
def extract(
    inputs: Inputs,
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="OUT", help="Output file; standard output by default."),
    ] = None,
    layout: Annotated[Layout, typer.Option(help="What one line holds.")] = Layout.CLAIM,
    published: Published = None,
    model: Model = None,
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, metavar="X", help="Leave out attributed claims below X.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary on stderr.")] = False,
) -> None:
    """Write the claims of articles as JSON Lines."""
    run = Run(_say)
    articles = run.articles(inputs, _date(published))
    _refuse_overwriting(inputs, out)
    with whole_file(out) if out is not None else standard_output() as stream:
        writer_for(out)(run.records(articles, model, min_confidence), stream, layout)
        if not run.read:
            raise typer.Exit(ExitCode.NOTHING_READ)
    if not quiet:
        _say(run.summary)
    raise typer.Exit(run.exit_code)


@app.command()
def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An article, JSON Lines, or - for standard input.")
    ],
    published: Published = None,
    model: Model = None,
) -> None:
    """Print an article with sources, cues, contents, numbers and dates marked, and a table of its claims."""
    from extractor.terminal import print_article

    run = Run(_say)
    with standard_output():
        for article, record in run.pairs(run.articles([file], _date(published)), model):
            print_article(article, record)
    raise typer.Exit(run.exit_code)


@app.command()
def schema(
    layout: Annotated[Layout, typer.Argument(help="The layout whose lines it describes.")] = Layout.CLAIM,
) -> None:
    """Print the JSON Schema of the output."""
    typer.echo(schema_text(layout), nl=False)


@app.command()
def evaluate(
    gold: Annotated[
        list[str], typer.Argument(metavar="GOLD", help="Annotated articles: .jsonl files or folders.")
    ],
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
) -> None:
    """Score what is extracted against annotated articles."""
    from extractor import evaluate as evaluation
    from extractor.pipeline import load

    if write_baseline and baseline is None:
        raise ExtractorError(
            "no floors to raise", where="--write-baseline", remedy="name their file with --baseline"
        )
    gold_articles = evaluation.read_gold(gold)
    scores = evaluation.evaluate(gold_articles, load(model).extract)
    typer.echo(evaluation.as_json(scores) if as_json else evaluation.as_text(scores))
    if card is not None:
        document = evaluation.with_scores(card.read_text("utf-8"), scores)
        with whole_file(str(card)) as stream:
            stream.write(document.encode("utf-8"))
    below = evaluation.check_floors(baseline, scores, raise_them=write_baseline) if baseline else []
    for measure in below:
        _say(measure)
    raise typer.Exit(ExitCode.BELOW_BASELINE if below else ExitCode.OK)


@app.command()
def doctor(model: Model = None) -> None:
    """Say what is installed, which model with which hash, and what is missing."""
    from extractor.doctor import examine

    findings = examine(model)
    for finding in findings:
        typer.echo(finding)
    if any(finding.missing and finding.essential for finding in findings):
        raise typer.Exit(ExitCode.MODEL)


@train_app.command("attributions")
def train_attributions(
    gold: Annotated[
        list[str], typer.Argument(metavar="GOLD", help="Annotated articles: .jsonl files or folders.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="WEIGHTS", help="The weights, as JSON.")],
    sparseness: Annotated[
        float, typer.Option(min=0, help="Strength of the L1 penalty: more of it leaves fewer weights.")
    ] = 2.0,
    model: Model = None,
) -> None:
    """Learn which candidates are attributions; the same articles give the same weights."""
    from extractor import evaluate as evaluation
    from extractor import train
    from extractor.engine import Engine
    from extractor.resources import Language

    language = Language()
    engine = Engine.load(model or language.toml("pipeline")["model"])
    lesson = train.train_attributions(evaluation.read_gold(gold), engine, language, sparseness=sparseness)
    with whole_file(str(out)) as stream:
        stream.write(lesson.as_json().encode("utf-8"))
    _say(f"{len(lesson.weights)} weights; held-back articles: {lesson.reliability.figures}")


def _refuse_overwriting(inputs: Iterable[str], out: str | None) -> None:
    if out and any(
        Path(out).exists() and Path(given).exists() and Path(out).samefile(given) for given in inputs
    ):
        raise OutputError(
            "the output is also an input", where=out, remedy="choose another name for the output"
        )


def _date(written: str | None) -> dt.date | None:
    try:
        return parse_date(written) if written is not None else None
    except ValueError as error:
        what = f"impossible date {written!r}: {error}"
        raise ExtractorError(what, where="--published", remedy="write it as 2023-07-31") from None


def _say(message: object) -> None:
    typer.echo(f"extractor: {message}", err=True)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
