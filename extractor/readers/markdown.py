"""Markdown: one file, one article; its heading is the headline, its front matter a head like any other."""

from __future__ import annotations

import re

from extractor.article import Article
from extractor.errors import EmptyInputError
from extractor.readers.items import Item, Reading
from extractor.readers.open import bytes_of, decoded
from extractor.readers.plain import MARKUP_REMOVED, plain, text_of_markdown

_FRONT = re.compile(r"\A---[ \t]*\n(?P<fields>(?:[^\n]*\n){0,60}?)---[ \t]*\n")
_QUOTED = re.compile(r"(?m)^(\w[\w -]*:[ \t]*)([\"'])(.*)\2[ \t]*$")


def markdown_article(item: Item, reading: Reading) -> Article:
    """The article of a Markdown file, without its signs.

    Raises:
        InputError: When the file is empty, too long or is not text.
    """
    written, encoding, flags = decoded(bytes_of(item, reading), item, reading)
    written = written.replace("\r\n", "\n")
    front = _FRONT.match(written)
    head = _QUOTED.sub(r"\1\3", front["fields"]) if front else ""
    body, _ = plain(text_of_markdown(written[front.end() if front else 0 :]))
    text = f"{head}\n{body}" if head else body
    if not text.strip():
        raise EmptyInputError("the file is empty", where=item.name, remedy="leave it out")
    removed = () if text == written else (MARKUP_REMOVED,)
    return Article(text, id=item.name, path=item.path, encoding=encoding, flags=(*flags, *removed))
