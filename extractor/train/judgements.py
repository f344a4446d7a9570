"""What people said of claims and sentences: the training data of check-worthiness, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractor.errors import InputError
from extractor.records import CheckType


class JudgedClaim(BaseModel):
    """An editor's judgement on a stretch of an article, offsets in code points.

    ``worth``: 2 a desk would want it, 1 checkable but of little interest, 0 opinion, wish, question, order or no claim.
    """

    model_config = ConfigDict(extra="ignore")

    article_id: str
    spans: list[tuple[int, int]]
    worth: float = Field(ge=0, le=2)
    type: CheckType | None = None

    def places(self) -> set[int]:
        """The offsets inside its spans."""
        return {place for start, end in self.spans for place in range(start, end)}


class LabelledSentence(BaseModel):
    """A sentence of a speech or debate; ``label`` is 1 where it states a fact to check."""

    model_config = ConfigDict(extra="ignore")

    id: str
    text: str
    label: int = Field(ge=0, le=1)


Line = TypeVar("Line", JudgedClaim, LabelledSentence)


def read_lines(path: Path, kind: type[Line]) -> Iterator[Line]:
    """The lines of a file.

    Raises:
        InputError: When a line is none of the kind.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield kind.model_validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                field = ".".join(map(str, first["loc"])) or "the line"
                raise InputError(
                    f"{field}: {first['msg']}",
                    where=f"{path}, line {number}",
                    remedy=f"write {', '.join(kind.model_fields)}",
                ) from error
