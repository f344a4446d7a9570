"""The README's examples, run.

A block marked ``text NAME`` is a file. In a ``console`` block, lines after ``$ `` are run by bash, in one
folder for the whole README, and what follows is their whole output; "…" stands for anything within a line.
Blocks marked ``pycon`` are doctests.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.cli import app
from extractor.errors import ExitCode
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the README shows."""
    path = tmp_path_factory.mktemp("readme")
    for kind, name, content in BLOCKS:
        if kind == "text" and name:
            (path / name).write_text(content, encoding="utf-8")
    return path


def commands() -> list[tuple[str, str]]:
    """Each command of the console blocks with its output."""
    consoles = "".join(content for kind, _, content in BLOCKS if kind == "console")
    return [
        (command, output)
        for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", consoles, re.MULTILINE)
    ]


@pytest.mark.parametrize(("command", "output"), commands())
def test_commands_print_what_the_readme_shows(folder: Path, command: str, output: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "120"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    shown = [line.rstrip() for line in done.stdout.splitlines()]
    expected = output.splitlines()
    assert len(shown) == len(expected), done.stdout
    for line, pattern in zip(shown, expected, strict=True):
        assert re.fullmatch(".*".join(map(re.escape, pattern.rstrip().split("…"))), line), done.stdout


@pytest.mark.parametrize("session", [content for kind, _, content in BLOCKS if kind == "pycon"])
def test_python_sessions_are_true(folder: Path, monkeypatch: pytest.MonkeyPatch, session: str) -> None:
    monkeypatch.chdir(folder)
    test = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    report: list[str] = []
    failed, attempted = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert attempted and not failed, "".join(report)


def test_every_command_and_exit_code_is_documented() -> None:
    commands = {command.callback.__name__ for command in app.registered_commands if command.callback}
    commands |= {str(group.name) for group in app.registered_groups}
    assert commands == set(re.findall(r"^\| `extractor (\w+)", README, re.MULTILINE))
    codes = re.findall(r"^\| (\d+) \|", README, re.MULTILINE)
    assert codes == [str(int(code)) for code in ExitCode]


def test_there_are_examples() -> None:
    assert commands()
    assert [kind for kind, _, _ in BLOCKS if kind == "pycon"]
