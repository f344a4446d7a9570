"""Files and folders as the user gave them: which files are read, and in which format."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from extractor.errors import InputError, PassedOver
from extractor.readers.items import Reading
from extractor.readers.streams import refused
from extractor.readers.unpack import PACKED_SUFFIXES

_ADDRESS = re.compile(r"(?i)(?:https?|ftp)://")


def suffix_of(path: str) -> str:
    """The suffix that tells the format, in lower case and without that of compression; empty when there is none."""
    return PurePath(unpacked_name(path)).suffix.lower()


def unpacked_name(path: str) -> str:
    """The path without the suffix of compression."""
    name = PurePath(path)
    return str(name.with_suffix("")) if name.suffix.lower() in PACKED_SUFFIXES else path


def find(given: str, suffixes: tuple[str, ...], reading: Reading) -> Iterator[str | InputError]:
    """The files that a path stands for: itself, or those of a folder, sorted by name, files before folders.

    In a folder, hidden files and folders are left out. Links to folders are not followed. A link that leads out of the
    folder, and a pipe or device under the name of a file, come as errors.
    """
    if _ADDRESS.match(given):
        remedy = f"fetch it: trafilatura --json -u {given} | extractor extract -"
        yield InputError("an address, and extractor fetches nothing", where=given, remedy=remedy)
        return
    try:
        if not given:
            raise FileNotFoundError
        mode = Path(given).stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        missing = InputError("no such file or folder", where=given, remedy="check the path")
        yield missing if isinstance(error, FileNotFoundError) else refused(given, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(given, suffixes, reading)
    else:
        yield given


def passed_over(path: str) -> PassedOver:
    """What is told of a file of no kind that holds articles."""
    kind = suffix_of(path)
    return PassedOver(
        f"a {kind} file" if kind else "a file without a suffix", where=path, remedy="choose it with --glob"
    )


def is_file(path: str) -> bool:
    """Whether a path is a file proper, and no pipe that is gone once it was read."""
    return os.path.isfile(path)  # noqa: PTH113  (asked of each of many files; making a Path takes longer)


def _walk(folder: str, suffixes: tuple[str, ...], reading: Reading) -> Iterator[str | InputError]:
    refusals: list[OSError] = []
    root = os.path.realpath(folder)
    found = 0
    for path, folders, files in os.walk(folder, onerror=refusals.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if reading.recursive else []
        yield from filter(None, (_led_out(str(Path(path) / name), root) for name in folders))
        for name in sorted(files):
            if name.startswith("."):
                continue
            if not _is_wanted(name, suffixes, reading):
                yield passed_over(str(Path(path) / name))
                continue
            found += 1
            yield _checked(str(Path(path) / name), root)
    yield from (refused(str(error.filename), error) for error in refusals)
    if not found and not refusals:
        what = (
            f"no {reading.glob!r} file in this folder"
            if reading.glob
            else "no file with articles in this folder"
        )
        remedy = "check the path, or choose files with --glob"
        yield InputError(what, where=folder, remedy=remedy)


def _is_wanted(name: str, suffixes: tuple[str, ...], reading: Reading) -> bool:
    return fnmatchcase(name, reading.glob) if reading.glob else unpacked_name(name).lower().endswith(suffixes)


def _checked(path: str, root: str) -> str | InputError:
    """The path, unless it is a link that leads out of the folder or no file at all."""
    if (led_out := _led_out(path, root)) is not None:
        return led_out
    if not is_file(path):
        return InputError("no file but a pipe, socket or device", where=path, remedy="leave it out")
    return path


def _led_out(path: str, root: str) -> InputError | None:
    """The error for a link that leads out of the folder, or nowhere."""
    try:
        if not os.path.islink(path):  # noqa: PTH114  (as above)
            return None
        if Path(os.path.realpath(path, strict=True)).is_relative_to(root):
            return None
    except OSError as error:
        return refused(path, error)
    what = "a link that leads out of the folder"
    return InputError(what, where=path, remedy="name its target itself if it is to be read")
