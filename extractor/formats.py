"""Registries: the formats that articles are read from and records are written in, found by name or by a file's suffix.

`readers.READERS` and `writers.WRITERS` are two of them. A format is one file in their package and one row here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Generic, Protocol, TypeVar

from extractor.errors import ExtractorError


class Row(Protocol):
    """What every format says about itself."""

    @property
    def name(self) -> str:
        """By which people choose it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Of its files, in lower case; a longer one goes before a shorter one (``.annotations.jsonld``)."""

    @property
    def purpose(self) -> str:
        """What it holds, or whom it is for, in words."""


F = TypeVar("F", bound=Row)


class Registry(Mapping[str, F], Generic[F]):
    """Formats by their names, in the order of their rows."""

    def __init__(self, *rows: F) -> None:
        self._rows = {row.name: row for row in rows}
        self._by_suffix: dict[str, tuple[F, ...]] = {}

    def __getitem__(self, name: str) -> F:
        return self._rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def named(self, name: str) -> F:
        """The format of that name.

        Raises:
            ExtractorError: When there is none.
        """
        if name not in self._rows:
            raise ExtractorError(
                f"no format {name!r}", where="format", remedy=f"use one of {', '.join(self)}"
            )
        return self._rows[name]

    def of_file(self, path: str) -> tuple[F, ...]:
        """The formats that a file may have by its suffix, the first of them the likeliest; empty when it tells none."""
        file = PurePath(path).name.lower()
        fitting = [
            (len(suffix), row) for row in self.values() for suffix in row.suffixes if file.endswith(suffix)
        ]
        longest = max((length for length, _ in fitting), default=0)
        return tuple(row for length, row in fitting if length == longest)

    def of_suffix(self, suffix: str) -> tuple[F, ...]:
        """As `of_file`, for a suffix alone; remembered, since folders hold thousands of files of a few kinds."""
        if suffix not in self._by_suffix:
            self._by_suffix[suffix] = self.of_file(suffix)
        return self._by_suffix[suffix]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """All suffixes, each once."""
        return tuple(dict.fromkeys(suffix for row in self.values() for suffix in row.suffixes))
