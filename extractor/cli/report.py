"""``extractor report``: claims as a page for the browser."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.call import Call, output_of
from extractor.cli.grouped import grouped
from extractor.cli.groups import InputOptions, LoadingOptions
from extractor.cli.options import Claims, Quiet, Texts, say
from extractor.errors import ExitCode, InputError
from extractor.writers.files import refuse_overwriting

if TYPE_CHECKING:
    from extractor.records import ArticleInfo, ArticleRecord, ClaimRecord
    from extractor.report import Desk

_HEAVY = 100_000_000
"""Bytes of a page that a browser takes long to open: some 4,000 articles."""


@grouped
def report(
    claims: Claims,
    *,
    out: Annotated[
        str | None,
        typer.Option(
            "-o", "--out", metavar="OUT", help="The page, HTML; standard output by default, and for -."
        ),
    ] = None,
    texts: Texts = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="The page's heading.")] = None,
    reviewer: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Your organisation, the author of ClaimReview drafts.")
    ] = None,
    how_read: InputOptions,
    loaded: LoadingOptions,
    quiet: Quiet = False,
) -> None:
    """Write a page for the browser: the articles with their claims marked, and a table to search them.

    Inputs that are articles, and no claims, are extracted first.
    """
    from extractor.claims.selection import Selection
    from extractor.language.resources import Resources
    from extractor.readers.records import holds_records, read_records
    from extractor.readers.texts import find_texts
    from extractor.report import report as page_of

    items = list(read_records(filter(holds_records, claims), sys.stdin.buffer))
    wanted = Selection.read(Resources(), speech=loaded.speech, outer=loaded.outer)
    records = list(wanted.of_records(item for item in items if not isinstance(item, InputError)))
    found = find_texts([record.article for record in records], texts or [])
    call = Call(say)
    raw = [given for given in claims if not holds_records(given)]
    for article, record in call.pairs(call.articles(raw, how_read.reading()), loaded.loading()):
        records.append(record)
        found.by_hash[article.sha256] = article.text
    problems = [*(item for item in items if isinstance(item, InputError)), *found.problems]
    for problem in problems:
        say(problem)
    if not records:
        raise typer.Exit(ExitCode.NOTHING_READ)
    refuse_overwriting(claims, out)
    page = page_of(records, found.by_hash, title, _desk(records, reviewer))
    with output_of(out) as stream:
        stream.write(page)
    if found.missing and not quiet:
        say(_without_text(found.missing))
    if len(page) > _HEAVY and not quiet:
        say(
            f"the page has {len(page) // 1_000_000} MB, which browsers are slow to open; give it fewer articles"
        )
    incomplete = problems or call.left_out or (texts and found.missing)
    raise typer.Exit(ExitCode.INCOMPLETE if incomplete else ExitCode.OK)


def _desk(records: Sequence[ArticleRecord | ClaimRecord], reviewer: str | None) -> Desk:
    """What the page tells beyond the articles."""
    from extractor.desk.grouping import group_claims
    from extractor.language.cues import CueLexicon
    from extractor.language.resources import Resources
    from extractor.records import ArticleRecord
    from extractor.report import Desk

    resources = Resources()
    claims = chain.from_iterable(
        record.claim_records() if isinstance(record, ArticleRecord) else [record] for record in records
    )
    speech = (name for name, words in resources.lexicon(CueLexicon).classes.items() if words.speech)
    return Desk(tuple(group_claims(claims, resources)), frozenset(speech), reviewer)


def _without_text(articles: list[ArticleInfo]) -> InputError:
    whose = f"{len(articles)} article{'s' * (len(articles) > 1)}"
    what = f"no text found for {whose}, so the sentences of their claims are shown instead"
    return InputError(what, where=articles[0].id, remedy="say where the articles are with --texts")
