"""Plain text: one file, one article."""

from __future__ import annotations

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.databases import articles_in
from extractor.readers.html import html_article, looks_like_html
from extractor.readers.items import STDIN, Item, Reading
from extractor.readers.open import bytes_of, decoded
from extractor.readers.plain import plain


def text_article(item: Item, reading: Reading) -> Article:
    """The article of a text file, newline characters untouched; a web page under a name in .txt is read as one.

    Raises:
        InputError: When the file is empty, too long or is not text.
    """
    data = bytes_of(item, reading)
    if looks_like_html(data):
        return html_article(item, reading)
    written, encoding, flags = decoded(data, item, reading)
    if not written.strip():
        raise EmptyInputError("the file is empty", where=item.name, remedy="leave it out")
    if (number := articles_in(written)) > 1:
        what = f"{number} articles in one file, with no sign of a database at its beginning"
        raise InputError(what, where=item.name, remedy="give each a file of its own")
    text, removed = plain(written)
    if not text.strip():
        raise EmptyInputError("nothing but markup in this file", where=item.name, remedy="leave it out")
    name = "" if item.name == STDIN else item.name
    return Article(text, id=name, path=item.path, encoding=encoding, flags=(*flags, *removed))
