"""``extractor status``: what became of the inputs of a run."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.batch.outcome import State
from extractor.errors import printable

if TYPE_CHECKING:
    from extractor.batch.status import Status


def status(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder given to run --out.")],
    left_out: Annotated[
        bool, typer.Option("--left-out", help="Name each input that is not in the output, with the reason.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it for programs.")] = False,
) -> None:
    """Say how a run stands, while it goes on or afterwards."""
    from extractor.batch.status import Status

    found = Status.of(folder, with_left_out=left_out)
    if as_json:
        typer.echo(json.dumps(asdict(found), indent=1))
        return
    typer.echo(table(found))
    for name, state, reason in found.left_out:
        typer.echo(printable(f"{name}: {state}: {reason}"))


def table(found: Status) -> str:
    """The figures of a run, in lines for people; what there is none of of the rarer things is not mentioned."""
    passed = found.inputs.get(State.PASSED, 0)
    figures = {
        "inputs": sum(found.inputs.values()),
        **{f"  {state}": number for state, number in found.inputs.items() if state is not State.PASSED},
        **({f"  {State.PASSED}": passed} if passed else {}),
        **{f"    {kind}": number for kind, number in found.passed_over.items()},
        "claims": found.claims,
        "words": found.words,
        "parts": found.parts,
        **({"flags": sum(found.flags.values())} if found.flags else {}),
        **{f"  {flag}": number for flag, number in found.flags.items()},
    }
    width = max(13, *map(len, figures))
    lines = [f"{name:{width}} {number:>12,}" for name, number in figures.items()]
    return "\n".join([*lines, f"{'finished':{width}} {'yes' if found.finished else 'no':>12}"])
