"""How a fast component says that a pipeline's component is none it knows."""

from __future__ import annotations


class UnknownComponentError(Exception):
    """A component whose layout the fast one was not written for: it runs as spaCy has it.

    Attributes:
        why: What is different, in a few words.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def require(condition: object, why: str) -> None:
    """Refuse a component that is not as expected.

    Raises:
        UnknownComponentError: With the reason.
    """
    if not condition:
        raise UnknownComponentError(why)
