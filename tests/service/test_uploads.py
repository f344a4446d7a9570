"""Names of uploaded files, which strangers choose."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.service.uploads import _free, safe_path

NAMES = [
    ("a.txt", "a.txt"),
    ("news/2024/a.txt", "news/2024/a.txt"),
    ("../../etc/passwd", "etc/passwd"),
    ("/etc/passwd", "etc/passwd"),
    ("C:\\docs\\a.txt", "C_/docs/a.txt"),
    ("..", "_"),
    ("", "_"),
    ("-", "_"),
    (".hidden", "hidden"),
    ("a\0b\nc.txt", "a_b_c.txt"),
    ("x" * 300 + ".txt", "x" * 116 + ".txt"),
]


@pytest.mark.parametrize(("name", "path"), NAMES)
def test_safe_paths(name: str, path: str) -> None:
    assert safe_path(name) == path


@given(st.text(max_size=60) | st.text(alphabet="./\\-: a\0", max_size=30))
def test_no_name_leaves_the_folder(name: str) -> None:
    path = PurePosixPath(safe_path(name))
    assert not path.is_absolute()
    assert path.parts
    assert not {"..", ".", "-"} & set(path.parts)
    assert all(part.isprintable() or "\n" not in part for part in path.parts)
    str(path).encode()


def test_the_same_name_twice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert _free(str(tmp_path), "a.txt") == "a-2.txt"
    assert _free(str(tmp_path), "b.txt") == "b.txt"
    assert _free(str(tmp_path), "a.txt/c.txt") != "a.txt/c.txt"
