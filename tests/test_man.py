"""The manual page says all that the help texts say, and nothing in it is taken for a request."""

from __future__ import annotations

import re

import typer.main
from typer.testing import CliRunner

from extractor.cli import app
from extractor.cli.config import leaves
from extractor.cli.man import manual_page


def test_every_command_and_option_stands_in_it() -> None:
    root = typer.main.get_command(app)
    page = manual_page(root).replace(r"\-", "-")
    for path, command in leaves(root):
        section = page.partition(f".SS extractor {' '.join(path)}\n")[2].partition("\n.S")[0]
        for parameter in command.params:
            if parameter.param_type_name == "option" and getattr(parameter, "help", None):
                assert parameter.opts[0] in section


def test_lines_are_text_or_known_requests() -> None:
    page = CliRunner().invoke(app, ["man"]).output
    requests = {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert requests <= {".TH", ".SH", ".SS", ".TP", ".B"}
    assert not re.search(r"(?<!\\)-", re.sub(r"^\.TH.*$", "", page, flags=re.MULTILINE))
