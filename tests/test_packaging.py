"""A wheel, installed into a fresh environment, extracts a sentence with the resources that came in it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest


def run(*command: str | Path, cwd: Path, stdin: str = "") -> str:
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        input=stdin,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel; all else it sees through a .pth file."""
    folder = tmp_path_factory.mktemp("packaging")
    source = folder / "source"
    ignored = shutil.ignore_patterns(".git", ".venv", "build", "*.egg-info", "__pycache__", "corpus", "tests")
    shutil.copytree(root, source, ignore=ignored)  # the build leaves its traces in the copy
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source, cwd=folder)
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    run(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    site = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    )
    (site / "outer.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "venv"


@pytest.mark.parametrize(("source", "target"), [("extractor", "extractor"), ("models", "extractor/models")])
def test_every_module_and_resource_is_in_the_wheel(
    root: Path, installed: Path, source: str, target: str
) -> None:
    (site,) = installed.glob("lib/python*/site-packages")
    missing = {path.relative_to(root / source) for path in _files(root / source)} - {
        path.relative_to(site / target) for path in _files(site / target)
    }
    assert not missing


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_resources_come_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import extractor, extractor.models; print(extractor.__file__); print(*extractor.models.__path__)"
    for place in run(installed / "bin" / "python", "-c", code, cwd=tmp_path).splitlines():
        assert Path(place).is_relative_to(installed)


def test_a_sentence_is_extracted(installed: Path, tmp_path: Path) -> None:
    said = "Prime Minister Kaja Kask said that the bridge would open on Friday.\n"
    (claim,) = map(
        json.loads,
        run(installed / "bin" / "extractor", "extract", "-", cwd=tmp_path, stdin=said).splitlines(),
    )
    assert claim["attribution"]["claimant"]["name"] == "Kaja Kask"


def test_types_and_schemas_are_published(installed: Path) -> None:
    files = {path.name for path in installed.rglob("*") if "extractor" in path.parts}
    assert {"py.typed", "pipeline.toml", "claim.json", "article.json"} <= files
