"""What one line or row of an output holds."""

from enum import StrEnum


class Layout(StrEnum):
    """One claim with its article, or one article with its claims."""

    CLAIM = "claim"
    ARTICLE = "article"
