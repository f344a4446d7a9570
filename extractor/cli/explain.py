"""``extractor explain``: why a claim was found, or was not."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli.call import Call, standard_output
from extractor.cli.grouped import grouped
from extractor.cli.groups import InputOptions, LoadingOptions
from extractor.cli.options import say
from extractor.errors import ExitCode


@grouped
def explain(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="An article, JSON Lines, or - for a sentence on standard input."),
    ],
    *,
    claim: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the N-th claim, as show numbers them.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print it for programs, one article a line.")
    ] = False,
    how_read: InputOptions,
    loaded: LoadingOptions,
) -> None:
    """Say why a claim was found: what the rules proposed, what spoke for and against, and the runner-up."""
    from extractor.explain.terminal import print_explanation
    from extractor.pipeline import loaded as load

    call = Call(say)
    articles = list(call.articles([file], how_read.reading()))
    with standard_output() as stream:
        extractor = load(loaded.loading()) if articles else None
        for article in articles:
            assert extractor
            explanation = extractor.explain(article, claim)
            if as_json:
                stream.write(explanation.model_dump_json(by_alias=True).encode() + b"\n")
            else:
                print_explanation(explanation)
    raise typer.Exit(ExitCode.NOTHING_READ if not articles else ExitCode.OK)
