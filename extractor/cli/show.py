"""``extractor show``: one article for the eye."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli.call import Call, standard_output
from extractor.cli.grouped import grouped
from extractor.cli.groups import InputOptions, LoadingOptions
from extractor.cli.options import say


@grouped
def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An article, JSON Lines, or - for standard input.")
    ],
    how_read: InputOptions,
    loaded: LoadingOptions,
) -> None:
    """Print an article with sources, cues, contents, numbers and dates marked, and a table of its claims."""
    from extractor.present.terminal import print_article

    call = Call(say)
    with standard_output():
        for article, record in call.pairs(call.articles([file], how_read.reading()), loaded.loading()):
            print_article(article, record)
    raise typer.Exit(call.exit_code)
