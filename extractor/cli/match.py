"""``extractor match``: which claims were checked before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.call import output_of
from extractor.cli.claims import single_claims
from extractor.cli.options import AGAINST, Claims, Out, Quiet, say
from extractor.errors import ExitCode


def match(
    claims: Claims,
    against: Annotated[list[Path], AGAINST],
    out: Out = None,
    quiet: Quiet = False,
) -> None:
    """Write the claims that were checked before, each with the best three checks and the reasons."""
    from extractor.desk.matching import index_of
    from extractor.language.resources import Resources
    from extractor.present.claims import claim_in_words

    index, count = index_of(against, Resources()), 0
    with output_of(out) as stream:
        for claim in single_claims(claims):
            found = index.best(claim_in_words(claim))
            if found:
                count += 1
                row = {
                    "claim": claim.id,
                    "article": claim.article.id,
                    "text": claim_in_words(claim),
                    "checks": [one.row for one in found],
                }
                stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    if not quiet:
        say(f"{len(index)} checks, {count} claims that may have been checked")
    raise typer.Exit(ExitCode.OK)
