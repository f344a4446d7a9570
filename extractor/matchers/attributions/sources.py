"""Sources a cue may have: its own subject, one it shares with a governing verb, an agent, a possessor, an antecedent."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.matchers.attributions.candidates import NO_SOURCE, Source
from extractor.matchers.attributions.ranges import Range, Ranges
from extractor.matchers.attributions.source_phrases import after_time, with_and_without_clause
from extractor.matchers.attributions.source_places import behind_quotation, nearest
from extractor.matchers.attributions.view import View

_SUBJECTS = frozenset({"nsubj", "csubj"})
_ANY_SUBJECT = _SUBJECTS | {"nsubjpass"}
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})
_SEEMING = frozenset({"seem", "appear"})
"""Verbs whose subject is part of what seems so, to nobody named."""
_LONGEST_CLIMB = 5
_MOST = 6


def verb_sources(view: View, verb: int) -> list[Source]:
    """The sources the parse offers a verb cue, the likeliest paths first; at most six."""
    own = [c for c in view.children[verb] if view.deps[c] in _SUBJECTS and _same_voice(view, verb, c)]
    if own and _is_participle(view, verb, own[-1]):
        return [*_agents(view, verb), NO_SOURCE]
    own = own or _of_participles(view, verb)
    passive = any(view.deps[child] in ("nsubjpass", "auxpass") for child in view.children[verb])
    found: list[Source] = []
    if own:
        found += _own_subject(view, verb, own[-1])
    found += _agents(view, verb)
    if not own:
        found += _inherited(view, verb, passive)
        if not found or view.strong[verb]:
            found += behind_quotation(view, verb)
            found += nearest(view, verb)
    if passive or not own or view.lower[own[-1]] in ("it", "there") or view.lemmas[verb] in _SEEMING:
        found.append(NO_SOURCE)
    return [source for source in found if source.head < 0 or _same_voice(view, verb, source.head)][:_MOST]


def _same_voice(view: View, cue: int, source: int) -> bool:
    """Whether cue and source are both outside of speech, or inside the same one: nobody is cited from within his own words."""
    return view.speech_of[cue] == view.speech_of[source]


def noun_sources(view: View, noun: int) -> list[Source]:
    """ "the company's claim", "a claim by the company", "the company made the claim", and none."""
    found: list[Source] = []
    for child in view.children[noun]:
        dep = view.deps[child]
        if dep == "prep" and view.lower[child] in ("by", "from", "of"):
            path, tokens = f"of_noun:{view.lower[child]}", ((child + 1, view.right[child]),)
            found += [Source(path, tokens, inner) for inner in _objects(view, child)]
        elif dep in ("poss", "compound", "nmod") or (dep == "amod" and view.entity[child]):
            found.append(Source(f"noun_{dep}", _without_case(view, child), child))
    head, dep = view.heads[noun], view.deps[noun]
    if view.pos[head] in ("VERB", "AUX") and dep in ("dobj", "attr", "pobj", "oprd"):
        found += _subjects_of(view, head, "verb_subject")
    elif dep == "pobj":
        found += _subjects_of(view, view.heads[head], "far_subject")
    return [*found, NO_SOURCE][:4]


def object_of_phrase(view: View, last: int) -> list[Source]:
    """The object of "according to" and its like, with and without a relative clause."""
    return [
        source
        for child in _objects(view, last)
        for source in with_and_without_clause(view, "object_of_phrase", child, last)
    ]


def before_mark(view: View, mark: int) -> list[Source]:
    """ "MINISTER: …": what stands between the start of the block or sentence and a colon, or the subject of the clause there."""
    block_start = view.blocks[view.block_of[mark]][0]
    start = max(block_start, view.sentence[mark][0])
    if start == mark:
        start = _name_start(view, mark, block_start)
    if mark + 1 < view.size and view.quote_of[mark + 1] >= 0 and _has_verb(view, start, mark):
        return _clause_before(view, start, mark)
    tokens = view.trimmed((after_time(view, (start, mark)),))
    words = view.words_before[mark] - view.words_before[start]
    if not tokens or not 0 < words <= 8 or _has_verb(view, start, mark):
        return []
    return [Source("before_colon", tokens, _last_word(view, tokens))]


def after_mark(view: View, mark: int) -> list[Source]:
    """ "… – minister" and "… ― Ana Ruiz, farmer": what follows a dash to the end of its block."""
    end = view.blocks[view.block_of[mark]][1]
    words = view.words_before[end] - view.words_before[mark]
    if not 0 < words <= 12 or _has_verb(view, mark + 1, end):
        return []
    comma = next((t for t in range(mark + 1, end) if view.lower[t] == ","), end)
    tokens = view.trimmed(((mark + 1, comma),))
    return [Source("after_dash", tokens, _last_word(view, tokens))] if tokens else []


def _clause_before(view: View, start: int, mark: int) -> list[Source]:
    """ "[Her neighbour] is less patient: "…"": who the clause before a quotation is about, if no verb there says more."""
    if view.strong_before[mark] > view.strong_before[start]:
        return []
    subjects = (
        t for t in range(mark - 1, start - 1, -1) if view.deps[t] in _ANY_SUBJECT and view.heads[t] < mark
    )
    subject = next((t for t in subjects if view.deps[view.heads[t]] != "relcl"), -1)
    return list(with_and_without_clause(view, "clause_before_colon", subject, mark)) if subject >= 0 else []


def _own_subject(view: View, verb: int, subject: int) -> Iterator[Source]:
    yield from with_and_without_clause(view, "subject", subject, verb)
    if view.pos[subject] == "NOUN" and not _names_somebody(view, subject):
        for child in view.children[subject]:
            if view.deps[child] == "poss":
                yield Source("subject_possessor", _without_case(view, child), child)
    if view.deps[verb] == "relcl" and view.lower[subject] in _RELATIVE_PRONOUNS:
        antecedent = view.heads[verb]
        yield Source(
            "antecedent", ((view.left[antecedent], min(subject, view.right[antecedent])),), antecedent
        )


def _names_somebody(view: View, noun: int) -> bool:
    """Whether a noun is somebody of that name, not something of its possessor's: "her neighbour Ana Ruiz"."""
    return any(view.entity[child] == "PERSON" and view.deps[child] != "poss" for child in view.children[noun])


