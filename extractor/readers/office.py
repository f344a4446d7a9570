"""Word-processor documents: DOCX by python-docx, ODT by odfdo, RTF by striprtf; one article, or an export of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from extractor.errors import EmptyInputError, InputError
from extractor.readers.databases import database_of, items_of_export
from extractor.readers.encodings import decode_text
from extractor.readers.extras import extra
from extractor.readers.items import Found, Item, Reading, Row, Source
from extractor.readers.open import seekable
from extractor.readers.streams import whole

_AGAIN = "open it in a word processor and save it as text"


def is_rtf(head: bytes) -> bool:
    """Whether these are the first bytes of an RTF document."""
    return head.startswith(b"{\\rtf")


def docx_items(source: Source, reading: Reading) -> Found:
    """The article of a document in DOCX, or the articles of an export."""
    docx = extra("docx", "office", source.name)
    with seekable(source, reading) as file:
        try:
            document = docx.Document(file)
            text = _paragraphs_of_docx(document)
            about = document.core_properties
            row = {"title": about.title, "author": about.author}
        except Exception as error:  # zipfile, lxml and a dozen KeyErrors of its own
            raise _damaged("DOCX", error, source.name) from error
    yield from _items(text, row, source, reading)


def odt_items(source: Source, reading: Reading) -> Found:
    """The article of a document in ODT, or the articles of an export."""
    odfdo = extra("odfdo", "office", source.name)
    with seekable(source, reading) as file:
        try:
            document = odfdo.Document(BytesIO(file.read()))
            paragraphs = (each.inner_text for each in document.body.get_elements("//text:p|//text:h"))
            text = "\n\n".join(each.strip() for each in paragraphs if each.strip())
            about = document.meta
            row = {"title": about.title, "author": about.initial_creator or about.creator}
        except Exception as error:  # zipfile, lxml and its own
            raise _damaged("ODT", error, source.name) from error
    yield from _items(text, row, source, reading)


def rtf_items(source: Source, reading: Reading) -> Found:
    """The article of a document in RTF, or the articles of an export."""
    rtf = extra("striprtf.striprtf", "office", source.name)
    data = whole(source.chunks, source.name, reading.max_bytes)
    try:
        text = rtf.rtf_to_text(decode_text(data).text, errors="replace")
    except Exception as error:  # of codecs, and IndexErrors of its own
        raise _damaged("RTF", error, source.name) from error
    text = re.sub(r"\n[ \t]*(?=\S)", "\n\n", text) if "\n\n" not in text.strip() else text
    yield from _items(text, {}, source, reading)


def _items(text: str, about: dict[str, Any], source: Source, reading: Reading) -> Found:
    if len(text) > reading.max_bytes:
        what = f"unpacks to a text of more than {reading.max_bytes:,} characters"
        raise InputError(what, where=source.name, remedy="split it")
    if database_of(text):
        yield from items_of_export(text, source, (None, ()))
        return
    if not text.strip():
        raise EmptyInputError("a document without text", where=source.name, remedy="leave it out")
    row: Row = {"text": text, **{name: str(value) for name, value in about.items() if value}}
    yield Item(source.name, "docx", row, source.path)


def _paragraphs_of_docx(document: Any) -> str:
    """Its paragraphs and the cells of its tables, in their order."""
    return "\n\n".join(text for part in document.iter_inner_content() for text in _texts(part) if text)


def _texts(part: Any) -> Iterator[str]:
    if hasattr(part, "rows"):
        for row in part.rows:
            yield "\t".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
    else:
        yield part.text.strip()


def _damaged(kind: str, error: Exception, where: str) -> InputError:
    if isinstance(error, InputError):
        return error
    return InputError(
        f"not {kind}, or damaged ({type(error).__name__}: {str(error)[:100]})", where=where, remedy=_AGAIN
    )
