"""What is installed, what is missing, and how the model runs."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from extractor.engine import Engine
from extractor.errors import ExtractorError
from extractor.language.resources import Resources
from extractor.version import VERSION

REQUIRED = (
    "spacy",
    "dateparser",
    "quantulum3",
    "pydantic",
    "typer",
    "charset-normalizer",
    "jinja2",
    "threadpoolctl",
)
OPTIONAL = {
    "trafilatura": "html",
    "fastwarc": "warc",
    "backports.zstd": "zst",
    "pyarrow": "parquet",
    "pyspark": "spark",
    "scipy": "train",
}
"""Optional packages and the extra that installs each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing examined.

    Attributes:
        what: Its name.
        state: Version and hash, or what is wrong with it.
        missing: Whether it is missing or broken.
        essential: Whether nothing can be extracted without it.
    """

    what: str
    state: str
    missing: bool = False
    essential: bool = True

    def __str__(self) -> str:
        sign = "ok     " if not self.missing else "MISSING" if self.essential else "absent "
        return f"{sign}  {self.what:30} {self.state}"


def examine(model: str | None = None) -> list[Finding]:
    """The state of extractor, its model and resources, the packages it needs and those it can use.

    No package is imported but those that load the model.

    Args:
        model: Name or path of a spaCy pipeline; by default the one that the English resources name.
    """
    findings = [Finding("extractor", VERSION), Finding("python", platform.python_version())]
    findings += [_package(name) for name in REQUIRED]
    findings += _resources_and_model(model)
    findings += [_package(name, extra) for name, extra in OPTIONAL.items()]
    return findings


def _package(name: str, extra: str | None = None) -> Finding:
    try:
        return Finding(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        install = f"pip install 'extractor[{extra}]'" if extra else f"pip install {name}"
        return Finding(name, f"not installed; {install}", missing=True, essential=extra is None)


def _resources_and_model(model: str | None) -> list[Finding]:
    language = Resources()
    try:
        resources = Finding("language resources", f"{language.code}, sha256 {language.sha256}")
        return [resources, *_model(model or language.toml("pipeline")["model"])]
    except ExtractorError as error:
        return [Finding("language resources", str(error), missing=True)]


def _model(name: str) -> list[Finding]:
    folder = _folder_of(name)
    if folder is None:
        remedy = f"not installed; pip install {name}, or name another with --model"
        return [Finding(f"model {name}", remedy, missing=True)]
    return [Finding(f"model {name}", f"{_version_of(name)}, sha256 {_sha256(folder)}"), _engine(name)]


def _engine(model: str) -> Finding:
    """How the components of the model run, each stock one with the reason."""
    try:
        steps = Engine.load(model).steps
    except (ExtractorError, ImportError) as error:
        return Finding("engine", str(error), missing=True)
    fast = [step.name for step in steps if not step.why_stock]
    stock = [f"{step.name} ({step.why_stock})" for step in steps if step.why_stock]
    kinds = {"fast": fast, "stock": stock}
    return Finding(
        "engine", "; ".join(f"{kind}: {', '.join(names)}" for kind, names in kinds.items() if names)
    )


def model_sha256(name: str) -> str | None:
    """SHA-256 over the files of an installed model; None when there is no such model."""
    folder = _folder_of(name)
    return _sha256(folder) if folder else None


def _folder_of(name: str) -> Path | None:
    if Path(name).is_dir():
        return Path(name)
    spec = find_spec(name) if name.isidentifier() else None
    return Path(spec.origin).parent if spec and spec.origin else None


def _version_of(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "a folder"


def _sha256(folder: Path) -> str:
    """SHA-256 over the names and bytes of a model's files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
