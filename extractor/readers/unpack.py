"""Compressed streams, unpacked as they are read, within bounds that no bomb gets past."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Protocol

from extractor.errors import InputError
from extractor.readers.extras import extra
from extractor.readers.items import Reading
from extractor.readers.streams import Chunks, peek

PACKED_SUFFIXES = (".gz", ".zst")
"""Of compressed files; the suffix before tells what is inside: ``articles.jsonl.gz``."""

_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_PIECE = 1 << 20
_FREE = 16 << 20
"""So many bytes may be unpacked at any ratio: a short file of spaces is no bomb."""
_WINDOW = 27
"""Frames of zstd that need more than 2**27 bytes to unpack are refused, as its own command line does."""
_AGAIN = "fetch or copy the file again"


class _Unpacker(Protocol):
    """What the objects of zlib and zstd have in common; one reads one gzip member or zstd frame."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _GzipMember:
    """zlib keeps what it had no room to unpack apart; here it is fed back, as zstd does by itself."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inflate.eof

    @property
    def unused_data(self) -> bytes:
        return self._inflate.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inflate.decompress(self._inflate.unconsumed_tail + data, max_length)


def is_packed(head: bytes) -> bool:
    """Whether these are the first bytes of a stream compressed by gzip or zstd."""
    return head.startswith((_GZIP, _ZSTD))


def unpacked(chunks: Chunks, name: str, reading: Reading) -> Chunks:
    """The stream, unpacked if its first bytes are those of gzip or zstd; its name does not matter.

    A file that was cut off gives all that can be unpacked, and then the error.

    Raises:
        InputError: When it is damaged or cut off, unpacks to more than `Reading` allows, or zstd is missing.
    """
    head, chunks = peek(chunks, len(_ZSTD))
    if head.startswith(_GZIP):
        return _unpacked(chunks, _GzipMember, (zlib.error,), name, reading)
    if head.startswith(_ZSTD):
        zstd = _zstd(name)
        options = {zstd.DecompressionParameter.window_log_max: _WINDOW}
        return _unpacked(
            chunks, lambda: zstd.ZstdDecompressor(options=options), (zstd.ZstdError,), name, reading
        )
    return chunks


def _zstd(name: str) -> ModuleType:
    """The zstd of the standard library, or what brings it to a Python older than 3.14."""
    if sys.version_info >= (3, 14):
        return import_module("compression.zstd")
    return extra("backports.zstd", "zst", name)


def _unpacked(
    chunks: Chunks,
    unpacker: Callable[[], _Unpacker],
    failures: tuple[type[Exception], ...],
    name: str,
    reading: Reading,
) -> Chunks:
    """All members of a compressed stream, one after the other; zeros after the last are padding."""
    member: _Unpacker | None = None
    packed = size = 0
    for chunk in chunks:
        packed += len(chunk)
        rest = chunk
        while member or (rest := rest.lstrip(b"\0")):
            member = member or unpacker()
            try:
                piece = member.decompress(rest, _PIECE)
            except failures as error:
                raise InputError(f"damaged compressed data ({error})", where=name, remedy=_AGAIN) from error
            size += len(piece)
            refuse_bomb(packed, size, name, reading)
            yield piece
            rest = b""
            if member.eof:
                rest, member = member.unused_data, None
            elif len(piece) < _PIECE:
                break  # it has nothing more to give before the next chunk
    if member:
        raise InputError("the compressed data break off", where=name, remedy=_AGAIN)


def refuse_bomb(packed: int, size: int, name: str, reading: Reading) -> None:
    """Refuse what unpacks to more than it may.

    Raises:
        InputError: When it does.
    """
    if size > reading.max_unpacked:
        what = f"unpacks to more than {reading.max_unpacked:,} bytes"
    elif size > _FREE and size > packed * reading.max_ratio:
        what = f"unpacks to more than {reading.max_ratio} times its size"
    else:
        return
    raise InputError(f"{what}, the limit", where=name, remedy="unpack it yourself if you trust it")
