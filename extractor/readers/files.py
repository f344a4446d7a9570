"""Files and folders as the user gave them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePath

from extractor.errors import InputError
from extractor.readers.source import Source

_BEFORE_TEXT = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""White space and what byte order marks are made of."""


def find(given: str, suffixes: tuple[str, ...]) -> Iterator[str | InputError]:
    """The files that a path stands for: itself, or those with a known suffix below a folder, sorted by name.

    Hidden files and folders are left out, links to folders are not followed.
    """
    if Path(given).is_dir():
        yield from _walk(given, suffixes)
    elif Path(given).exists():
        yield given
    else:
        yield InputError("no such file or folder", where=given, remedy="check the path")


def suffix_of(path: str) -> str:
    """The suffix that tells the format, in lower case; empty when the name has none."""
    return PurePath(path).suffix.lower()


def lines_of(path: str) -> Iterator[bytes]:
    """The bytes of a file, cut after each newline.

    Raises:
        InputError: When the system does not let us read it.
    """
    try:
        with Path(path).open("rb") as stream:
            yield from stream
    except OSError as error:
        raise _refused(path, error) from error


def starts_as_json(source: Source) -> tuple[bool, Source]:
    """Whether the first non-space character is ``{``, and the source with nothing of it lost."""
    lines = iter(source.lines)
    head: list[bytes] = []
    first = b""
    while not first and (line := next(lines, b"")):
        head.append(line)
        first = line.lstrip(_BEFORE_TEXT)
    return first.startswith(b"{"), Source(source.name, chain(head, lines))


def _walk(folder: str, suffixes: tuple[str, ...]) -> Iterator[str | InputError]:
    refused: list[OSError] = []
    found = 0
    for path, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if suffix_of(name) in suffixes and not name.startswith("."):
                found += 1
                yield str(Path(path) / name)
    yield from (_refused(str(error.filename), error) for error in refused)
    if not found and not refused:
        yield InputError(f"no {_either(suffixes)} file in this folder", where=folder, remedy="check the path")


def _either(suffixes: tuple[str, ...]) -> str:
    return f"{', '.join(suffixes[:-1])} or {suffixes[-1]}"


def _refused(path: str, error: OSError) -> InputError:
    return InputError(
        f"cannot be read ({error.strerror or error})", where=path, remedy="check the path and its permissions"
    )
