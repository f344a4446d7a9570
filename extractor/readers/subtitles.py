"""Subtitles and transcripts of sound and film, by pysubs2: WebVTT, SubRip and TTML; who speaks opens a paragraph of their own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from extractor.article import Article
from extractor.errors import EmptyInputError, InputError
from extractor.readers.extras import extra
from extractor.readers.find import unpacked_name
from extractor.readers.items import Item, Reading
from extractor.readers.open import bytes_of, decoded

_VOICE = re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^>\n]{1,80})>")
_TAG = re.compile(r"</?[a-z][^>\n]{0,80}>|\{\\[^}\n]{0,80}\}", re.IGNORECASE)
_TURN = re.compile(r"(?:>>\s*)?(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}|[A-Z .'’-]{2,40}):\s|>>|-\s")
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_PAUSE = 3_000
"""Milliseconds of silence that part two paragraphs, behind a full stop."""
_FORMATS = {".vtt": "vtt", ".srt": "srt", ".ttml": "ttml", ".dfxp": "ttml"}


def is_vtt(head: bytes) -> bool:
    """Whether a file begins as WebVTT does."""
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def subtitles_article(item: Item, reading: Reading) -> Article:
    """The words of subtitles as text: a paragraph a turn, "Anna: …" where the file says who speaks.

    Raises:
        InputError: When it is none of the formats, or pysubs2 is not installed.
        EmptyInputError: When nothing is said.
    """
    pysubs2 = extra("pysubs2", "subtitles", item.name)
    text, encoding, flags = decoded(bytes_of(item, reading), item, reading)
    form = (
        "vtt"
        if is_vtt(text[:16].encode())
        else _FORMATS.get(PurePath(unpacked_name(item.name)).suffix.lower(), "srt")
    )
    try:
        subtitles = pysubs2.SSAFile.from_string(_VOICE.sub(r"\1: ", text), format_=form)
    except Exception as error:  # of ElementTree, and its own
        what = f"not {form.upper()} subtitles ({type(error).__name__}: {str(error)[:100]})"
        raise InputError(what, where=item.name, remedy="convert them to text") from error
    cues = ((each.start, each.end, each.plaintext) for each in subtitles)
    spoken = "\n\n".join(_paragraphs(cues))
    if not spoken:
        raise EmptyInputError("subtitles without words", where=item.name, remedy="leave them out")
    return Article(spoken, id=item.name, path=item.path, encoding=encoding, flags=flags)


def _paragraphs(cues: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """The cues joined to paragraphs; what rolls up and is shown again comes once."""
    paragraph: list[str] = []
    last, ended = "", 0
    for start, end, words in cues:
        for line in _lines(words):
            if line == last:
                continue
            turns = _TURN.match(line) is not None
            pauses = start - ended > _PAUSE and _ENDS.search(last) is not None
            if paragraph and (turns or pauses):
                yield " ".join(paragraph)
                paragraph = []
            paragraph.append(line)
            last = line
        ended = end
    if paragraph:
        yield " ".join(paragraph)


def _lines(words: str) -> Iterator[str]:
    for line in html.unescape(_TAG.sub("", words)).splitlines():
        if line := re.sub(r"^(?:>>|-)\s*", "", line.strip()).strip():
            yield line
