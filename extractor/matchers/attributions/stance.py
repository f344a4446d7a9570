"""Whether an attribution is affirmed or negated, and whether it is said to have happened at all."""

from __future__ import annotations

from extractor.annotations import Modality, Polarity
from extractor.language.resources import Resources
from extractor.language.stance import StanceWords
from extractor.matchers.attributions.decision import Decided
from extractor.matchers.attributions.discourse import Discourse

_CONDITIONS = frozenset({"if", "unless"})


class Stance:
    """Reads polarity and modality with the words of ``lexicons/stance.toml``."""

    def __init__(self, resources: Resources) -> None:
        self._words = resources.lexicon(StanceWords)

    def polarity(self, parsed: Discourse, decided: Decided) -> Polarity:
        """Negated by "not" and its like, by a subject that is nobody, and by what the speaker fails or refuses to do.

        "Did not fail to mention" is affirmed: two negations make none.
        """
        denials = [
            any(parsed.dep[t] == "neg" for start, end in decided.cue.tokens for t in range(start, end)),
            self._is_nobody(parsed, decided),
            self._is_undone(parsed, decided.cue.token),
        ]
        return "negated" if sum(denials) % 2 else "affirmed"

    def modality(self, parsed: Discourse, decided: Decided) -> Modality:
        """Hypothetical under a modal, "if" or an expectation; reported where the text passes it on from nobody named."""
        token = decided.cue.token
        children = parsed.children[token]
        words = {parsed.lower[t] for start, end in decided.cue.tokens for t in range(start, end)}
        above = parsed.lemma[parsed.head[token]] if parsed.dep[token] == "xcomp" else ""
        conditional = any(parsed.dep[c] == "mark" and parsed.lower[c] in _CONDITIONS for c in children)
        if words & self._words.modals or conditional or above in self._words.awaiting:
            return "hypothetical"
        passive = any(parsed.dep[child] == "auxpass" for child in children)
        hearsay = any(parsed.lower[child] in self._words.hearsay_adverbs for child in children)
        if above in self._words.hearsay_verbs and self._is_passive(parsed, parsed.head[token]):
            hearsay = True
        nobody = passive and decided.candidate.source.head < 0
        return "reported" if decided.cue.cue.form == "adverb" or hearsay or nobody else "actual"

    def _is_nobody(self, parsed: Discourse, decided: Decided) -> bool:
        """ "Nobody", "no officials", "not a single expert"."""
        source = decided.candidate.source.tokens
        return bool(source) and parsed.lower[source[0][0]] in self._words.negative_subjects

    def _is_undone(self, parsed: Discourse, verb: int) -> bool:
        """ "Failed to mention", "without saying", "stopped short of saying", "hardly believes", "no longer believes"."""
        for child in parsed.children[verb]:
            no_longer = parsed.lower[child] == "longer" and any(
                parsed.lower[t] == "no" for t in parsed.children[child]
            )
            if parsed.lower[child] in self._words.negative_adverbs or no_longer:
                return True
        head = parsed.head[verb]
        if parsed.dep[verb] == "xcomp" and parsed.lemma[head] in self._words.failing:
            return not any(parsed.dep[child] == "neg" for child in parsed.children[head])
        short = parsed.lower[head] == "of" and parsed.lower[head - 1] == "short"
        return parsed.dep[verb] == "pcomp" and (parsed.lower[head] == "without" or short)

    def _is_passive(self, parsed: Discourse, verb: int) -> bool:
        return any(parsed.dep[child] == "auxpass" for child in parsed.children[verb])
