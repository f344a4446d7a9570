from __future__ import annotations

import errno
import io
import os
import pickle
import re
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractor.article import Article
from extractor.errors import InputError
from extractor.formats import Registry
from extractor.readers import READERS, Item, Reading, article_of, find_items, read, sources
from extractor.readers.unpack import PACKED_SUFFIXES
from tests.readers.samples import NITF, PAGE, articles, error, everything, kinds_passed_over, response


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in {
        "in/b.txt": "B.",
        "in/a.TXT": "A.",
        "in/deep/c.ndjson": '{"id": "c", "text": "C."}',
        "in/notes.doc": "none",
        "in/.hidden/d.txt": "none",
        "in/.e.txt": "none",
        "plain": "P.",
        "lines": '\n {"id": "l", "text": "L."}',
    }.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
    return tmp_path


def texts(*inputs: str, stdin: bytes = b"", **options: Any) -> list[str]:
    return [article.text for article in articles(*inputs, stdin=stdin, **options)]


def test_folders_are_walked_by_name(folder: Path) -> None:
    assert texts("in") == ["A.", "B.", "C."]


def test_inputs_come_in_the_order_given(folder: Path) -> None:
    assert texts("in/b.txt", "in/a.TXT") == ["B.", "A."]


def test_folders_inside_folders_may_be_left_out(folder: Path) -> None:
    assert texts("in", recursive=False) == ["A.", "B."]


@pytest.mark.parametrize(
    ("glob", "expected"),
    [("*.txt", ["B."]), ("[ab].*", ["A.", "B."]), ("*", ["A.", "B.", "none", "C."])],
)
def test_a_pattern_chooses_files(folder: Path, glob: str, expected: list[str]) -> None:
    read = everything("in", glob=glob)
    assert [one.text for one in read if isinstance(one, Article)] == [
        text for text in expected if text != "none"
    ]
    assert [one.where for one in read if isinstance(one, InputError)] == ["in/notes.doc"] * expected.count(
        "none"
    )


def test_a_pattern_and_a_format_read_files_of_any_name(folder: Path) -> None:
    assert texts("in", glob="*.doc", input_format="text") == ["none"]
    assert error("in", glob="*.story").what == "no '*.story' file in this folder"


def test_files_without_suffix_are_told_by_their_first_characters(folder: Path) -> None:
    assert texts("plain", "lines") == ["P.", "L."]


STDIN: list[tuple[bytes, list[str] | str]] = [
    (b"Words.\n", ["Words.\n"]),
    (b'  \n{"text": "A."}\n{"text": "B."}\n', ["A.", "B."]),
    (b'\xef\xbb\xbf{"text": "A."}', ["A."]),
    ('{"text": "A."}'.encode("utf-16"), ["A."]),
    (b'[{"text": "A."},\n {"text": "B."}]', ["A.", "B."]),
    (b"[not lines]", ["[not lines]"]),
    (b"<em>Words</em>", ["Words"]),
    (PAGE.encode(), "The mayor of Ferrow"),
    (b'<?xml version="1.0"?>\n' + PAGE.encode(), "The mayor of Ferrow"),
    (NITF.encode(), "The council said"),
    (response(PAGE.encode()), "The mayor of Ferrow"),
]


@pytest.mark.parametrize(("stdin", "expected"), STDIN)
@pytest.mark.parametrize("way", ["-", "a"])
def test_what_has_no_suffix_is_told_by_its_first_bytes(
    tmp_path: Path, stdin: bytes, expected: list[str] | str, way: str
) -> None:
    path = tmp_path / way
    path.write_bytes(stdin)
    found = texts("-", stdin=stdin) if way == "-" else texts(str(path))
    assert found == expected if isinstance(expected, list) else found[0].startswith(expected)


def test_a_format_that_is_given_goes_before_the_suffix(folder: Path) -> None:
    Path("page.txt").write_text('{"text": "A."}')
    assert texts("page.txt") == ['{"text": "A."}']
    assert texts("page.txt", input_format="jsonl") == ["A."]


