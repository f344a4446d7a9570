"""``extractor inputs``: how files would be read, before a run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from extractor.cli.call import listed, standard_output
from extractor.cli.grouped import grouped
from extractor.cli.groups import InputOptions
from extractor.cli.options import Inputs
from extractor.errors import ExitCode, printable

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.readers.preview import Preview

_TITLE = 60


@grouped
def inputs(inputs: Inputs, how_read: InputOptions) -> None:
    """Say how files would be read: their format, which fields as what, the first articles, how many have a date."""
    from extractor.readers.preview import previews

    read = refused = 0
    with standard_output():
        for preview in previews(inputs, how_read.reading(), sys.stdin.buffer):
            read, refused = read + preview.count, refused + preview.refused
            for line in lines_of(preview):
                typer.echo(printable(line))
    if not read:
        raise typer.Exit(ExitCode.NOTHING_READ)
    raise typer.Exit(ExitCode.INCOMPLETE if refused else ExitCode.OK)


def lines_of(preview: Preview) -> Iterator[str]:
    """A preview in lines for people."""
    form = f"{preview.format}, " if preview.format else ""
    articles = f"{preview.count:,} article{'s' * (preview.count != 1)}"
    refused = f", {preview.refused:,} refused" if preview.refused else ""
    yield f"{preview.name}: {form}{articles}, {preview.dated:,} with a date{refused}"
    for field, name in preview.fields.items():
        yield f"  {field:10} {name}"
    for article in preview.articles:
        yield f"  - {_shown(article)}"
    for problem in preview.problems:
        yield f"  ! {problem}"
    if preview.flags:
        yield f"  flags: {listed(preview.flags)}"
    if preview.passed_over:
        yield f"  passed over: {listed(preview.passed_over)}"


def _shown(article: Article) -> str:
    raw = f" (written {article.published_raw!r})" if article.published_raw else ""
    title = article.title or " ".join(article.text[: 2 * _TITLE].split())
    told = [title[:_TITLE], article.outlet, article.author, f"{len(article.text.split()):,} words"]
    return f"{article.published or 'no date'}{raw}: {'; '.join(filter(None, told))}"
