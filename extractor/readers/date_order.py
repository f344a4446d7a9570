"""Which of day and month comes first in 03/04/2024, by the other dates of the same file."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from extractor.errors import InputError
from extractor.readers.dates import DateOrder
from extractor.readers.items import Reading
from extractor.readers.streams import chunks_of
from extractor.readers.unpack import unpacked

_VALUE = re.compile(rb"[\"',;\t|\n]\s{0,2}(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}(?=[\"',;\t|\s])")
"""A value that begins with such a date, in whatever notation tables and records are written."""


def order_of_file(path: str | None, reading: Reading) -> DateOrder | None:
    """The order of all dates of a file that can be read in one order only; None where there are none, or some of each.

    Args:
        path: Of a table or a file of records, packed or not.
        reading: How much it may unpack to.
    """
    try:
        return _order(path, Path(path).stat().st_mtime_ns, reading.max_ratio) if path else None
    except (InputError, OSError):
        return None


@lru_cache(64)
def _order(path: str, changed: int, max_ratio: int) -> DateOrder | None:
    found: set[DateOrder] = set()
    rest = b"\n"
    for chunk in unpacked(chunks_of(path), path, Reading(max_ratio=max_ratio)):
        piece = rest + chunk
        for first, _, second in _VALUE.findall(piece):
            if int(first) > 12 >= int(second):
                found.add(DateOrder.DMY)
            elif int(second) > 12 >= int(first):
                found.add(DateOrder.MDY)
        if len(found) > 1:
            return None
        rest = piece[-16:]
    return next(iter(found), None)
