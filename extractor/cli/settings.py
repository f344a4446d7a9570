"""Defaults for options from a TOML file: ``--config FILE``, or ``[tool.extractor]`` in the pyproject.toml of the working folder.

A key is an option without the dashes in front (``min-confidence = 0.5``). At the top it holds for every command that has the
option; in a table named like a command (``[run]``, ``[train.attributions]``) it holds for that one. The command line wins.
"""

from __future__ import annotations

import datetime as dt
import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import ExtractorError

PROJECT = Path("pyproject.toml")

Path_ = tuple[str, ...]
Commands = Mapping[Path_, Mapping[str, str]]
"""For each command, by its path such as ``("train", "attributions")``, the parameter that each key stands for."""


@dataclass(slots=True)
class Settings:
    """What a file says.

    Attributes:
        defaults: Values of parameters by command, in the shape of click's default_map.
        origins: For each command and parameter it speaks of: the file and the table in it.
    """

    defaults: dict[str, Any] = field(default_factory=dict)
    origins: dict[tuple[Path_, str], str] = field(default_factory=dict)

    def value(self, command: Path_, parameter: str, default: Any = None) -> Any:
        """What a parameter of a command is set to."""
        return _at(self.defaults, command).get(parameter, default)


def read_settings(file: Path | None, commands: Commands) -> Settings:
    """The settings of a file; without one those of the project in the working folder, if it has any.

    Raises:
        ExtractorError: When the file cannot be read, or names an option or command that there is not.
    """
    prefix = () if file else ("tool", "extractor")
    top = _toml(file) if file else _at(_toml(PROJECT), ("tool",)).get("extractor", {})
    if not isinstance(top, dict):
        what, remedy = "tool.extractor is not a table", "write [tool.extractor] above its keys"
        raise ExtractorError(what, where=str(PROJECT), remedy=remedy)
    settings = Settings()
    for command, keys in commands.items():
        for table in ((), command):
            for key, value in _at(top, table).items():
                if key in keys and not isinstance(value, dict):
                    _put(settings.defaults, (*command, keys[key]), _plain(value))
                    place = f"[{'.'.join((*prefix, *table))}]" if (*prefix, *table) else ""
                    settings.origins[command, keys[key]] = f"{file or PROJECT} {place}".rstrip()
    _refuse_unknown(top, commands, str(file or PROJECT))
    return settings


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        if file is PROJECT:
            return {}
        raise ExtractorError("no such file", where=str(file), remedy="check --config") from error
    except (OSError, ValueError) as error:
        raise ExtractorError(
            f"cannot be read as TOML ({error})", where=str(file), remedy="mend it"
        ) from error


def _at(top: Mapping[str, Any], path: Path_) -> Mapping[str, Any]:
    table: Any = top
    for name in path:
        table = table.get(name, {}) if isinstance(table, dict) else {}
    return table if isinstance(table, dict) else {}


def _put(defaults: dict[str, Any], path: Path_, value: Any) -> None:
    for name in path[:-1]:
        defaults = defaults.setdefault(name, {})
    defaults[path[-1]] = value


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, dt.date | dt.time) else value


def _refuse_unknown(top: Mapping[str, Any], commands: Commands, file: str) -> None:
    known = {(*command, key) for command, keys in commands.items() for key in keys}
    known |= {(key,) for keys in commands.values() for key in keys}
    for path in _leaves(top, ()):
        if path not in known:
            near = difflib.get_close_matches(".".join(path), sorted(map(".".join, known)), n=1)
            remedy = f"did you mean {near[0]}?" if near else "extractor COMMAND --help lists the options"
            raise ExtractorError(f"no option {'.'.join(path)}", where=file, remedy=remedy)


def _leaves(table: Mapping[str, Any], path: Path_) -> Iterator[Path_]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key)
