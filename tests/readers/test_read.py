from __future__ import annotations

import io
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers import read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in {
        "in/b.txt": "B.",
        "in/a.TXT": "A.",
        "in/deep/c.ndjson": '{"id": "c", "text": "C."}',
        "in/notes.md": "none",
        "in/.hidden/d.txt": "none",
        "in/.e.txt": "none",
        "plain": "P.",
        "lines": '\n {"id": "l", "text": "L."}',
    }.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
    return tmp_path


def texts(*inputs: str, stdin: bytes = b"") -> list[str]:
    found = list(read(inputs, io.BytesIO(stdin)))
    assert not [item for item in found if isinstance(item, InputError)]
    return [item.text for item in found if isinstance(item, Article)]


def error(*inputs: str, stdin: bytes = b"") -> InputError:
    (found,) = (item for item in read(inputs, io.BytesIO(stdin)) if isinstance(item, InputError))
    return found


def test_folders_are_walked_by_name(folder: Path) -> None:
    assert texts("in") == ["A.", "B.", "C."]


def test_inputs_come_in_the_order_given(folder: Path) -> None:
    assert texts("in/b.txt", "in/a.TXT") == ["B.", "A."]


def test_files_without_suffix_are_told_by_their_first_character(folder: Path) -> None:
    assert texts("plain", "lines") == ["P.", "L."]


@pytest.mark.parametrize(
    ("stdin", "expected"),
    [
        (b"Words.\n", ["Words.\n"]),
        (b'  \n{"text": "A."}\n{"text": "B."}\n', ["A.", "B."]),
        (b'\xef\xbb\xbf{"text": "A."}', ["A."]),
        ('{"text": "A."}'.encode("utf-16"), ["A."]),
        (b"[not lines]", ["[not lines]"]),
    ],
)
def test_standard_input_is_told_by_its_first_character(stdin: bytes, expected: list[str]) -> None:
    assert texts("-", stdin=stdin) == expected


def test_a_bad_file_loses_no_other(folder: Path) -> None:
    Path("in/b.txt").write_bytes(b"\xff\xd8\xff\xe0")
    found = list(read(["nowhere", "in", "plain"]))
    assert [type(item).__name__ for item in found] == [
        "InputError",
        "Article",
        "InputError",
        "Article",
        "Article",
    ]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ("nowhere", "no such file or folder"),
        ("in/notes.md", "no reader for .md files"),
        ("empty", "no .txt, .jsonl or .ndjson file in this folder"),
        ("photo.jpg", "a JPEG image, not text"),
    ],
)
def test_what_cannot_be_read_is_named(folder: Path, given: str, what: str) -> None:
    Path("empty").mkdir()
    Path("photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    found = error(given)
    assert (found.what, found.where) == (what, given)
    assert found.remedy


def test_an_id_counts_once(folder: Path) -> None:
    assert error("in/b.txt", "in").what == "the id 'in/b.txt' occurs twice; this article is left out"
    assert error("-", stdin=b'{"id": 1, "text": "A."}\n{"id": "1", "text": "B."}').where == "-"


def test_lines_are_read_as_they_come() -> None:
    def lines() -> io.BytesIO:
        class Endless(io.BytesIO):
            def __next__(self) -> bytes:
                return b'{"text": "A."}\n'

        return Endless()

    found = read(["-"], lines())
    assert [item.text for item in (next(found), next(found)) if isinstance(item, Article)] == ["A.", "A."]
