"""Whether a capitalised word stands inside a longer name."""

from __future__ import annotations

import re

from extractor.matchers.dates.scene import Scene

_NAME = re.compile(r"\s[A-Z][a-z]")
_INSIDE = re.compile(r"[\w,’'] $")


def is_before_name(text: str, end: int) -> bool:
    """Whether a capitalised word follows the offset: "Jan Verhulst"."""
    return bool(_NAME.match(text, end))


def is_inside_name(scene: Scene) -> bool:
    """Whether a word or comma stands right before: what is capitalised there is a name, "USA Today"."""
    return bool(_INSIDE.search(scene.text[max(0, scene.start - 2) : scene.start]))
