"""``extractor show``: one article for the eye."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli.call import Call, standard_output
from extractor.cli.options import Encoding, Fields, InputFormat, Model, Published, reading_of, say
from extractor.loading import Loading


def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An article, JSON Lines, or - for standard input.")
    ],
    published: Published = None,
    input_format: InputFormat = None,
    field: Fields = None,
    encoding: Encoding = None,
    model: Model = None,
) -> None:
    """Print an article with sources, cues, contents, numbers and dates marked, and a table of its claims."""
    from extractor.terminal import print_article

    call = Call(say)
    reading = reading_of(published, input_format, field, encoding=encoding)
    with standard_output():
        for article, record in call.pairs(call.articles([file], reading), Loading(model)):
            print_article(article, record)
    raise typer.Exit(call.exit_code)
