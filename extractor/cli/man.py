"""``extractor man``: the manual page, made of the same declarations as the help texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from extractor.cli.config import leaves
from extractor.errors import ExitCode
from extractor.version import VERSION

if TYPE_CHECKING:
    from typer._click.core import Command, Parameter

_SENSES = {
    ExitCode.OK: "everything was read",
    ExitCode.BELOW_BASELINE: "evaluate: a measure fell below its floor",
    ExitCode.USAGE: "the command line is wrong",
    ExitCode.INCOMPLETE: "finished, but at least one input was left out",
    ExitCode.NOTHING_READ: "no input could be read",
    ExitCode.OUTPUT: "the output cannot be written or does not fit",
    ExitCode.MODEL: "the model or a resource is missing or broken",
    ExitCode.INTERRUPTED: "stopped by Ctrl-C or SIGTERM",
}


def man(context: typer.Context) -> None:
    """Print the manual page, as man reads it: extractor man > extractor.1."""
    typer.echo(manual_page(context.find_root().command), nl=False)


def manual_page(root: Command) -> str:
    """The manual page in the man macros of roff.

    Args:
        root: The command that all others belong to.
    """
    return "\n".join(_page(root)) + "\n"


def _page(root: Command) -> Iterator[str]:
    yield f'.TH EXTRACTOR 1 "" "extractor {VERSION}" "User Commands"'
    yield ".SH NAME"
    yield rf"extractor \- {_roff(_first(root.help))}"
    yield ".SH SYNOPSIS"
    yield r".B extractor" + "\n" + r"[\-\-config FILE] COMMAND [OPTION]... [ARGUMENT]..."
    yield ".SH COMMANDS"
    for path, command in leaves(root):
        yield f".SS extractor {_roff(' '.join(path))}"
        yield _roff(_first(command.help))
        for parameter in command.params:
            yield from _parameter(parameter)
    yield ".SH EXIT STATUS"
    for code, sense in _SENSES.items():
        yield f".TP\n.B {int(code)}\n{_roff(sense)}"


def _parameter(parameter: Parameter) -> Iterator[str]:
    told = getattr(parameter, "help", None)
    if getattr(parameter, "hidden", False) or not told:
        return
    names = [*parameter.opts, *parameter.secondary_opts]
    is_option = parameter.param_type_name == "option"
    metavar = parameter.metavar or ("" if getattr(parameter, "is_flag", False) else "VALUE")
    shown = f"{', '.join(names)} {metavar}".rstrip() if is_option else metavar
    yield f".TP\n.B {_roff(shown)}\n{_roff(told)}"


def _first(help: str | None) -> str:
    return (help or "").strip().partition("\n\n")[0]


def _roff(words: str) -> str:
    """Words as roff has them: no sign in them is a request or an escape."""
    escaped = re.sub(r"\s+", " ", words).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
