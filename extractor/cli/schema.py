"""``extractor schema``: the contract of the output."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.language.resources import schema as schema_text
from extractor.writers import Layout


def schema(
    layout: Annotated[Layout, typer.Argument(help="The layout whose lines it describes.")] = Layout.CLAIM,
) -> None:
    """Print the JSON Schema of the output."""
    typer.echo(schema_text(layout), nl=False)
