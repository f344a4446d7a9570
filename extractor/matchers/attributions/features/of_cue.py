"""Features of the cue: its word, its grammar, and what else attributes nearby."""

from __future__ import annotations

from extractor.matchers.attributions.candidates import CueTokens
from extractor.matchers.attributions.features.sizes import bucket
from extractor.matchers.attributions.view import View

SHOWN_CHILDREN = frozenset(
    {"ccomp", "xcomp", "dobj", "prep", "nsubj", "nsubjpass", "agent", "parataxis", "attr", "oprd", "acomp"}
)
"""Labels of complements that tell frames apart."""
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative"})
_LONGEST_CLIMB = 8


class CueContext:
    """A cue in its article, with what the features of its contents and sources share.

    Attributes:
        lemma: The word the weights know it by; prepositional cues behave alike, and the rare ones ("as per") learn from the
            common one.
        block: Number of its layout block.
        passive: Whether it is a passive verb.
        child_labels: Which complements it has, as one word.
        speeches: Numbers of the quotations nearby that are speech.
        surroundings: What else attributes nearby.
    """

    def __init__(self, view: View, cue: CueTokens) -> None:
        self.view = view
        self.cue = cue
        self.token = cue.token
        self.lemma = "according to" if cue.cue.form == "preposition" else cue.cue.lemma
        self.block = view.block_of[cue.token]
        self.dep = view.deps[cue.token]
        self.tag = view.tags[cue.token]
        labels = {view.deps[child] for child in view.children[cue.token]}
        self.passive = "auxpass" in labels
        self.child_labels = ".".join(sorted(labels & SHOWN_CHILDREN))
        self.speeches = [n for n in view.quotes_near(cue.token) if view.speech[n]]
        self.surroundings = self._surroundings()

    def shared(self) -> list[str]:
        """What the family of every content is crossed with."""
        return [
            f"lemma={self.lemma}",
            f"tag={self.tag}",
            f"dep={self.dep}",
            f"passive={self.passive}",
            f"children={self.child_labels}",
            *self.surroundings,
        ]

    def order(self) -> str:
        """What stands on either side of the cue: after a quotation and before a noun its subject has changed places with it."""
        view, token = self.view, self.token
        quote = token > 0 and view.quote_of[token - 1] >= 0
        following = view.pos[token + 1] if token + 1 < view.size else "-"
        return f"quote_before={quote}&next_pos={following}"

    def _surroundings(self) -> list[str]:
        view, token = self.view, self.token
        start, end = view.blocks[self.block]
        low, high = view.sentence[token]
        own = view.strong[token]
        in_block = view.strong_before[end] - view.strong_before[start] - own
        in_sentence = view.strong_before[high] - view.strong_before[low] - own
        turn = [f"turn={min(3, view.turns[self.block])}"] if self.cue.cue.form == "colon" else []
        return [
            *turn,
            f"cue_quoted={view.quoted(token)}",
            f"block={view.block_kinds[self.block]}",
            f"first_block={self.block == 0}",
            f"quotes={min(3, len(self.speeches))}",
            f"unquoted_words={bucket(view.unquoted(start, end))}",
            f"strong_in_block={min(2, in_block)}",
            f"strong_in_sentence={min(2, in_sentence)}",
            f"under={self._governing_cue()}",
        ]

    def _governing_cue(self) -> str:
        """The label under which the cue hangs below another strong cue: its clause is then inside a content."""
        view, token = self.view, self.token
        for _ in range(_LONGEST_CLIMB):
            head = view.heads[token]
            if head == token:
                break
            if view.strong[head]:
                return view.deps[token]
            token = head
        return "-"


def cue_features(context: CueContext) -> list[str]:
    """The names of all features of a cue."""
    if context.cue.cue.form == "preposition":  # its words are all there is to its grammar
        return [f"lemma={context.lemma}", *context.surroundings]
    return [*_word(context), *_grammar(context), *context.surroundings]


def _word(context: CueContext) -> list[str]:
    lemma, tag = context.lemma, context.tag
    return [
        f"form={context.cue.cue.form}",
        f"lemma={lemma}",
        f"tag={tag}",
        f"dep={context.dep}",
        f"tag={tag}&lemma={lemma}",
        f"dep={context.dep}&lemma={lemma}",
    ]


def _grammar(context: CueContext) -> list[str]:
    view, token, lemma = context.view, context.token, context.lemma
    children = view.children[token]
    helpers = [t for start, end in context.cue.tokens for t in range(start, end) if t != token]
    modal = next((view.shown[t] for t in helpers if view.tags[t] == "MD"), None)
    names = [
        f"negated={any(view.deps[t] == 'neg' for t in helpers)}",
        f"modal={modal}",
        f"passive={context.passive}",
        f"perfect={any(view.lemmas[t] == 'have' for t in helpers)}",
        f"head_lemma={view.shown_lemmas[view.heads[token]]}",
        f"dep={context.dep}&head_lemma={view.shown_lemmas[view.heads[token]]}",
        f"next={view.shown[token + 1] if token + 1 < view.size else ''}",
        f"previous={view.shown[token - 1] if token else ''}",
        f"children={context.child_labels}",
    ]
    if modal:
        names.append(f"modal=yes&lemma={lemma}")
    if any(view.tags[t] == "TO" for t in helpers):
        names += ["infinitive_cue=yes", f"infinitive_cue=yes&lemma={lemma}"]
    for child in children:
        dep = view.deps[child]
        if dep == "mark":
            names += [f"mark={view.shown[child]}", f"mark={view.shown[child]}&lemma={lemma}"]
        elif dep == "prt":
            names.append(f"particle={view.shown[child]}&lemma={lemma}")
        elif dep in _OBJECTS:
            names.append(f"object={view.shown_lemmas[child]}&lemma={lemma}")
    return names
