"""Figures of several rounds as a table in Markdown: medians and spreads of ratios, never bare seconds."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass
class Rounds:
    """What each round measured, by the name of what was measured.

    Attributes:
        figures: A list for each name, one figure a round.
        left_out: What could not be measured, and why.
    """

    figures: dict[str, list[float]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def add(self, measured: Mapping[str, float]) -> None:
        """Add a round."""
        for name, figure in measured.items():
            self.figures.setdefault(name, []).append(figure)

    def table(self, heading: str) -> str:
        """A row for each name with median, least and most."""
        rows = [
            (name, *(f"{value:.3f}" for value in (statistics.median(values), min(values), max(values))))
            for name, values in self.figures.items()
        ]
        rows += [(name, "not measured", why, "") for name, why in self.left_out.items()]
        return markdown((heading, "median", "least", "most"), rows)


def markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown, numbers to the right."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    lines = [
        "| "
        + " | ".join(
            [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]
        )
        + " |"
        for row in (header, *rows)
    ]
    rule = "| " + " | ".join(["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])
