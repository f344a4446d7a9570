"""``extractor doctor``: what is installed, and what is missing."""

from __future__ import annotations

import typer

from extractor.cli.options import Model
from extractor.errors import ExitCode


def doctor(model: Model = None) -> None:
    """Say what is installed, which model with which hash, and what is missing."""
    from extractor.doctor import examine

    findings = examine(model)
    for finding in findings:
        typer.echo(finding)
    if any(finding.missing and finding.essential for finding in findings):
        raise typer.Exit(ExitCode.MODEL)
