"""Whether an attribution is affirmed or negated, and whether it is said to have happened at all."""

from __future__ import annotations

from extractor.annotations import Modality, Polarity
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.view import View
from extractor.resources import Language

_CONDITIONS = frozenset({"if", "unless"})


class Stance:
    """Reads polarity and modality with the words of ``lexicons/stance.toml``."""

    def __init__(self, language: Language) -> None:
        lexicon = language.toml("lexicons/stance")
        self._subjects = frozenset(lexicon["negative_subjects"])
        self._adverbs = frozenset(lexicon["negative_adverbs"])
        self._failing = frozenset(lexicon["failing"])
        self._modals = frozenset(lexicon["modals"])
        self._awaiting = frozenset(lexicon["awaiting"])
        self._hearsay_adverbs = frozenset(lexicon["hearsay_adverbs"])
        self._hearsay_verbs = frozenset(lexicon["hearsay_verbs"])

    def polarity(self, view: View, decided: Decided) -> Polarity:
        """Negated by "not" and its like, by a subject that is nobody, and by what the speaker fails or refuses to do.

        "Did not fail to mention" is affirmed: two negations make none.
        """
        denials = [
            any(view.deps[t] == "neg" for start, end in decided.cue.tokens for t in range(start, end)),
            self._is_nobody(view, decided),
            self._is_undone(view, decided.cue.token),
        ]
        return "negated" if sum(denials) % 2 else "affirmed"

    def modality(self, view: View, decided: Decided) -> Modality:
        """Hypothetical under a modal, "if" or an expectation; reported where the text passes it on from nobody named."""
        token = decided.cue.token
        children = view.children[token]
        words = {view.lower[t] for start, end in decided.cue.tokens for t in range(start, end)}
        above = view.lemmas[view.heads[token]] if view.deps[token] == "xcomp" else ""
        conditional = any(view.deps[c] == "mark" and view.lower[c] in _CONDITIONS for c in children)
        if words & self._modals or conditional or above in self._awaiting:
            return "hypothetical"
        passive = any(view.deps[child] == "auxpass" for child in children)
        hearsay = any(view.lower[child] in self._hearsay_adverbs for child in children)
        if above in self._hearsay_verbs and self._is_passive(view, view.heads[token]):
            hearsay = True
        nobody = passive and decided.candidate.source.head < 0
        return "reported" if decided.cue.cue.form == "adverb" or hearsay or nobody else "actual"

    def _is_nobody(self, view: View, decided: Decided) -> bool:
        """ "Nobody", "no officials", "not a single expert"."""
        source = decided.candidate.source.tokens
        return bool(source) and view.lower[source[0][0]] in self._subjects

    def _is_undone(self, view: View, verb: int) -> bool:
        """ "Failed to mention", "without saying", "stopped short of saying", "hardly believes", "no longer believes"."""
        for child in view.children[verb]:
            no_longer = view.lower[child] == "longer" and any(
                view.lower[t] == "no" for t in view.children[child]
            )
            if view.lower[child] in self._adverbs or no_longer:
                return True
        head = view.heads[verb]
        if view.deps[verb] == "xcomp" and view.lemmas[head] in self._failing:
            return not any(view.deps[child] == "neg" for child in view.children[head])
        short = view.lower[head] == "of" and view.lower[head - 1] == "short"
        return view.deps[verb] == "pcomp" and (view.lower[head] == "without" or short)

    def _is_passive(self, view: View, verb: int) -> bool:
        return any(view.deps[child] == "auxpass" for child in view.children[verb])
