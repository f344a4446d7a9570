"""``extractor config``: which values options have, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli.settings import Commands, Settings

if TYPE_CHECKING:
    from typer._click.core import Command as Click

_NEVER = frozenset({"help", "version", "config"})


def config(
    context: typer.Context,
    command: Annotated[list[str] | None, typer.Argument(metavar="COMMAND", help="By default run.")] = None,
) -> None:
    """Say which value each option of a command has, and where it comes from."""
    path = tuple(command or ["run"])
    root = context.find_root()
    settings: Settings = root.obj
    found = dict(leaves(root.command)).get(path)
    if found is None:
        raise typer.BadParameter(f"no command {' '.join(path)}", context)
    for key, parameter in options(found).items():
        default = next(option.default for option in found.params if option.name == parameter)
        value = settings.value(path, parameter, default)
        origin = settings.origins.get((path, parameter), "default")
        typer.echo(f"{key:16} {_written(value):24} {origin}")


def commands_of(root: Click) -> Commands:
    """The commands below a group, and their options by the keys that configuration files use."""
    return {path: options(command) for path, command in leaves(root)}


def leaves(command: Click, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Click]]:
    """The commands below a group, with their paths."""
    below = getattr(command, "commands", None)
    if below is None:
        return [(path, command)]
    return [leaf for name, sub in below.items() for leaf in leaves(sub, (*path, name))]


def options(command: Click) -> dict[str, str]:
    """The parameter that each key of a command's options stands for."""
    long = {option: p.name for p in command.params for option in p.opts if option.startswith("--")}
    return {option[2:]: name for option, name in long.items() if name and option[2:] not in _NEVER}


def _written(value: Any) -> str:
    if value is None or callable(value):
        return "-"
    return str(value).lower() if isinstance(value, bool) else str(value)
