"""Plain text: one file, one article."""

from __future__ import annotations

from extractor.article import Article
from extractor.errors import EmptyInputError
from extractor.readers.html import html_article, looks_like_html
from extractor.readers.items import Item, Reading
from extractor.readers.open import bytes_of, decoded


def text_article(item: Item, reading: Reading) -> Article:
    """The article of a text file, newline characters untouched; a web page under a name in .txt is read as one.

    Raises:
        InputError: When the file is empty, too long or is not text.
    """
    data = bytes_of(item, reading)
    if looks_like_html(data):
        return html_article(item, reading)
    text, encoding, flags = decoded(data, item, reading)
    if not text.strip():
        raise EmptyInputError("the file is empty", where=item.name, remedy="leave it out")
    return Article(text, id=item.path or "", path=item.path, encoding=encoding, flags=flags)
