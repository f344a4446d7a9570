"""What the report is made of: claims as ``extractor extract`` wrote them, and the texts they were found in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from extractor.article import Article
from extractor.errors import InputError
from extractor.readers import read
from extractor.records import ArticleInfo, ArticleRecord, ClaimRecord

AnyRecord = ArticleRecord | ClaimRecord

_SUFFIXES = (".jsonl", ".ndjson")


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


def _records(lines: Iterable[bytes], name: str) -> Iterator[AnyRecord | InputError]:
    empty = True
    for number, line in enumerate(lines, 1):
        if line.strip():
            empty = False
            yield _record(line, f"{name}:{number}")
    if empty:
        yield InputError("no claims in this file", where=name, remedy="give what extractor extract wrote")


def _record(line: bytes, where: str) -> AnyRecord | InputError:
    layout = (
        ArticleRecord if b'"claims"' in line else ClaimRecord
    )  # inside a JSON string its quotes would be escaped
    try:
        return layout.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        what = f"not a record of extractor ({place}{': ' * bool(place)}{first['msg']})"
        return InputError(what, where=where, remedy="give what extractor extract wrote, unchanged")


@dataclass(frozen=True)
class Texts:
    """Article texts that were found.

    Attributes:
        by_hash: SHA-256 of a text, as its record gives it → the text.
        missing: Articles whose text was found nowhere.
        problems: Inputs that could not be read, and files whose text is no longer the one of the record.
    """

    by_hash: dict[str, str] = field(default_factory=dict)
    missing: list[ArticleInfo] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)


def find_texts(articles: Iterable[ArticleInfo], given: Sequence[str]) -> Texts:
    """The texts of articles: those given, then those at the paths their records name.

    A text counts only when its SHA-256 is the record's: on any other text every mark would be a lie.

    Args:
        articles: Whose texts are wanted.
        given: Files and folders that hold them, under whatever names.
    """
    wanted = {article.sha256: article for article in articles}
    texts = Texts()
    for item in read(given if wanted else ()):
        if isinstance(item, InputError):
            texts.problems.append(item)
        elif item.sha256 in wanted:
            texts.by_hash[item.sha256] = item.text
    _look_at_recorded_paths(wanted, texts)
    for sha256, article in wanted.items():
        if sha256 not in texts.by_hash:
            texts.missing.append(article)
            if _is_file(article.path):
                texts.problems.append(_changed(str(article.path)))
    return texts


def _look_at_recorded_paths(wanted: dict[str, ArticleInfo], texts: Texts) -> None:
    paths = {article.path for sha256, article in wanted.items() if sha256 not in texts.by_hash}
    for path in sorted(path for path in paths if path and _is_file(path)):
        for item in read([path]):
            if isinstance(item, Article) and item.sha256 in wanted:
                texts.by_hash[item.sha256] = item.text


def _is_file(path: str | None) -> bool:
    """A record names any path it likes; a device or a pipe would keep us reading for ever."""
    try:
        return path is not None and Path(path).is_file()
    except (OSError, ValueError):  # a name too long, or with NUL
        return False


def _changed(path: str) -> InputError:
    remedy = "extract its claims again, or give the text as it was with --texts"
    return InputError("the text is not the one the claims were extracted from", where=path, remedy=remedy)
