"""The first change of docs/contributing.md, made in a copy of the project.

A block marked ``text FILE`` or ``python FILE`` is a file. In a block marked ``diff FILE`` the lines with a plus are put between
the lines around them, which stand in the file. Then the ``console`` blocks are run, and print what the page shows.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from extractor import Extractor
from tests.conftest import ROOT
from tests.documents import Block, blocks_of, commands, shows

PAGE = blocks_of(ROOT / "docs/contributing.md")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with all the changes of the page."""
    folder = tmp_path_factory.mktemp("project")
    plain = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "extractor", folder / "extractor", ignore=plain)
    shutil.copytree(ROOT / "models", folder / "extractor/models", ignore=plain)
    (folder / "models").symlink_to("extractor/models")
    for block in PAGE:
        if block.kind == "diff":
            _put_in(folder, block)
        elif block.name:
            (folder / block.name).write_text(block.content, encoding="utf-8")
    return folder


def _put_in(folder: Path, block: Block) -> None:
    file = folder / block.name
    text = file.read_text("utf-8")
    lines = block.content.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] == " ")
    assert text.count(before) == 1, f"{block.name} does not hold the lines around the change once"
    file.write_text(text.replace(before, "".join(line[1:] for line in lines)), encoding="utf-8")


@pytest.mark.parametrize(("command", "output"), commands(PAGE))
def test_the_first_change_works(changed: Path, command: str, output: str) -> None:
    shows(changed, re.sub(r"^extractor", "python -m extractor", command), output)


def test_before_it_nothing_of_this_is_known(extractor_: Extractor) -> None:
    (text,) = (block.content for block in PAGE if block.name == "fair.txt")
    record = extractor_.extract(text, "2024-03-05")
    assert not any(claim.attribution for claim in record.claims)
    assert [(number.unit, number.unit_kind) for number in record.quantities] == [(None, "count")]
    assert not record.timexes


def test_there_are_a_cue_a_unit_a_date_and_a_reader() -> None:
    changes = {block.name for block in PAGE if block.kind == "diff"}
    assert {Path(name).stem for name in changes} == {"cues", "quantity_units", "holidays", "registry"}
    assert commands(PAGE)
