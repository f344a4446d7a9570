"""``extractor rank``: the claims a desk would check first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli.call import standard_output
from extractor.cli.claims import single_claims
from extractor.cli.options import AGAINST, one_of
from extractor.errors import ExitCode, ExtractorError

if TYPE_CHECKING:
    from extractor.desk.matching import Found
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
    against: Annotated[list[Path] | None, AGAINST] = None,
    to: Annotated[
        str,
        typer.Option(
            parser=one_of(("table", "jsonl")), metavar="table|jsonl", help="How the list is printed."
        ),
    ] = "table",
) -> None:
    """Print the claims to check first, with the reasons: each once, with the outlets that have it and earlier checks of it."""
    if bool(claims) == bool(sentences):
        raise ExtractorError("nothing to rank", where="rank", remedy="give CLAIMS, or --sentences FILE")
    if sentences:
        _judge(sentences)
        raise typer.Exit(ExitCode.OK)
    found = _list(claims or [], top, per_claimant, frozenset(types or ()))
    checks = _checked(found, against or [])
    if to == "jsonl":
        with standard_output() as stream:
            listed = enumerate(zip(found, checks, strict=True), 1)
            stream.writelines(_line(row(place, one, before)) for place, (one, before) in listed)
    else:
        _print(found, checks)
    raise typer.Exit(ExitCode.OK if found else ExitCode.NOTHING_READ)


def _list(claims: list[str], top: int, per_claimant: int | None, types: frozenset[str]) -> list[Ranked]:
    from extractor.desk.grouping import group_claims
    from extractor.desk.ranking import Choice, groups_of, ranked
    from extractor.language.checkworthiness import CheckWords
    from extractor.language.resources import Resources

    resources = Resources()
    choice = Choice(top, per_claimant, types, resources.lexicon(CheckWords).silence)
    read = list(single_claims(claims))
    return ranked(read, choice, groups_of(group_claims(read, resources)))


def _checked(ranked: list[Ranked], against: list[Path]) -> list[list[Found]]:
    """The published fact-checks that may be of each claim of the list."""
    if not against:
        return [[] for _ in ranked]
    from extractor.desk.matching import index_of
    from extractor.language.resources import Resources
    from extractor.present.claims import claim_in_words

    index = index_of(against, Resources())
    return [index.best(claim_in_words(one.claim)) for one in ranked]


def row(place: int, one: Ranked, checks: list[Found]) -> dict[str, Any]:
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
        "group": asdict(one.group) if one.group else None,
        "checks": [found.row for found in checks],
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


def _print(found: list[Ranked], checks: list[list[Found]]) -> None:
    from extractor.present.console import add_row, plain_table, standard_console

    table = plain_table(expand=True)
    for heading, ratio in (("", None), ("score", None), ("claim", 6), ("who, where", 2), ("why", 3)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for place, (one, before) in enumerate(zip(found, checks, strict=True), 1):
        add_row(table, _cells(place, one, before))
    standard_console().print(table)


def _cells(place: int, one: Ranked, checks: list[Found]) -> tuple[str, ...]:
    from extractor.present.claims import claim_in_words, claimant_in_words

    claim, article = one.claim, one.claim.article
    published = article.published.isoformat() if article.published else None
    where = ", ".join(filter(None, (claimant_in_words(claim.attribution), article.outlet, published)))
    also = elsewhere(one) or (f"and {one.repeats} more" if one.repeats else "")
    words = claim_in_words(claim) + (f" ({also})" if also else "")
    why = "; ".join([one.check.type, *one.check.reasons, *_before(checks)])
    return str(place), f"{one.check.score:.2f}", words, where, why


def elsewhere(one: Ranked) -> str:
    """Where else the claim is made, and whether its figures agree there."""
    if one.group is None:
        return ""
    others = [outlet for outlet in one.group.outlets if outlet != one.claim.article.outlet]
    said = f"in {one.group.articles} articles" + (f", also of {', '.join(others)}" if others else "")
    return said + {"conflict": "; their figures disagree", "updated": "; the figures grew"}.get(
        one.group.kind, ""
    )


def _before(checks: list[Found]) -> Iterator[str]:
    """The likeliest check that was published before."""
    for found in checks[:1]:
        check = found.check
        told = ", ".join(filter(None, (check.verdict, check.publisher, check.date, check.url)))
        yield f"{'checked before' if found.sure else 'perhaps checked before'}: {told or check.claim}"
