"""Units and currencies, and the surfaces that name them, looked up longest first: an expression of so many would be slow."""

from __future__ import annotations

import re
from collections.abc import ItemsView, Iterable, Mapping, ValuesView
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.annotations import UnitKind
from extractor.errors import ResourceError

_STOPPED = re.compile(r"(?i)(sq|st)\.(?=[^\S\n])")
_PIECE = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[.'’][^\W_]+)*|[%&]")
_GAP = re.compile(r"[^\S\n]{1,20}+-?[^\S\n]?|-")
_PIECES = 6
"""Words of the longest name: "million British thermal units an hour"."""
_END = re.compile(r"(?![\w]|-half|[^\S\n]half)")
_BRACKETS = "([{<"
_SYMBOL_END = re.compile(r"(?![A-Za-z0-9]|\.m\b)")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is measured in.

    Attributes:
        name: Singular English name ("kilometre", "dollar").
        kind: Dimension in the words of the JSON contract.
        currency: ISO 4217 code, for money; None when the word leaves open which ("francs").
        per: Denominator inside the unit ("hour" of "mile per hour").
    """

    name: str
    kind: UnitKind
    currency: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A currency that an open word or sign may stand for, with the words that point to it ("Iranian", "Iran")."""

    unit: Unit
    clues: frozenset[str]


class Found(NamedTuple):
    """A surface in the text: how it stands in its table, its unit, and where it begins and ends."""

    surface: str
    unit: Unit
    start: int
    end: int


class Surfaces:
    """A table of surfaces, spaces made single."""

    def __init__(self) -> None:
        self._units: dict[str, Unit] = {}
        self._longest = 0

    def __getitem__(self, surface: str) -> Unit:
        return self._units[surface]

    def __contains__(self, surface: str) -> bool:
        return surface in self._units

    def get(self, surface: str) -> Unit | None:
        """The unit of a surface; None when there is none."""
        return self._units.get(surface)

    def values(self) -> ValuesView[Unit]:
        """Units, one for each surface."""
        return self._units.values()

    def items(self) -> ItemsView[str, Unit]:
        """Surfaces and units."""
        return self._units.items()

    def add(self, surfaces: Iterable[str], unit: Unit) -> None:
        """Enter surfaces of a unit.

        Raises:
            ResourceError: When one names another unit already.
        """
        for surface in surfaces:
            if self._units.setdefault(surface, unit) != unit:
                raise ResourceError(
                    f"{surface!r} names {self._units[surface].name} and {unit.name}",
                    where="lexicons/quantity_*.toml",
                    remedy="keep one",
                )
            self._longest = max(self._longest, len(surface))

    def offer(self, surfaces: Iterable[str], unit: Unit) -> None:
        """Enter those of a unit's surfaces that nothing else has."""
        for surface in surfaces:
            self._units.setdefault(surface, unit)
            if len(surface) > self._longest:
                self._longest = len(surface)

    def at(self, text: str, start: int) -> Found | None:
        """The longest surface that begins at an offset."""
        near = _spaced(text[start : start + self._longest])
        for length in range(len(near), 0, -1):
            if unit := self._units.get(near[:length]):
                return Found(near[:length], unit, start, start + length)
        return None

    def before(self, text: str, least: int, end: int) -> Found | None:
        """The longest surface that ends at an offset, behind no letter and not before ``least``."""
        start = max(least, end - self._longest)
        near = _spaced(text[start:end])
        for skipped in range(len(near)):
            first = start + skipped
            unit = self._units.get(near[skipped:])
            if unit and not (first and text[first - 1].isalnum() and near[skipped].isalnum()):
                return Found(near[skipped:], unit, first, end)
        return None


@dataclass(frozen=True, slots=True)
class Units:
    """Surfaces of units and currencies.

    Attributes:
        words: Spelled forms, lower case, hyphens as spaces.
        symbols: Written after the number, case kept.
        prefixes: Currency symbols and codes written before the number.
        letters: Currencies by the capital letter that may stand for them before the number.
        parts: Names by symbol of what a compound unit may be made of ("kV" and "cm" of "kV/cm").
        choices: What an open word or sign may stand for, by the name of its unit ("franc").
    """

    words: Surfaces = field(default_factory=Surfaces)
    symbols: Surfaces = field(default_factory=Surfaces)
    prefixes: Surfaces = field(default_factory=Surfaces)
    letters: Surfaces = field(default_factory=Surfaces)
    parts: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)

    def word_at(self, text: str, start: int) -> Found | None:
        """The longest unit in words at an offset: "US dollars", "nautical miles", "square-foot"."""
        pieces: list[str] = []
        ends: list[int] = []
        position = start
        while len(pieces) < _PIECES and (
            piece := _STOPPED.match(text, position) or _PIECE.match(text, position)
        ):
            word = piece[piece.lastindex or 0].lower()
            pieces.append("and" if word == "&" else word)
            ends.append(piece.end())
            gap = _GAP.match(text, piece.end())
            if gap is None:
                break
            position = gap.end()
        for count in range(len(pieces), 0, -1):
            surface = " ".join(pieces[:count])
            unit = self.words.get(surface)
            if unit and _END.match(text, ends[count - 1]):
                return Found(surface, unit, start, ends[count - 1])
        return None

    def symbol_at(self, text: str, start: int) -> Found | None:
        """The longest symbol behind a number, a space, hyphen or bracket between: "12 km", "9-mm", "5 (kg"."""
        first = start
        if first < len(text) and (text[first] == "-" or (text[first].isspace() and text[first] != "\n")):
            first += 1
        if first < len(text) and text[first] in _BRACKETS:
            first += 1
        found = self.symbols.at(text, first)
        while found and not _SYMBOL_END.match(text, found.end):
            shorter = found.surface[:-1]
            found = next(
                (
                    Found(shorter[:length], self.symbols[shorter[:length]], first, first + length)
                    for length in range(len(shorter), 0, -1)
                    if shorter[:length] in self.symbols
                ),
                None,
            )
        return found


def _spaced(text: str) -> str:
    """The text with every blank but a line break as a plain space."""
    return (
        text
        if text.isascii() and "\t" not in text
        else "".join(" " if character.isspace() and character != "\n" else character for character in text)
    )
