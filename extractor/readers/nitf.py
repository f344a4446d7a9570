"""IPTC NITF, the news industry text format (iptc.org/std/NITF), alone or inside a NewsML-G2 item.

Expat reads it with nothing switched on that XML attacks need: no entity that the document defines, no file or
address that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.fields import byline
from extractor.readers.items import Item, Reading
from extractor.readers.open import bytes_of, decoded
from extractor.readers.published import read_published

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_DEEP = 100
_PARAGRAPHS = ("p", "hl2", "li", "dt", "dd", "pre", "td", "th", "credit")
_LEFT_OUT = ("media", "fn", "note", "table")
_SPACE = re.compile(r"\s+")


def is_nitf(head: bytes) -> bool:
    """Whether a file begins as XML that is no web page does."""
    return head.startswith((b"<?xml", b"<nitf"))


def nitf_article(item: Item, reading: Reading) -> Article:
    """The article of an NITF file: the paragraphs of its body, and what its head says.

    Raises:
        InputError: When it is no well-formed XML, not NITF, defines entities, or has no text.
    """
    data = bytes_of(item, reading)
    declared = _DECLARED.match(data[:1000])
    text, encoding, flags = decoded(data, item, reading, declared[1].decode() if declared else None)
    nitf = _Nitf(_parsed(text, item.name), item.name)
    published = read_published(nitf.dates())
    return Article(
        nitf.text(),
        id=nitf.attribute("doc-id", "id-string") or item.name,
        title=nitf.words("hl1") or nitf.words("title"),
        outlet=nitf.attribute("pubdata", "name")
        or nitf.words("distributor")
        or nitf.attribute("doc.copyright", "holder"),
        url=nitf.attribute("pubdata", "ex-ref"),
        author=byline(nitf.words("byline")),
        path=item.path,
        encoding=encoding,
        **published.as_fields,
        flags=(*flags, *published.flags),
    )


class _Nitf:
    """The tree of a document, asked for its parts."""

    def __init__(self, root: Element, where: str) -> None:
        nitf = next(root.iter("nitf"), None)
        if nitf is None:
            what = f"XML that is not NITF (its first element is {root.tag[:40]!r})"
            raise InputError(what, where=where, remedy="convert it to NITF, ninjs, JSON Lines or text")
        self._root, self._where = nitf, where

    def words(self, tag: str) -> str | None:
        """The words of the first such element that has any."""
        texts = (_SPACE.sub(" ", "".join(each.itertext())).strip() for each in self._root.iter(tag))
        return next(filter(None, texts), None)

    def attribute(self, tag: str, name: str) -> str | None:
        """An attribute of the first such element that has it."""
        values = ((each.get(name) or "").strip() for each in self._root.iter(tag))
        return next(filter(None, values), None)

    def dates(self) -> Iterator[str]:
        """The day of issue, of publication and of release, such as 20230731T101500Z."""
        places = (("date.issue", "norm"), ("pubdata", "date.publication"), ("date.release", "norm"))
        return filter(None, (self.attribute(*place) for place in places))

    def text(self) -> str:
        """The paragraphs of the body with an empty line between them."""
        found = [paragraph for body in self._root.iter("body.content") for paragraph in _paragraphs(body)]
        if not found:
            raise EmptyInputError("an NITF document without text", where=self._where, remedy="leave it out")
        return "\n\n".join(found)


def _paragraphs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _PARAGRAPHS:
            text = _SPACE.sub(" ", "".join(child.itertext())).strip()
            if text:
                yield text
        elif child.tag not in _LEFT_OUT:
            yield from _paragraphs(child)


def _parsed(text: str, where: str) -> Element:
    """The tree of a document, without namespaces."""
    from xml.parsers import expat

    parser = expat.ParserCreate("utf-8")
    tree = _Tree(where)
    parser.StartElementHandler, parser.EndElementHandler = tree.start, tree.end
    parser.CharacterDataHandler, parser.SkippedEntityHandler = tree.builder.data, tree.skipped
    parser.EntityDeclHandler = tree.refuse
    parser.UseForeignDTD(True)  # a DTD is neither fetched nor missed
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise InputError(f"not XML ({error})", where=where, remedy="mend it, or leave it out") from None
    return tree.builder.close()


class _Tree:
    """Builds the tree out of what expat tells."""

    def __init__(self, where: str) -> None:
        from xml.etree.ElementTree import TreeBuilder

        self.builder = TreeBuilder()
        self._where = where
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEP:
            raise InputError("nested too deeply to be an article", where=self._where, remedy="flatten it")
        self.builder.start(tag.rpartition(":")[2], attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self.builder.end(tag.rpartition(":")[2])

    def skipped(self, name: str, is_parameter: bool) -> None:
        """An entity of a DTD that was not fetched: the named characters of HTML are known all the same."""
        from html.entities import html5

        self.builder.data(html5.get(f"{name};", "\ufffd"))

    def refuse(self, *_: object) -> None:
        """An entity that the document defines, by which a few lines become gigabytes."""
        raise InputError("XML that defines entities", where=self._where, remedy="write them out")
