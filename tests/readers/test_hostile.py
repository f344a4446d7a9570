"""Whatever the bytes and whatever the name: articles or input errors come out, soon, and nothing else."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers import READERS
from tests.readers.doors import DOORS
from tests.readers.samples import NITF, PAGE, everything, gzip_, gzip_bomb, response, table, zstd_

SUFFIXES = [suffix for format in READERS.values() for suffix in format.suffixes]
NAMES = ["a", *(f"a{suffix}{packed}" for suffix in SUFFIXES for packed in ("", ".gz", ".zst"))]
LINES = b"".join(json.dumps({"text": f"Text “{n}”."}).encode() + b"\n" for n in range(20))

GOOD: dict[str, bytes] = {
    "a.txt": "Title: Bridge\nDate: 2024-03-05\n\n“It opens,” she said.\n".encode(),
    "a.jsonl": LINES,
    "a.json": b"[" + LINES.strip().replace(b"\n", b",") + b"]",
    "a.csv": b'id,title,text\n1,T,"Text, one\n"\n2,T,Text two.\n',
    "a.html": PAGE.encode(),
    "a.warc": response(PAGE.encode()) + response(PAGE.encode(), extra="Transfer-Encoding: chunked\r\n"),
    "a.xml": NITF.encode(),
    "a.jsonl.gz": gzip_(LINES),
    "a.jsonl.zst": zstd_(LINES),
    **DOORS,
}
NASTY = [
    b"\0",
    b'"',
    b"{",
    b"[",
    b"]",
    b"<",
    b">",
    b"&x;",
    b"\\",
    b"\n",
    b"\r\n\r\n",
    b"9" * 400,
    b"\xff\xfe",
    b"\xef\xbb\xbf",
]


def check(path: Path, data: bytes) -> list[Article | InputError]:
    """Read the bytes under the name; whatever comes is sound."""
    path.write_bytes(data)
    found = everything(path)
    assert found, "nothing is told of this file"
    for one in found:
        if isinstance(one, InputError):
            assert one.what and one.remedy
            assert one.where.startswith(str(path))
            assert "\n" not in str(one)
        else:
            assert one.text.strip() and one.id and one.path == str(path)
    return found


def property_(test: Callable[..., None], examples: int) -> Callable[..., None]:
    """A property tried on so many examples, the same on every run."""
    quietly = settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    return quietly(test)


def test_any_bytes_under_any_name(tmp_path: Path) -> None:
    @example(b"", "a.json")
    @example(b"\xff\xfe", "a.csv")
    @example(b"\x1f\x8b\x08", "a.txt")
    @example(b"PAR1", "a")
    @given(
        st.binary(max_size=200)
        | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.sampled_from(NAMES),
    )
    def any_bytes(data: bytes, name: str) -> None:
        check(tmp_path / name, data)

    property_(any_bytes, 200)()


@pytest.mark.parametrize("name", GOOD)
def test_good_inputs_gone_bad(tmp_path: Path, name: str) -> None:
    @given(st.randoms(use_true_random=False), st.sampled_from([name, name, name, *NAMES]))
    def damaged(chance: random.Random, name_then: str) -> None:
        data = bytearray(GOOD[name])
        for _ in range(chance.choice((1, 3, 10))):
            at = chance.randrange(len(data) + 1)
            way = chance.randrange(4)
            if way == 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            elif way == 1:
                del data[at : at + chance.choice((1, 20, 200))]
            elif way == 2:
                data[at:at] = chance.choice(NASTY)
            else:
                data[at:at] = data[at : at + chance.choice((10, 300))]
        check(tmp_path / name_then, bytes(data))

    property_(damaged, 10 if name in DOORS else 30)()


def test_damaged_parquet(tmp_path: Path) -> None:
    data = table(tmp_path / "good.parquet", text=[f"Text {n}." for n in range(50)]).read_bytes()
    for seed in range(40):
        chance = random.Random(seed)
        broken = bytearray(data)
        for _ in range(chance.choice((1, 5))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        check(tmp_path / "a.parquet", bytes(broken[: chance.choice((len(broken), len(broken) // 2))]))


BOMB = gzip_bomb(30 << 20)
HOSTILE: dict[str, bytes] = {
    "jpeg.txt": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20,
    "nothing.txt": b"",
    "zeros.txt": b"\0" * 100_000,
    "controls.txt": bytes(range(1, 32)) * 100,
    "page.txt": PAGE.encode(),
    "mixed.txt": "“Yes” – ".encode() * 50 + b"caf\xe9 \x93no\x94 " + "naïve".encode(),
    "one line.txt": b"word " * 1_000_000,
    "quotation marks.txt": b'"' * 200_000,
    "digits.txt": b"9" * 100_000,
    "right to left.txt": "قال العمدة إن الجسر سيفتح. ".encode() * 200,
    "surrogate.txt": "a\ud800b".encode("utf-8", "surrogatepass"),
    "half a character.txt": "“It opens”".encode()[:-1],
    "deep.json": b"[" * 200_000,
    "deep.jsonl": b'{"text": ' * 50_000,
    "deep objects.json": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "deep list.jsonl": b'{"text": ' + b"[" * 400 + b'"a"' + b"]" * 400 + b"}",
    "wide.json": b"[" + b"[]," * 10_000 + b"[]]",
    "commas.json": b"[" + b"," * 300_000 + b"]",
    "escapes.json": b'["' + b"\\\\" * 500_000 + b'"]',
    "open string.json": b'[{"text": "A."}, {"text": "' + b"b" * 500_000,
    "numbers.jsonl": b'{"text": "a", "id": ' + b"1" * 100_000 + b"}",
    "infinity.jsonl": b'{"text": "a", "id": 1e999, "x": NaN}',
    "surrogates.jsonl": b'{"text": "\\ud800 \\udfff", "id": "\\ud800"}',
    "nul.jsonl": b'{"text": "a\\u0000b"}\n{"text": "a\0b"}',
    "dates.jsonl": b'{"text": "a", "date": "' + b"2024-" * 20_000 + b'"}',
    "blank.jsonl": b"\n" * 1_000_000,
    "cell.csv": b'text\n"' + b"x" * 10_000_001 + b'"\nTwo.\n',
    "open cell.csv": b'text\n"One.\n' + b"words\n" * 100_000,
    "cells.csv": b"text\n" + b"," * 1_000_000,
    "columns.csv": b"," * 1_000_000 + b"text\n",
    "returns.csv": b"text\rOne.\rTwo.\r",
    "open tags.html": b"<div>" * 50_000,
    "open angles.html": b"<" * 100_000,
    "attributes.html": b"<p " + b"a=b " * 50_000 + b">",
    "comment.html": b"<!--" * 50_000,
    "entities.html": b"<p>" + b"&amp" * 50_000,
    "laughs.xml": b"<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><nitf>&c;</nitf>",
    "outside.xml": b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><nitf>&b;</nitf>",
    "attributes.xml": b"<nitf " + b" ".join(b'a%d=""' % n for n in range(20_000)) + b"/>",
    "length.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n<html>",
    "negative.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n<html>",
    "header.warc": b"WARC/1.0\r\n" + b"X: y\r\n" * 100_000,
    "bomb.txt.gz": BOMB,
    "bomb.jsonl.gz": BOMB,
    "bomb in bomb.jsonl.gz": gzip_(BOMB),
    "window.txt.zst": b"\x28\xb5\x2f\xfd\x00\xf8" + b"\0" * 100,
    "cut.jsonl.gz": gzip_(LINES)[:-20],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_soon(tmp_path: Path, name: str) -> None:
    start = time.process_time()
    check(tmp_path / name, HOSTILE[name])
    assert time.process_time() - start < 5


def test_good_articles_among_hostile_files_come_out_the_same(tmp_path: Path) -> None:
    alone, among = tmp_path / "alone", tmp_path / "among"
    alone.mkdir()
    for name, data in GOOD.items():
        (alone / f"good {name}").write_bytes(data)
    shutil.copytree(alone, among)
    for name, data in HOSTILE.items():
        if len(data) < 100_000:
            (among / name).write_bytes(data)
    clean = [(one.id, one.sha256) for one in everything(alone) if isinstance(one, Article)]
    mixed = [(one.id, one.sha256) for one in everything(among) if isinstance(one, Article)]
    expected = [(id.replace(str(alone), str(among)), sha256) for id, sha256 in clean]
    assert [one for one in mixed if one in expected] == expected
    assert len(expected) > 20


def test_reading_opens_no_socket_and_reads_no_pickle(tmp_path: Path) -> None:
    for name, data in GOOD.items():
        (tmp_path / name).write_bytes(data)
    table(tmp_path / "a.parquet", text=["Text."], date=["2024-03-05"])
    page = PAGE.replace(
        "<article>", '<article><img src="http://ferrow.example/a.png"><iframe src="//b.example"></iframe>'
    )
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, tmp_path], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []


WATCHED = """
import json, sys, trafilatura  # urllib3, which comes with it, tries out a socket as it is imported, and so does spaCy's
from extractor.readers import read
from extractor.article import Article
seen = []
def watch(event, arguments):
    if event.startswith(("socket.", "pickle.", "urllib.", "subprocess.", "os.exec", "os.system", "os.fork")):
        seen.append(event)
sys.addaudithook(watch)
assert sum(isinstance(one, Article) for one in read(sys.argv[1:])) > 60
print(json.dumps(seen))
"""
