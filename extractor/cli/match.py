"""``extractor match``: which claims were checked before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.call import output_of
from extractor.cli.claims import single_claims
from extractor.cli.options import Claims, Out, Quiet, say
from extractor.errors import ExitCode


def match(
    claims: Claims,
    against: Annotated[
        list[Path],
        typer.Option(
            metavar="CHECKS",
            exists=True,
            dir_okay=False,
            help="Published fact-checks: ClaimReview, the DataCommons feed, Google's, Full Fact's or AVeriTeC's JSON, or CSV "
            "with claim, verdict, url, date. May be repeated.",
        ),
    ],
    out: Out = None,
    quiet: Quiet = False,
) -> None:
    """Write the claims that were checked before, each with the best three checks and the reasons."""
    from extractor.desk.matching import SURE, Index
    from extractor.desk.matching.checks import read_checks
    from extractor.language.grouping import GroupingWords
    from extractor.language.resources import Resources
    from extractor.present.claims import claim_in_words

    checks = [check for path in against for check in read_checks(path)]
    index, count = Index(checks, Resources().lexicon(GroupingWords)), 0
    with output_of(out) as stream:
        for claim in single_claims(claims):
            found = index.best(claim_in_words(claim))
            if found:
                count += 1
                row = {
                    "claim": claim.id,
                    "article": claim.article.id,
                    "text": claim_in_words(claim),
                    "checks": [
                        {
                            "claim": one.check.claim,
                            "verdict": one.check.verdict,
                            "url": one.check.url,
                            "date": one.check.date,
                            "publisher": one.check.publisher,
                            "score": one.score,
                            "sure": one.score >= SURE,
                            "reasons": one.reasons,
                        }
                        for one in found
                    ],
                }
                stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    if not quiet:
        say(f"{len(checks)} checks, {count} claims that may have been checked")
    raise typer.Exit(ExitCode.OK)
