"""WARC, what web archives and Common Crawl write, by fastwarc: one web page a record."""

from __future__ import annotations

from typing import Any

from extractor.errors import EmptyInputError, InputError
from extractor.readers.extras import extra
from extractor.readers.items import Found, Item, Page, Reading, Source
from extractor.readers.streams import ChunkedFile, too_long

_END = b"\r\n\r\n"
"""What stands after every record."""
_AGAIN = "fetch or copy the file again"
_PAGES = ("text/html", "application/xhtml+xml")


def is_warc(head: bytes) -> bool:
    """Whether a file begins with a WARC record."""
    return head.startswith(b"WARC/")


def warc_items(source: Source, reading: Reading) -> Found:
    """The web pages that were sent (status 200), as ``PATH:N`` for the Nth record; others are passed over.

    Damage between two records costs what stands there, and reading goes on at the next record.

    Raises:
        InputError: When there is no page, the file is cut off, or fastwarc is not installed.
    """
    stream = ChunkedFile(source.chunks)
    number = pages = 0
    last: Item | InputError | None = None  # held back until it is known not to be cut off
    is_whole, ending = True, None
    try:
        for number, record in enumerate(_records(stream, source.name), 1):
            if last:
                yield last
                last = None
            page = _page(record, reading) if _is_page(record) else None
            is_whole = page is not None and len(page.body) >= record.content_length
            last = _item(f"{source.name}:{number}", page, source, reading) if page else None
            pages += page is not None
    except InputError as error:
        ending = error
    except (GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of Rust is no Exception
        what = f"damaged after record {number} ({str(error)[:200]})"
        ending = InputError(what, where=source.name, remedy=_AGAIN)
    if number and not ending and not is_whole and not stream.tail.endswith(_END):
        last = None
        ending = InputError(
            "the file ends within this record", where=f"{source.name}:{number}", remedy=_AGAIN
        )
    if last:
        yield last
    if ending:
        raise ending
    if not pages:
        raise _without_pages(source.name, number)


def _without_pages(name: str, records: int) -> InputError:
    if not records:
        return InputError("no WARC record in this file", where=name, remedy="leave it out")
    return EmptyInputError(f"no web page among its {records} records", where=name, remedy="leave it out")


def _item(name: str, page: Page, source: Source, reading: Reading) -> Item | InputError:
    too_big = len(page.body) > reading.max_bytes
    return too_long(name, reading.max_bytes) if too_big else Item(name, "warc", page, source.path)


def _records(stream: ChunkedFile, name: str) -> Any:
    warc = extra("fastwarc.warc", "warc", name)
    return warc.ArchiveIterator(
        stream, parse_http=True, auto_decode="all", quirks_mode=True, stream_detect=False
    )


def _is_page(record: Any) -> bool:
    return (
        record.is_http
        and record.headers.get("WARC-Type") == "response"
        and record.http_headers.status_code == 200
        and (record.http_content_type or "").lower() in _PAGES
    )


def _page(record: Any, reading: Reading) -> Page:
    """The page, one byte longer than the limit if it is too long."""
    return Page(
        record.reader.read(reading.max_bytes + 1),
        url=record.headers.get("WARC-Target-URI"),
        captured=record.headers.get("WARC-Date"),
        charset=record.http_charset,
    )
