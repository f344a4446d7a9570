"""Contents of verb cues in the parse: complements on either side, the host clause of a parenthetical, the rest of the sentence.

The frames are those of the PolNeAR guidelines' constructions; examples stand beside each function.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.ranges import Range, Ranges, union, without
from extractor.matchers.attributions.view import View

_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative"})
_COMPLEMENTS = _OBJECTS | {"xcomp", "prep", "ccomp", "advcl"}
_HOSTED = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep", "prep", "npadvmod", "intj", "appos"})
_CUE_PREPOSITIONS = frozenset({"about", "against", "on", "over", "to", "at"})
"""Prepositions that go with the cue ("spoke about", "railed against"), not with the content."""
_CLAUSES = frozenset({"clause_after", "parataxis_after"})
_RAISING = frozenset({"seem", "appear", "remain", "expect", "look"})
"""Verbs whose subject is part of the content: "[The plan] seems [to work]"."""
_TAILS = frozenset({"relcl", "advcl", "appos", "acl", "prep", "npadvmod", "conj", "ccomp"})
_MOST_TAILS = 2
_SHORTEST_TO_TRIM = 4


def verb_contents(view: View, verb: int) -> Iterator[Content]:
    """Every content the frames give for a verb cue; source and cue are still inside where they interrupt it."""
    single = list(_complements(view, verb))
    yield from single
    yield from _joined_complements(view, verb)
    for content in single:
        yield from _trimmings(view, content)
    yield from _host(view, verb)


def sentence_contents(view: View, verb: int, subject: Ranges) -> Iterator[Content]:
    """The raw sentence before, after and around a strong verb and its subject; it survives a failed parse."""
    start, end = view.sentence[verb]
    left = min([verb, *(s for s, _ in subject if start <= s)])
    right = max([verb + 1, *(e for _, e in subject if e <= end)])
    while right < end and view.deps[right] == "npadvmod" and view.heads[right] == verb:
        right += 1  # "the ministry said Thursday | in a statement"
    if right < end and view.deps[right] == "prep" and _is_occasion(view, right):
        right = min([c.tokens[0][0] for c in _clauses_of(view, right)], default=right)
    if left - start > 2:
        yield Content("sentence_before", ((start, left),))
    set_in = start < left and view.lower[left - 1] == "," and right < end and view.lower[right] == ","
    if end - right > 2 and not set_in:  # "The bridge, she said, will close": what follows is half of it
        yield Content("sentence_after", ((right, end),))
    if left - start > 2 and end - right > 2:
        yield Content("sentence_around", ((start, left), (right, end)))


def _complements(view: View, verb: int) -> Iterator[Content]:
    """One complement each: "said [that …]", "vowed [to veto]", "praised [the plan]", "spoke about [jobs]"."""
    for child in view.children[verb]:
        dep = view.deps[child]
        if dep == "ccomp":
            yield Content("clause_after" if child > verb else "clause_before", (view.subtree(child),), child)
        elif dep == "parataxis":
            yield Content(
                "parataxis_after" if child > verb else "parataxis_before", (view.subtree(child),), child
            )
        elif dep == "xcomp":
            yield Content("infinitive", (view.subtree(child),), child)
        elif dep in _OBJECTS:
            yield Content("predicate" if dep == "acomp" else "object", (view.subtree(child),), child)
            yield from _within_predicate(view, child) if dep == "acomp" else _within_object(view, child)
        elif dep in ("prep", "agent"):
            if child not in view.phrase_starts:  # "said, according to a report": a cue of its own
                yield from _prepositional(view, child)
        elif dep == "advcl" and child > verb:
            yield Content("adverbial", (view.subtree(child),), child)
        elif dep == "nsubjpass":
            yield Content("passive_subject", (view.subtree(child),), child)


def _within_predicate(view: View, adjective: int) -> Iterator[Content]:
    """What an attitude is about: "is sure [that …]", "are wary of [the plan]", "is eager [to prove …]"."""
    for child in view.children[adjective]:
        if child < adjective:
            continue
        if view.deps[child] in ("ccomp", "xcomp"):
            yield Content(f"predicate_{view.deps[child]}", (view.subtree(child),), child)
        elif view.deps[child] == "prep" and child + 1 < view.right[child]:
            yield Content(f"predicate_prep:{view.lower[child]}", ((child + 1, view.right[child]),), child)


def _within_object(view: View, noun: int) -> Iterator[Content]:
    """Only what modifies the object: "made the point [that …]", "criticism of [the plan]"."""
    for child in view.children[noun]:
        if child < noun:
            continue
        if view.deps[child] in ("acl", "relcl"):
            yield Content(f"object_{view.deps[child]}", (view.subtree(child),), child)
        elif view.deps[child] == "prep" and view.pos[noun] == "NOUN":
            yield Content(f"object_prep:{view.lower[child]}", ((child + 1, view.right[child]),), child)


def _prepositional(view: View, preposition: int) -> Iterator[Content]:
    """ "called for [calm]", "accused him [of lying]": some prepositions stay with the cue."""
    word = view.lower[preposition]
    start, end = view.subtree(preposition)
    if word == "in" and view.lower[min(preposition + 1, end - 1)] == "what":
        return  # "…, she said, in what may become a habit": the article's own comment
    if word in _CUE_PREPOSITIONS:
        start = preposition + 1
    clauses = _clauses_of(view, preposition)
    half = _is_predicated(view, preposition) or (clauses and _is_occasion(view, preposition))
    if start < end and not half:
        yield Content(f"prep:{word}", ((start, end),), preposition)
    yield from clauses
    for child in view.children[preposition]:
        if view.deps[child] == "prep" and child + 1 < view.right[child]:
            yield Content(f"prep:{word}_{view.lower[child]}", ((child + 1, view.right[child]),), child)


def _clauses_of(view: View, preposition: int) -> list[Content]:
    """ "said in a statement [that it had sold the mine]", whose clause the parse gives to the statement."""
    return [
        Content(f"prep_{view.deps[clause]}", (view.subtree(clause),), clause)
        for noun in view.children[preposition]
        if view.deps[noun] == "pobj"
        for clause in view.children[noun]
        if clause > noun and view.deps[clause] in ("acl", "relcl", "ccomp")
    ]


def _is_predicated(view: View, preposition: int) -> bool:
    """Whether a phrase tells as what the object is seen, half of what is said: "rejected the claims [as baseless]"."""
    verb = view.heads[preposition]
    return view.lower[preposition] == "as" and any(
        view.deps[child] == "dobj" for child in view.children[verb] if child < preposition
    )


def _is_occasion(view: View, preposition: int) -> bool:
    """Whether a phrase tells where something was said, not what: "said [in a statement]"."""
    return view.lower[preposition] == "in" and view.strong[view.heads[preposition]]


def _joined_complements(view: View, verb: int) -> Iterator[Content]:
    """Several complements as one content: "wants [the state] [to pay]", "is expected": [the bill] … [to pass]."""
    parts = [child for child in view.children[verb] if child > verb and view.deps[child] in _COMPLEMENTS]
    if len(parts) >= 2:
        yield Content("complements", _phrases(view, parts), parts[0])
        if len(parts) > 2:
            yield Content("first_two", _phrases(view, parts[:2]), parts[0])
            if view.deps[parts[0]] in _OBJECTS:
                yield Content("after_object", _phrases(view, parts[1:]), parts[1])
        plain = [child for child in parts if view.deps[child] != "advcl"]
        if 2 <= len(plain) < len(parts):
            yield Content("complements-adverbial", _phrases(view, plain), plain[0])
    if parts:
        raised = "nsubj" if view.lemmas[verb] in _RAISING else ""
        for child in view.children[verb]:
            if view.deps[child] in ("nsubjpass", raised):
                yield Content(f"raised_{view.deps[child]}", _phrases(view, [child, *parts]), parts[0])
                break


def _trimmings(view: View, content: Content) -> Iterator[Content]:
    """The content without a conjoined verb, adverbial clause, non-restrictive relative or apposition at its right edge.

    Another cue's phrase goes too: "She added [that taxes rose], according to a report".
    """
    start, end = content.tokens[0]
    if (
        content.head < 0
        or end - start <= _SHORTEST_TO_TRIM
        or content.family.startswith(("object_", "passive"))
    ):
        return
    base = content.head
    if content.family == "prep":
        objects = [child for child in view.children[base] if view.deps[child] in ("pobj", "pcomp")]
        if not objects:
            return
        base = objects[0]
    for child in view.children[base]:
        name = _detachable(view, base, child)
        if name and not (name == "apposition" and content.family == "object"):
            cut = _before(view, start, view.left[child])
            if cut:
                yield Content(f"{content.family}-{name}", (cut,), content.head)
    if content.family in _CLAUSES and (lead := _after_lead(view, base, start)):
        yield Content(f"{content.family}-lead", ((lead, end),), content.head)
    yield from _without_tail(view, content, base)
    for phrase in view.phrases[bisect_left(view.phrases, (start,)) :][:1]:
        if start < phrase[0] < end and (cut := _before(view, start, phrase[0])):
            yield Content(f"{content.family}-phrase", (cut,), content.head)


def _without_tail(view: View, content: Content, base: int) -> Iterator[Content]:
    """The content up to the last things that hang on its end: "won in the city, [which he left]", "left it [as she rose]"."""
    start, end = content.tokens[0]
    token, found = base, 0
    while found < _MOST_TAILS:
        child = next((c for c in reversed(view.children[token]) if c > token and view.deps[c] != "punct"), -1)
        if child < 0 or view.right[child] < end - 1:
            return
        left = view.left[child]
        loose = view.deps[child] == "advcl" or not view.is_word[left - 1]
        known = token == base and _detachable(view, base, child)
        if loose and view.deps[child] in _TAILS and not known and (cut := _before(view, start, left)):
            found += 1
            yield Content(f"{content.family}-tail:{view.deps[child]}", (cut,), content.head)
        token = child


def _after_lead(view: View, clause: int, start: int) -> int | None:
    """Where a clause begins after what belongs to its cue: "said [in a statement] it had sold", "said [Monday] that …"."""
    lead = next((child for child in view.children[clause] if view.left[child] == start), clause)
    if lead >= clause or view.deps[lead] not in ("prep", "npadvmod"):
        return None
    end = view.right[lead]
    return end if end < clause and view.lower[end] != "," else None


def _detachable(view: View, base: int, child: int) -> str | None:
    if child <= base:
        return None
    dep = view.deps[child]
    if dep == "conj" and view.pos[child] in ("VERB", "AUX"):
        return "conjunct"
    if dep == "relcl" and view.lower[view.left[child] - 1] == ",":
        return "relative"
    return {"advcl": "adverbial", "appos": "apposition"}.get(dep)


def _before(view: View, start: int, end: int) -> Range | None:
    """The tokens up to a cut, without the conjunction and comma that led to what was cut."""
    while end > start and (view.deps[end - 1] == "cc" or not view.is_word[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _host(view: View, verb: int) -> Iterator[Content]:
    """The clause a cue is set into or hangs on: "[Taxes], she said, [will rise]", "[a plan] called …"."""
    head, dep = view.heads[verb], view.deps[verb]
    if head == verb:
        return
    rest = without((view.subtree(head),), [view.subtree(verb)])
    if dep == "conj" and _is_set_behind(view, verb):
        dep = "parataxis"
    if dep in _HOSTED and rest and not _is_plain_complement(view, verb):
        yield Content(f"host:{dep}", rest, head)
    elif dep in ("acl", "relcl") and rest:
        yield Content(f"modified:{dep}", rest, head)


def _is_set_behind(view: View, verb: int) -> bool:
    """ "The dam burst, the ministry said Thursday": the parse joins two clauses that no "and" joins."""
    head, left = view.heads[verb], view.left[verb]
    joined = any(view.deps[child] == "cc" for child in view.children[head])
    own = any(view.deps[child] == "nsubj" and child < verb for child in view.children[verb])
    return own and not joined and head < left and not view.is_word[left - 1]


def _is_plain_complement(view: View, verb: int) -> bool:
    """A clause that follows its verb without a comma is that verb's content, not a parenthetical in it."""
    head = view.heads[verb]
    return (
        view.deps[verb] == "ccomp"
        and head < verb
        and view.pos[head] == "VERB"
        and not any(view.lower[child] == "," for child in view.children[head])
    )


def _phrases(view: View, tokens: list[int]) -> Ranges:
    return union(view.subtree(token) for token in tokens)
