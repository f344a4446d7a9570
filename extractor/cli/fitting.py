"""Whether values out of a file fit the options they are for; the command line checks its own, without a word about any file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from extractor.cli.config import leaves, options
from extractor.cli.settings import Path_, Settings
from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from typer._click.core import Parameter

_KINDS = {
    "bool": "true or false",
    "number": "a number, without quotation marks",
    "text": "text, in quotation marks",
}


def refuse_misfits(context: typer.Context, settings: Settings) -> None:
    """Refuse values of the command that was called which it cannot take; `config` speaks of all commands.

    Raises:
        ExtractorError: For the first of them; names the file, its table and the key.
    """
    called = context.invoked_subcommand
    for path, command in leaves(context.command):
        if called not in (path[0], "config"):
            continue
        parameters = {parameter.name: parameter for parameter in command.params}
        for key, name in options(command).items():
            if (path, name) in settings.origins:
                _check(
                    context,
                    parameters[name],
                    settings.value(path, name),
                    key,
                    settings.origins[path, name],
                    path,
                )


def _check(
    context: typer.Context, parameter: Parameter, value: Any, key: str, origin: str, path: Path_
) -> None:
    where = f"{origin}: {key}"
    if getattr(parameter, "multiple", False) and not isinstance(value, list):
        raise ExtractorError(
            f"{value!r} is not a list", where=where, remedy=f"write {key} = [{_toml(value)}]"
        )
    try:
        read = parameter.process_value(context, value)
    except typer.BadParameter as error:
        what = f"{value!r} does not fit ({error.message.rstrip('.')})"
        remedy = f"extractor {' '.join(path)} --help says what --{key} takes"
        raise ExtractorError(what, where=where, remedy=remedy) from None
    for given, taken in zip(_each(value), _each(read), strict=False):
        if _kind(given) != _kind(taken):
            raise ExtractorError(
                f"{given!r} does not fit", where=where, remedy=f"write {_KINDS[_kind(taken)]}"
            )


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "bool"
    return "number" if isinstance(value, int | float) else "text"


def _each(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _toml(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
