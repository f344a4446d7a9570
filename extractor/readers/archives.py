"""Archives, whose members are read as files are: ZIP, TAR and WACZ.

Nothing is ever written to disk, so that no name of a member can lead anywhere. What a member unpacks to is bounded as that of a
compressed file is, and an archive may be inside of another, but not deeper.
"""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from extractor.errors import InputError, PassedOver
from extractor.readers.items import Members, Reading, Source
from extractor.readers.open import opened, seekable
from extractor.readers.streams import ChunkedFile, Chunks
from extractor.readers.unpack import refuse_bomb

_DEEPEST = 2
_PIECE = 1 << 18
_MOST_MEMBERS = 1_000_000
_AGAIN = "fetch or copy the file again"
_FAILURES = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    EOFError,
)
"""Of damaged archives; RuntimeError stands for a password, NotImplementedError for a rare way of compression."""


def is_zip(head: bytes) -> bool:
    """Whether these are the first bytes of a ZIP archive."""
    return head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06")


def is_tar(head: bytes) -> bool:
    """Whether these are the first bytes of a TAR archive."""
    return head[257:262] == b"ustar"


def zip_members(source: Source, reading: Reading) -> Members:
    """The files in a ZIP archive, in its order.

    Raises:
        InputError: When it is damaged, or an archive too deep inside of others.
    """
    _refuse_depth(source)
    with seekable(source, reading) as file, _told(source.name):
        archive = zipfile.ZipFile(file)
        for number, member in enumerate(archive.infolist()):
            _refuse_crowd(number, source.name)
            name = f"{source.name}/{member.filename}"
            if member.is_dir() or _is_hidden(member.filename):
                continue
            if member.flag_bits & 1:
                yield InputError("protected by a password", where=name, remedy="unpack it yourself")
            else:
                chunks = _unpacked(archive, member, name, reading)
                yield _member(name, chunks, source, reading)


def wacz_members(source: Source, reading: Reading) -> Members:
    """The WARC files of a web archive in WACZ; its indexes are passed over."""
    for member in zip_members(source, reading):
        name = member.name if isinstance(member, Source) else member.where
        if isinstance(member, InputError) or "/archive/" in name:
            yield member


def tar_members(source: Source, reading: Reading) -> Members:
    """The files in a TAR archive, read in passing; links and devices are passed over.

    Raises:
        InputError: When it is damaged, or an archive too deep inside of others.
    """
    _refuse_depth(source)
    with _told(source.name):
        archive = tarfile.open(fileobj=ChunkedFile(source.chunks), mode="r|")  # type: ignore[call-overload]  # noqa: SIM115
        for number, member in enumerate(archive):
            _refuse_crowd(number, source.name)
            name = f"{source.name}/{member.name}"
            if member.isdir() or _is_hidden(member.name):
                continue
            content = archive.extractfile(member) if member.isreg() and not member.issparse() else None
            if content is None:
                yield PassedOver("a link, device or sparse file in an archive", where=name)
            else:
                yield _member(name, _pieces(content), source, reading)


def _member(name: str, chunks: Chunks, source: Source, reading: Reading) -> Source | InputError:
    try:
        return opened(name, source.path, chunks, reading, source.depth + 1)
    except InputError as error:
        return error


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, reading: Reading) -> Chunks:
    with _told(name), archive.open(member) as content:
        size = 0
        for piece in _pieces(content):
            size += len(piece)
            refuse_bomb(member.compress_size, size, name, reading)
            yield piece


def _pieces(content: IO[bytes]) -> Chunks:
    while piece := content.read(_PIECE):
        yield piece


def _is_hidden(name: str) -> bool:
    return any(step.startswith((".", "__MACOSX")) and step not in (".", "..") for step in name.split("/"))


def _refuse_depth(source: Source) -> None:
    if source.depth >= _DEEPEST:
        what = f"an archive inside of {_DEEPEST} others"
        raise InputError(what, where=source.name, remedy="unpack it yourself")


def _refuse_crowd(number: int, name: str) -> None:
    if number >= _MOST_MEMBERS:
        raise InputError(
            f"more than {_MOST_MEMBERS:,} files in an archive", where=name, remedy="unpack it yourself"
        )


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turns what the libraries raise into what people are told."""
    try:
        yield
    except _FAILURES as error:
        what = f"a damaged archive ({str(error)[:120]})"
        raise InputError(what, where=name, remedy=_AGAIN) from error
