"""``extractor group``: claims of several articles that say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.call import output_of
from extractor.cli.claims import single_claims
from extractor.cli.options import Claims, Into, Out, Quiet, say
from extractor.errors import ExitCode


def group(
    claims: Claims,
    out: Out = None,
    archive: Annotated[
        Path | None,
        typer.Option(
            metavar="DB",
            dir_okay=False,
            help="SQLite file of claims grouped before; the claims are compared with them and added to it.",
        ),
    ] = None,
    into: Into = None,
    quiet: Quiet = False,
) -> None:
    """Write the groups of claims that say the same: who had it first, who later, and whether the figures agree."""
    from extractor.desk.grouping import group_claims, group_with_archive
    from extractor.language.resources import Resources
    from extractor.writers.desk import put_groups

    read, resources = single_claims(claims), Resources()
    with output_of(out) as stream:
        found = list(
            group_with_archive(read, archive, resources) if archive else group_claims(read, resources)
        )
        for one in found:
            stream.write(json.dumps(one, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    if into:
        put_groups(into, found)
    if not quiet:
        say(f"{len(found)} groups")
    raise typer.Exit(ExitCode.OK)
