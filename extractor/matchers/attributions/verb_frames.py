"""Contents of verb cues in the parse: complements on either side, the host clause of a parenthetical, the rest of the sentence.

The frames are those of the PolNeAR guidelines' constructions; examples stand beside each function.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from extractor.matchers.attributions.candidates import Content
from extractor.matchers.attributions.discourse import Discourse
from extractor.text.ranges import Range, Ranges, union, without

_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative"})
_COMPLEMENTS = _OBJECTS | {"xcomp", "prep", "ccomp", "advcl"}
_HOSTED = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep", "prep", "npadvmod", "intj", "appos"})
_CLAUSES = frozenset({"clause_after", "parataxis_after"})
_TAILS = frozenset({"relcl", "advcl", "appos", "acl", "prep", "npadvmod", "conj", "ccomp"})
_PAUSES = frozenset({",", ";", "-", "–", "—", "--", "―"})
_MOST_TAILS = 2
_SHORTEST_TO_TRIM = 4


def verb_contents(parsed: Discourse, verb: int) -> Iterator[Content]:
    """Every content the frames give for a verb cue; source and cue are still inside where they interrupt it."""
    single = list(_complements(parsed, verb))
    yield from single
    yield from _joined_complements(parsed, verb)
    for content in single:
        yield from _trimmings(parsed, content)
    yield from _host(parsed, verb)


def sentence_contents(parsed: Discourse, verb: int, subject: Ranges) -> Iterator[Content]:
    """The raw sentence before, after and around a strong verb and its subject; it survives a failed parse."""
    start, end = parsed.sentence[verb]
    left = min([verb, *(s for s, _ in subject if start <= s)])
    right = max([verb + 1, *(e for _, e in subject if e <= end)])
    while right < end and parsed.dep[right] == "npadvmod" and parsed.head[right] == verb:
        right += 1  # "the ministry said Thursday | in a statement"
    if right < end and parsed.dep[right] == "prep" and _is_occasion(parsed, right):
        right = min([c.tokens[0][0] for c in _clauses_of(parsed, right)], default=right)
    if left - start > 2:
        yield Content("sentence_before", ((start, left),))
    set_in = start < left and parsed.lower[left - 1] == "," and right < end and parsed.lower[right] == ","
    if end - right > 2 and not set_in:  # "The bridge, she said, will close": what follows is half of it
        yield Content("sentence_after", ((right, end),))
    if left - start > 2 and end - right > 2:
        yield Content("sentence_around", ((start, left), (right, end)))


def _complements(parsed: Discourse, verb: int) -> Iterator[Content]:
    """One complement each: "said [that …]", "vowed [to veto]", "praised [the plan]", "spoke about [jobs]"."""
    for child in parsed.children[verb]:
        dep = parsed.dep[child]
        if dep == "ccomp":
            start, end = parsed.subtree(child)
            start = _after_day(parsed, verb, child, start)
            yield Content("clause_after" if child > verb else "clause_before", ((start, end),), child)
        elif dep == "parataxis":
            yield Content(
                "parataxis_after" if child > verb else "parataxis_before", (parsed.subtree(child),), child
            )
        elif dep == "xcomp":
            yield Content("infinitive", (parsed.subtree(child),), child)
        elif dep in _OBJECTS:
            yield Content("predicate" if dep == "acomp" else "object", (parsed.subtree(child),), child)
            yield from _within_predicate(parsed, child) if dep == "acomp" else _within_object(parsed, child)
        elif dep in ("prep", "agent"):
            if child not in parsed.phrase_starts:  # "said, according to a report": a cue of its own
                yield from _prepositional(parsed, child)
        elif dep == "advcl" and child > verb:
            yield Content("adverbial", (parsed.subtree(child),), child)
        elif dep == "nsubjpass":
            yield Content("passive_subject", (parsed.subtree(child),), child)


def _within_predicate(parsed: Discourse, adjective: int) -> Iterator[Content]:
    """What an attitude is about: "is sure [that …]", "are wary of [the plan]", "is eager [to prove …]"."""
    for child in parsed.children[adjective]:
        if child < adjective:
            continue
        if parsed.dep[child] in ("ccomp", "xcomp"):
            yield Content(f"predicate_{parsed.dep[child]}", (parsed.subtree(child),), child)
        elif parsed.dep[child] == "prep" and child + 1 < parsed.right[child]:
            yield Content(f"predicate_prep:{parsed.lower[child]}", ((child + 1, parsed.right[child]),), child)


def _within_object(parsed: Discourse, noun: int) -> Iterator[Content]:
    """Only what modifies the object: "made the point [that …]", "criticism of [the plan]"."""
    for child in parsed.children[noun]:
        if child < noun:
            continue
        if parsed.dep[child] in ("acl", "relcl"):
            yield Content(f"object_{parsed.dep[child]}", (parsed.subtree(child),), child)
        elif parsed.dep[child] == "prep" and parsed.pos[noun] == "NOUN":
            yield Content(f"object_prep:{parsed.lower[child]}", ((child + 1, parsed.right[child]),), child)


def _prepositional(parsed: Discourse, preposition: int) -> Iterator[Content]:
    """ "called for [calm]", "accused him [of lying]": some prepositions stay with the cue."""
    word = parsed.lower[preposition]
    start, end = parsed.subtree(preposition)
    if word == "in" and parsed.lower[min(preposition + 1, end - 1)] == "what":
        return  # "…, she said, in what may become a habit": the article's own comment
    if word in parsed.frames.cue_prepositions:
        start = preposition + 1
    clauses = _clauses_of(parsed, preposition)
    half = _is_predicated(parsed, preposition) or (clauses and _is_occasion(parsed, preposition))
    if start < end and not half:
        yield Content(f"prep:{word}", ((start, end),), preposition)
    yield from clauses
    for child in parsed.children[preposition]:
        if parsed.dep[child] == "prep" and child + 1 < parsed.right[child]:
            yield Content(f"prep:{word}_{parsed.lower[child]}", ((child + 1, parsed.right[child]),), child)


def _clauses_of(parsed: Discourse, preposition: int) -> list[Content]:
    """ "said in a statement [that it had sold the mine]", whose clause the parse gives to the statement."""
    return [
        Content(f"prep_{parsed.dep[clause]}", (parsed.subtree(clause),), clause)
        for noun in parsed.children[preposition]
        if parsed.dep[noun] == "pobj"
        for clause in parsed.children[noun]
        if clause > noun and parsed.dep[clause] in ("acl", "relcl", "ccomp")
    ]


def _is_predicated(parsed: Discourse, preposition: int) -> bool:
    """Whether a phrase tells as what the object is seen, half of what is said: "rejected the claims [as baseless]"."""
    verb = parsed.head[preposition]
    return parsed.lower[preposition] == "as" and any(
        parsed.dep[child] == "dobj" for child in parsed.children[verb] if child < preposition
    )


def _is_occasion(parsed: Discourse, preposition: int) -> bool:
    """Whether a phrase tells where something was said, not what: "said [in a statement]"."""
    return parsed.lower[preposition] == "in" and parsed.is_strong[parsed.head[preposition]]


def _joined_complements(parsed: Discourse, verb: int) -> Iterator[Content]:
    """Several complements as one content: "wants [the state] [to pay]", "is expected": [the bill] … [to pass]."""
    parts = [child for child in parsed.children[verb] if child > verb and parsed.dep[child] in _COMPLEMENTS]
    if len(parts) >= 2:
        yield Content("complements", _phrases(parsed, parts), parts[0])
        if len(parts) > 2:
            yield Content("first_two", _phrases(parsed, parts[:2]), parts[0])
            if parsed.dep[parts[0]] in _OBJECTS:
                yield Content("after_object", _phrases(parsed, parts[1:]), parts[1])
        plain = [child for child in parts if parsed.dep[child] != "advcl"]
        if 2 <= len(plain) < len(parts):
            yield Content("complements-adverbial", _phrases(parsed, plain), plain[0])
    if parts:
        raised = "nsubj" if parsed.lemma[verb] in parsed.frames.raising else ""
        for child in parsed.children[verb]:
            if parsed.dep[child] in ("nsubjpass", raised):
                yield Content(f"raised_{parsed.dep[child]}", _phrases(parsed, [child, *parts]), parts[0])
                break


def _trimmings(parsed: Discourse, content: Content) -> Iterator[Content]:
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
        objects = [child for child in parsed.children[base] if parsed.dep[child] in ("pobj", "pcomp")]
        if not objects:
            return
        base = objects[0]
    for child in parsed.children[base]:
        name = _detachable(parsed, base, child)
        if name and not (name == "apposition" and content.family == "object"):
            cut = _before(parsed, start, parsed.left[child])
            if cut:
                yield Content(f"{content.family}-{name}", (cut,), content.head)
    if content.family in _CLAUSES and (lead := _after_lead(parsed, base, start)):
        yield Content(f"{content.family}-lead", ((lead, end),), content.head)
    yield from _without_tail(parsed, content, base)
    yield from _before_pause(parsed, content)
    for phrase in parsed.phrases[bisect_left(parsed.phrases, (start,)) :][:1]:
        if start < phrase[0] < end and (cut := _before(parsed, start, phrase[0])):
            yield Content(f"{content.family}-phrase", (cut,), content.head)


def _without_tail(parsed: Discourse, content: Content, base: int) -> Iterator[Content]:
    """The content up to the last things that hang on its end: "won in the city, [which he left]", "left it [as she rose]"."""
    start, end = content.tokens[0]
    token, found = base, 0
    while found < _MOST_TAILS:
        child = next(
            (c for c in reversed(parsed.children[token]) if c > token and parsed.dep[c] != "punct"), -1
        )
        if child < 0 or parsed.right[child] < end - 1:
            return
        left = parsed.left[child]
        loose = parsed.dep[child] == "advcl" or not parsed.is_word[left - 1]
        known = token == base and _detachable(parsed, base, child)
        if loose and parsed.dep[child] in _TAILS and not known and (cut := _before(parsed, start, left)):
            found += 1
            yield Content(f"{content.family}-tail:{parsed.dep[child]}", (cut,), content.head)
        token = child


def _before_pause(parsed: Discourse, content: Content) -> Iterator[Content]:
    """The content up to its last pause, behind which the outlet may add something: "won easily[, a shock to her rivals]"."""
    start, end = content.tokens[0]
    for mark in range(end - 2, start + _SHORTEST_TO_TRIM - 1, -1):
        if parsed.lower[mark] in _PAUSES and parsed.quote_of[mark] < 0:
            if cut := _before(parsed, start, mark):
                yield Content(f"{content.family}-pause", (cut,), content.head)
            return


def _after_lead(parsed: Discourse, clause: int, start: int) -> int | None:
    """Where a clause begins after what belongs to its cue: "said [in a statement] it had sold", "said [Monday] that …"."""
    lead = next((child for child in parsed.children[clause] if parsed.left[child] == start), clause)
    if lead >= clause or parsed.dep[lead] not in ("prep", "npadvmod"):
        return None
    end = parsed.right[lead]
    return end if end < clause and parsed.lower[end] != "," else None


def _after_day(parsed: Discourse, verb: int, clause: int, start: int) -> int:
    """Where a clause begins after the day of its saying: "said [on Monday] it would close", "said [Thursday] he had left"."""
    lead = _after_lead(parsed, clause, start) if parsed.is_strong[verb] and start == verb + 1 else None
    if lead is None:
        return start
    first = start + (parsed.lower[start] in parsed.frames.cue_prepositions)
    named = parsed.tag[first] == "NNP" and all(parsed.entity[t] == "DATE" for t in range(first, lead))
    return lead if named else start


def _detachable(parsed: Discourse, base: int, child: int) -> str | None:
    if child <= base:
        return None
    dep = parsed.dep[child]
    if dep == "conj" and parsed.pos[child] in ("VERB", "AUX"):
        return "conjunct"
    if dep == "relcl" and parsed.lower[parsed.left[child] - 1] == ",":
        return "relative"
    return {"advcl": "adverbial", "appos": "apposition"}.get(dep)


def _before(parsed: Discourse, start: int, end: int) -> Range | None:
    """The tokens up to a cut, without the conjunction and comma that led to what was cut."""
    while end > start and (parsed.dep[end - 1] == "cc" or not parsed.is_word[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _host(parsed: Discourse, verb: int) -> Iterator[Content]:
    """The clause a cue is set into or hangs on: "[Taxes], she said, [will rise]", "[a plan] called …"."""
    head, dep = parsed.head[verb], parsed.dep[verb]
    if head == verb:
        return
    rest = without((parsed.subtree(head),), [parsed.subtree(verb)])
    if dep == "conj" and _is_set_behind(parsed, verb):
        dep = "parataxis"
    if dep in _HOSTED and rest and not _is_plain_complement(parsed, verb):
        yield Content(f"host:{dep}", rest, head)
    elif dep in ("acl", "relcl") and rest:
        yield Content(f"modified:{dep}", rest, head)


def _is_set_behind(parsed: Discourse, verb: int) -> bool:
    """ "The dam burst, the ministry said Thursday": the parse joins two clauses that no "and" joins."""
    head, left = parsed.head[verb], parsed.left[verb]
    joined = any(parsed.dep[child] == "cc" for child in parsed.children[head])
    own = any(parsed.dep[child] == "nsubj" and child < verb for child in parsed.children[verb])
    return own and not joined and head < left and not parsed.is_word[left - 1]


def _is_plain_complement(parsed: Discourse, verb: int) -> bool:
    """A clause that follows its verb without a comma is that verb's content, not a parenthetical in it."""
    head = parsed.head[verb]
    return (
        parsed.dep[verb] == "ccomp"
        and head < verb
        and parsed.pos[head] == "VERB"
        and not any(parsed.lower[child] == "," for child in parsed.children[head])
    )


def _phrases(parsed: Discourse, tokens: list[int]) -> Ranges:
    return union(parsed.subtree(token) for token in tokens)
