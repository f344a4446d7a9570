"""``extractor match``: which claims were checked before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.call import output_of
from extractor.cli.claims import single_claims
from extractor.cli.options import AGAINST, Claims, Into, Out, Quiet, say
from extractor.errors import ExitCode


def match(
    claims: Claims,
    against: Annotated[list[Path], AGAINST],
    out: Out = None,
    into: Into = None,
    quiet: Quiet = False,
) -> None:
    """Write the claims that were checked before, each with the best three checks and the reasons."""
    from extractor.desk.matching import index_of
    from extractor.language.resources import Resources
    from extractor.present.claims import claim_in_words
    from extractor.writers.desk import put_checks

    index, rows = index_of(against, Resources()), []
    with output_of(out) as stream:
        for claim in single_claims(claims):
            found = index.best(claim_in_words(claim))
            if found:
                row = {
                    "claim": claim.id,
                    "article": claim.article.id,
                    "text": claim_in_words(claim),
                    "checks": [one.row for one in found],
                }
                rows.append(row)
                stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    if into:
        put_checks(into, rows)
    if not quiet:
        say(f"{len(index)} checks, {len(rows)} claims that may have been checked")
    raise typer.Exit(ExitCode.OK)
