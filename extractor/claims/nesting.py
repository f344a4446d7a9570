"""Claims inside claims: "The surgeon said he was fine but England say …" reported by somebody holds two inner ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.records import Claim


def nested(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims in their order, each with the narrowest one whose content holds its content and its cue as ``within``."""
    ordered = sorted(claims, key=lambda claim: (claim.content[0].start, -claim.content[-1].end, claim.id))
    around: list[Claim] = []
    for claim in ordered:
        around = [outer for outer in around if outer.content[-1].end > claim.content[0].start]
        holding = [outer for outer in around if _holds(outer, claim)]
        inmost = min(holding, key=_length, default=None)
        yield claim.model_copy(update={"within": inmost.id}) if inmost else claim
        around.append(claim)


def _holds(outer: Claim, inner: Claim) -> bool:
    """Whether a content holds all of another one with its cue, and more."""
    if inner.attribution is None or _length(outer) <= _length(inner):
        return False
    pieces = [*inner.content, *inner.attribution.cue]
    return all(any(o.start <= p.start and p.end <= o.end for o in outer.content) for p in pieces)


def _length(claim: Claim) -> int:
    return sum(piece.end - piece.start for piece in claim.content)
