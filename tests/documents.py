"""Documents whose examples are run.

A block marked ``text NAME`` is a file. In a ``console`` block, lines after ``$ `` are run by bash, and what follows is their
whole output; "…" stands for anything within a line, and alone on a line for any lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Block(NamedTuple):
    """A fenced block: its language, the name behind it, and what it holds."""

    kind: str
    name: str
    content: str


def blocks_of(document: Path) -> list[Block]:
    """The fenced blocks of a Markdown file, in order."""
    fenced = re.findall(
        r"^```(\w+)(?: (\S+))?\n(.*?)^```$", document.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    return [Block(*found) for found in fenced]


def commands(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Each command of the console blocks with its output."""
    consoles = "".join(block.content for block in blocks if block.kind == "console")
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", consoles, re.MULTILINE)


def shows(folder: Path, command: str, output: str) -> None:
    """Run a command in a folder; it must print the output."""
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
    shown = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
    assert re.fullmatch(_pattern(output), shown), done.stdout


def _pattern(output: str) -> str:
    lines = [line.rstrip() for line in output.splitlines()]
    return "".join(
        r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n" for line in lines
    )
