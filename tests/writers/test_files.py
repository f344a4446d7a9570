from __future__ import annotations

import stat
from pathlib import Path

import pytest

from extractor.errors import OutputError
from extractor.writers.files import whole_file


def test_the_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with whole_file(str(out)) as stream:
        stream.write(b"all of it")
        assert not out.exists()
    assert out.read_bytes() == b"all of it"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_after_an_error_all_is_as_before(tmp_path: Path, error: type[BaseException]) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"old")
    with pytest.raises(error), whole_file(str(out)) as stream:
        stream.write(b"half")
        raise error
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("out", ["missing/out.jsonl", "folder", "file/out.jsonl", "x" * 300])
def test_what_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file").touch()
    with pytest.raises(OutputError) as caught, whole_file(out):
        pytest.fail("the block must not start")
    assert caught.value.where == out
    assert sorted(Path().iterdir()) == [Path("file"), Path("folder")]


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No space left"), whole_file("/dev/full") as stream:
        stream.write(b"x" * 100_000)


def test_permissions_are_kept_or_those_of_a_new_file(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    old.touch(mode=0o640)
    old.chmod(0o640)
    for out in (new, old):
        with whole_file(str(out)):
            pass
    (tmp_path / "plain").touch()
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_goes_on_pointing_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("file")
    with whole_file(str(tmp_path / "link")) as stream:
        stream.write(b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"x"


def test_devices_are_written_to(tmp_path: Path) -> None:
    with whole_file("/dev/null") as stream:
        stream.write(b"x")
    assert not Path("/dev/null").is_file()
