"""The files of models/: the only user of importlib.resources."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from extractor.errors import ResourceError

_CALIBRATION = ("slope", "offset", "nested")
_WEIGHTS = "weights/attributions"


@dataclass(frozen=True)
class Resources:
    """The resources of one language, read on demand.

    Attributes:
        code: ISO 639-1 code, the folder's name below models/.
        weights: A file of learned weights of one's own, in place of ``weights/attributions.json``.
    """

    code: str = "en"
    weights: Path | None = None

    def toml(self, name: str) -> dict[str, Any]:
        """The content of ``models/<code>/<name>.toml``.

        Raises:
            ResourceError: When the file is missing or is not TOML.
        """
        path = self._root / f"{name}.toml"
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise self._broken(path, error) from error

    def json(self, name: str) -> Any:
        """The content of ``models/<code>/<name>.json``.

        Raises:
            ResourceError: When the file is missing or is not JSON.
        """
        path = self._root / f"{name}.json"
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise self._broken(path, error) from error

    def learned_weights(self) -> dict[str, Any]:
        """The weights that decide on attributions, with their card and calibration: those given, else the language's.

        Raises:
            ResourceError: When the file is missing or is none that ``extractor train attributions`` writes.
        """
        if self.weights is None:
            found: dict[str, Any] = self.json(_WEIGHTS)
            return found
        try:
            found = json.loads(self.weights.read_text("utf-8"))
            calibration = found["calibration"]
            numbers = [calibration[name] for name in _CALIBRATION] + list(found["weights"].values())
            if not all(isinstance(number, float | int) for number in numbers):
                raise TypeError("a weight is no number")
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise ResourceError(
                f"no learned weights ({error})",
                where=str(self.weights),
                remedy="give a file that extractor train attributions of this version wrote",
            ) from error
        return found

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over names and bytes of all TOML and JSON resources, so that a record names the rules it came from."""
        digest = hashlib.sha256()
        for name, path in sorted(_walk(self._root, "")):
            if name.endswith((".toml", ".json")):
                digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
        if self.weights:
            digest.update(self.weights.read_bytes())
        return digest.hexdigest()

    @property
    def _root(self) -> Traversable:
        return _models() / self.code

    def _broken(self, path: Traversable, error: Exception) -> ResourceError:
        return ResourceError(
            f"language resource cannot be read ({error})",
            where=str(path),
            remedy="reinstall extractor, or mend the file if you edited it",
        )


def schema(name: str) -> str:
    """The published JSON Schema ``models/schema/<name>.json``, as text.

    Raises:
        ResourceError: When there is no such schema.
    """
    path = _models() / "schema" / f"{name}.json"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ResourceError("no such schema", where=str(path), remedy="use claim or article") from error


def _models() -> Traversable:
    try:
        return files("extractor.models")
    except ModuleNotFoundError as error:
        raise ResourceError(
            "the package extractor.models is missing",
            remedy="install extractor, for example with pip install -e .",
        ) from error


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        found.extend(_walk(entry, f"{name}/") if entry.is_dir() else [(name, entry)])
    return found
