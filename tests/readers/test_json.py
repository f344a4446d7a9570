from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers import Reading, find_items
from extractor.readers.json import _Cutter
from tests.readers.samples import articles, error, everything


def lines(*rows: bytes | dict[str, Any]) -> bytes:
    return b"".join((row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("a.jsonl")


def test_an_article_without_id_is_called_after_its_line(file: Path) -> None:
    file.write_bytes(lines({"text": "One."}, b"", {"text": "Three."}))
    assert [article.id for article in articles(file)] == ["a.jsonl:1", "a.jsonl:3"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"{bad", "not JSON"),
        (b'"words"', "not a JSON object"),
        (b"[1]", "not a JSON object"),
        (b"{}", "no text"),
        (b'{"text": null}', "no text"),
        (b'{"text": " \\n"}', "no text"),
        (b'{"text": 5}', "no text"),
        (b'{"text": [[], {"a": "b"}]}', "no text"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": ' + b"[" * 900 + b"]" * 900 + b"}", "no"),
        (b'{"text": "' + b"a" * 2000 + b'"}', "longer than 1,000 bytes, the limit of one article"),
    ],
)
def test_a_bad_line_is_named_and_loses_no_other(file: Path, line: bytes, what: str) -> None:
    file.write_bytes(lines({"text": "One."}, line, {"text": "Three."}))
    limit = 1000 if "longer" in what else 1_000_000
    first, found, last = everything(file, max_bytes=limit)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(found, InputError)
    assert found.what.startswith(what)
    assert found.where == "a.jsonl:2"
    assert found.remedy


def test_lone_surrogates_and_newlines_of_a_text_are_kept(file: Path) -> None:
    file.write_bytes(lines({"text": "a\ud800b\r\nc\0"}))
    assert articles(file)[0].text == "a\ud800b\r\nc\0"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("suffix", [".jsonl", ".json"])
def test_byte_order_marks(tmp_path: Path, encoding: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes('{"text": "Ä"}\n{"text": "Ö"}\n'.encode(encoding))
    assert [article.text for article in articles(path)] == ["Ä", "Ö"]
    assert articles(path)[0].encoding == {"utf-8-sig": "utf-8"}.get(encoding, f"{encoding}-le")
    assert [article.text for article in articles(path, encoding="cp1252")] == ["Ä", "Ö"]


def test_an_encoding_that_is_given_holds_for_every_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "Ä"}\n{"text": "Ö"}\n'.encode("utf-16-le"))
    found = articles(path, encoding="utf-16-le")
    assert [(article.text, article.encoding) for article in found] == [("Ä", "utf-16-le"), ("Ö", "utf-16-le")]
    path.write_bytes('{"text": "Ж"}\n'.encode("koi8-r"))
    assert [(article.text, article.encoding) for article in articles(path, encoding="koi8-r")] == [
        ("Ж", "koi8-r")
    ]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xff\xfe"])
@pytest.mark.parametrize("suffix", [".jsonl", ".json"])
def test_an_empty_file_is_one_error(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    assert isinstance(error(path), EmptyInputError)


@pytest.mark.parametrize("suffix", [".jsonl", ".json", ".csv"])
def test_a_binary_file_is_one_error(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"\xff\xd8\xff\xe0\n{}\n{}")
    assert error(path).what == "a JPEG image, not text"


ARRAYS = {
    '[{"text": "A"}, {"text": "B"}]': ["A", "B"],
    ' \n[\n{"text": "A"}\n,\n{"text": "B"}\n]\n': ["A", "B"],
    '{"text": "A"}': ["A"],
    '{\n "text": "A"\n}\n{"text": "B"}': ["A", "B"],
    '{"text": "A"}, {"text": "B"}': ["A", "B"],
    '[{"text": "A"}][{"text": "B"}]': ["A", "B"],
    '[{"text": "A, ] } \\" [ { \\\\"}, {"text": "B", "x": [[1, {"y": []}], "]"]}]': ['A, ] } " [ { \\', "B"],
    '[{"text": "A"}, {bad}, {"text": "B"}]': ["A", "not JSON", "B"],
    '[{"text": "A"}, 5, null, "x", {"text": "B"}]': ["A", *["not a JSON object"] * 3, "B"],
    '[{"text": "A"}, [{"text": "B"}]]': ["A", "not a JSON object"],
    '[{"text": "A"}, {"text": "B"': ["A", "not JSON"],
    '[{"text": "A"}, {"text": "B': ["A", "not JSON"],
    '[{"text": "A"}, {"text": "B\\': ["A", "not JSON"],
    '[{"text": "A"},]': ["A"],
    '{"text": "A"}}{"text": "B"}': ["A", "B"],
    "[]": ["no article in this file"],
    "words": ["not JSON"],
    '{"text": "A"} words': ["A", "not JSON"],
}


@pytest.mark.parametrize("json_text", ARRAYS)
def test_arrays_and_objects_one_after_the_other(tmp_path: Path, json_text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json_text, encoding="utf-8")
    found = [one.text if isinstance(one, Article) else one.what.split(" (")[0] for one in everything(path)]
    assert found == ARRAYS[json_text]


def test_elements_are_called_after_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"text": "A"}, 5, {"id": "b", "text": "B"}]')
    found = [one.id if isinstance(one, Article) else one.where for one in everything(path)]
    assert found == [f"{path}:1", f"{path}:2", "b"]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
@pytest.mark.parametrize("json_text", ARRAYS)
def test_it_does_not_matter_how_the_bytes_come(json_text: str, size: int) -> None:
    data = json_text.encode()
    pieces = iter([data[at : at + size] for at in range(0, len(data), size)])
    assert list(_Cutter(10_000).cut(pieces)) == list(_Cutter(10_000).cut(iter([data])))


def test_a_giant_element_is_never_held(tmp_path: Path) -> None:
    giant = (b"[" * 1000 for _ in range(100))
    cutter = _Cutter(10_000)
    assert list(cutter.cut(giant)) == [None]
    path = tmp_path / "a.json"
    path.write_text('[{"text": "A"}, {"text": "%s"}, {"text": "B"}]' % ("x" * 500))
    first, found, last = everything(path, max_bytes=100)
    assert (getattr(first, "text", None), getattr(last, "text", None)) == ("A", "B")
    assert isinstance(found, InputError)
    assert found.what == "longer than 100 bytes, the limit of one article"


def test_items_carry_bytes_and_no_parse(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "A"}\r\n{bad\n')
    assert [getattr(item, "data", None) for item in find_items([str(path)], Reading())] == [
        b'{"text": "A"}\r',
        b"{bad",
    ]
