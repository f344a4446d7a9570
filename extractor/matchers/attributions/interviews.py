"""Interviews and transcripts: what is asked is no claim, and answers without a name are those of the one person introduced.

`Q: How many came?` / `REED: Why did it cost so much?` / "Interview: Ana Ruiz on the flood", and then `A: We counted 212.`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extractor.annotations import Claimant, Mention
from extractor.language.claimants import Labels
from extractor.matchers.attributions.claimants import as_claimant
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.discourse import Discourse

_NAMED = frozenset({"name", "surname", "title"})
_SURE = 0.7
"""How sure the one person is who was introduced."""


class Interview:
    """What the labels of one article's turns tell."""

    def __init__(self, parsed: Discourse, labels: Labels, mentions: Mapping[int, Mention]) -> None:
        self._parsed, self._labels = parsed, labels
        self._answerer = self._introduced(mentions)

    def asks(self, decided: Decided) -> bool:
        """Whether a turn is a question: by its label, or because it ends in a question mark and others answer."""
        if not self._is_turn(decided):
            return False
        if self._label(decided) in self._labels.questions:
            return True
        parsed, block = self._parsed, self._parsed.block_of[decided.cue.token]
        return parsed.text_of(parsed.blocks[block]).rstrip().endswith("?") and self._is_answered(block)

    def answerer(self, decided: Decided) -> Claimant | None:
        """Who answers under a label that names nobody; None where it names somebody, or where not one person was introduced."""
        if (
            self._answerer is None
            or not self._is_turn(decided)
            or self._label(decided) not in self._labels.answers
        ):
            return None
        source = self._parsed.spans(decided.candidate.source.tokens)
        return replace(as_claimant(self._answerer), mention=source[0], sure=min(self._answerer.sure, _SURE))

    def _is_answered(self, block: int) -> bool:
        """Whether the next turn is another's; a question that nobody answers may be meant to say something."""
        turns, following = self._parsed.turns, self._parsed.blocks[block + 1 : block + 2]
        return bool(following) and turns[block + 1] > 0 and self._opening(block + 1) != self._opening(block)

    def _opening(self, block: int) -> str:
        return self._parsed.lower[self._parsed.blocks[block][0]]

    def _is_turn(self, decided: Decided) -> bool:
        parsed, source = self._parsed, decided.candidate.source
        labelled = parsed.turns[parsed.block_of[decided.cue.token]] > 0
        return labelled and decided.cue.cue.form == "colon" and source.head >= 0

    def _label(self, decided: Decided) -> str:
        return self._parsed.text_of(decided.candidate.source.tokens[0]).lower()

    def _introduced(self, mentions: Mapping[int, Mention]) -> Mention | None:
        """The one person named before the first answer that has no name."""
        parsed = self._parsed
        opened = (
            start
            for start, end in parsed.blocks
            if start < end and parsed.lower[start] in self._labels.questions | self._labels.answers
        )
        first = next(opened, 0)
        people = [
            m
            for token, m in mentions.items()
            if token < first and m.kind == "person" and m.resolved_by in _NAMED
        ]
        return people[0] if len({person.cluster for person in people}) == 1 else None
