"""Bare sentences to judge: JSON Lines of objects with id and text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from extractor.errors import InputError

_BATCH = 256

Sentence = tuple[object, str]


def read_sentences(path: Path) -> Iterator[list[Sentence]]:
    """Batches of ids and texts, in the order of the file; the id is given back as it is written there.

    Raises:
        InputError: When a line is no such object.
    """
    with path.open(encoding="utf-8") as lines:
        numbered = enumerate(lines, 1)
        while batch := [
            _sentence(line, f"{path}, line {number}") for number, line in islice(numbered, _BATCH)
        ]:
            yield batch


def _sentence(line: str, where: str) -> Sentence:
    try:
        found = json.loads(line)
        name, text = found["id"], found["text"]
    except (ValueError, LookupError, TypeError) as error:
        remedy = 'write {"id": …, "text": "…"} on each line'
        raise InputError(f"no sentence ({error})", where=where, remedy=remedy) from error
    if not isinstance(text, str):
        raise InputError("text is no string", where=where, remedy="write the sentence in quotation marks")
    return name, text
