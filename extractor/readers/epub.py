"""EPUB, as newspapers and e-readers keep issues: one article a document of its reading order."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, fromstring

from extractor.errors import EmptyInputError, InputError
from extractor.readers.encodings import decode_text
from extractor.readers.fragments import text_of_fragment, title_of_page
from extractor.readers.items import Found, Item, Reading, Source
from extractor.readers.open import seekable
from extractor.readers.unpack import refuse_bomb

_FAILURES = (
    zipfile.BadZipFile,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    KeyError,
    ParseError,
    EOFError,
)


def epub_items(source: Source, reading: Reading) -> Found:
    """The documents of a book or an issue as ``PATH:N`` in the order of reading; those without words are passed over.

    Raises:
        InputError: When it is damaged, protected, or no document has text.
    """
    count = 0
    try:
        with seekable(source, reading) as file, zipfile.ZipFile(file) as book:
            package, folder = _package(book, source.name, reading)
            outlet, day = _first(package, "title"), _first(package, "date")
            for number, path in enumerate(_reading_order(package, folder), 1):
                markup = decode_text(_member(book, path, source.name, reading)).text
                if not (text := text_of_fragment(markup)).strip():
                    continue
                count += 1
                row = {"text": text, "title": title_of_page(markup), "outlet": outlet, "published": day}
                yield Item(
                    f"{source.name}:{number}", "epub", {k: v for k, v in row.items() if v}, source.path
                )
    except _FAILURES as error:
        what = f"not EPUB, damaged, or protected ({type(error).__name__}: {str(error)[:100]})"
        raise InputError(what, where=source.name, remedy="fetch or copy the file again") from error
    if not count:
        raise EmptyInputError("a book without text", where=source.name, remedy="leave it out")


def _package(book: zipfile.ZipFile, name: str, reading: Reading) -> tuple[Element, str]:
    """The list of what the book holds, and the folder that its paths start from."""
    container = fromstring(_member(book, "META-INF/container.xml", name, reading))
    path = next(each.get("full-path", "") for each in container.iter() if _tag(each) == "rootfile")
    return fromstring(_member(book, path, name, reading)), posixpath.dirname(path)


def _reading_order(package: Element, folder: str) -> Iterator[str]:
    manifest = {each.get("id"): each for each in package.iter() if _tag(each) == "item"}
    for reference in (each for each in package.iter() if _tag(each) == "itemref"):
        entry = manifest.get(reference.get("idref"))
        if entry is not None and "nav" not in entry.get("properties", "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(entry.get("href", ""))))


def _member(book: zipfile.ZipFile, path: str, name: str, reading: Reading) -> bytes:
    member = book.getinfo(path)
    with book.open(member) as content:
        data = content.read(reading.max_bytes + 1)
    refuse_bomb(member.compress_size, len(data), name, reading)
    if len(data) > reading.max_bytes:
        raise ValueError(f"{path} is longer than {reading.max_bytes:,} bytes")
    return data


def _first(package: Element, tag: str) -> str | None:
    words = ((each.text or "").strip() for each in package.iter() if _tag(each) == tag)
    return next(filter(None, words), None)


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
