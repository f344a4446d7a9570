"""``extractor sources``: who speaks in the news, and how often."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from extractor.cli.call import standard_output
from extractor.cli.claims import single_claims
from extractor.cli.options import one_of
from extractor.errors import ExitCode


def sources(
    claims: Annotated[
        list[str],
        typer.Argument(metavar="CLAIMS...", help="What extract wrote: .jsonl files, folders of them, or -."),
    ],
    top: Annotated[int | None, typer.Option(min=1, help="At most so many claimants.")] = None,
    to: Annotated[
        str,
        typer.Option(
            parser=one_of(("table", "csv", "jsonl")),
            metavar="table|csv|jsonl",
            help="How the list is printed.",
        ),
    ] = "table",
) -> None:
    """Print who speaks how often: by kind, role, stated gender, outlets and days."""
    from extractor.desk.sources import speakers
    from extractor.language.claimants import ClaimantWords
    from extractor.language.resources import Resources

    forms = Resources().lexicon(ClaimantWords).legal_forms
    rows = [speaker.row() for speaker in speakers(single_claims(claims), forms)[:top]]
    if to == "table":
        _print(rows)
    else:
        _write(rows, to)
    raise typer.Exit(ExitCode.OK if rows else ExitCode.NOTHING_READ)


def _write(rows: Sequence[Mapping[str, Any]], to: str) -> None:
    from extractor.writers.csv import write_rows

    with standard_output() as stream:
        if to == "csv":
            write_rows(map(dict, rows), stream, list(rows[0]) if rows else ())
        else:
            stream.writelines(
                json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for row in rows
            )


def _print(rows: Sequence[Mapping[str, Any]]) -> None:
    from extractor.present.console import add_row, plain_table, standard_console

    table = plain_table(expand=True)
    for heading in ("claims", "quoted", "articles", "name", "kind", "role", "gender"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        add_row(
            table,
            tuple(
                str(row[name] or "")
                for name in ("claims", "quoted", "articles", "name", "kind", "role", "gender")
            ),
        )
    standard_console().print(table)
