"""Annotated articles: the corpus's own JSON Lines, the plain forms of PolNeAR, TIMEX3 and number corpora, brat and Label Studio.

A layer that a record does not speak of is None, and is not scored.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from extractor.article import Article
from extractor.errors import InputError
from extractor.evaluate.gold_brat import is_brat, read_brat
from extractor.evaluate.gold_labelstudio import read_labelstudio

T = TypeVar("T")

Stretch = tuple[int, int]
"""Start and end of a span, half-open, in code points of the article text."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """An attribution as a person marked it.

    Attributes:
        claimant: Name of the claimant; None when a reader cannot tell.
        resolved_by: name, surname, pronoun, …; None when not annotated.
        via: Names of the reporting sources.
        carried: Whether it continues an attribution without a cue.
        resolved: Whether claimant and via were annotated at all.
    """

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    claimant: str | None = None
    resolved_by: str | None = None
    via: tuple[str, ...] = ()
    carried: bool = False
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """A number as a person read it: low and high are equal but for a range.

    The unit of a bare count is what is counted.
    .
    """

    span: Stretch
    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class GoldTimex:
    """A time expression as a person read it; ``interval`` is None when its days were not annotated."""

    span: Stretch
    value: str
    interval: tuple[str | None, str | None] | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with the layers that were annotated.

    Attributes:
        given: Spans of dates that were given as metadata (``is_dct``); what is found there does not count.
    """

    article: Article
    attributions: tuple[GoldAttribution, ...] | None
    quantities: tuple[GoldQuantity, ...] | None
    timexes: tuple[GoldTimex, ...] | None
    given: tuple[Stretch, ...] = ()


def read_gold(paths: Iterable[str | Path]) -> list[GoldArticle]:
    """The annotated articles of files and folders.

    Args:
        paths: JSON Lines files, folders of ``*.jsonl`` files sorted by name, ``.json`` exports of Label Studio, and folders
            or ``.zip`` archives of brat.

    Raises:
        InputError: When there are none, or one is not in one of the known forms.
    """
    articles = [gold for path in paths for gold in _read_path(Path(path))]
    if not articles:
        raise InputError(
            "no annotated articles",
            where=", ".join(map(str, paths)),
            remedy="give .jsonl files, or what brat or Label Studio saved",
        )
    return articles


def gold_article(row: dict[str, Any]) -> GoldArticle:
    """One record in any of the known forms.

    Raises:
        KeyError, TypeError, ValueError: When it is in none of them.
    """
    published = row.get("published") or row.get("dct")
    day = dt.date.fromisoformat(published[:10]) if published else None
    article = Article(row["text"], id=row["id"], published=day, published_from="metadata" if day else None)
    timexes = row.get("timexes")
    return GoldArticle(
        article=article,
        attributions=_layer(row.get("attributions"), _attribution),
        quantities=_layer(row.get("quantities"), _quantity),
        timexes=_layer(timexes and [timex for timex in timexes if not timex.get("is_dct")], _timex),
        given=tuple(_stretch(timex) for timex in timexes or () if timex.get("is_dct")),
    )


def _read_path(path: Path) -> Iterator[GoldArticle]:
    if is_brat(path) or path.suffix.lower() == ".json":
        corrected = read_brat(path) if is_brat(path) else read_labelstudio(path)
        yield from (gold_article(row) for _, row in corrected)
        return
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        try:
            lines = file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"cannot be read ({error})", where=str(file), remedy="check the path") from error
        yield from (
            _read_line(line, f"{file}:{number}") for number, line in enumerate(lines, 1) if line.strip()
        )


def _read_line(line: str, where: str) -> GoldArticle:
    try:
        return gold_article(json.loads(line))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"not an annotated article ({type(error).__name__}: {error})"
        raise InputError(what, where=where, remedy="see corpus/README.md for the form") from error


def _layer(rows: list[dict[str, Any]] | None, one: Callable[[dict[str, Any]], T]) -> tuple[T, ...] | None:
    return None if rows is None else tuple(one(row) for row in rows)


def _stretch(written: Any) -> Stretch:
    start, end = (written["start"], written["end"]) if isinstance(written, dict) else written
    return int(start), int(end)


def _attribution(row: dict[str, Any]) -> GoldAttribution:
    claimant = row.get("claimant") or {}
    return GoldAttribution(
        source=tuple(map(_stretch, row["source"])),
        cue=tuple(map(_stretch, row["cue"])),
        content=tuple(map(_stretch, row["content"])),
        claimant=claimant.get("name"),
        resolved_by=claimant.get("resolved_by"),
        via=tuple(via["name"] for via in row.get("via", ()) if via.get("name")),
        carried=row.get("scope") == "carried",
        resolved="claimant" in row,
    )


def _quantity(row: dict[str, Any]) -> GoldQuantity:
    value = row.get("value")
    low, high = value if isinstance(value, list) else (row.get("low", value), row.get("high", value))
    unit, per = row.get("unit") or row.get("counted") or "", row.get("per")
    return GoldQuantity(_stretch(row), low, high, unit_per(unit, per))


def unit_per(unit: str, per: str | None) -> str:
    """The unit with its denominator: "mile per hour"."""
    return f"{unit} per {per}" if per and " per " not in unit else unit


def _timex(row: dict[str, Any]) -> GoldTimex:
    days = row.get("interval")
    return GoldTimex(_stretch(row), row["value"], (days.get("begin"), days.get("end")) if days else None)
