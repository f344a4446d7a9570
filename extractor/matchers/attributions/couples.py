"""Several claimants in one source: "Ana Ruiz and colleagues", "he and his staff", "Ruiz, 34, and her husband, Tom Berg"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.annotations import Claimant, Mention
from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Range

_NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
_LEFT_OUT = frozenset({"det", "predet"})
_BY_NAME = frozenset({"name", "surname"})
_BETWEEN = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET", "CCONJ", "PUNCT"})
_CALLED = frozenset({"name", "surname", "acronym"})
_HEADS = frozenset({"conj", "nsubj", "nsubjpass", "pobj", "dobj"})
_AND = frozenset({"and", "&", "nor"})
_SURE = 0.6
"""How often a couple was named as readers name it, on 377 articles."""
_WIDEST = 8
"""Tokens between two names of one couple: "…, 34, and his younger sister, …"."""


class Couples:
    """Finds couples and lists by the parse, and by the names where the parse lost the conjunction."""

    def __init__(self, titles: frozenset[str]) -> None:
        self._titles = titles

    def find(self, parsed: Discourse, source: Source, mentions: Mapping[int, Mention]) -> Claimant | None:
        """The group that a source makes of several; None for a single claimant."""
        head, end = source.head, source.tokens[-1][1] if source.tokens else 0
        if parsed.pos[head] not in _NOMINALS or not any(
            parsed.lower[t] in _AND for t in range(*_reach(source))
        ):
            return None
        joined = [
            child
            for child in parsed.children[head]
            if parsed.dep[child] == "conj" and head < child < end and parsed.pos[child] in _NOMINALS
        ]
        if joined and any(
            parsed.lower[word] in _AND
            for token in (head, *joined)
            for word in parsed.children[token]
            if head < word < end
        ):
            return self._group(parsed, source, mentions, min(parsed.right[joined[-1]], end))
        if _names_joined(parsed, source, mentions):
            return self._group(parsed, source, mentions, end)
        return None

    def _group(
        self, parsed: Discourse, source: Source, mentions: Mapping[int, Mention], end: int
    ) -> Claimant:
        head, start = source.head, source.tokens[0][0]
        whole = parsed.spans(parsed.trimmed(source.tokens) or source.tokens)[0]
        while start < head and (parsed.dep[start] in _LEFT_OUT or parsed.lower[start] in self._titles):
            start += 1
        pieces = parsed.trimmed(((start, end),))
        name = _names_of(parsed, pieces[0], mentions) if pieces else ""
        if parsed.pos[head] == "PRON" and head in mentions and start == head:  # "he and his staff"
            name = f"{mentions[head].name} {' '.join(parsed.text_of((head + 1, pieces[0][1])).split())}"
        return Claimant(
            name, whole, "group", None, None, "name" if parsed.pos[head] == "PROPN" else "nominal", sure=_SURE
        )


def _reach(source: Source) -> Range:
    return (source.tokens[0][0], source.tokens[-1][1]) if source.tokens else (0, 0)


def _names_joined(parsed: Discourse, source: Source, mentions: Mapping[int, Mention]) -> bool:
    """Whether only commas, ages, kinship and "and" stand between two people's names, the last of which ends the source."""
    start, end = _reach(source)
    heads = [t for t in range(start, end) if t in mentions and _is_name(mentions[t])]
    if len({mentions[t].name for t in heads}) < 2 or not _ends_with(parsed, mentions[heads[-1]], end):
        return False
    return _only_joins(parsed, heads[-2:]) and len(heads) == len({mentions[t].name for t in heads})


def _is_name(mention: Mention) -> bool:
    return mention.kind == "person" and mention.resolved_by in _BY_NAME


def _ends_with(parsed: Discourse, last: Mention, end: int) -> bool:
    behind = range(parsed.token_at(last.span.end), end)
    return all(parsed.pos[t] in ("PUNCT", "NUM", "SPACE") or parsed.lower[t] == "old" for t in behind)


def _only_joins(parsed: Discourse, heads: Sequence[int]) -> bool:
    between = range(heads[0] + 1, heads[1])
    joins = any(parsed.lower[t] in _AND for t in between)
    return joins and len(between) <= _WIDEST and all(parsed.pos[t] in _BETWEEN for t in between)


def _names_of(parsed: Discourse, piece: Range, mentions: Mapping[int, Mention]) -> str:
    """ "Ana Ruiz and Tom Berg" of "the mayor, Ana Ruiz, 34, and Mr Berg"; the words as they stand where one has no name."""
    told = [mentions[t] for t in range(*piece) if t in mentions and parsed.tag[t] != "PRP$"]
    names = list({mention.cluster: mention.name for mention in told}.values())
    bare = any(
        parsed.pos[t] in ("NOUN", "PRON") and parsed.dep[t] in _HEADS and t not in mentions
        for t in range(*piece)
    )
    if len(names) < 2 or bare or not all(map(_is_called, told)):
        return " ".join(parsed.text_of(piece).split())
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _is_called(mention: Mention) -> bool:
    return mention.resolved_by in _CALLED and mention.kind in ("person", "organisation")
