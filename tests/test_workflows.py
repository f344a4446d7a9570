"""The public workflows say what the project does: files that are there, a tag that is the version, what the service answers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.version import VERSION

WORKFLOWS = Path(__file__).parent.parent / ".github" / "workflows"


def text_of(name: str) -> str:
    return (WORKFLOWS / f"{name}.yml").read_text("utf-8")


@pytest.mark.parametrize("name", ["ci", "release"])
def test_what_is_run_is_there(name: str, root: Path) -> None:
    text = text_of(name)
    assert ".ci/run" in text
    files = [*re.findall(r"\.ci/\w+", text), *re.findall(r"@(corpus/\S+)", text)]
    assert [file for file in files if not (root / file).is_file()] == []
    makefile = (root / "Makefile").read_text("utf-8")
    assert all(f"\n{target}:" in makefile for target in re.findall(r"run: make (\w+)", text))


@pytest.mark.parametrize(("tag", "status"), [(f"v{VERSION}", 0), (VERSION, 1), (f"v{VERSION}1", 1)])
def test_a_tag_that_is_not_the_version_stops_the_release(tag: str, status: int, root: Path) -> None:
    (check,) = re.findall(r"run: (test \"\$GITHUB_REF_NAME\".*)", text_of("release"))
    check = check.replace("$(python ", f"$({sys.executable} ")
    told = {**os.environ, "GITHUB_REF_NAME": tag}
    assert subprocess.run(["bash", "-c", check], cwd=root, env=told, check=False).returncode == status


def test_everything_is_released_from_what_was_checked() -> None:
    _, *jobs = re.split(r"\n  (?=\w+:\n)", text_of("release").partition("\njobs:")[2])
    assert [job for job in jobs if not job.startswith("build:") and "needs: build" not in job] == []


def test_the_container_is_asked_what_the_service_answers() -> None:
    asked = set(re.findall(r"http://127\.0\.0\.1:8765(/\w+)", text_of("ci")))
    service = "\n".join(
        path.read_text("utf-8") for path in Path(WORKFLOWS.parent.parent, "extractor/service").glob("*.py")
    )
    assert asked == {"/ready", "/extract"}
    assert [path for path in asked if f'"{path}"' not in service] == []
