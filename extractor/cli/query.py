"""``extractor query``: who said what, out of an SQLite export."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from extractor.cli.call import standard_output
from extractor.cli.options import date_of
from extractor.errors import ExitCode

Row = Mapping[str, Any]


class Shape(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def query(
    database: Annotated[str, typer.Argument(metavar="DB", help="What export --to sqlite wrote.")],
    words: Annotated[
        str,
        typer.Argument(
            metavar="[WORDS]",
            help='Words of the claim or its claimant; "two words" together, begin* for beginnings.',
        ),
    ] = "",
    claimant: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the claimant's name.")] = None,
    kind: Annotated[str | None, typer.Option(help="direct, mixed, indirect or statistic.")] = None,
    unit: Annotated[
        str | None, typer.Option(metavar="UNIT", help="Unit, currency code, or part of what is counted.")
    ] = None,
    measured: Annotated[
        str | None, typer.Option(metavar="WHAT", help="Part of what a number is the value of: unemployment.")
    ] = None,
    min_value: Annotated[float | None, typer.Option(metavar="X", help="A number of at least X.")] = None,
    max_value: Annotated[float | None, typer.Option(metavar="X", help="A number of at most X.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="First day of publication.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Last day of publication.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the outlet's name.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many claims.")] = None,
    to: Annotated[Shape, typer.Option(help="How they are printed.")] = Shape.TABLE,
) -> None:
    """Print claims by words, claimant, numbers, day of publication and outlet, the best match first."""
    from extractor.query import Query, search

    asked = Query(
        words, claimant, kind, unit, measured, min_value, max_value,
        date_of(since, "--since"), date_of(until, "--until"), outlet, limit,
    )  # fmt: skip
    with standard_output() as stream:
        rows = search(database, asked)
        if to is Shape.TABLE:
            _print_table(rows)
        elif to is Shape.JSONL:
            stream.writelines(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)
        else:
            from extractor.writers.csv import write_rows
            from extractor.writers.sqlite import TABLES

            write_rows(rows, stream, TABLES["claims"])
    raise typer.Exit(ExitCode.OK)


def _print_table(rows: Iterable[Row]) -> None:
    from extractor.present.console import add_row, plain_table, standard_console

    table = plain_table(expand=True)
    for heading, ratio in (("claimant", 2), ("published", None), ("claim", 6), ("numbers", 2)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for row in rows:
        add_row(table, (_who(row), row["published"] or "", row["standalone"], row["numbers"] or ""))
    standard_console().print(table)


def _who(row: Row) -> str:
    from extractor.present.claims import NOBODY_NAMED, OWN_VOICE, teller_in_words

    who = row["claimant"] or (OWN_VOICE if row["kind"] == "statistic" else NOBODY_NAMED)
    return teller_in_words(who, row["cue"] or "", filter(None, [row["via"]]))
