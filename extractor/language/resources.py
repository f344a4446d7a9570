"""The files of models/: the only user of importlib.resources."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from extractor.errors import ResourceError

if TYPE_CHECKING:
    from extractor.language.schema import Lexicon

_CALIBRATION = ("slope", "offset", "nested")
L = TypeVar("L", bound="Lexicon")
_WEIGHTS = "weights/attributions"
CONVENTION = "news"
"""The annotation convention that is followed where none is named: corpus/guidelines.md."""


@dataclass(frozen=True)
class Resources:
    """The resources of one language, read on demand.

    Attributes:
        code: ISO 639-1 code, the folder's name below models/.
        weights: A file of learned weights of one's own, in place of ``weights/attributions.json``.
        convention: What is marked as an attribution: ``news``, or another convention that the weights were taught.
    """

    code: str = "en"
    weights: Path | None = None
    convention: str = CONVENTION
    _read: dict[type[Lexicon], Lexicon] = field(default_factory=dict, init=False, repr=False, compare=False)

    def lexicon(self, schema: type[L]) -> L:
        """The words of a file, checked when they are first asked for, and from then on the same object.

        Raises:
            ResourceError: When the file is missing, is not TOML, or is not what the schema says.
        """
        from extractor.language.schema import checked  # pydantic, which --help need not pay for

        if schema not in self._read:
            self._read[schema] = checked(schema, self.toml(schema.file), f"{self.code}/{schema.file}.toml")
        return cast("L", self._read[schema])

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
        """What decides on attributions in the convention: ``weights`` by feature and the numbers of their ``calibration``.

        They come from the file given, else from the language's own.

        Raises:
            ResourceError: When the file is missing, is none that ``extractor train attributions`` writes, or was not
                taught the convention.
        """
        where = str(self.weights or f"{self.code}/{_WEIGHTS}.json")
        try:
            written = json.loads(self.weights.read_text("utf-8")) if self.weights else self.json(_WEIGHTS)
            taught: dict[str, Any] = written["conventions"]
            for known in taught.values():
                _refuse_other_than_numbers(
                    [*known["corrections"].values(), *(known[n] for n in _CALIBRATION)]
                )
            _refuse_other_than_numbers(written["weights"].values())
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise ResourceError(
                f"no learned weights ({type(error).__name__}: {error})",
                where=where,
                remedy="give a file that extractor train attributions of this version wrote",
            ) from error
        if self.convention not in taught:
            raise ResourceError(
                f"the weights were not taught the convention {self.convention!r}",
                where=where,
                remedy=f"use {' or '.join(sorted(taught))}",
            )
        own = taught[self.convention]
        return {
            "calibration": {name: own[name] for name in _CALIBRATION},
            "weights": corrected(written["weights"], own["corrections"]),
        }

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over names and bytes of all TOML and JSON resources, so that a record names the rules it came from."""
        digest = hashlib.sha256()
        for name, path in sorted(_walk(self._root, "")):
            if name.endswith((".toml", ".json")):
                digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
        if self.weights:
            digest.update(self.weights.read_bytes())
        if self.convention != CONVENTION:
            digest.update(self.convention.encode())
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


def corrected(shared: Mapping[str, float], corrections: Mapping[str, float]) -> dict[str, float]:
    """Weights that several conventions share with what one of them adds."""
    added = {name: shared.get(name, 0.0) + weight for name, weight in corrections.items()}
    return {**shared, **added}


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


def _refuse_other_than_numbers(values: Iterable[Any]) -> None:
    if not all(isinstance(value, float | int) for value in values):
        raise TypeError("a weight is no number")


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        found.extend(_walk(entry, f"{name}/") if entry.is_dir() else [(name, entry)])
    return found
