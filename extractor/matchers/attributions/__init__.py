"""Attributions: who is said to hold what. Rules propose, learned weights dispose.

One door: `compile_matcher`. The rules list, for each cue, the contents and sources its frames allow (`proposals`); a log-linear
model with readable weights picks (`decision`); what is picked is dressed with claimant, polarity, modality and via (`assembly`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotations import Annotations, Attribution, Matcher
from extractor.matchers.attributions.assembly import Assembler
from extractor.matchers.attributions.decision import Model, decide
from extractor.matchers.attributions.proposals import propose
from extractor.matchers.attributions.view import View, strong_verbs
from extractor.resources import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["compile_matcher"]

_FLOOR = 0.1
"""Confidence below which nothing is kept at all; `load(min_confidence=…)` sets the threshold above it."""


def compile_matcher(language: Language) -> Matcher[Attribution]:
    """The matcher with the lexicons and the weights of a language."""
    model = Model.read(language.learned_weights())
    strong = strong_verbs(language)
    assembler = Assembler(language)

    def attributions(doc: Doc, found: Annotations) -> tuple[Attribution, ...]:
        view = View(doc, found, strong)
        proposals = list(propose(view, found.cues, model.hopeful))
        decided = decide(view, proposals, model, _FLOOR)
        return assembler.assemble(view, proposals, decided, found)

    return attributions
