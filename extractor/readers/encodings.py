"""How bytes become text, and what of it was a guess."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from extractor.errors import InputError
from extractor.readers.streams import mark_of

GUESSED = "encoding-guessed"
"""Flag: nothing told the encoding, which is the likeliest one."""
REPLACED = "characters-replaced"
"""Flag: some bytes were not of the encoding; they are read as cp1252 or stand as U+FFFD."""

_CP1252 = "cp1252"
_READ_AS_CP1252 = {"ascii", "iso8859-1"}
"""What the web calls ASCII and Latin-1 is cp1252 (WHATWG Encoding Standard)."""
_TRUSTED = re.compile(
    r"utf-8|cp(866|125[0-8]|874|932|949|950)|iso8859-\d+|koi8-[ru]|mac-(roman|cyrillic)|gbk|"
    r"gb2312|gb18030|big5|euc_(jp|kr)|iso2022_jp|shift_jis"
)
"""Python's names of the encodings of the web; its codecs hold stranger things, such as ``unicode_escape``."""
_TOGETHER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ALONE = re.compile(rb"[\x80-\xff]")

_SIGNATURES = {
    b"\xff\xd8\xff": "a JPEG image",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a sound, image or film",
    b"ID3": "an MP3 sound",
    b"%PDF-": "a PDF document",
    b"{\\rtf": "an RTF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
}
_ANY_SIGNATURE = tuple(_SIGNATURES)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1b"))
_WIDE = {
    "utf-16-le": (False, True),
    "utf-16-be": (True, False),
    "utf-32-le": (False, True, True, True),
    "utf-32-be": (True, True, True, False),
}
"""Which bytes of a Latin letter are NUL."""
_SAMPLE = 1 << 12
_FEW = 50
"""One control character, or one in so many bytes, is still a text with an accident in it."""


class Decoded(NamedTuple):
    """A text, the encoding it was read in by its Python name, and flags."""

    text: str
    encoding: str
    flags: tuple[str, ...] = ()


def decode(data: bytes, where: str, *, given: str | None = None, declared: str | None = None) -> Decoded:
    """The text of the bytes; whatever the bytes are, unless they are binary, they give one.

    In this order: byte order mark, the encoding ``given`` by the user, UTF-8, UTF-8 with a few bytes of
    cp1252 spliced in, the encoding ``declared`` by page or server, cp1252, and what charset-normalizer finds.

    Raises:
        InputError: When the bytes are no text.
    """
    if not (given and given.startswith(("utf-16", "utf-32"))):
        refuse_binary(data, where)
    return decode_text(data, given=given, declared=declared)


def decode_text(data: bytes, *, given: str | None = None, declared: str | None = None) -> Decoded:
    """The text of the bytes, as `decode` does, of bytes that are known to be a text or a part of one."""
    mark = mark_of(data)
    if mark:
        return _forced(data.removeprefix(mark[0]), mark[1])
    if given:
        return _forced(data, given)
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    if _mostly_utf8(data):
        return Decoded(data.decode("utf-8", "extractor-cp1252"), "utf-8", (REPLACED,))
    name = encoding_of(declared) if declared else None
    if name and (text := _strictly(data, name)):
        return Decoded(text, name)
    if text := _strictly(data, _CP1252):
        return Decoded(text, _CP1252, (GUESSED,))
    return _guessed(data)


def encoding_of(label: str, *, marked: bool = False) -> str | None:
    """Python's name of an encoding, by any of its names; None for what is no encoding of texts.

    Args:
        label: Any of its names.
        marked: Whether UTF-16 and UTF-32 count, which tell themselves by a byte order mark.
    """
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    if name in _READ_AS_CP1252:
        return _CP1252
    trusted = _TRUSTED.fullmatch(name) or (marked and name.startswith(("utf-16", "utf-32")))
    return name if trusted else None


def refuse_binary(data: bytes, where: str) -> None:
    """Tell images, archives and other binary files from text.

    Raises:
        InputError: When the bytes start like a known binary format, or with many characters that no text has.
    """
    if mark_of(data):
        return
    kind = None
    if data.startswith(_ANY_SIGNATURE):
        kind = next(_SIGNATURES[signature] for signature in _SIGNATURES if data.startswith(signature))
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if kind is None and controls > max(1, len(sample) / _FEW):
        if wide := _wide(sample):
            what, remedy = f"{wide.upper()} without a byte order mark", f"name it with --encoding {wide}"
            raise InputError(what, where=where, remedy=remedy)
        kind = "a binary file"
    if kind:
        raise InputError(f"{kind}, not text", where=where, remedy="leave it out, or convert it to text")


def _wide(sample: bytes) -> str | None:
    """The encoding of several bytes a character in which the sample would be text in Latin letters: most others are NUL."""
    for name, places in _WIDE.items():
        shares = [sample[n :: len(places)].count(0) * len(places) / len(sample) for n in range(len(places))]
        if all(share > 0.8 if is_nul else share < 0.1 for share, is_nul in zip(shares, places, strict=True)):
            return name
    return None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _forced(data: bytes, encoding: str) -> Decoded:
    text = _strictly(data, encoding)
    if text is not None:
        return Decoded(text, encoding)
    return Decoded(data.decode(encoding, "replace"), encoding, (REPLACED,))


def _mostly_utf8(data: bytes) -> bool:
    """Whether more bytes above 127 form characters of UTF-8 than do not; by chance they almost never do."""
    rest, together = _TOGETHER.subn(b"", data)
    return together > len(_ALONE.findall(rest))


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # slow to load, and needed for few files

    best = from_bytes(data[: 1 << 16]).best()
    name = encoding_of(best.encoding) if best else None
    if name and (text := _strictly(data, name)):
        return Decoded(text, name, (GUESSED,))
    return Decoded(data.decode(name or _CP1252, "replace"), name or _CP1252, (GUESSED, REPLACED))


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """An error handler: the bytes that are not UTF-8, as cp1252 where that has a character for them."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode(_CP1252, "replace"), error.end


codecs.register_error("extractor-cp1252", _as_cp1252)
