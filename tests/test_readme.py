"""The examples of the README and of docs/, run; each document in its folder, after the files and commands of the README.

How blocks are read says `tests.documents`; blocks marked ``pycon`` are doctests.
"""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from extractor.cli import app
from extractor.errors import ExitCode
from tests.conftest import ROOT
from tests.documents import blocks_of, commands, shows

README = ROOT / "README.md"
PAGES = sorted(page for page in (ROOT / "docs").glob("*.md") if page.stem != "contributing")
DOCUMENTS = {page.name: blocks_of(page) for page in (README, *PAGES)}
EXAMPLES = [(command, output) for blocks in DOCUMENTS.values() for command, output in commands(blocks)]
SESSIONS = [block.content for blocks in DOCUMENTS.values() for block in blocks if block.kind == "pycon"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the documents show."""
    path = tmp_path_factory.mktemp("readme")
    for blocks in DOCUMENTS.values():
        for block in blocks:
            if block.kind == "text" and block.name:
                (path / block.name).write_text(block.content, encoding="utf-8")
    return path


@pytest.mark.parametrize(("command", "output"), EXAMPLES)
def test_commands_print_what_the_documents_show(folder: Path, command: str, output: str) -> None:
    shows(folder, command, output)


@pytest.mark.parametrize("session", SESSIONS)
def test_python_sessions_are_true(folder: Path, monkeypatch: pytest.MonkeyPatch, session: str) -> None:
    monkeypatch.chdir(folder)
    test = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    report: list[str] = []
    failed, attempted = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert attempted and not failed, "".join(report)


def test_every_command_and_exit_code_is_documented() -> None:
    names = {command.callback.__name__ for command in app.registered_commands if command.callback}
    names |= {str(group.name) for group in app.registered_groups}
    table = re.findall(r"^\| `extractor (\w+)", README.read_text("utf-8"), re.MULTILINE)
    assert names == set(table)
    codes = re.findall(r"^\| (\d+) \|", (ROOT / "docs/cli.md").read_text("utf-8"), re.MULTILINE)
    assert codes == [str(int(code)) for code in ExitCode]


def test_there_are_examples() -> None:
    assert commands(DOCUMENTS["README.md"])
    assert SESSIONS


@pytest.mark.parametrize(
    "document", [README, *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name
)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", document.read_text("utf-8"))
    broken = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert not broken


def test_the_site_has_every_page() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = set(re.findall(r": (\w+\.md)$", navigation, re.MULTILINE))
    assert pages == {page.name for page in (ROOT / "docs").glob("*.md")}
