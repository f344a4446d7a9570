"""Text out of pieces of HTML that an agency wrote as the body of an article: nothing to tell from advertisements."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|d[dlt]|div|fig(caption|ure)|footer|h[1-6r]|header|li|main|nav|[ou]l|p|pre|"
    r"section|t(able|d|h|r)"
)
_SILENT = frozenset(("script", "style", "template", "head"))
_SPACE = re.compile(r"[ \t\r\n\f]+")


def text_of_fragment(markup: str) -> str:
    """The text of a piece of HTML: paragraphs with an empty line between them, white space as a browser shows it."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.text


def title_of_page(markup: str) -> str | None:
    """The first heading of a page, or else its title, as words."""
    for tag in ("h1", "h2", "title"):
        found = re.search(rf"<{tag}\b[^>]{{0,500}}>(.{{1,1000}}?)</{tag}>", markup, re.IGNORECASE | re.DOTALL)
        if found and (words := " ".join(text_of_fragment(found[1]).split())):
            return words
    return None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[list[str]] = [[]]
        self._silent = 0

    @property
    def text(self) -> str:
        joined = ("".join(pieces) for pieces in self._paragraphs)
        lines = ("\n".join(_SPACE.sub(" ", line).strip() for line in text.split("\v")) for text in joined)
        return "\n\n".join(line for line in (text.strip() for text in lines) if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if _BLOCK.fullmatch(tag):
            self._paragraphs.append([])
        elif tag == "br":
            self._paragraphs[-1].append("\v")  # told from newlines of the markup, which mean nothing

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if _BLOCK.fullmatch(tag):
            self._paragraphs.append([])

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._paragraphs[-1].append(data.replace("\v", " "))
