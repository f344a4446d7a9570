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
    names = [f"path={source.path}", f"path={source.path}&lemma={lemma}"]
    if head < 0:
        return names
    kind = source_type(view, source)
    distance = head - context.token
    side = "right" if distance > 0 else "left"
    low, high = min(head, context.token), max(head, context.token)
    comma = "," in view.lower[low + 1 : high]
    determiner = next((view.shown[c] for c in view.children[head] if view.deps[c] in ("det", "poss")), "-")
    names += [
        f"type={kind}",
        f"type={kind}&lemma={lemma}",
        f"source_length={bucket(count(view.words_before, source.tokens))}",
        f"source_tag={view.tags[head]}",
        f"source_distance={side}{bucket(abs(distance))}",
        f"source_quoted={view.quoted(head)}",
        f"source_quoted={view.quoted(head)}&cue_quoted={view.quoted(context.token)}",
        f"source_comma={comma}&side={side}",
        f"source_determiner={determiner}&pos={view.pos[head]}",
    ]
    if view.pos[head] != "PROPN":
        names.append(f"source_lemma={view.shown_lemmas[head]}")
    clauses = [c for c in view.children[head] if view.deps[c] in ("relcl", "acl")]
    if clauses:
        cut = source.path.endswith("-clause")
        after_comma = view.lower[view.left[clauses[0]] - 1] == ","
        length = bucket(view.words_before[view.right[clauses[0]]] - view.words_before[view.left[clauses[0]]])
        names.append(f"source_clause_cut={cut}&comma={after_comma}")
        names.append(f"source_clause_cut={cut}&comma={after_comma}&clause_length={length}")
    return names


def source_type(view: View, source: Source) -> str:
    """The pronoun itself, the entity label, or the part of speech of a source's head."""
    if source.head < 0:
        return "none"
    if view.pos[source.head] == "PRON":
        return view.shown[source.head]
    return view.entity[source.head] or view.pos[source.head]
