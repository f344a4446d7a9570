"""Marks, links and notes of an annotation tool → the form of the corpus: shared by brat and Label Studio."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

_VALUE = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S+)')
_NUMBERS = frozenset({"value", "low", "high"})


@dataclass
class Drawing:
    """What a person marked in one article.

    Attributes:
        text: The article.
        labels: Mark → label.
        pieces: Mark → its spans.
        notes: Mark → its note.
        links: Content → link ("source", "cue") → marks at its other end.
    """

    text: str
    labels: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    links: dict[str, dict[str, list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def mark(self, name: str, label: str, pieces: Iterable[tuple[int, int]]) -> None:
        """Add a mark, or pieces of it.

        Raises:
            ValueError: When a piece is outside the text.
        """
        for start, end in pieces:
            if not 0 <= start < end <= len(self.text):
                raise ValueError(f"{name}: {start}-{end} is no span of the text")
            self.pieces.setdefault(name, []).append((start, end))
        self.labels[name] = label

    def row(self, article_id: str, published: str | None) -> dict[str, Any]:
        """The article as a line of ``corpus/gold`` says it; a layer without any mark is annotated and empty."""
        return {
            "id": article_id,
            "published": published,
            "text": self.text,
            "attributions": [self._attribution(name) for name in self._labelled("Content")],
            "quantities": [self._quantity(name) for name in self._labelled("Quantity")],
            "timexes": [self._timex(name) for name in self._labelled("Timex")],
        }

    def _labelled(self, label: str) -> list[str]:
        return [name for name, own in self.labels.items() if own == label]

    def _attribution(self, name: str) -> dict[str, Any]:
        said = read_note(self.notes.get(name, ""))
        values = dict(said)
        claimant = (
            {"name": values["claimant"], "resolved_by": values.get("resolved_by")}
            if "claimant" in values
            else None
        )
        return {
            "source": self._spans(name, "source"),
            "cue": self._spans(name, "cue"),
            "content": self._sorted(name),
            "claimant": claimant,
            "via": [{"name": value} for key, value in said if key == "via"],
            "scope": values.get("scope", "explicit"),
        }

    def _spans(self, content: str, link: str) -> list[tuple[int, int]]:
        return sorted(piece for other in self.links[content][link] for piece in self.pieces[other])

    def _sorted(self, name: str) -> list[tuple[int, int]]:
        return sorted(self.pieces[name])

    def _quantity(self, name: str) -> dict[str, Any]:
        values = {
            key: float(value) if key in _NUMBERS else value
            for key, value in read_note(self.notes.get(name, ""))
        }
        return {**self._whole(name), **values}

    def _timex(self, name: str) -> dict[str, Any]:
        values = dict(read_note(self.notes.get(name, "")))
        days = {end: values.pop(end, None) for end in ("begin", "end")}
        return {
            "value": "",
            **values,
            **({"interval": days} if any(days.values()) else {}),
            **self._whole(name),
        }

    def _whole(self, name: str) -> dict[str, int]:
        pieces = self._sorted(name)
        return {"start": pieces[0][0], "end": pieces[-1][1]}


def read_note(written: str) -> list[tuple[str, str]]:
    """The values of a note, in order; a name may stand more than once.

    Raises:
        ValueError: When a quoted value is not closed rightly.
    """
    return [
        (name, json.loads(value) if value.startswith('"') else value)
        for name, value in _VALUE.findall(written)
    ]
