"""Files that are sent: kept in a folder of their own until the answer is sent, and looked at by workers only."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException

from extractor.batch.outcome import State
from extractor.errors import InputError
from extractor.readers import Item
from extractor.service.bodies import Bounds, bounded
from extractor.service.options import ReadOptions
from extractor.service.orders import Order, items_in
from extractor.service.problems import Problem, of_input, of_outcome
from extractor.service.state import Service

_MOST_FILES = 10_000
_MOST_TEXT = 10_000_000
_LONGEST = 120
"""Characters of a name that are kept; file systems take 255 bytes."""
_UNWANTED = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"|?*]')
PREFIX = "extractor-upload-"


@dataclass(frozen=True, slots=True)
class Upload:
    """Files that were sent.

    Attributes:
        folder: Where they are kept.
        names: Their paths in it, in the order in which they were sent.
        form: The other fields of the form.
    """

    folder: str
    names: tuple[str, ...]
    form: FormData

    def remove(self) -> None:
        """Delete the files."""
        shutil.rmtree(self.folder, ignore_errors=True)


async def received(request: Request, bounds: Bounds) -> Upload:
    """The files of a form, under names that are safe and as much as can be those they were sent with.

    Raises:
        Problem: When there are none, they are out of bounds, or the form is broken.
    """
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        remedy = "send multipart/form-data with a part for each file"
        raise Problem(415, "no form with files", where="Content-Type", remedy=remedy, kind="media-type")
    try:
        form = await bounded(request, bounds).form(
            max_files=_MOST_FILES, max_fields=_MOST_FILES, max_part_size=_MOST_TEXT
        )
    except MultiPartException as error:
        raise Problem(400, error.message, where="body", kind="form") from None
    folder = tempfile.mkdtemp(prefix=PREFIX)
    try:
        names = [await run_in_threadpool(_kept, folder, file) for file in _files(form)]
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        await form.close()
    return Upload(folder, tuple(names), form)


async def articles_of(
    upload: Upload, options: ReadOptions, service: Service
) -> AsyncIterator[Item | Problem]:
    """The articles found in the files, undecoded, and in its place why one cannot be."""
    if not upload.names:
        yield Problem(422, "no file in the form", remedy="send each file as a part with a name", kind="empty")
    for name in upload.names:
        order = Order(Item(name, ""), options.reading(), finds=True, folder=upload.folder)
        outcome = await service.outcome(order, in_turn=True)
        if outcome.state is not State.OK:
            yield of_outcome(outcome, name)
            continue
        for found in items_in(outcome):
            yield of_input(found) if isinstance(found, InputError) else found


def safe_path(name: str) -> str:
    """A relative path that stays in its folder and that every system takes, for a name that a stranger has given.

    Folders of the name are kept. Never empty, absolute or hidden, and no ``-``, which stands for standard input.
    """
    parts = [_UNWANTED.sub("_", part).strip(" ") for part in re.split(r"[/\\]", name)]
    parts = [_shortened(part.lstrip(".-") or "_") for part in parts if part not in ("", ".", "..")]
    return "/".join(parts[-8:]) or "_"


def _files(form: FormData) -> list[UploadFile]:
    return [value for _, value in form.multi_items() if isinstance(value, UploadFile) and value.filename]


def _kept(folder: str, file: UploadFile) -> str:
    name = _free(folder, safe_path(file.filename or ""))
    path = Path(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        shutil.copyfileobj(file.file, stream)
    return name


def _free(folder: str, name: str) -> str:
    """The name, or the first like it that no file or folder has."""
    path, number = PurePath(name), 1
    while Path(folder, name).exists() or any(
        Path(folder, parent).is_file() for parent in PurePath(name).parents
    ):
        number += 1
        name = str(
            PurePath(
                f"{path.parent}-{number}" if number > 50 else path.parent,
                f"{path.stem}-{number}{path.suffix}",
            )
        )
    return name


def _shortened(part: str) -> str:
    path = PurePath(part)
    return part if len(part) <= _LONGEST else path.stem[: _LONGEST - len(path.suffix[:20])] + path.suffix[:20]
