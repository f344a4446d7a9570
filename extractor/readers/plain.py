"""Plain text out of texts that hold markup: pieces of HTML, entities, Markdown."""

from __future__ import annotations

import html
import re

MARKUP_REMOVED = "markup-removed"
"""Flag: the text held HTML, entities or Markdown; offsets count characters of what was left."""

_NAMES = (
    r"p|br|div|span|a|b|i|u|em|strong|small|sup|sub|ul|ol|li|dl|dt|dd|h[1-6]|hr|img|figure|figcaption|picture|source|"
    r"blockquote|q|cite|table|tbody|thead|tr|td|th|section|article|header|footer|aside|main|iframe|script|style|font|center|"
    r"pre|code|time|video|audio|noscript|mark|abbr|s|del|ins|button|input|form|label|svg|path|nav|address|html|body"
)
_TAG = re.compile(rf"<(?P<closes>/?)(?P<name>{_NAMES})(?P<rest>\s[^<>]*|/)?>", re.IGNORECASE)
_LONE = re.compile(
    r"<(?:br|hr|p|/p|/div|/h[1-6])\s*/?>|<(?:img|a|p|div|iframe)\s[^<>]*=[^<>]*>", re.IGNORECASE
)
"""Tags that nobody writes about without meaning them."""
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_LINK = re.compile(r"!?\[(?P<words>[^\]\n]{0,500})\]\((?:https?:|/|#|mailto:)[^)\s]*(?:\s\"[^\"\n]*\")?\)")
_HEADING = re.compile(r"^(?P<sign>#{1,6}[ \t]+)(?P<words>\S.*?)[ \t#]*$", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w*])(?P<sign>\*\*|__)(?=\S)(?P<words>[^*_\n]{1,500}?)(?<=\S)(?P=sign)(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w*\\])(?P<sign>[*_])(?=\S)(?P<words>[^*_\n]{1,300}?)(?<=\S)(?P=sign)(?![\w*])")
_QUOTED = re.compile(r"^>[ \t]?", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$\n*", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~-])")
_ENOUGH = 2


def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without markup, and MARKUP_REMOVED where there was some; other texts as they stand."""
    found = text
    if "<" in found and is_marked_up(found):
        from extractor.readers.fragments import text_of_fragment  # html.parser, needed for few files

        found = text_of_fragment(found)
    if "&" in found and _ENTITY.search(found):
        found = _unescaped(found)
    if is_markdown(found):
        found = text_of_markdown(found)
    return (text, ()) if found == text else (found, (MARKUP_REMOVED,))


def is_marked_up(text: str) -> bool:
    """Whether a text holds tags of HTML that it means: a pair of them, or one that stands alone."""
    if _LONE.search(text):
        return True
    opened: set[str] = set()
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if tag["closes"] and name in opened:
            return True
        opened.add(name)
    return False


def is_markdown(text: str) -> bool:
    """Whether a text is written in Markdown: a link with its address, or two of its other signs."""
    if "](" in text and _LINK.search(text):
        return True
    if "#" not in text and "**" not in text and "__" not in text:
        return False
    count = 0
    for sign, shape in (("#", _HEADING), ("**", _STRONG), ("__", _STRONG)):
        count += sum(1 for _ in shape.finditer(text)) if sign in text else 0
    return count >= _ENOUGH


def text_of_markdown(text: str) -> str:
    """The words of a text in Markdown; lists keep their bullets, which are layout."""
    found = _RULE.sub("", text)
    found = _LINK.sub(lambda link: "" if link[0].startswith("!") else link["words"], found)
    found = _HEADING.sub(lambda heading: heading["words"], found)
    for shape in (_STRONG, _EMPHASIS):
        found = shape.sub(lambda marked: marked["words"], found)
    found = _QUOTED.sub("", found)
    return _ESCAPED.sub(r"\1", found)


def _unescaped(text: str) -> str:
    """The text with the signs that entities stand for; what was escaped twice is unescaped twice."""
    once = html.unescape(text)
    return (html.unescape(once) if _ENTITY.search(once) else once).replace("\r", "")
