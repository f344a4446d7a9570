"""Records → a data frame of pandas or polars, with the columns of the CSV and Parquet exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from extractor.errors import ExtractorError
from extractor.records import ArticleRecord, ClaimRecord
from extractor.writers.rows import CLAIM_COLUMNS, QUANTITY_COLUMNS, Row, claim_row, quantity_row

if TYPE_CHECKING:
    import pandas

Shape = Literal["wide", "long"]
Library = Literal["pandas", "polars"]

_KEYS = ("claim_id", "article_id")
NUMBER_COLUMNS = tuple(f"number_{name}" for name in QUANTITY_COLUMNS if name not in _KEYS)
"""What a long frame says of a number, behind the columns of its claim."""


def to_frame(
    records: Iterable[ArticleRecord | ClaimRecord] | ArticleRecord,
    shape: Shape = "wide",
    library: Library = "pandas",
) -> pandas.DataFrame:
    """The claims of records as a data frame.

    Args:
        records: What `Extractor.extract` or `pipe` gives, or records read from a file, in either layout.
        shape: ``wide``, one row a claim with its numbers worded in one cell; or ``long``, one row for each number of a claim, and
            one for a claim without any.
        library: ``pandas`` or ``polars``, which then makes a ``polars.DataFrame``.

    Raises:
        ExtractorError: When there is no such shape, or the library is not installed.
    """
    if shape not in ("wide", "long"):
        raise ExtractorError(f"no shape {shape!r}", where="shape", remedy="use 'wide' or 'long'")
    given = [records] if isinstance(records, ArticleRecord) else records
    claims = [claim for record in given for claim in _claims(record)]
    rows = map(_wide, claims) if shape == "wide" else (row for claim in claims for row in _long(claim))
    columns = [*CLAIM_COLUMNS, *(NUMBER_COLUMNS if shape == "long" else ())]
    found = list(rows)
    return _library(library).DataFrame({name: [row.get(name) for row in found] for name in columns})


def _claims(record: ArticleRecord | ClaimRecord) -> list[ClaimRecord]:
    return record.claim_records() if isinstance(record, ArticleRecord) else [record]


def _wide(claim: ClaimRecord) -> Row:
    return claim_row(claim, claim.article)


def _long(claim: ClaimRecord) -> Iterator[Row]:
    shared = _wide(claim)
    for quantity in claim.quantities:
        number = quantity_row(quantity, claim.article, claim)
        yield shared | {f"number_{name}": cell for name, cell in number.items() if name not in _KEYS}
    if not claim.quantities:
        yield shared


def _library(name: str) -> Any:
    if name not in ("pandas", "polars"):
        raise ExtractorError(f"no library {name!r}", where="library", remedy="use 'pandas' or 'polars'")
    try:
        return import_module(name)
    except ImportError as error:
        raise ExtractorError(f"{name} is not installed", remedy=f"pip install {name}") from error
