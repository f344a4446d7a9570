"""The command line: data on stdout or OUT only, words for people on stderr, exit codes of `ExitCode`.

A command is one file of this package and one row of COMMANDS.
"""

from __future__ import annotations

import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Annotated, NoReturn

import typer

from extractor.cli.doctor import doctor
from extractor.cli.evaluate import evaluate
from extractor.cli.extract import extract
from extractor.cli.options import say
from extractor.cli.schema import schema
from extractor.cli.show import show
from extractor.cli.train import train
from extractor.errors import ExitCode, ExtractorError
from extractor.version import VERSION

COMMANDS: tuple[Callable[..., None], ...] = (extract, show, schema, evaluate, doctor)
"""In the order of the help text."""

app = typer.Typer(
    name="extractor",
    help="Claims out of news articles: who said what, with which numbers and dates.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(train, name="train")


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
        say(error)
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


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
