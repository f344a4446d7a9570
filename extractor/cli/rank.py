"""``extractor rank``: the claims a desk would check first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli.call import standard_output
from extractor.cli.claims import single_claims
from extractor.cli.options import one_of
from extractor.errors import ExitCode, ExtractorError

if TYPE_CHECKING:
    from extractor.desk.ranking import Ranked

TYPES = ("measure", "event", "rule", "prediction", "opinion", "question", "order", "promise", "other")


def rank(
    claims: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLAIMS]...", help="What extract wrote: .jsonl files, folders of them, or -."
        ),
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="At most so many claims.")] = 20,
    per_claimant: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="At most N claims of one claimant.")
    ] = None,
    types: Annotated[
        list[str] | None,
        typer.Option(
            "--type", parser=one_of(TYPES), metavar="TYPE", help=f"Of {', '.join(TYPES)}; may be repeated."
        ),
    ] = None,
    sentences: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Judge bare sentences instead: JSON Lines with id and text; a line each, in their order.",
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            parser=one_of(("table", "jsonl")), metavar="table|jsonl", help="How the list is printed."
        ),
    ] = "table",
) -> None:
    """Print the claims to check first, with the reasons."""
    if bool(claims) == bool(sentences):
        raise ExtractorError("nothing to rank", where="rank", remedy="give CLAIMS, or --sentences FILE")
    if sentences:
        _judge(sentences)
        raise typer.Exit(ExitCode.OK)
    found = _list(claims or [], top, per_claimant, frozenset(types or ()))
    if to == "jsonl":
        with standard_output() as stream:
            stream.writelines(_line(row(place, one)) for place, one in enumerate(found, 1))
    else:
        _print(found)
    raise typer.Exit(ExitCode.OK if found else ExitCode.NOTHING_READ)


def _list(claims: list[str], top: int, per_claimant: int | None, types: frozenset[str]) -> list[Ranked]:
    from extractor.desk.ranking import Choice, ranked
    from extractor.language.checkworthiness import CheckWords
    from extractor.language.resources import Resources

    choice = Choice(top, per_claimant, types, Resources().lexicon(CheckWords).silence)
    return ranked(single_claims(claims), choice)


def row(place: int, one: Ranked) -> dict[str, Any]:
    """A claim of the list as one object."""
    claim, said = one.claim, one.claim.attribution
    return {
        "place": place,
        "score": one.check.score,
        "type": one.check.type,
        "reasons": one.check.reasons,
        "claim": claim.id,
        "text": claim.standalone or claim.text,
        "claimant": said.claimant.name if said and said.claimant else None,
        "article": claim.article.id,
        "outlet": claim.article.outlet,
        "published": claim.article.published.isoformat() if claim.article.published else None,
        "spans": [[piece.start, piece.end] for piece in claim.content],
        "repeats": one.repeats,
    }


def _judge(path: Path) -> None:
    from extractor.desk.sentences import read_sentences
    from extractor.pipeline import load

    extractor = load()
    with standard_output() as stream:
        for batch in read_sentences(path):
            for (name, _), check in zip(batch, extractor.check(text for _, text in batch), strict=True):
                stream.write(_line({"id": name, **check.model_dump()}))


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _print(found: list[Ranked]) -> None:
    from extractor.present.console import add_row, plain_table, standard_console

    table = plain_table(expand=True)
    for heading, ratio in (("", None), ("score", None), ("claim", 6), ("who, where", 2), ("why", 3)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for place, one in enumerate(found, 1):
        add_row(table, _cells(place, one))
    standard_console().print(table)


def _cells(place: int, one: Ranked) -> tuple[str, ...]:
    from extractor.present.claims import claim_in_words, claimant_in_words

    claim, article = one.claim, one.claim.article
    published = article.published.isoformat() if article.published else None
    where = ", ".join(filter(None, (claimant_in_words(claim.attribution), article.outlet, published)))
    again = f" (and {one.repeats} more)" if one.repeats else ""
    why = "; ".join([one.check.type, *one.check.reasons])
    return str(place), f"{one.check.score:.2f}", claim_in_words(claim) + again, where, why
