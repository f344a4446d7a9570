"""Which columns of a table are read, and as what; decided once for a table, by the names of its columns and some of its rows."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.errors import InputError
from extractor.readers.items import Reading
from extractor.readers.names import CONTAINERS, plan_of, words_of
from extractor.readers.prose import prose_column

GUESSED = "text-guessed"
"""Flag: no name told which field holds the text; it is the only one with long prose."""
SAMPLE = 20
"""Rows looked at where no name tells the column of the texts."""
_DATUM = re.compile(r"\W*\d[\d\W]{3,}|https?://.*")
"""What is no name of a column: a long number, a date, an address."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is read.

    Attributes:
        keys: The columns that are read, and the names they are read under.
        flags: GUESSED, where the column of the texts was told by what it holds.
    """

    keys: Mapping[str, str]
    flags: tuple[str, ...] = ()


def plan_table(names: list[str], rows: Iterable[Mapping[str, str]], where: str, reading: Reading) -> Plan:
    """How a table is read: by the names of its columns, and where none is that of the texts, by its one long column.

    Args:
        names: Of the columns.
        rows: Some of its rows.
        where: The table.
        reading: How inputs are read.

    Raises:
        InputError: When no column holds texts, or several may.
    """
    wanted = [name for name in dict.fromkeys(names) if name in _columns(names, reading)]
    keys = {name: name for name in wanted}
    plan = plan_of(tuple(names))
    if "text" in reading.fields:
        if not any(_is_given(name, reading.fields["text"]) for name in names):
            raise _textless(names, where)
    elif not plan["text"] and not CONTAINERS.intersection(map(str.lower, names)):
        if prose := prose_column(rows, [name for name in names if name not in keys]):
            _log.warning("%s: no column is named as a text; %r is taken, which holds long ones", where, prose)
            return Plan({**keys, prose: "text"}, (GUESSED,))
        if not plan["teaser"]:
            raise _textless(names, where)
    return Plan(keys)


def _columns(names: list[str], reading: Reading) -> set[str]:
    """Those columns that hold a field of an article, or a part of one."""
    plan = plan_of(tuple(names))
    known = {name for field, found in plan.items() if field not in reading.fields for name in found}
    given = [name for name in names if any(_is_given(name, path) for path in reading.fields.values())]
    return known.union(given, (name for name in names if name.lower() in CONTAINERS))


def _is_given(name: str, path: str) -> bool:
    """Whether a column is the one that the user named, or holds it: ``fields.bodyText`` is one, or inside of ``fields``."""
    return words_of(name) in (words_of(path), words_of(path.partition(".")[0]))


def _textless(names: list[str], where: str) -> InputError:
    shown = ", ".join(name[:40] for name in names[:12])
    if any(map(_DATUM.fullmatch, names)):
        what = f"the first line names no columns, it holds data: {shown}"
        return InputError(what, where=where, remedy="put a line with the names of the columns above it")
    what = f"no column with the text of articles, only {shown}"
    return InputError(what, where=where, remedy="name it with --field text=COLUMN")
