"""Features of the cue: its word, its grammar, and what else attributes nearby."""

from __future__ import annotations

from extractor.matchers.attributions.candidates import CueTokens
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.features.magnitudes import bucket
from extractor.text.speaking import taken_for_auxiliary

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
        sense: Its class in the lexicon, which rare words learn from.
        block: Number of its layout block.
        passive: Whether it is a passive verb.
        child_labels: Which complements it has, as one word.
        speeches: Numbers of the quotations nearby that are speech.
        surroundings: What else attributes nearby.
    """

    def __init__(self, parsed: Discourse, cue: CueTokens) -> None:
        self.parsed = parsed
        self.cue = cue
        self.token = cue.token
        self.lemma = "according to" if cue.cue.form == "preposition" else cue.cue.lemma
        self.sense = cue.cue.cue_class
        self.block = parsed.block_of[cue.token]
        noun = cue.cue.form == "verb" and parsed.tag[cue.token].startswith("N")
        misread = noun or (cue.cue.form == "verb" and taken_for_auxiliary(parsed, cue.token))
        self.dep = "ROOT" if misread else parsed.dep[cue.token]
        self.tag = "VBZ" if noun else parsed.tag[cue.token]
        labels = {parsed.dep[child] for child in parsed.children[cue.token]}
        self.passive = "auxpass" in labels
        self.child_labels = "ccomp.nsubj" if misread else ".".join(sorted(labels & SHOWN_CHILDREN))
        self.speeches = [n for n in parsed.quotes_near(cue.token) if parsed.speech[n]]
        self.surroundings = self._surroundings()

    def shared(self) -> list[str]:
        """What the family of every content is crossed with."""
        return [
            f"lemma={self.lemma}",
            f"class={self.sense}",
            f"tag={self.tag}",
            f"dep={self.dep}",
            f"passive={self.passive}",
            f"children={self.child_labels}",
            *self.surroundings,
        ]

    def order(self) -> str:
        """What stands on either side of the cue: after a quotation and before a noun its subject has changed places with it."""
        parsed, token = self.parsed, self.token
        quote = token > 0 and parsed.quote_of[token - 1] >= 0
        following = parsed.pos[token + 1] if token + 1 < parsed.size else "-"
        return f"quote_before={quote}&next_pos={following}"

    def _surroundings(self) -> list[str]:
        parsed, token = self.parsed, self.token
        start, end = parsed.paragraph(token)
        low, high = parsed.sentence[token]
        own = parsed.is_strong[token]
        in_block = parsed.strong_before[end] - parsed.strong_before[start] - own
        in_sentence = parsed.strong_before[high] - parsed.strong_before[low] - own
        turn = self._turn() if self.cue.cue.form == "colon" else []
        return [
            *turn,
            f"cue_quoted={parsed.quoted(token)}",
            f"block={parsed.block_kinds[self.block]}",
            f"first_block={self.block == 0 and (start, end) == parsed.blocks[0]}",
            f"quotes={min(3, len(self.speeches))}",
            f"unquoted_words={bucket(parsed.unquoted(start, end))}",
            f"strong_in_block={min(2, in_block)}",
            f"strong_in_sentence={min(2, in_sentence)}",
            f"under={self._governing_cue()}",
        ]

    def _turn(self) -> list[str]:
        parsed = self.parsed
        here = min(3, parsed.turns[self.block])
        capitals = parsed.word[self.token - 1].isupper() if self.token else False
        return [f"turn={here}", f"turn={here}&labelled={min(4, parsed.labelled)}&capitals={capitals}"]

    def _governing_cue(self) -> str:
        """The label under which the cue hangs below another strong cue: its clause is then inside a content."""
        parsed, token = self.parsed, self.token
        for _ in range(_LONGEST_CLIMB):
            head = parsed.head[token]
            if head == token:
                break
            if parsed.is_strong[head]:
                return parsed.dep[token]
            token = head
        return "-"


def cue_features(context: CueContext) -> list[str]:
    """The names of all features of a cue."""
    if context.cue.cue.form == "preposition":  # its words are all there is to its grammar
        return [f"lemma={context.lemma}", *context.surroundings]
    return [*_word(context), *_grammar(context), *context.surroundings]


def _word(context: CueContext) -> list[str]:
    lemma, tag, quoted = context.lemma, context.tag, context.parsed.quoted(context.token)
    return [
        f"form={context.cue.cue.form}",
        f"lemma={lemma}",
        f"tag={tag}",
        f"dep={context.dep}",
        f"tag={tag}&lemma={lemma}",
        f"dep={context.dep}&lemma={lemma}",
        f"class={context.sense}&form={context.cue.cue.form}",
        f"class={context.sense}&tag={tag}",
        f"class={context.sense}&dep={context.dep}",
        f"cue_quoted={quoted}&lemma={lemma}",
        f"cue_quoted={quoted}&class={context.sense}",
    ]


def _grammar(context: CueContext) -> list[str]:
    parsed, token, lemma = context.parsed, context.token, context.lemma
    children = parsed.children[token]
    helpers = [t for start, end in context.cue.tokens for t in range(start, end) if t != token]
    modal = next((parsed.shown[t] for t in helpers if parsed.tag[t] == "MD"), None)
    names = [
        f"negated={any(parsed.dep[t] == 'neg' for t in helpers)}",
        f"modal={modal}",
        f"passive={context.passive}",
        f"perfect={any(parsed.lemma[t] == 'have' for t in helpers)}",
        f"head_lemma={parsed.shown_lemma[parsed.head[token]]}",
        f"dep={context.dep}&head_lemma={parsed.shown_lemma[parsed.head[token]]}",
        f"next={parsed.shown[token + 1] if token + 1 < parsed.size else ''}",
        f"previous={parsed.shown[token - 1] if token else ''}",
        f"children={context.child_labels}",
    ]
    if modal:
        names.append(f"modal=yes&lemma={lemma}")
    if any(parsed.tag[t] == "TO" for t in helpers):
        names += ["infinitive_cue=yes", f"infinitive_cue=yes&lemma={lemma}"]
    for child in children:
        dep = parsed.dep[child]
        if dep == "mark":
            names += [f"mark={parsed.shown[child]}", f"mark={parsed.shown[child]}&lemma={lemma}"]
        elif dep == "prt":
            names.append(f"particle={parsed.shown[child]}&lemma={lemma}")
        elif dep in _OBJECTS:
            names.append(f"object={parsed.shown_lemma[child]}&lemma={lemma}")
    return names
