"""What is asked about: a claim, or a bare sentence, with its tokens in the parsed article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from extractor.annotations import Span
from extractor.records import AttributionRecord, Claim, QuantityRecord, TimexRecord
from extractor.text.parsed import Parsed


@dataclass(frozen=True)
class Statement:
    """What a desk may want to check.

    Attributes:
        parsed: Its article.
        tokens: Indices of its own tokens, in order.
        quantities: The numbers in it.
        timexes: The time expressions in it.
        kind: Kind of the claim; None for a bare sentence.
        attribution: Who is said to hold it; None for a bare sentence and in the article's own voice.
    """

    parsed: Parsed
    tokens: Sequence[int]
    quantities: Sequence[QuantityRecord]
    timexes: Sequence[TimexRecord]
    kind: str | None = None
    attribution: AttributionRecord | None = None

    @classmethod
    def of_claim(cls, claim: Claim, parsed: Parsed) -> Statement:
        """A claim, with its article."""
        pieces = (range(*parsed.tokens_in(Span(piece.start, piece.end))) for piece in claim.content)
        return cls(
            parsed,
            list(chain.from_iterable(pieces)),
            claim.quantities,
            claim.timexes,
            claim.kind,
            claim.attribution,
        )

    @cached_property
    def own(self) -> frozenset[int]:
        """Its tokens as a set."""
        return frozenset(self.tokens)

    @cached_property
    def top(self) -> int | None:
        """The first verb on which it hangs, else the first token whose head lies outside; None of no tokens."""
        head, pos = self.parsed.head, self.parsed.pos
        tops = [token for token in self.tokens if head[token] == token or head[token] not in self.own]
        verbs = (token for token in tops if pos[token] in ("VERB", "AUX"))
        return next(verbs, tops[0] if tops else None)

    def column(self, name: str) -> list[str]:
        """The values of a column of the parsed article for its own tokens."""
        values = getattr(self.parsed, name)
        return [values[token] for token in self.tokens]
