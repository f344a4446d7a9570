"""What a matcher is: a function of the parsed article and of what earlier matchers found."""

from __future__ import annotations

from typing import Protocol, TypeVar

from extractor.annotations import Annotations
from extractor.text.parsed import Parsed

T_co = TypeVar("T_co", covariant=True)


class Matcher(Protocol[T_co]):
    """Finds everything of one kind; it returns typed values and changes nothing."""

    def __call__(self, parsed: Parsed, found: Annotations) -> tuple[T_co, ...]:
        """What there is of this kind in the article, in text order."""
        ...
