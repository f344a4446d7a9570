"""Attributions: who is said to hold what. Rules propose, learned weights dispose.

One door: `compile_matcher`. The rules list, for each cue, the contents and sources its frames allow (`proposals`); a log-linear
model with readable weights picks (`decision`); what is picked is dressed with claimant, polarity, modality and via (`assembly`).
"""

from __future__ import annotations

from extractor.annotations import Annotations, Attribution
from extractor.language.resources import Resources
from extractor.matchers.attributions.assembly import Assembler
from extractor.matchers.attributions.decision import Model, decide
from extractor.matchers.attributions.discourse import Discourse, DiscourseWords
from extractor.matchers.attributions.proposals import propose
from extractor.text.matcher import Matcher
from extractor.text.parsed import Parsed

__all__ = ["FLOOR", "compile_matcher"]

FLOOR = 0.1
"""Confidence below which nothing is kept at all; `load(min_confidence=…)` sets the threshold above it."""


def compile_matcher(resources: Resources) -> Matcher[Attribution]:
    """The matcher with the lexicons and the weights of a language."""
    model = Model.read(resources.learned_weights())
    words = DiscourseWords.read(resources)
    assembler = Assembler(resources)

    def attributions(parsed: Parsed, found: Annotations) -> tuple[Attribution, ...]:
        discourse = Discourse(parsed, found.cues, words)
        proposals = list(propose(discourse, found.cues, model.hopeful))
        decided = decide(discourse, proposals, model, FLOOR)
        return assembler.assemble(discourse, proposals, decided, found)

    return attributions
