"""An output file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extractor.errors import OutputError

_DISK_TROUBLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


@contextmanager
def whole_file(out: str) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file ``out`` when the block ends well; after an error all is as before.

    The bytes gather in a hidden file in the same folder, which then takes the place of ``out`` in one step.
    Devices and pipes (``/dev/null``) are written to directly.

    Raises:
        OutputError: When the file cannot be made or filled.
    """
    try:
        target = Path(out).resolve()  # a link goes on pointing to the file
        stream = target.open("wb") if _is_device(target) else None
    except OSError as error:
        raise _refused(out, error) from error
    try:
        yield from _direct(stream) if stream else _replacement(out, target)
    except OSError as error:
        if error.errno not in _DISK_TROUBLE:  # of the block itself, not of our stream
            raise
        raise _refused(out, error) from error


def refuse_overwriting(inputs: Iterable[str], out: str | None) -> None:
    """Refuse an output file that is also read.

    Raises:
        OutputError: When it is.
    """
    if out and any(
        Path(out).exists() and Path(given).exists() and Path(out).samefile(given) for given in inputs
    ):
        raise OutputError(
            "the output is also an input", where=out, remedy="choose another name for the output"
        )


def _direct(device: BinaryIO) -> Iterator[BinaryIO]:
    with device:
        yield device


def _replacement(out: str, target: Path) -> Iterator[BinaryIO]:
    temporary, stream = _open_beside(out, target)
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _put_in_place(out, temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _open_beside(out: str, target: Path) -> tuple[Path, BinaryIO]:
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
        os.fchmod(descriptor, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        return Path(name), os.fdopen(descriptor, "wb")
    except OSError as error:
        raise _refused(out, error) from error


def _put_in_place(out: str, temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except OSError as error:
        raise _refused(out, error) from error


def _is_device(target: Path) -> bool:
    return target.exists() and not target.is_file() and not target.is_dir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refused(out: str, reason: OSError) -> OutputError:
    remedy = "choose a folder that exists, that you may write to and that has room"
    return OutputError(f"cannot be written ({reason.strerror or reason})", where=out, remedy=remedy)
