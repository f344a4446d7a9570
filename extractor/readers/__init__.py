"""Inputs → articles, in two steps. A format is one file of this package and one row of READERS.

`find_items` looks at files and folders and gives one `Item` for each article, undecoded; `article_of` reads an item, which
may take long or crash on hostile bytes, and is therefore made to run in another process. `read` does both.

What cannot be read comes out as an `InputError` in its place, so that one bad line or file never loses the others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import BinaryIO

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError, PassedOver
from extractor.formats import Registry
from extractor.readers.archives import is_tar, is_zip, tar_members, wacz_members, zip_members
from extractor.readers.csv import csv_items, row_article
from extractor.readers.databases import export_items, is_export
from extractor.readers.encodings import refuse_binary
from extractor.readers.epub import epub_items
from extractor.readers.exported_pages import exported_page_items, is_exported_page
from extractor.readers.feeds import feed_items, is_feed
from extractor.readers.find import find, is_file, passed_over, suffix_of, unpacked_name
from extractor.readers.html import html_article, looks_like_html
from extractor.readers.items import STDIN, Format, Found, Item, Members, Reading, Source
from extractor.readers.json import json_article, json_items
from extractor.readers.jsonl import jsonl_items
from extractor.readers.liveblogs import is_live_text, is_liveblog, live_text_items, liveblog_items
from extractor.readers.mail import is_mbox, is_mhtml, mail_article, mbox_items
from extractor.readers.markdown import markdown_article
from extractor.readers.nitf import is_nitf, nitf_article
from extractor.readers.office import docx_items, is_rtf, odt_items, rtf_items
from extractor.readers.open import source_of
from extractor.readers.parquet import is_parquet, parquet_items
from extractor.readers.pdf import is_pdf, pdf_article
from extractor.readers.streams import chunks_of, chunks_of_stream, head_of, mark_of, peek, whole
from extractor.readers.subtitles import is_vtt, subtitles_article
from extractor.readers.text import text_article
from extractor.readers.unpack import is_packed
from extractor.readers.warc import is_warc, warc_items

__all__ = ["READERS", "Item", "Reading", "article_of", "files_of", "find_items", "read"]

_MANY = row_article
"""Reads what its finder has put into a record: an entry of a feed, a document of an archive."""

READERS = Registry(
    Format(
        "database",
        (".txt",),
        "exports of LexisNexis, Factiva, ProQuest",
        _MANY,
        export_items,
        begins=is_export,
    ),
    Format(
        "live",
        (".txt",),
        "a live blog, a line with the time above each post",
        _MANY,
        live_text_items,
        begins=is_live_text,
    ),
    Format("text", (".txt",), "one article", text_article),
    Format("markdown", (".md", ".markdown"), "one article", markdown_article),
    Format("jsonl", (".jsonl", ".ndjson"), "one article a line", json_article, jsonl_items),
    Format(
        "json",
        (".json",),
        "articles in a list, in an object's list, or one after the other",
        json_article,
        json_items,
    ),
    Format("csv", (".csv", ".tsv"), "one article a row, under column names", row_article, csv_items),
    Format(
        "parquet",
        (".parquet",),
        "one article a row",
        row_article,
        parquet_items,
        begins=is_parquet,
        text=False,
    ),
    Format(
        "page-database",
        (".html", ".htm"),
        "exports of Factiva",
        _MANY,
        exported_page_items,
        begins=is_exported_page,
    ),
    Format(
        "liveblog", (".html", ".htm"), "a live blog, post by post", _MANY, liveblog_items, begins=is_liveblog
    ),
    Format("html", (".html", ".htm"), "a web page", html_article, begins=looks_like_html),
    Format("mhtml", (".mhtml", ".mht"), "a web page as browsers keep it", mail_article, begins=is_mhtml),
    Format(
        "warc",
        (".warc",),
        "web pages as crawlers keep them",
        html_article,
        warc_items,
        begins=is_warc,
        text=False,
    ),
    Format(
        "feed",
        (".rss", ".atom", ".xml"),
        "RSS and Atom, an article an entry",
        _MANY,
        feed_items,
        begins=is_feed,
    ),
    Format("nitf", (".xml", ".nitf"), "IPTC NITF, alone or in NewsML-G2", nitf_article, begins=is_nitf),
    Format("mail", (".eml",), "a mail", mail_article),
    Format("mbox", (".mbox",), "mails one after the other", mail_article, mbox_items, begins=is_mbox),
    Format("subtitles", (".vtt", ".srt", ".ttml", ".dfxp"), "subtitles", subtitles_article, begins=is_vtt),
    Format("pdf", (".pdf",), "one article", pdf_article, begins=is_pdf, text=False),
    Format("rtf", (".rtf",), "one article, or an export", _MANY, rtf_items, begins=is_rtf, text=False),
    Format("docx", (".docx",), "one article, or an export", _MANY, docx_items, text=False),
    Format("odt", (".odt",), "one article, or an export", _MANY, odt_items, text=False),
    Format("epub", (".epub",), "an issue or a book, an article a document", _MANY, epub_items, text=False),
    Format("wacz", (".wacz",), "a web archive", html_article, members=wacz_members, text=False),
    Format(
        "zip",
        (".zip",),
        "files of all these kinds",
        text_article,
        members=zip_members,
        begins=is_zip,
        text=False,
    ),
    Format(
        "tar",
        (".tar", ".tgz"),
        "files of all these kinds",
        text_article,
        members=tar_members,
        begins=is_tar,
        text=False,
    ),
)
"""How each format is found and read, and the suffixes of its files, which are those that folders are searched for.

