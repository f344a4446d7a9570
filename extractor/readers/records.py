"""What ``extractor extract`` wrote, read back for export and report: lines of either layout."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from extractor.errors import InputError
from extractor.records import ArticleRecord, ClaimRecord

AnyRecord = ArticleRecord | ClaimRecord

_SUFFIXES = (".jsonl", ".ndjson")
_CLAIMS = re.compile(rb'"claims"\s*:')
"""The key that records of articles have; as a word of the text, "claims" is followed by no colon outside its quotation marks."""
_MARK = b'"schema_version"'


def read_records(inputs: Iterable[str], stdin: BinaryIO) -> Iterator[AnyRecord | InputError]:
    """The records of files, folders and ``-``, of either layout; a bad line comes as an error in its place."""
    return chain.from_iterable(_read(given, stdin) for given in inputs)


def _read(given: str, stdin: BinaryIO) -> Iterator[AnyRecord | InputError]:
    if given == "-":
        yield from _records(stdin, given)
        return
    files = _files(Path(given))
    if not files:
        yield InputError(
            f"no {' or '.join(_SUFFIXES)} file in this folder", where=given, remedy="check the path"
        )
    for path in files:
        try:
            with path.open("rb") as stream:
                yield from _records(stream, str(path))
        except OSError as error:
            why = f"cannot be read ({error.strerror or error})"
            yield InputError(why, where=str(path), remedy="check the path and its permissions")


def _files(given: Path) -> list[Path]:
    if not given.is_dir():
        return [given]
    return sorted(path for path in given.rglob("*") if path.suffix.lower() in _SUFFIXES)


def holds_records(given: str) -> bool:
    """Whether a file, or one of a folder's, begins as what ``extractor extract`` wrote; so does what cannot be looked at."""
    if given == "-":
        return True
    for path in _files(Path(given)):
        try:
            with path.open("rb") as stream:
                first = next((line for line in stream if line.strip()), b"")
        except OSError:
            return True
        if not _are_articles(first, path):
            return True
    return False


def _are_articles(first: bytes, path: Path) -> bool:
    """Whether a file holds articles, by its first line: it is of another kind, or JSON without the mark of a record."""
    if path.suffix.lower() not in _SUFFIXES and not first.lstrip().startswith(b"{"):
        return bool(first)
    try:
        return _MARK not in first and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _records(lines: Iterable[bytes], name: str) -> Iterator[AnyRecord | InputError]:
    empty = True
    for number, line in enumerate(lines, 1):
        if line.strip():
            if empty and _are_articles(line, Path(name)):
                remedy = f"extract their claims first: extractor extract {name} -o claims.jsonl"
                yield InputError("articles, not claims that extractor wrote", where=name, remedy=remedy)
                return
            empty = False
            yield _record(line, f"{name}:{number}")
    if empty:
        yield InputError("no claims in this file", where=name, remedy="give what extractor extract wrote")


def _record(line: bytes, where: str) -> AnyRecord | InputError:
    layout = ArticleRecord if _CLAIMS.search(line) else ClaimRecord
    try:
        return layout.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        what = f"not a record of extractor ({place}{': ' * bool(place)}{first['msg']})"
        return InputError(what, where=where, remedy="give what extractor extract wrote, unchanged")
