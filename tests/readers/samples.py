"""Small inputs in every format, made here: pages, WARC records, compressed and marked bytes."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from backports import zstd

from extractor.article import Article
from extractor.errors import InputError, PassedOver
from extractor.readers import Reading, read

PARAGRAPHS = (
    "The mayor of Ferrow, Lina Osei, said on Tuesday that the harbour bridge would open to traffic in May.",
    "“We are proud of what the builders did,” she told reporters who had come to see the last beam put in place.",
    "The repairs cost $1.5 million, 12 percent more than the council had planned, the port authority reported.",
)

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Bridge opens | Ferrow Post</title>
<meta property="og:title" content="Bridge opens"><meta property="og:site_name" content="Ferrow Post">
<meta property="article:published_time" content="2024-03-05T08:00:00Z"><meta name="author" content="Jo Smith">
<link rel="canonical" href="https://ferrow.example/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}
</article><footer>All rights reserved.</footer></body></html>"""

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.3//EN" "nitf-3-3.dtd">
<nitf><head><title>Bridge</title><docdata><doc-id id-string="npa-17"/><date.issue norm="20240305T081500Z"/></docdata>
<pubdata name="NPA Wire"/></head><body><body.head><hedline><hl1>Bridge opens in <location>Ferrow</location></hl1></hedline>
<byline>By <person>Jo Smith</person></byline></body.head><body.content><block><p>The <org>council</org> said&nbsp;no.</p>
<p>A caf&eacute;
opens.</p><media><media.caption><p>A beam.</p></media.caption></media></block></body.content></body></nitf>"""


def everything(*inputs: Path | str, stdin: bytes = b"", **options: Any) -> list[Article | InputError]:
    """What is read, in order, without the files that are passed over."""
    found = read(map(str, inputs), Reading(**options), io.BytesIO(stdin))
    return [each for each in found if not isinstance(each, PassedOver)]


def kinds_passed_over(*inputs: Path | str, **options: Any) -> list[str]:
    """Which kinds of files are passed over."""
    return [each.what for each in read(map(str, inputs), Reading(**options)) if isinstance(each, PassedOver)]


def articles(*inputs: Path | str, stdin: bytes = b"", **options: Any) -> list[Article]:
    """The articles, where nothing may fail."""
    found = everything(*inputs, stdin=stdin, **options)
    assert not [error for error in found if isinstance(error, InputError)], found
    return [article for article in found if isinstance(article, Article)]


def article(*inputs: Path | str, stdin: bytes = b"", **options: Any) -> Article:
    """The one article."""
    (found,) = articles(*inputs, stdin=stdin, **options)
    return found


def error(*inputs: Path | str, stdin: bytes = b"", **options: Any) -> InputError:
    """The one error, whatever else is read; it says what, where and what to do."""
    (found,) = (one for one in everything(*inputs, stdin=stdin, **options) if isinstance(one, InputError))
    assert found.what and found.where and found.remedy
    return found


def record(kind: str, block: bytes, **headers: str) -> bytes:
    """A WARC record."""
    fields = {
        "WARC-Type": kind,
        "WARC-Date": "2024-03-06T10:00:00Z",
        **headers,
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def response(
    body: bytes,
    url: str = "https://ferrow.example/b",
    status: str = "200 OK",
    kind: str = "text/html",
    extra: str = "",
) -> bytes:
    """A WARC record of a page that was sent."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body
    return record("response", http, WARC_Target_URI=url, Content_Type="application/http; msgtype=response")


def table(path: Path, **columns: Iterable[Any]) -> Path:
    """A Parquet file."""
    pq.write_table(pa.table({name: list(values) for name, values in columns.items()}), path)
    return path


def zstd_(data: bytes) -> bytes:
    """The bytes compressed by zstd."""
    return zstd.compress(data)


def gzip_bomb(unpacked: int) -> bytes:
    """Spaces in gzip, a thousand times shorter than they are."""
    packer = zlib.compressobj(9, wbits=31)
    piece = b" " * (1 << 20)
    return b"".join([*(packer.compress(piece) for _ in range(unpacked >> 20)), packer.flush()])


def gzip_(data: bytes) -> bytes:
    """The bytes compressed by gzip, the same on every day."""
    return gzip.compress(data, mtime=0)
