from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers import Reading
from extractor.readers.unpack import unpacked
from tests.readers.samples import articles, error, everything, gzip_, gzip_bomb, zstd_

Pack = Callable[[bytes], bytes]
LINES = b"".join(
    b'{"text": "Line %d %s."}\n' % (n, random.Random(n).randbytes(20).hex().encode()) for n in range(4000)
)
PACKERS = [gzip_, zstd_]
BOMB = gzip_bomb(30 << 20)


@pytest.mark.parametrize(("pack", "suffix"), [(gzip_, ".gz"), (zstd_, ".zst"), (gzip_, ".GZ")])
@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        ("a.txt", b"Words.", ["Words."]),
        ("a.jsonl", b'{"text": "A."}\n{"text": "B."}', ["A.", "B."]),
        ("a.json", b'[{"text": "A."}, {"text": "B."}]', ["A.", "B."]),
        ("a.csv", b"text\nA.\nB.\n", ["A.", "B."]),
        ("a", b"Words.", ["Words."]),
    ],
)
def test_any_format_may_be_compressed(
    tmp_path: Path, pack: Pack, suffix: str, name: str, data: bytes, texts: list[str]
) -> None:
    path = tmp_path / (name + suffix)
    path.write_bytes(pack(data))
    assert [article.text for article in articles(path)] == texts
    assert [article.text for article in articles(tmp_path, glob="*")] == texts
    if len(texts) == 1 or name == "a.jsonl":
        assert [article.text for article in articles("-", stdin=pack(data))] == texts


def test_bytes_tell_compression_and_names_do_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(gzip_(b"A."))
    (tmp_path / "b.txt.gz").write_bytes(b"B.")
    (tmp_path / "c.txt.zst").write_bytes(gzip_(b"C."))
    assert [article.text for article in articles(tmp_path)] == ["A.", "B.", "C."]


@pytest.mark.parametrize("pack", PACKERS)
def test_members_one_after_the_other_and_padding(tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(pack(b"One. ") + pack(b"") + pack(b"Two.") + b"\0" * 100)
    assert articles(path)[0].text == "One. Two."


@pytest.mark.parametrize("pack", PACKERS)
@pytest.mark.parametrize("size", [1, 7, 1000, 1 << 20])
def test_it_does_not_matter_how_the_bytes_come(pack: Pack, size: int) -> None:
    data = pack(LINES[:50_000]) + pack(LINES[:100])
    pieces: Iterator[bytes] = (data[at : at + size] for at in range(0, len(data), size))
    assert b"".join(unpacked(pieces, "a", Reading())) == LINES[:50_000] + LINES[:100]


@pytest.mark.parametrize("pack", PACKERS)
@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".json"])
def test_a_file_that_breaks_off_gives_what_was_whole_and_one_error(
    tmp_path: Path, pack: Pack, suffix: str
) -> None:
    path = tmp_path / f"a{suffix}.gz"
    lines = LINES.replace(b'{"text": "', b"").replace(b'"}', b"") if suffix == ".csv" else LINES
    data = pack(b"text\n" * (suffix == ".csv") + lines)
    path.write_bytes(data[: len(data) * 2 // 3])
    *whole, last = everything(path)
    assert len(whole) > 100
    assert all(
        isinstance(one, Article) and one.text.startswith("Line ") and one.text.endswith(".") for one in whole
    )
    assert isinstance(last, InputError)
    assert last.what == "the compressed data break off"


@pytest.mark.parametrize("pack", PACKERS)
def test_a_text_that_breaks_off_is_no_text(tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(pack(LINES)[:-10])
    assert error(path).what == "the compressed data break off"


@pytest.mark.parametrize("pack", PACKERS)
def test_damage_is_named(tmp_path: Path, pack: Pack) -> None:
    data = bytearray(pack(LINES))
    data[len(data) // 2 :] = random.Random(0).randbytes(len(data) - len(data) // 2)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    assert error(path).what.startswith("damaged compressed data")


def test_other_bytes_after_the_last_member_are_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip_(b'{"text": "A."}\n') + b"more")
    first, found = everything(path)
    assert getattr(first, "text", None) == "A."
    assert str(found).startswith(f"{path}: damaged compressed data")


@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".json", ".csv", ".html", ".xml", ".warc", ""])
def test_a_bomb_is_one_error_that_names_the_limit(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}.gz"
    path.write_bytes(BOMB)
    found = error(path)
    what = (
        "longer than 10,000,000 bytes, the limit of one article",
        "unpacks to more than 200 times its size, the limit",
        "no column with the text of articles, only ",
        "the first line does not name columns",
        "damaged after record 0 (Invalid WARC header)",
        "no WARC record in this file",
    )
    assert found.what in what, found
    assert found.where.startswith(str(path))


def test_a_ratio_that_text_may_have_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip_(b'{"id": "1", "text": "A."}' + b"\n" * (4 << 20) + b'{"id": "2", "text": "B."}'))
    assert [article.text for article in articles(path)] == ["A.", "B."]


def test_the_size_is_bounded_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip_(LINES))
    assert error(path, max_unpacked=1000).what == "unpacks to more than 1,000 bytes, the limit"


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="zstd comes with Python")
def test_a_missing_zstd_is_named_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "backports.zstd", None)
    path = tmp_path / "a.txt.zst"
    path.write_bytes(zstd_(b"Words."))
    found = error(path)
    assert found.what == "needs backports.zstd, which is not installed"
    assert found.remedy == "pip install 'extractor[zst]'"
