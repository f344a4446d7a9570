"""The output of a run as one file in the format that was asked for, made of its parts once every input has its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.batch.merge import lines_of_run
from extractor.batch.parts import sync_folder
from extractor.errors import OutputError
from extractor.records import ArticleRecord
from extractor.writers import WRITERS, Format
from extractor.writers.files import whole_file


def join(folder: Path, wanted: Format, on_tick: Callable[[], None]) -> Path:
    """The joined file of a run, made unless it is there: it appears whole or not at all, so what is there is whole.

    Args:
        folder: The folder of a run with a row for each input; its lines are of the article layout, unless they stay lines.
        wanted: The format.
        on_tick: Called for each article.

    Raises:
        OutputError: When it cannot be written, or a part is not as it was written.
    """
    target = folder / f"claims{wanted.suffixes[0]}"
    if target.exists():
        return target
    for leftover in folder.glob(f".{target.name}.*"):  # of a run that was killed while it wrote
        leftover.unlink()
    lines = _told(lines_of_run(folder), on_tick)
    try:
        with whole_file(str(target)) as stream:
            if wanted is WRITERS["jsonl"]:
                stream.writelines(lines)
            else:
                wanted.write(map(ArticleRecord.model_validate_json, lines), stream)
    except OutputError as error:
        remedy = "make room, then go on with --resume"
        raise OutputError(error.what, where=error.where, remedy=remedy) from error
    sync_folder(folder)
    return target


def _told(lines: Iterator[bytes], on_tick: Callable[[], None]) -> Iterator[bytes]:
    for of_article in lines:
        on_tick()
        yield of_article
