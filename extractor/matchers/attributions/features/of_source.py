"""Features of a source: path, type, size, place and relative clause."""

from __future__ import annotations

from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.features.of_cue import CueContext
from extractor.matchers.attributions.features.sizes import bucket
from extractor.matchers.attributions.ranges import count
from extractor.matchers.attributions.view import View


def source_features(context: CueContext, source: Source) -> list[str]:
    """Path, type, size and place of a source."""
    view, lemma, head = context.view, context.lemma, source.head
    names = [
        f"path={source.path}",
        f"path={source.path}&lemma={lemma}",
        f"path={source.path}&tag={context.tag}",
        f"path={source.path}&dep={context.dep}",
        f"path={source.path}&{context.order()}",
    ]
    if head < 0:
        return names
    kind = source_type(view, source)
    distance = head - context.token
    side = "right" if distance > 0 else "left"
    low, high = min(head, context.token), max(head, context.token)
    determiner = next((view.shown[c] for c in view.children[head] if view.deps[c] in ("det", "poss")), "-")
    names += [
        f"type={kind}",
        f"type={kind}&lemma={lemma}",
        f"source_length={bucket(count(view.words_before, source.tokens))}",
        f"source_tag={view.tags[head]}",
        f"source_distance={side}{bucket(abs(distance))}",
        f"source_quoted={view.quoted(head)}",
        f"source_quoted={view.quoted(head)}&cue_quoted={view.quoted(context.token)}",
        f"source_comma={_commas(view, low, high)}&side={side}",
        f"source_determiner={determiner}&pos={view.pos[head]}",
    ]
    if view.pos[head] != "PROPN":
        names.append(f"source_lemma={view.shown_lemmas[head]}")
    if source.path == "subject_possessor":
        names.append(f"possessed={view.shown_lemmas[view.heads[head]]}")
    if source.clause >= 0:
        names += _clause(view, source, side)
    return names


def _commas(view: View, low: int, high: int) -> str:
    """Commas between source and cue: one alone right before the second parts a subject from no verb ("Ana Ruiz, asked …")."""
    between = view.lower[low + 1 : high]
    if "," not in between:
        return "none"
    return "lone" if between[-1] == "," and between.count(",") == 1 else "some"


def _clause(view: View, source: Source, side: str) -> list[str]:
    """Whether the clause that ends the phrase belongs to the source: "said Ana Ruiz, [who runs the clinic]"."""
    clause, start = source.clause, view.left[source.clause]
    cut = f"source_clause_cut={source.path.endswith('-clause')}"
    comma = view.lower[start - 1] == ","
    length = bucket(view.words_before[view.right[clause]] - view.words_before[start])
    return [
        f"{cut}&comma={comma}",
        f"{cut}&comma={comma}&clause_length={length}",
        f"{cut}&comma={comma}&side={side}&deep={view.heads[clause] != source.head}",
        f"{cut}&clause={view.deps[clause]}&first={view.shown[start]}",
    ]


def source_type(view: View, source: Source) -> str:
    """The pronoun itself, the entity label, or the part of speech of a source's head."""
    if source.head < 0:
        return "none"
    if view.pos[source.head] == "PRON":
        return view.shown[source.head]
    return view.entity[source.head] or view.pos[source.head]
