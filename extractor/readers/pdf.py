"""PDF, by pdfminer.six, which finds columns and paragraphs by where their letters stand."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.databases import database_of
from extractor.readers.extras import extra
from extractor.readers.items import Item, Reading
from extractor.readers.open import bytes_of

_MOST_PAGES = 500
_NAMELESS = re.compile(
    r"(?i)\(?(?:anonymous|untitled|unspecified|unknown)\)?|microsoft word - .*|.*\.(?:docx?|pdf|indd|qxd)"
)
"""What programs write as title and author where they know none."""
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_PAGE_NUMBER = re.compile(r"(?i)\s*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*")


def is_pdf(head: bytes) -> bool:
    """Whether these are the first bytes of a PDF document."""
    return b"%PDF-" in head[:1024]


def pdf_article(item: Item, reading: Reading) -> Article:
    """The article of a PDF document: its paragraphs column by column, without page numbers and what every page repeats.

    Raises:
        InputError: When it holds no text, as scans do not, or several articles, is damaged, or pdfminer.six is not installed.
    """
    extra("pdfminer.high_level", "pdf", item.name)
    data = bytes_of(item, reading)
    try:
        pages, about = _read(data)
    except Exception as error:  # of pdfminer, and what hostile files make of its arithmetic
        what = f"not PDF, damaged, or protected ({type(error).__name__}: {str(error)[:100]})"
        raise InputError(what, where=item.name, remedy="convert it to text") from error
    text = "\n\n".join(_paragraphs(pages))
    if not text:
        what = "no text in this PDF, which may hold images of pages"
        raise EmptyInputError(what, where=item.name, remedy="run it through OCR, for example with ocrmypdf")
    if database := database_of(text):
        what = f"an export of {database.name} in PDF"
        raise InputError(what, where=item.name, remedy="export it as text, RTF or DOCX")
    named = {name: words for name, words in about.items() if words and not _NAMELESS.fullmatch(words)}
    return Article(text, id=item.name, title=named.get("Title"), author=named.get("Author"), path=item.path)


def _read(data: bytes) -> tuple[list[list[str]], dict[str, str]]:
    """The boxes of text of each page, and what the document says about itself."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTTextContainer
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.utils import decode_text

    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    document = PDFDocument(PDFParser(BytesIO(data)))
    entries = (entry for each in document.info for entry in each.items())
    about = {name: decode_text(value).strip() for name, value in entries if isinstance(value, bytes)}
    pages = extract_pages(BytesIO(data), maxpages=_MOST_PAGES, laparams=LAParams())
    return [[box.get_text() for box in page if isinstance(box, LTTextContainer)] for page in pages], about


def _paragraphs(pages: list[list[str]]) -> Iterator[str]:
    """The boxes as paragraphs, lines joined; one that goes on over a page or column is one."""
    repeated = Counter(_words(box) for page in pages for box in {*page})
    often = {words for words, count in repeated.items() if len(pages) > 2 and count > len(pages) / 2}
    pending = ""
    for box in (box for page in pages for box in page):
        words = _words(box)
        if not words or words in often or _PAGE_NUMBER.fullmatch(words):
            continue
        if pending and pending[-1].isalpha() and words[0].islower():
            pending = f"{pending} {words}"
            continue
        if pending:
            yield pending
        pending = words
    if pending:
        yield pending


def _words(box: str) -> str:
    return " ".join(_HYPHEN.sub("", box).split())
