"""Features of a source: path, type, size, place and relative clause."""

from __future__ import annotations

from extractor.matchers.attributions.candidates import Source
from extractor.matchers.attributions.discourse import Discourse
from extractor.matchers.attributions.features.magnitudes import bucket
from extractor.matchers.attributions.features.of_cue import CueContext
from extractor.text.ranges import count


def source_features(context: CueContext, source: Source) -> list[str]:
    """Path, type, size and place of a source."""
    parsed, lemma, head = context.parsed, context.lemma, source.head
    names = [
        f"path={source.path}",
        f"path={source.path}&lemma={lemma}",
        f"path={source.path}&class={context.sense}",
        f"path={source.path}&tag={context.tag}",
        f"path={source.path}&dep={context.dep}",
        f"path={source.path}&{context.order()}",
    ]
    if head < 0:
        return names
    kind = source_type(parsed, source)
    distance = head - context.token
    side = "right" if distance > 0 else "left"
    low, high = min(head, context.token), max(head, context.token)
    determiner = next(
        (parsed.shown[c] for c in parsed.children[head] if parsed.dep[c] in ("det", "poss")), "-"
    )
    names += [
        f"type={kind}",
        f"type={kind}&lemma={lemma}",
        f"type={kind}&class={context.sense}&cue_quoted={parsed.quoted(context.token)}",
        f"source_length={bucket(count(parsed.words_before, source.tokens))}",
        f"source_tag={parsed.tag[head]}",
        f"source_distance={side}{bucket(abs(distance))}",
        f"source_quoted={parsed.quoted(head)}",
        f"source_quoted={parsed.quoted(head)}&cue_quoted={parsed.quoted(context.token)}",
        f"source_comma={_commas(parsed, low, high)}&side={side}",
        f"source_determiner={determiner}&pos={parsed.pos[head]}",
    ]
    if parsed.pos[head] != "PROPN":
        names.append(f"source_lemma={parsed.shown_lemma[head]}")
    if source.path == "subject_possessor":
        names.append(f"possessed={parsed.shown_lemma[parsed.head[head]]}")
    if source.clause >= 0:
        names += _clause(parsed, source, side)
    return names


def _commas(parsed: Discourse, low: int, high: int) -> str:
    """Commas between source and cue: one alone right before the second parts a subject from no verb ("Ana Ruiz, asked …")."""
    between = parsed.lower[low + 1 : high]
    if "," not in between:
        return "none"
    return "lone" if between[-1] == "," and between.count(",") == 1 else "some"


def _clause(parsed: Discourse, source: Source, side: str) -> list[str]:
    """Whether the clause that ends the phrase belongs to the source: "said Ana Ruiz, [who runs the clinic]"."""
    clause, start = source.clause, parsed.left[source.clause]
    cut = f"source_clause_cut={source.path.endswith('-clause')}"
    comma = parsed.lower[start - 1] == ","
    length = bucket(parsed.words_before[parsed.right[clause]] - parsed.words_before[start])
    return [
        f"{cut}&comma={comma}",
        f"{cut}&comma={comma}&clause_length={length}",
        f"{cut}&comma={comma}&side={side}&deep={parsed.head[clause] != source.head}",
        f"{cut}&clause={parsed.dep[clause]}&first={parsed.shown[start]}",
    ]


def source_type(parsed: Discourse, source: Source) -> str:
    """The pronoun itself, the entity label, or the part of speech of a source's head."""
    if source.head < 0:
        return "none"
    if parsed.pos[source.head] == "PRON":
        return parsed.shown[source.head]
    return parsed.entity[source.head] or parsed.pos[source.head]