def test_a_bad_file_loses_no_other(folder: Path) -> None:
    Path("in/b.txt").write_bytes(b"\xff\xd8\xff\xe0")
    found = everything("nowhere", "in", "plain")
    kinds = ["InputError", "Article", "InputError", "Article", "Article"]
    assert [type(item).__name__ for item in found] == kinds


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ("nowhere", "no such file or folder"),
        ("", "no such file or folder"),
        ("plain/x", "cannot be read (Not a directory)"),
        ("in/notes.doc", "no reader for .doc files"),
        ("empty", "no file with articles in this folder"),
        ("https://o.example/a", "an address, and extractor fetches nothing"),
        ("photo.jpg", "a JPEG image, not text"),
        ("x" * 5000, "cannot be read (File name too long)"),
        ("a\0b", "cannot be read (embedded null byte)"),
    ],
)
def test_what_cannot_be_read_is_named(folder: Path, given: str, what: str) -> None:
    Path("empty").mkdir()
    Path("photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    (found,) = everything(given)
    assert isinstance(found, InputError)
    assert found.what.startswith(what)
    assert (found.where, bool(found.remedy)) == (given, True)


def test_an_id_counts_once(folder: Path) -> None:
    assert error("in/b.txt", "in").what == "the id 'in/b.txt' occurs twice; this article is left out"
    assert error("-", stdin=b'{"id": 1, "text": "A."}\n{"id": "1", "text": "B."}').where == "-:2"


def test_lines_are_read_as_they_come() -> None:
    class Endless(io.BytesIO):
        def read1(self, size: int | None = -1) -> bytes:
            return b'{"text": "A."}\n'

    found = read(["-"], stdin=Endless())
    assert [item.text for item in (next(found), next(found)) if isinstance(item, Article)] == ["A.", "A."]


def test_links_stay_inside_of_the_folder(folder: Path) -> None:
    for name, target in {
        "in/inside.txt": "b.txt",
        "in/outside.txt": "../plain",
        "in/broken.txt": "nowhere",
        "in/round.txt": "round.txt",
        "in/deep/up": "..",
        "in/deep/out": "/",
    }.items():
        Path(name).symlink_to(target)
    found = everything("in")
    assert [one.text for one in found if isinstance(one, Article)] == ["A.", "B.", "B.", "C."]
    assert {one.where: one.what for one in found if isinstance(one, InputError)} == {
        "in/outside.txt": "a link that leads out of the folder",
        "in/deep/out": "a link that leads out of the folder",
        "in/broken.txt": "cannot be read (No such file or directory)",
        "in/round.txt": f"cannot be read ({os.strerror(errno.ELOOP)})",
    }
    assert texts("in/inside.txt") == ["B."]  # what the user names is read


def test_what_is_no_file_is_never_opened(folder: Path) -> None:
    os.mkfifo("in/pipe.txt")  # opening it would wait for ever
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("in/socket.txt")
        found = everything("in")
    what = [one.what for one in found if isinstance(one, InputError)]
    assert what == ["no file but a pipe, socket or device"] * 2


def test_a_pipe_that_is_named_is_read_once(folder: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, b'{"text": "A."}\n{"text": "B."}\n')
    os.close(writer)
    assert texts(f"/dev/fd/{reader}") == ["A.", "B."]
    os.close(reader)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(folder: Path) -> None:
    Path("in/deep").chmod(0)
    assert error("in").what == "cannot be read (Permission denied)"


def test_names_that_are_no_utf8(folder: Path) -> None:
    name = os.fsdecode(b"in/caf\xe9.txt")
    Path(name).write_text("Words.")
    assert [article.id for article in articles(name)] == [name]


def test_items_go_to_another_process_and_come_out_the_same(folder: Path) -> None:
    Path("in/d.csv").write_text("text\nD.\n")
    Path("in/e.warc").write_bytes(response(PAGE.encode()))
    reading = Reading(fields={"title": "x"})
    items = [item for item in find_items(["in"], reading) if isinstance(item, Item)]
    copied = pickle.loads(pickle.dumps((items, reading)))
    assert copied == (items, reading)
    assert [item.name for item in items] == [
        *("in/a.TXT", "in/b.txt", "in/d.csv:2", "in/e.warc:1", "in/deep/c.ndjson:1"),
    ]
    there = [article_of(item, copied[1]) for item in copied[0]]
    assert there == articles("in", fields={"title": "x"})


def test_files_that_are_one_article_are_not_opened_to_be_found(folder: Path) -> None:
    Path("in/b.md").write_text("B.")
    Path("in/b.md").chmod(0)
    assert list(find_items(["in/b.md"])) == [Item("in/b.md", "markdown", None, "in/b.md")]


def test_files_of_other_kinds_are_counted(folder: Path) -> None:
    for name in ("in/photo.jpg", "in/deep/photo.JPG", "in/README"):
        Path(name).write_bytes(b"")
    kinds = ["a .doc file", "a .jpg file", "a .jpg file", "a file without a suffix"]
    assert sorted(kinds_passed_over("in")) == kinds
    assert "a .txt file" in kinds_passed_over("in", glob="*.ndjson")


def test_the_documentation_knows_every_suffix(root: Path) -> None:
    page = (root / "docs/formats.md").read_text("utf-8")
    table = page[page.index("## Inputs") : page.index("| field | read from |")]
    assert set(re.findall(r"`(\.\w+)`", table)) == {*READERS.suffixes, *PACKED_SUFFIXES}


def test_where_formats_share_a_suffix_the_first_bytes_decide(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shouts = replace(
        READERS["text"], name="shouts", suffixes=(".xml",), begins=lambda head: head.startswith(b"!")
    )
    monkeypatch.setattr(sources, "READERS", Registry(*READERS.values(), shouts))
    Path("a.xml").write_text("!Ana spoke.")
    Path("b.xml").write_text("<?xml version='1.0'?><nitf/>")
    assert [item.format for item in find_items(["a.xml", "b.xml"]) if isinstance(item, Item)] == [
        "shouts",
        "nitf",
    ]
