"""A disk that is full and a folder that may not be written: the run ends with a word, and goes on when there is room."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.errors import ExitCode
from tests.faults.processes import finish, ids, ledger, output, start, wait_until, write_articles

TEXTS = [f"Article number {number}." for number in range(400)]
NOBODY = 65534


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine reaches, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@pytest.fixture
def articles(open_folder: Path) -> Path:
    path = write_articles(open_folder / "articles.jsonl", TEXTS)
    path.chmod(0o644)
    return path


def as_nobody() -> None:
    """Give up the rights of root, to whom every folder is open."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def check_goes_on(articles: Path, out: Path) -> None:
    """The run goes on where it was, and ends as one that was never disturbed."""
    assert not list(out.glob(".part-*")), "half a part was left"
    undisturbed = out.parent / "undisturbed"
    assert finish(articles, undisturbed, part_size=50) == ExitCode.OK
    assert finish(articles, out, resume=True, part_size=50) == ExitCode.OK
    assert output(out) == output(undisturbed)
    assert ids(out) == [f"a{number}" for number in range(len(TEXTS))]
    assert ledger(out) == {}


def test_files_may_not_grow(articles: Path, open_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = open_folder / "out"
    assert finish(articles, out, small_files, part_size=50) == ExitCode.OUTPUT
    assert "; " in capfd.readouterr().err.splitlines()[-1], "no remedy"
    check_goes_on(articles, out)


def test_a_part_may_not_grow(articles: Path, open_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = open_folder / "out"
    assert finish(articles, out, small_files, part_size=400) == ExitCode.OUTPUT
    assert "part-000000.jsonl: cannot be written (File too large); make room" in capfd.readouterr().err
    shutil.rmtree(out)
    check_goes_on(articles, out)


def test_a_full_disk(articles: Path, open_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    disk = open_folder / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a file system")
    try:
        out = disk / "out"
        assert finish(articles, out, part_size=50) == ExitCode.OUTPUT
        assert "; " in capfd.readouterr().err.splitlines()[-1], "no remedy"
        assert output(out), "some parts were done"
        subprocess.run(["mount", "-o", "remount,size=10m", str(disk)], check=True)
        check_goes_on(articles, out)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_that_may_not_be_written(
    articles: Path, open_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (open_folder / "shut").mkdir(mode=0o555)
    for out in (open_folder / "shut", open_folder / "shut" / "out"):
        assert finish(articles, out, as_nobody) == ExitCode.OUTPUT
        assert "cannot be written (Permission denied); choose another folder" in capfd.readouterr().err
    (open_folder / "file").write_text("")
    assert finish(articles, open_folder / "file") == ExitCode.OUTPUT
    assert (open_folder / "file").read_text() == ""


def test_a_folder_that_is_shut_while_the_run_goes_on(
    articles: Path, open_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = open_folder / "out"
    process = start(articles, out, as_nobody, part_size=50, article=0.005)
    wait_until(lambda: (out / "part-000000.jsonl").exists())
    out.chmod(0o555)
    process.join(60)
    assert process.exitcode == ExitCode.OUTPUT
    assert "; " in capfd.readouterr().err.splitlines()[-1], "no remedy"
    out.chmod(0o755)
    assert 0 < len(ids(out)) < len(TEXTS)
    check_goes_on(articles, out)


def test_other_files_in_the_folder_are_not_touched(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "novel.txt").write_text("mine")
    for resume in (False, True):
        assert finish(articles, tmp_path, resume=resume) == ExitCode.OUTPUT
    assert [path.name for path in tmp_path.iterdir()] == ["novel.txt"]
