"""``extractor export``: claims in the formats of other tools."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.call import STDOUT, output_of
from extractor.cli.options import Claims, LineLayout, Out, Quiet, Texts, one_of, say
from extractor.cli.texts import found_texts
from extractor.errors import ExitCode, ExtractorError, InputError
from extractor.writers import WRITERS, Layout, Options, format_for

if TYPE_CHECKING:
    from extractor.records import ArticleRecord, ClaimRecord


@dataclass
class _Count:
    """What passed through one call."""

    articles: int = 0
    claims: int = 0
    left_out: int = 0

    def tell(self, problem: InputError) -> None:
        self.left_out += 1
        say(problem)

    def readable(
        self, items: Iterable[ArticleRecord | ClaimRecord | InputError]
    ) -> Iterator[ArticleRecord | ClaimRecord]:
        for item in items:
            if isinstance(item, InputError):
                self.tell(item)
            else:
                yield item

    def counted(self, records: Iterable[ArticleRecord]) -> Iterator[ArticleRecord]:
        for record in records:
            self.articles += 1
            self.claims += len(record.claims)
            yield record

    def __str__(self) -> str:
        counts = ((self.articles, "article"), (self.claims, "claim"))
        return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts)


def export(
    claims: Claims,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            "--format",
            parser=one_of(WRITERS),
            metavar="FORMAT",
            help=f"One of {', '.join(WRITERS)}; by default OUT's suffix tells it.",
        ),
    ] = None,
    out: Out = None,
    layout: LineLayout = Layout.CLAIM,
    texts: Texts = None,
    quiet: Quiet = False,
) -> None:
    """Write claims in the format of another tool."""
    from extractor.readers.records import read_records
    from extractor.writers.grouping import as_articles

    if to is None and out in (None, STDOUT):
        raise ExtractorError("no format", where="export", remedy="name one with --to, or a file with -o")
    wanted, count = format_for(to, out), _Count()
    records: Iterable[ArticleRecord] = as_articles(count.readable(read_records(claims, sys.stdin.buffer)))
    by_hash: dict[str, str] = {}
    if wanted.needs_text:
        records, by_hash = found_texts(records, texts or [], count.tell)
    with output_of(out) as stream:
        options = Options(layout, lambda article: by_hash[article.sha256])
        wanted.write(count.counted(records), stream, options)
        if not count.articles:
            raise typer.Exit(ExitCode.NOTHING_READ)
    if not quiet:
        say(count)
    raise typer.Exit(ExitCode.INCOMPLETE if count.left_out else ExitCode.OK)