``.gz`` and ``.zst`` may follow any of them. Of what has no known suffix, the first row tells that knows its first bytes, and of a
suffix that several have, so that the special come before the general.
"""

_HEAD = 1 << 10
_SNIFFED = 1 << 16
_PLAIN = (".txt", ".TXT", ".html", ".htm")
"""Suffixes of files that are seldom compressed, and mostly one article."""


def read(
    inputs: Iterable[str], reading: Reading | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | InputError]:
    """The articles of files, folders and ``-``, in the order given; folders by name.

    An id must be unique within a run, since claims are named after it: a second article with the same id
    comes as an error.

    Args:
        inputs: Paths, or ``-`` for stdin. Suffixes are those of READERS. What has none is told by its first bytes.
        reading: How they are read.
        stdin: Read for ``-``.
    """
    reading = reading or Reading()
    seen: set[str] = set()
    for item in find_items(inputs, reading, stdin):
        if isinstance(item, InputError):
            yield item
            continue
        try:
            article = article_of(item, reading)
        except InputError as error:
            yield error
            continue
        if article.id in seen:
            yield duplicate(item, article.id)
        else:
            seen.add(article.id)
            yield article


def find_items(
    inputs: Iterable[str], reading: Reading | None = None, stdin: BinaryIO | None = None
) -> Iterator[Item | InputError]:
    """The items of files, folders and ``-``, in the order given, found as they are asked for; nothing is held whole.

    Args:
        inputs: As for `read`.
        reading: How they are read.
        stdin: Read for ``-``.
    """
    reading = reading or Reading()
    for given in inputs:
        if given == STDIN:
            yield from _with_its_error(_in_stream(stdin or sys.stdin.buffer, reading), STDIN)
            continue
        for path in find(given, READERS.suffixes, reading):
            if isinstance(path, InputError):
                yield path
            else:
                yield from _with_its_error(_in_file(path, reading), path)


def files_of(inputs: Iterable[str], reading: Reading) -> Iterator[str]:
    """The paths of files, and of those in folders, that would be read; what cannot be found is passed over.

    Args:
        inputs: Files and folders.
        reading: How they are read.
    """
    for given in inputs:
        yield from (path for path in find(given, READERS.suffixes, reading) if isinstance(path, str))


def article_of(item: Item, reading: Reading | None = None) -> Article:
    """The article of an item.

    Raises:
        InputError: When it cannot be read as an article; says what is wrong, where, and what to do.
    """
    reading = reading or Reading()
    try:
        article = READERS[item.format].article(item, reading)
    except RecursionError:
        raise InputError("nested too deeply to be an article", where=item.name, remedy="flatten it") from None
    if item.encoding not in (None, "utf-8"):  # what it was before it became UTF-8
        article = replace(article, encoding=item.encoding)
    if reading.published and not article.published:
        return replace(article, published=reading.published, published_from="argument")
    return article


def duplicate(item: Item, id: str) -> InputError:
    """The error for a second article with the same id."""
    return InputError(
        f"the id {id!r} occurs twice; this article is left out",
        where=item.name,
        remedy="give every article an id of its own, and every file once",
    )


def _with_its_error(found: Found, name: str) -> Found:
    """What was found; the error that ends it comes last."""
    try:
        yield from found
    except InputError as error:
        yield error
    except RecursionError:
        yield InputError("nested too deeply to hold articles", where=name, remedy="flatten it")
    except Exception as error:  # a reader's library: any file may break it, and only that file pays
        what = f"cannot be read ({type(error).__name__}: {str(error)[:100]})"
        yield InputError(what, where=name, remedy="leave it out, or convert it to text")


def _in_stream(stdin: BinaryIO, reading: Reading) -> Found:
    formats = (READERS[reading.input_format],) if reading.input_format else ()
    yield from _in_source(source_of(STDIN, chunks_of_stream(stdin), reading), formats, reading)


def _in_file(path: str, reading: Reading) -> Found:
    formats = (READERS[reading.input_format],) if reading.input_format else _formats_of(suffix_of(path))
    if is_file(path) and not any(format.members for format in formats):
        if len(formats) == 1 and not formats[0].items:
            yield Item(path, formats[0].name, path=path)
            return
        if (
            len(formats) > 1
            and path.endswith(_PLAIN)
            and (item := _one_article(path, formats, reading.max_bytes))
        ):
            yield item
            return
    yield from _in_source(source_of(path, chunks_of(path), reading), formats, reading)


def _one_article(path: str, formats: Sequence[Format], limit: int) -> Item | None:
    """The item of a text file that is one article, as most are; opened once, it goes with what was read, if that was all."""
    head = head_of(path, _SNIFFED)
    format = _told_by(head, path, formats)
    if format.items or mark_of(head) or is_packed(head):
        return None
    is_whole = 0 < len(head) < _SNIFFED and len(head) <= limit
    return Item(path, format.name, head if is_whole else None, path)


def _formats_of(suffix: str) -> tuple[Format, ...]:
    return READERS.of_suffix(suffix) if suffix else ()


def _in_source(source: Source, formats: Sequence[Format], reading: Reading) -> Found:
    """The items of what is in one of some formats, or in any when none is given."""
    head, chunks = peek(source.chunks, _HEAD)
    source = replace(source, chunks=chunks)
    format = formats[0] if len(formats) == 1 else _told_by(head, source.name, formats)
    if format.text:
        refuse_binary(head[:_HEAD], source.name)
    if format.members:
        yield from _in_archive(source, format.members(source, reading), reading)
    elif format.items:
        yield from format.items(source, reading)
    elif source.is_file:
        yield Item(source.name, format.name, path=source.path)
    else:
        data = whole(source.chunks, source.name, reading.max_bytes)
        yield Item(source.name, format.name, data, source.path, source.encoding)


def _in_archive(source: Source, members: Members, reading: Reading) -> Found:
    """The items of the members of an archive; those of kinds that hold no articles are passed over."""
    empty = True
    for found in chain.from_iterable(_in_member(member, reading) for member in members):
        empty = empty and isinstance(found, PassedOver)
        yield found
    if empty:
        what = "no file with articles in this archive"
        raise EmptyInputError(what, where=source.name, remedy="leave it out")


def _in_member(member: Source | InputError, reading: Reading) -> Found:
    if isinstance(member, InputError):
        yield member
    elif formats := READERS.of_file(unpacked_name(member.name)):
        yield from _with_its_error(_in_source(member, formats, reading), member.name)
    else:
        yield passed_over(member.name)


def _told_by(head: bytes, name: str, formats: Sequence[Format]) -> Format:
    """The one of the formats that the first bytes tell; without formats to choose from, any."""
    for format in formats or READERS.values():
        if format.begins and format.begins(head):
            return format
    return formats[-1] if formats else READERS[_plain_text(head, name)]


def _plain_text(head: bytes, name: str) -> str:
    """The format of what has no suffix and begins as plain text or as JSON, neither of which has a sign of its own.

    Raises:
        InputError: When it has a suffix, which is none that we know.
    """
    if suffix_of(name):
        refuse_binary(head[:_HEAD], name)
        remedy = "tell the format with --input-format, or convert it to text"
        raise InputError(f"no reader for {suffix_of(name)} files", where=name, remedy=remedy)
    start = head.lstrip()
    if start.startswith(b"{"):
        return "jsonl"
    return "json" if start.startswith(b"[") and start[1:].lstrip().startswith(b"{") else "text"
