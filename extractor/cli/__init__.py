"""The command line: data on stdout or OUT only, words for people on stderr, exit codes of `ExitCode`.

A command is one file of this package and one row of COMMANDS.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.config import commands_of, config
from extractor.cli.doctor import doctor
from extractor.cli.evaluate import evaluate
from extractor.cli.explain import explain
from extractor.cli.export import export
from extractor.cli.extract import extract
from extractor.cli.fitting import refuse_misfits
from extractor.cli.group import group
from extractor.cli.inputs import inputs
from extractor.cli.man import man
from extractor.cli.match import match
from extractor.cli.merge import merge
from extractor.cli.options import say
from extractor.cli.query import query
from extractor.cli.rank import rank
from extractor.cli.report import report
from extractor.cli.run import run
from extractor.cli.schema import schema
from extractor.cli.serve import app as open_page
from extractor.cli.serve import serve
from extractor.cli.settings import read_settings
from extractor.cli.show import show
from extractor.cli.signals import listen
from extractor.cli.sources import sources
from extractor.cli.spark import spark
from extractor.cli.status import status
from extractor.cli.train import train
from extractor.cli.watch import watch
from extractor.errors import ExitCode, ExtractorError
from extractor.version import VERSION

COMMANDS: tuple[Callable[..., None], ...] = (
    extract,
    inputs,
    run,
    status,
    merge,
    watch,
    spark,
    show,
    explain,
    report,
    export,
    query,
    rank,
    group,
    match,
    sources,
    schema,
    serve,
    evaluate,
    config,
    doctor,
    man,
)
"""In the order of the help text."""

app = typer.Typer(
    name="extractor",
    help="Claims out of news articles: who said what, with which numbers and dates.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command()(command)
app.command("app")(open_page)
app.add_typer(train, name="train")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, by default the process's own, and give back its exit code."""
    if arguments is None:
        os.environ.setdefault(
            "OPENBLAS_NUM_THREADS", "1"
        )  # read when numpy is imported: no threads for tiny products
        listen()
        if not sys.warnoptions:
            warnings.simplefilter("ignore")  # other libraries' words to programmers are none for our readers
    try:
        app(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    except ExtractorError as error:
        say(error)
        return error.exit_code
    return ExitCode.OK


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"extractor {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="TOML file with values for options; by default [tool.extractor] of pyproject.toml.",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    settings = read_settings(config, commands_of(context.command))
    refuse_misfits(context, settings)
    context.default_map, context.obj = settings.defaults, settings