def _is_participle(view: View, verb: int, subject: int) -> bool:
    """Whether a verb taken for the subject's own only tells what was done to it: "Ana Ruiz, asked about it, laughed".

    One comma alone never parts a verb from its subject, but for one that ends an apposition or follows a bracket.
    """
    between = view.lower[subject + 1 : verb]
    if subject > verb or view.tags[verb] != "VBD" or between.count(",") != 1 or between[-1] != ",":
        return False
    before = view.left[subject] - 1
    return view.lower[verb - 2] not in (")", "]") and not (before >= 0 and view.lower[before] == ",")


def _of_participles(view: View, verb: int) -> list[int]:
    """The subject that the parse gave to a participle before the verb: "[Ana Ruiz], asked whether it was late, said no"."""
    return [
        subject
        for clause in view.children[verb]
        if clause < verb
        for subject in view.children[clause]
        if view.deps[subject] == "nsubj"
        and _same_voice(view, verb, subject)
        and _is_participle(view, clause, subject)
    ]


def _agents(view: View, verb: int) -> Iterator[Source]:
    for child in view.children[verb]:
        word = view.lower[child]
        if view.deps[child] == "agent" or (view.deps[child] == "prep" and word in ("by", "from")):
            path = "agent" if view.deps[child] == "agent" else f"prep_{word}"
            for agent in _objects(view, child):
                yield from with_and_without_clause(view, path, agent, verb)


def _inherited(view: View, verb: int, passive: bool) -> Iterator[Source]:
    """The first subject on the way up from a verb without its own: "She rose and [said]", "officials [saying]"."""
    token, path = verb, list[str]()
    while len(path) < _LONGEST_CLIMB:
        dep, head = view.deps[token], view.heads[token]
        if head == token:
            return
        path.append(dep)
        if dep == "acl" and len(path) == 1:
            yield from with_and_without_clause(view, "modified_noun", head, verb)
        if dep == "relcl" and (passive or len(path) > 1):
            return
        token = head
        if dep in ("xcomp", "ccomp"):
            for child in view.children[token]:
                if view.deps[child] == "dobj" and child < verb:
                    yield from with_and_without_clause(view, "object_control", child, verb)
                    break
        subject = _subject(view, token, verb)
        if subject >= 0:
            name = "inherited:" + ">".join(path[:2]) + ("+" if len(path) > 2 else "")
            yield from with_and_without_clause(view, name, subject, verb)
            yield from _outer(view, token, path[0], verb)
            return


def _outer(view: View, token: int, dep: str, verb: int) -> Iterator[Source]:
    """Who says the clause that the nearest subject stands in: "[Ruiz] said the plan would fail, and called it a joke"."""
    for _ in range(_LONGEST_CLIMB):
        token = view.heads[token]
        if view.strong[token] and (subject := _subject(view, token, verb)) >= 0:
            yield from with_and_without_clause(view, f"outer:{dep}", subject, verb)
            return


def _subject(view: View, verb: int, cue: int) -> int:
    """The subject of a verb that may be the source of a cue below it; -1 without one."""
    return next(
        (
            child
            for child in view.children[verb]
            if view.deps[child] in _ANY_SUBJECT and child != cue and _same_voice(view, cue, child)
        ),
        -1,
    )


def _subjects_of(view: View, verb: int, path: str) -> list[Source]:
    subject = next((child for child in view.children[verb] if view.deps[child] == "nsubj"), None)
    return [] if subject is None else [Source(path, (view.subtree(subject),), subject)]


def _objects(view: View, preposition: int) -> list[int]:
    return [child for child in view.children[preposition] if view.deps[child] in ("pobj", "pcomp")]


def _without_case(view: View, token: int) -> Ranges:
    """A possessor without its 's."""
    start, end = view.subtree(token)
    while end > start and view.deps[end - 1] == "case":
        end -= 1
    return ((start, end),) if start < end else ()


def _name_start(view: View, mark: int, block_start: int) -> int:
    start = mark
    while (
        start > block_start
        and mark - start < 6
        and (view.pos[start - 1] == "PROPN" or view.texts[start - 1].isupper())
    ):
        start -= 1
    return start


def _has_verb(view: View, start: int, end: int) -> bool:
    return any(view.pos[t] in ("VERB", "AUX") and not view.texts[t].isupper() for t in range(start, end))


def _last_word(view: View, tokens: Ranges) -> int:
    last: Range = tokens[-1]
    return next(t for t in range(last[1] - 1, last[0] - 1, -1) if view.is_word[t])
