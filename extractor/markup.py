"""Inline notation for annotated text: ``<source>Ana</source> <cue>said</cue> <content 1>…</content 1>`` ⇄ (text, marks).

A tag is ``<label>``, ``<label key>`` or ``<label key name=value other="two words">``; it closes with ``</label>`` or
``</label key>``. Tags may cross, since a closing tag names what it closes. Literal ``<`` and ``&`` are written ``&lt;`` and
``&amp;``. Tests, the corpus and the rules' examples are written in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)([a-z_]+)((?:\s+[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"""\s*(?:([\w-]+)=(?:"([^"]*)"|(\S+))|(\S+))""")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of text: ``text[start:end]`` in code points of the plain text.

    Attributes:
        key: Tells marks of one label apart, and joins marks of different labels into one attribution.
        values: The attributes of the opening tag.
    """

    label: str
    start: int
    end: int
    key: str = ""
    values: dict[str, str] = field(default_factory=dict, compare=True, hash=False)


def parse(annotated: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks, in the order of their starts (the longer first).

    Raises:
        ValueError: When a tag is not closed or closes nothing.
    """
    plain: list[str] = []
    length = position = 0
    opened: list[tuple[str, str, int, dict[str, str]]] = []
    marks: list[Mark] = []
    for tag in _TAG.finditer(annotated):
        piece = _unescape(annotated[position : tag.start()])
        plain.append(piece)
        length, position = length + len(piece), tag.end()
        key, values = _attributes(tag[3])
        if not tag[1]:
            opened.append((tag[2], key, length, values))
            continue
        for index in range(len(opened) - 1, -1, -1):
            if opened[index][:2] == (tag[2], key):
                _, _, start, values = opened.pop(index)
                marks.append(Mark(tag[2], start, length, key, values))
                break
        else:
            raise ValueError(f"{tag[0]} closes nothing, at character {tag.start()}")
    if opened:
        label, key, start, _ = opened[0]
        raise ValueError(f"<{label} {key}> at character {start} of the plain text is never closed")
    plain.append(_unescape(annotated[position:]))
    return "".join(plain), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def render(text: str, marks: Iterable[Mark]) -> str:
    """The text with its marks as tags; ``parse`` gives both back."""
    edges: list[tuple[int, int, int, str]] = []
    for mark in marks:
        name = f"{mark.label} {mark.key}".strip()
        values = "".join(
            f' {key}="{_escape(value).replace(chr(34), "&quot;")}"' for key, value in mark.values.items()
        )
        length = mark.end - mark.start
        edges.append((mark.start, 1, -length, f"<{name}{values}>"))
        edges.append((mark.end, 0, length, f"</{name}>"))
    out: list[str] = []
    position = 0
    for place, _, _, tag in sorted(edges):
        out += [_escape(text[position:place]), tag]
        position = place
    return "".join([*out, _escape(text[position:])])


def _attributes(written: str) -> tuple[str, dict[str, str]]:
    key, values = "", {}
    for name, quoted, bare, flag in _ATTRIBUTE.findall(written):
        if name:
            values[name] = _unescape(quoted or bare)
        elif flag:
            key = flag
    return key, values


def _unescape(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def _escape(text: str) -> str:
    for entity, character in reversed(_ENTITIES[:2] + _ENTITIES[3:]):
        text = text.replace(character, entity)
    return text
