"""Annotated articles out of brat: a folder or ZIP archive of .txt and .ann files, as `extractor export --to brat` makes them."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.evaluate.gold_notes import Drawing

_MANIFEST = "articles.jsonl"
_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t.*")
_RELATION = re.compile(r"R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)\s*")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")


def is_brat(path: Path) -> bool:
    """Whether a path is a ZIP archive, or a folder that holds .ann files."""
    return any(path.glob("*.ann")) if path.is_dir() else path.suffix.lower() == ".zip"


def read_brat(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place and row, as a line of ``corpus/gold``, of every article, by name.

    Raises:
        InputError: When a file cannot be read, or an annotation is of no known form.
    """
    files = _files(path)
    known = _manifest(files, path)
    for name in sorted(file.removesuffix(".ann") for file in files if file.endswith(".ann")):
        where = f"{path}/{name}.ann"
        if f"{name}.txt" not in files:
            raise InputError("its .txt file is missing", where=where, remedy="keep both beside each other")
        article = known.get(name, {})
        drawing = Drawing(files[f"{name}.txt"])
        try:
            _draw(drawing, files[f"{name}.ann"])
            yield where, drawing.row(article.get("id", name), article.get("published"))
        except (ValueError, KeyError) as error:
            remedy = "mend the annotation in brat"
            raise InputError(f"not an annotation of ours ({error})", where=where, remedy=remedy) from error


def _draw(drawing: Drawing, annotations: str) -> None:
    for line in annotations.split("\n"):
        if bound := _TEXT_BOUND.fullmatch(line):
            pieces = [tuple(map(int, piece.split())) for piece in bound[3].split(";")]
            drawing.mark(bound[1], bound[2], [(start, end) for start, end in pieces])
        elif relation := _RELATION.fullmatch(line):
            drawing.links[relation[2]][relation[1]].append(relation[3])
        elif noted := _NOTE.fullmatch(line):
            drawing.notes[noted[1]] = noted[2]


def _files(path: Path) -> Mapping[str, str]:
    try:
        if path.is_dir():
            return {file.name: _text(file.read_bytes()) for file in path.iterdir() if file.is_file()}
        with zipfile.ZipFile(path) as archive:
            return {name: _text(archive.read(name)) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        remedy = "give what brat saved, or what extractor export --to brat made"
        raise InputError(f"cannot be read ({error})", where=str(path), remedy=remedy) from error


def _text(data: bytes) -> str:
    return data.decode("utf-8")


def _manifest(files: Mapping[str, str], path: Path) -> dict[str, dict[str, Any]]:
    try:
        return {entry["name"]: entry for entry in map(json.loads, files.get(_MANIFEST, "").splitlines())}
    except (ValueError, KeyError, TypeError) as error:
        what = f"not the list of articles ({error})"
        raise InputError(
            what, where=f"{path}/{_MANIFEST}", remedy="leave it as export made it, or take it away"
        ) from error
